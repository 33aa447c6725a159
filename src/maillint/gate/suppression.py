"""The header fields by which a writer switches maillint off: no reader is to see them."""

from __future__ import annotations

from maillint.engine.run import IGNORE, SWITCH
from maillint.message import headers

FIELDS = (SWITCH, IGNORE)


def without(data: bytes, names: tuple[str, ...] = FIELDS) -> bytes:
    """The message without header fields of these names (RFC 5322 2.2); every other octet stays as it is.

    Args:
        data: a whole message.
        names: field names, in any case; by default those that switch maillint off.

    Returns:
        The same object where there is nothing to take out.
    """
    end = headers.scan(data).body
    head = data[:end]
    wanted = tuple(name.lower().encode() for name in names)
    if not any(name in head.lower() for name in wanted):
        return data
    kept, is_dropped = [], False
    for line in _lines(head):
        if line[:1] not in (b" ", b"\t"):
            name, colon, _ = line.partition(b":")
            is_dropped = bool(colon) and name.rstrip().lower() in wanted
        if not is_dropped or not line.strip():
            kept.append(line)
    return b"".join(kept) + data[end:]


def _lines(head: bytes) -> list[bytes]:
    """The lines of a header block with their ends, which are line feeds unless there is none."""
    end = b"\n" if b"\n" in head else b"\r"
    parts = head.split(end)
    return [part + end for part in parts[:-1]] + ([parts[-1]] if parts[-1] else [])
