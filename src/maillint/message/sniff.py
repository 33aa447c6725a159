"""Whether octets look like a message, by their first few thousand."""

from __future__ import annotations

from maillint.message import headers

ENOUGH = 8192
_CONTROLS = bytes(octet for octet in range(32) if octet not in b"\t\n\r\f\x1b")


def is_message(head: bytes) -> bool:
    """It starts with a field that mail programs write, or has two of them among its first."""
    names = [name.lower() for name, _ in headers.scan(head).fields]
    return bool(names) and (names[0] in headers.KNOWN or len(headers.KNOWN.intersection(names)) > 1)


def is_binary(head: bytes) -> bool:
    """It is no text at all: too many control characters, and no header before them."""
    controls = len(head) - len(head.translate(None, _CONTROLS))
    return controls * 50 > len(head) and not is_message(head)
