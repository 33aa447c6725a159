"""Another name for an attached file: the parameters that tell it, and nothing else (RFC 2183, RFC 2231)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.rewrite import header
from maillint.rewrite.header import Change
from maillint.rewrite.outcome import Refused

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from maillint.rewrite.anatomy import Node

_PIECE = 60
"""Octets of a piece of a long name (RFC 2231 3)."""
_NAMING = {"content-disposition": b"filename", "content-type": b"name"}


def changes(data: bytes, nodes: Sequence[Node], old: str, new: str) -> Iterator[Change]:
    """The changes that call the one file ``old`` by the name ``new``.

    Raises:
        Refused: there is no such file, or there are several, or its header cannot be told.
    """
    own = [node for node in nodes if node.part.filename == old]
    if len(own) != 1 or not new or not new.isprintable() or any(sign in '"\\/' for sign in new):
        raise Refused("header")
    end = header.line_end(data)
    found = [change for name in _NAMING for change in _change(data, own[0], name, new, end)]
    if not found:
        raise Refused("header")
    yield from found


def _change(data: bytes, node: Node, name: str, new: str, end: bytes) -> Iterator[Change]:
    field = header.find(data, node.start, node.body, name)
    if field is None:
        return
    value = data[field.value : field.end]
    pieces = _pieces(value.rstrip(b"\r\n"))
    naming = [number for number, piece in enumerate(pieces) if number and _parameter(piece) == _NAMING[name]]
    if naming:
        first = naming[0]
        gap = pieces[first][: len(pieces[first]) - len(pieces[first].lstrip())] or b" "
        kept = [piece for number, piece in enumerate(pieces) if number not in naming]
        written = _disposition(new) if name == "content-disposition" else _type(new)
        kept[first:first] = [(gap if not number else end + b" ") + one for number, one in enumerate(written)]
        yield Change(field.value, field.end, b";".join(kept) + end)


def _parameter(piece: bytes) -> bytes:
    """The bare name of a parameter: ``filename*0*=...`` is ``filename``."""
    return piece.partition(b"=")[0].partition(b"*")[0].strip().lower()


def _pieces(value: bytes) -> list[bytes]:
    """What stands between the semicolons outside of quotes."""
    pieces, start, is_quoted, at = [], 0, False, 0
    while at < len(value):
        sign = value[at : at + 1]
        if sign == b"\\" and is_quoted:
            at += 1
        elif sign == b'"':
            is_quoted = not is_quoted
        elif sign == b";" and not is_quoted:
            pieces.append(value[start:at])
            start = at + 1
        at += 1
    pieces.append(value[start:])
    return pieces


def _disposition(name: str) -> list[bytes]:
    """The parameter ``filename``, by RFC 2231 where the name is not ASCII, in pieces where it is long."""
    if name.isascii():
        return [b'filename="%s"' % name.encode()]
    pieces = [b""]
    for sign in name:
        octets = _percent(sign)
        if len(pieces[-1]) + len(octets) > _PIECE:
            pieces.append(b"")
        pieces[-1] += octets
    if len(pieces) == 1:
        return [b"filename*=utf-8''" + pieces[0]]
    return [
        b"filename*%d*=%s%s" % (number, b"" if number else b"utf-8''", piece) for number, piece in enumerate(pieces)
    ]


def _percent(sign: str) -> bytes:
    if sign.isascii() and (sign.isalnum() or sign in "-._"):
        return sign.encode()
    return b"".join(b"%%%02X" % octet for octet in sign.encode())


def _type(name: str) -> list[bytes]:
    """The older parameter ``name``, with an encoded word in it as mail programs write and read it."""
    words = name.encode() if name.isascii() else header.encoded_words(name)
    return [b'name="%s"' % words]
