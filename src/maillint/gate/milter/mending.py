"""A rewritten message as what a milter can say of it: other values of header fields, another body."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.finding import Grade
from maillint.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maillint.finding import Finding

END = b"\r\n\r\n"


class Changes(NamedTuple):
    """What differs between two messages."""

    fields: tuple[tuple[int, str, str], ...] = ()
    """Which of the fields of a name, from 1, the name, and the new value with its leading space and its folds."""
    added: tuple[tuple[str, str], ...] = ()
    """Name and value of fields behind all others."""
    body: bytes | None = None
    """The new body; None where it is the old one."""


def mended(data: bytes, findings: Sequence[Finding]) -> Changes:
    """The safe rewrites of a message's findings; no change where none can be put in.

    Args:
        data: the message, with CRLF; ``rewrite.apply`` leaves it alone where it is signed or encrypted.
        findings: what was found in it.
    """
    from maillint.rewrite import apply

    return between(data, apply(data, findings, Grade.SAFE))


def between(before: bytes, after: bytes) -> Changes:
    """What has to be said to make one message of another; nothing where the fields of the first do not begin it."""
    if before == after:
        return Changes()
    (old, old_body), (new, new_body) = _parts(before), _parts(after)
    if [name.lower() for name, _ in old] != [name.lower() for name, _ in new[: len(old)]]:
        return Changes()
    counts: dict[str, int] = {}
    changed = []
    for (name, value), (_, other) in zip(old, new, strict=False):
        counts[name.lower()] = counts.get(name.lower(), 0) + 1
        if value != other:
            changed.append((counts[name.lower()], name, other))
    return Changes(tuple(changed), tuple(new[len(old) :]), None if old_body == new_body else new_body)


def _parts(data: bytes) -> tuple[list[tuple[str, str]], bytes]:
    """The header fields, name and value, and the body of a message."""
    head, _, body = data.partition(END)
    fields: list[tuple[str, str]] = []
    for line in head.decode("utf-8", "surrogateescape").split("\r\n"):
        if line[:1] in (" ", "\t") and fields:
            name, value = fields.pop()
            fields.append((name, f"{value}\n{line}"))
        else:
            name, _, value = line.partition(":")
            fields.append((name, value))
    return fields, body
