"""Single fields of a header written anew, all others left as they are (RFC 5322 2.2, RFC 2047)."""

from __future__ import annotations

import binascii
import re
from typing import TYPE_CHECKING

from maillint.message import headers
from maillint.records import NamedTuple
from maillint.rewrite.outcome import Refused

if TYPE_CHECKING:
    from collections.abc import Iterator

_WIDTH = 76
_NAME = "Subject: "
_WORD = 75
"""Octets of the longest encoded word (RFC 2047 2)."""
_SAFE = frozenset(b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!*+-/")
"""Octets that stand for themselves in the Q encoding wherever the word stands (RFC 2047 5)."""
_FIELD = re.compile(rb"([!-9;-~]+)[ \t]*:[ \t]*")
_CHARSET = re.compile(rb"(;\s*charset\s*=\s*)(\"[^\"]*\"|[^\s;]+)", re.IGNORECASE)


class Change(NamedTuple):
    """Put ``new`` in the place of ``data[start:end]``, in octets."""

    start: int
    end: int
    new: bytes


class Field(NamedTuple):
    """One field as it stands in the octets, its folded lines and last line end included."""

    name: str
    """In lower case."""
    start: int
    value: int
    """Where its value begins."""
    end: int


def fields(data: bytes, start: int, stop: int) -> Iterator[Field]:
    """The fields between two offsets, in order; lines that are none are passed over."""
    open_field: Field | None = None
    at = start
    while at < stop:
        end = data.find(b"\n", at, stop) + 1 or stop
        if data[at : at + 1] in (b" ", b"\t") and open_field:
            open_field = open_field._replace(end=end)
        else:
            if open_field:
                yield open_field
            match = _FIELD.match(data, at, end)
            open_field = Field(match[1].decode("ascii").lower(), at, match.end(), end) if match else None
        at = end
    if open_field:
        yield open_field


def find(data: bytes, start: int, stop: int, name: str) -> Field | None:
    """The first field of a name that says something, else the first at all; the reader takes the same."""
    own = [field for field in fields(data, start, stop) if field.name == name]
    return next((field for field in own if data[field.value : field.end].strip()), own[0] if own else None)


def unfolded(value: bytes) -> bytes:
    """A value in one line (RFC 5322 2.2.3), as the reader unfolds it."""
    return b" ".join(part for line in value.split(b"\n") if (part := line.strip()))


def line_end(data: bytes) -> bytes:
    """What lines of the message end in."""
    at = data.find(b"\n")
    return b"\r\n" if at > 0 and data[at - 1 : at] == b"\r" else b"\n"


def subject(data: bytes, body: int, text: str) -> Change:
    """The Subject field with another text; a new one, last in the header, where there is none.

    Raises:
        Refused: the text cannot be written so that it is read as it should be.
    """
    end = line_end(data)
    field = find(data, 0, body, "subject")
    if field is None:
        at = insertion(data, 0, body)
        return Change(at, at, b"Subject: " + _written(text, "utf-8", end) + end)
    old = data[field.value : field.end]
    tail = old[len(old.rstrip(b"\r\n")) :] or end
    gap = b"" if data[field.value - 1 : field.value] in (b" ", b"\t") else b" "
    return Change(field.value, field.end, gap + _written(text, _charset_of(old), end) + tail)


def insertion(data: bytes, start: int, body: int) -> int:
    """Where a new field goes: behind the last one.

    Raises:
        Refused: there is no header that is told from the text by an empty line.
    """
    own = list(fields(data, start, body))
    at = own[-1].end if own else start
    if data[at:body] not in (b"\n", b"\r\n") or not (own or start):
        raise Refused("header")
    return at


def with_charset(value: bytes) -> bytes:
    """A Content-Type value that says UTF-8, its other parameters as they were."""
    if _CHARSET.search(value):
        return _CHARSET.sub(lambda match: match[1] + (b'"utf-8"' if match[2][:1] == b'"' else b"utf-8"), value, count=1)
    kept = value.rstrip()
    return kept.rstrip(b";") + b"; charset=utf-8" + value[len(kept) :]


def encoded_words(text: str) -> bytes:
    """A text in encoded words of UTF-8 with single spaces between, which the reader drops again (RFC 2047 6.2)."""
    return _encoded(text, "utf-8").replace(b"\n", b"")


def _charset_of(value: bytes) -> str:
    """The charset that the field's encoded words are in."""
    found = re.search(rb"=\?([A-Za-z0-9_.:-]+)(?:\*[^?]*)?\?[bBqQ]\?", value)
    return found[1].decode("ascii").lower() if found else "utf-8"


def _written(text: str, charset: str, end: bytes) -> bytes:
    """The value, folded; in encoded words where it is not ASCII, or would not be read back as it is."""
    text = " ".join(text.splitlines()).strip()
    for value in (_plain(text), _encoded(text, charset), _encoded(text, "utf-8")):
        if value and headers.text(unfolded(value)) == text:
            return value.replace(b"\n", end)
    raise Refused("header")


def _plain(text: str) -> bytes:
    """ASCII, broken at single spaces."""
    if not text.isascii() or not text.isprintable() or "=?" in text:
        return b""
    from textwrap import wrap

    lines = wrap(text, _WIDTH, initial_indent=" " * len(_NAME), break_long_words=False, break_on_hyphens=False)
    folded = "\n ".join(lines).strip()
    return (folded if folded.replace("\n", "") == text else text).encode()


def _encoded(text: str, charset: str) -> bytes:
    """Encoded words of a charset, each no longer than it may be; empty where the charset lacks a character."""
    words: list[bytes] = []
    piece = ""
    try:
        for char in text:
            if piece and len(_word(piece + char, charset)) > (_WORD if words else _WORD - len(_NAME)):
                words.append(_word(piece, charset))
                piece = ""
            piece += char
        return b"\n ".join([*words, _word(piece, charset)]) if piece else b""
    except (LookupError, UnicodeError):
        return b""


def _word(text: str, charset: str) -> bytes:
    """One encoded word, in the encoding that is the shorter one."""
    octets = text.encode(charset)
    quoted = b"".join(bytes((one,)) if one in _SAFE else b"_" if one == 32 else b"=%02X" % one for one in octets)
    based = binascii.b2a_base64(octets, newline=False)
    kind, payload = (b"q", quoted) if len(quoted) <= len(based) else (b"b", based)
    return b"=?%s?%s?%s?=" % (charset.encode(), kind, payload)
