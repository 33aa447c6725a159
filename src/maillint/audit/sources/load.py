"""A piece of a batch made into the octets of one message, in the worker that judges it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.message import mbox, sources

if TYPE_CHECKING:
    from maillint.audit.sources.batch import Piece

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""What a compound file begins with, the carrier of .msg (MS-CFB 2.2)."""


def load(piece: Piece) -> sources.Item:
    """The octets of a message (RFC 5322), or why there are none. Never raises."""
    if piece.error:
        return sources.Item(piece.place.path, error=piece.error)
    try:
        data = _octets(piece)
    except FileNotFoundError:
        return sources.Item(piece.place.path, error="missing")
    except OSError:
        return sources.Item(piece.place.path, error="unreadable")
    if len(data) > sources.LARGEST:
        return sources.Item(piece.place.path, error="too-large")
    return _message(piece, data)


def _octets(piece: Piece) -> bytes:
    if piece.data is not None:
        return piece.data
    with open(piece.file, "rb") as file:
        file.seek(piece.start)
        return file.read(min(sources.LARGEST + 1, piece.size if piece.size >= 0 else sources.LARGEST + 1))


def _message(piece: Piece, data: bytes) -> sources.Item:
    path = piece.place.path
    if piece.form == "mbox":
        return sources.Item(path, mbox.unquote(data))
    if piece.form == "emlx":
        return sources.Item(path, emlx(data))
    if piece.form == "msg" and data.startswith(OLE):
        from maillint.audit.sources import outlook

        return outlook.item(path, data)
    return sources.Item(path, data)


def emlx(data: bytes) -> bytes:
    """The message in a file of Apple Mail: behind a line with its octets, before a property list about it."""
    head, _, rest = data.partition(b"\n")
    count = head.strip()
    return rest[: int(count)] if count.isdigit() and len(count) < 12 else data
