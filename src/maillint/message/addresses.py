"""Address fields (RFC 5322 3.4) split into mailboxes."""

from __future__ import annotations

from maillint.message.draft import Address


def split(value: str) -> tuple[Address, ...]:
    """The mailboxes of one address field, names without their quotes."""
    import re

    found = []
    for item in re.split(r",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", value):
        match = re.match(r"\s*(.*?)\s*<([^<>]*)>", item)
        name, email = match.groups() if match else ("", item.strip())
        if email:
            found.append(Address(name.strip('" '), email))
    return tuple(found)
