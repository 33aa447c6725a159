"""A message still in a compose window, as an add-in sends it, made into a Draft."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from maillint.message import addresses, html
from maillint.message.draft import Address, Attachment, Draft, Shown

if TYPE_CHECKING:
    from collections.abc import Mapping


class ComposeError(ValueError):
    """A field of a composed message is of the wrong kind; the text names the field."""


def from_compose(fields: Mapping[str, Any]) -> Draft:
    """Make a Draft of what an add-in sends."""
    senders = _addresses(fields.get("from"))
    date = fields.get("date")
    return Draft(
        raw=b"",
        headers=tuple((str(name), str(value)) for name, value in fields.get("headers", {}).items()),
        subject=fields.get("subject"),
        sender=senders[0] if senders else None,
        to=_addresses(fields.get("to")),
        cc=_addresses(fields.get("cc")),
        bcc=_addresses(fields.get("bcc")),
        date=datetime.fromisoformat(date) if isinstance(date, str) else date,
        shown=html.show(fields["html"]) if "html" in fields else Shown(fields.get("text", ""), source=fields.get("text", "")),
        twin=fields.get("text") if "html" in fields else None,
        attachments=tuple(_attachment(item) for item in fields.get("attachments", ())),
    )


def _addresses(value: Any) -> tuple[Address, ...]:
    if value is None:
        return ()
    if isinstance(value, str):
        return addresses.split(value)
    if isinstance(value, dict):
        return (Address(value.get("name", ""), value.get("email", "")),)
    return tuple(address for item in value for address in _addresses(item))


def _attachment(item: Any) -> Attachment:
    if isinstance(item, str):
        return Attachment(item, "application/octet-stream", 0)
    kind = item.get("content_type", "application/octet-stream")
    return Attachment(item.get("name", ""), kind, item.get("size", 0), item.get("inline", False), item.get("content_id", ""))
