"""Whether octets look like a message, by their first few thousand."""

from __future__ import annotations

from maillint.message import headers

ENOUGH = 8192
_TELLING = frozenset(
    ("from", "to", "cc", "subject", "date", "received", "message-id", "return-path", "mime-version", "delivered-to")
)
_FEWEST = 2
_CONTROLS = bytes(octet for octet in range(32) if octet not in b"\t\n\r\f\x1b")


def is_message(head: bytes) -> bool:
    """It starts with fields that only messages have."""
    names = {name.lower() for name, _ in headers.scan(head).fields}
    return len(names & _TELLING) >= _FEWEST


def is_binary(head: bytes) -> bool:
    """It is no text at all: too many control characters, and no header before them."""
    controls = len(head) - len(head.translate(None, _CONTROLS))
    return controls * 50 > len(head) and not is_message(head)
