"""Addressees taken out of To and Cc and put into Bcc, each as it stands there, encoded name and all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.message import addresses, headers
from maillint.rewrite import header
from maillint.rewrite.header import Change
from maillint.rewrite.outcome import Refused

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from maillint.message.draft import Address, Draft
    from maillint.rewrite.header import Field

_NOBODY = b"undisclosed-recipients:;"
"""A group without members (RFC 5322 3.4): what stands in To where nobody else does."""
_WIDTH = 76
_BRACKETS = {b"<": b">", b"(": b")", b'"': b'"'}


def moved(draft: Draft, emails: Collection[str]) -> tuple[tuple[Address, ...], ...]:
    """To, Cc and Bcc of a draft after addresses have gone into Bcc.

    To is not left empty, since servers and readers frown on that: the sender stands in it, as mail clients advise.
    """
    wanted = set(emails)
    to, cc = ([one for one in field if one.email not in wanted] for field in (draft.to, draft.cc))
    gone = [one for one in draft.to + draft.cc if one.email in wanted]
    if not to and draft.sender:
        to = [draft.sender]
    return tuple(to), tuple(cc), (*draft.bcc, *gone)


def changes(data: bytes, body: int, emails: Collection[str]) -> Iterator[Change]:
    """The changes of the header that put addresses into Bcc; ``body`` is where the header ends.

    Raises:
        Refused: an address stands in a group or otherwise than on its own, or is not there.
    """
    fields = list(header.fields(data, 0, body))
    end = header.line_end(data)
    gone: list[bytes] = []
    last = None
    for field in (one for one in fields if one.name in ("to", "cc")):
        kept, moving = _parted(data[field.value : field.end], emails)
        gone += moving
        last = field
        if moving:
            yield _rewritten(field, kept or _instead(data, fields, field), end)
    if not gone or last is None:
        raise Refused("header")
    yield _hidden(data, fields, last, gone, end)


def _rewritten(field: Field, entries: Sequence[bytes], end: bytes) -> Change:
    """The field with these entries; away with it where there are none."""
    if not entries:
        return Change(field.start, field.end, b"")
    return Change(field.value, field.end, _listed(entries, field.value - field.start, end))


def _instead(data: bytes, fields: Sequence[Field], field: Field) -> list[bytes]:
    """What stands in a To that would be empty; a Cc, or a second To, goes."""
    first = next(one for one in fields if one.name == "to") if field.name == "to" else None
    if field is not first:
        return []
    sender = header.find(data, 0, fields[-1].end, "from")
    entries = _entries(header.unfolded(data[sender.value : sender.end])) if sender else []
    return [entries[0] if entries and b"@" in entries[0] else _NOBODY]


def _hidden(data: bytes, fields: Sequence[Field], last: Field, gone: Sequence[bytes], end: bytes) -> Change:
    """The Bcc field with further entries; a new one behind To and Cc where there is none."""
    field = next((one for one in fields if one.name == "bcc"), None)
    if field is None:
        return Change(last.end, last.end, b"Bcc: " + _listed(gone, len("Bcc: "), end))
    own = _entries(header.unfolded(data[field.value : field.end]))
    return Change(field.value, field.end, _listed([*own, *gone], field.value - field.start, end))


def _listed(entries: Sequence[bytes], at: int, end: bytes) -> bytes:
    """Entries with commas between, folded where a line would grow too long."""
    text = b""
    for number, entry in enumerate(entries):
        piece = entry + (b"," if number < len(entries) - 1 else b"")
        if number and at + 1 + len(piece) > _WIDTH:
            text += end
            at = 0
        text += b" " * bool(number) + piece
        at += len(piece) + bool(number)
    return text + end


def _parted(value: bytes, emails: Collection[str]) -> tuple[list[bytes], list[bytes]]:
    """The entries of a field that stay, and those that go."""
    kept: list[bytes] = []
    gone: list[bytes] = []
    wanted = set(emails)
    for entry in _entries(header.unfolded(value)):
        own = {one.email for one in addresses.split(headers.plain(entry))}
        if own & wanted and len(own) != 1:
            raise Refused("header")
        (gone if own & wanted else kept).append(entry)
    return kept, gone


def _entries(value: bytes) -> list[bytes]:
    """What stands between the commas; a name with a comma in it, which should be quoted, stays with its address."""
    entries: list[bytes] = []
    for piece in _pieces(value):
        if entries and b"@" not in entries[-1]:
            entries[-1] += b", " + piece
        else:
            entries.append(piece)
    return entries


def _pieces(value: bytes) -> Iterator[bytes]:
    start, closing = 0, b""
    at = 0
    while at < len(value):
        sign = value[at : at + 1]
        if sign == b"\\":
            at += 1
        elif closing:
            closing = b"" if sign == closing else closing
        elif sign in _BRACKETS:
            closing = _BRACKETS[sign]
        elif sign in (b":", b";"):  # a group, whose members nobody could take out without breaking it
            raise Refused("header")
        elif sign == b",":
            if piece := value[start:at].strip():
                yield piece
            start = at + 1
        at += 1
    if piece := value[start:].strip():
        yield piece
