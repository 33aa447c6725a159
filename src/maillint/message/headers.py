"""The header block of a message or a part (RFC 5322 2.2): its fields in order, whatever stands between them."""

from __future__ import annotations

from functools import lru_cache

from maillint.message import charset, words
from maillint.records import NamedTuple

_BLANKS = (b" ", b"\t")
_LONGEST_NAME = 77
_REACHES = (1 << 12, 1 << 16, 1 << 62)
"""Octets in which the end of the header is sought, first nearby: one kind of line end may be nowhere in it."""
_EMPTY_LINES = (b"\n\r\n", b"\n\n")
_LONGEST = 1 << 20
"""Octets that are searched for fields; what follows belongs to the body."""


class Block(NamedTuple):
    """Names and raw unfolded values in order, and the offset in the message at which the body starts."""

    fields: tuple[tuple[str, bytes], ...]
    body: int
    defects: tuple[str, ...] = ()

    def by_name(self) -> dict[str, list[bytes]]:
        """The values of each field by its name in lower case."""
        found: dict[str, list[bytes]] = {}
        for name, value in self.fields:
            found.setdefault(name.lower(), []).append(value)
        return found


def scan(data: bytes, start: int = 0, stop: int | None = None) -> Block:
    """Read the fields of ``data`` from ``start``.

    A byte order mark, an mbox ``From`` line, empty lines and junk before or between the fields are passed over and
    named in ``defects``; a body that follows without an empty line is found.
    """
    stop = len(data) if stop is None else stop
    defects: list[str] = []
    if start == 0:
        start = _skip_prologue(data, start, stop, defects)
    end = min(_empty_line(data, start, stop), start + _LONGEST)
    lines = data[start:end].split(b"\n")
    fields, used = _fields(lines, defects)
    if b"\0" in data[start:end]:
        fields = tuple((name, value.replace(b"\0", b"")) for name, value in fields)
    if used == len(lines):
        return Block(fields, _after_empty_line(data, end, stop), tuple(defects))
    body = start + sum(len(line) + 1 for line in lines[:used])
    return Block(fields, min(body, stop), (*defects, "missing-blank-line") if fields else tuple(defects))


def text(value: bytes, hint: str = "") -> str:
    """A field's value for people: raw 8-bit octets guessed (``hint`` is the body's charset), encoded words decoded."""
    if value.isascii() and b"=?" not in value:
        return value.decode("ascii")
    return words.decode(plain(value, hint)).strip()


def plain(value: bytes, hint: str = "") -> str:
    """A field's value before its encoded words are decoded."""
    return value.decode("ascii") if value.isascii() else charset.guess(value, hint)


def _skip_prologue(data: bytes, start: int, stop: int, defects: list[str]) -> int:
    """Only a whole message has a prologue: a part that starts with an empty line has no fields."""
    if data.startswith(b"\xef\xbb\xbf", start):
        start += 3
        defects.append("byte-order-mark")
    if data.startswith((b"From ", b">From "), start):
        start = data.find(b"\n", start, stop) + 1 or stop
    if data[start : start + 1] in (b"\r", b"\n", b" ", b"\t"):
        head = data[start : min(stop, start + 2000)]
        rest = head.lstrip(b"\r\n\t ")
        if _name(rest.partition(b"\n")[0]).lower() in KNOWN:
            defects.append("leading-blank-line")
            start += len(head) - len(rest)
    return start


def _empty_line(data: bytes, start: int, stop: int) -> int:
    """The offset of the line end before the first empty line; ``stop`` when there is none."""
    if data.startswith((b"\n", b"\r\n"), start):
        return start
    first = data.find(b"\n", start, stop)
    usual, other = _EMPTY_LINES if data[first - 1 : first] == b"\r" else _EMPTY_LINES[::-1]
    for reach in _REACHES:
        limit = min(stop, start + reach)
        end = data.find(usual, start, limit)
        earlier = data.find(other, start, min(limit, end + len(other) - 1) if end >= 0 else limit)
        if max(end, earlier) >= 0:
            return earlier if earlier >= 0 else end
    return stop


def _after_empty_line(data: bytes, end: int, stop: int) -> int:
    for mark in (b"\n\r\n", b"\n\n", b"\r\n", b"\n"):
        if data.startswith(mark, end):
            return min(end + len(mark), stop)
    return min(end, stop)


def _fields(lines: list[bytes], defects: list[str]) -> tuple[tuple[tuple[str, bytes], ...], int]:
    """The fields, and how many lines they took: fewer than all when the body starts without an empty line."""
    names: list[str] = []
    values: list[bytes] = []
    folded: list[bytes] = []
    for number, line in enumerate(lines):
        if line[:1] in _BLANKS and names:
            folded.append(line)
            continue
        head, colon, value = line.partition(b":")
        name = _field_name(head) if colon and len(head) < _LONGEST_NAME else ""
        if name:
            if folded:
                values[-1], folded = _unfolded(values[-1], folded), []
            names.append(name)
            values.append(value.strip())
        elif line.strip(b"\r\0 \t"):
            if not _goes_on(lines[number + 1 : number + 40], {name.lower() for name in names}):
                lines = lines[:number]
                break
            defects.append("junk-header-line")
    if folded:
        values[-1] = _unfolded(values[-1], folded)
    return tuple(zip(names, values, strict=True)), len(lines)


def _unfolded(value: bytes, lines: list[bytes]) -> bytes:
    return b" ".join([part for line in (value, *lines) if (part := line.strip())])


def _goes_on(lines: list[bytes], seen: set[str]) -> bool:
    """Whether a line was junk and not the body's first: a field follows at once, and soon one that was wanting yet.

    Fields seen before are those of a quoted message. Before the first field only a mail server's will do, since
    people write ``From:`` and ``Subject:`` into their texts.
    """
    names = [_name(line).lower() for line in lines if line[:1] not in _BLANKS]
    if not any(names[: 3 if seen else 1]):
        return False
    return not (KNOWN if seen else _BY_SERVERS).isdisjoint(set(names) - seen)


def _name(line: bytes) -> str:
    """The field name a line starts with; empty when it starts none (RFC 5322 2.2: printable ASCII but the colon)."""
    head, colon, _ = line.partition(b":")
    return _field_name(head) if colon and len(head) < _LONGEST_NAME else ""


@lru_cache(256)
def _field_name(head: bytes) -> str:
    head = head.rstrip()
    if not head.isascii() or b" " in head:
        return ""
    name = head.decode("ascii")
    return name if name.isprintable() else ""


_BY_SERVERS = frozenset(
    ("received", "message-id", "mime-version", "return-path", "delivered-to", "content-type", "dkim-signature")
)
KNOWN = frozenset(
    (
        *("from", "to", "cc", "bcc", "subject", "date", "sender", "content-id", "reply-to", "in-reply-to"),
        *("content-transfer-encoding", "content-disposition", "references", "x-mailer", "user-agent", "x-priority"),
        *_BY_SERVERS,
    )
)
