"""The readers that stand behind fast-mail-parser: the stdlib email package and mail-parser. Imported late."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from maillint.message import headers, transfer
from maillint.message.part import Part, describe

if TYPE_CHECKING:
    from email.message import Message

_DEEPEST = 50
_LARGEST = 64 << 20
"""Octets that are parsed a second time; a larger message is shown as it stands."""
_MOST_LOOKS = 50_000_000
"""The stdlib holds each line against every boundary that is open: so many times at most, which takes seconds."""


def parse(data: bytes) -> Part:
    """The MIME tree by the stdlib; a message that it cannot read either is one plain text part."""
    from email import message_from_bytes

    if len(data) <= _LARGEST and data.count(b"boundary") * data.count(b"\n") <= _MOST_LOOKS:
        try:
            return _part(message_from_bytes(data), 0)
        except Exception:  # noqa: BLE001, S110 -- whatever the stdlib trips over, the message must be read
            pass
    body = data[headers.scan(data).body :]
    return describe({})._replace(size=len(body), octets=lambda: body)


def defects(data: bytes) -> tuple[str, ...]:
    """What mail-parser finds malformed, as words: ``start-boundary-not-found``, ``invalid-base64-padding``, ..."""
    import logging

    from mailparser import parse_from_bytes

    logging.getLogger("mailparser").addHandler(logging.NullHandler())
    try:
        found = parse_from_bytes(data).defects_categories
    except Exception:  # noqa: BLE001 -- it raises on some of the messages it is asked about
        return ("unreadable-by-mail-parser",)
    return tuple(sorted(_kebab(name.removesuffix("Defect")) for name in found))


def _kebab(name: str) -> str:
    return "".join(f"-{char.lower()}" if char.isupper() else char for char in name).lstrip("-")


def _part(message: Message, depth: int) -> Part:
    part = describe(_fields(message), message.get_content_type())
    is_multipart = part.content_type.startswith("multipart/")
    if message.is_multipart() and is_multipart and depth < _DEEPEST:
        payload = message.get_payload()
        return part._replace(children=tuple(_part(child, depth + 1) for child in payload if not isinstance(child, str)))
    raw = _raw(message)
    encoding = part.encoding.split(";")[0].split("(")[0].strip("\"' \t")
    return part._replace(
        content_type="text/plain" if is_multipart else part.content_type,
        encoding=encoding,
        size=len(raw),
        octets=partial(transfer.decode, raw, encoding),
    )


def _fields(message: Message) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, value in message.raw_items():
        raw = str(value).encode("ascii", "surrogateescape")
        lines = [line.strip() for line in raw.splitlines()]
        found.setdefault(name.lower(), headers.plain(b" ".join(lines)))
    return found


def _raw(message: Message) -> bytes:
    """The content before transfer decoding: octets as they came, since the stdlib is told of no encoding."""
    if message.is_multipart():
        return b"\n".join(bytes(child) for child in message.get_payload() if not isinstance(child, str))
    del message["Content-Transfer-Encoding"]
    raw = message.get_payload(decode=True)
    return raw if isinstance(raw, bytes) else b""
