"""One text part of a message: its octets, and the changes of the message that give it another text."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from maillint.message import charset, rendering
from maillint.rewrite import header, transfer
from maillint.rewrite.carriers import FLOWED, HTML, PLAIN, Carrier
from maillint.rewrite.header import Change
from maillint.rewrite.splices import differences

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from maillint.rewrite.anatomy import Node

_LINE_END = re.compile(rb"\r\n|\n|\r")
_MARK = "\ufeff"


class Body:
    """A text part where it stands in the message."""

    def __init__(self, data: bytes, node: Node) -> None:
        self._data = data
        self._node = node
        self._raw = data[node.body : node.end]
        self._octets = transfer.decoded(self._raw, node.part.encoding)
        self.carrier = _carrier(node)

    @property
    def fault(self) -> str:
        """Why it cannot be rewritten; empty when it can."""
        if self._node.part.filename:
            return "file"
        if self._field("content-md5"):
            return "checksum"
        if self._node.part.encoding not in (*transfer.PLAIN, "base64", "quoted-printable"):
            return "transfer-encoding"
        if _line_feeds(self._octets) != _line_feeds(self._node.part.octets()):
            return "transfer-encoding"
        return "" if self._codec and len(self._lines) == self.carrier.shown.source.count("\n") + 1 else "charset"

    def changes(self, after: Carrier) -> Iterator[Change]:
        """What to change in the message so that the part has another source.

        Raises:
            Refused: the part cannot be written so.
        """
        if after.shown.source == self.carrier.shown.source:
            return
        try:
            changes = list(self._changes(after.shown.source))
        except UnicodeEncodeError:
            yield from self._raised(after.shown.source.encode(), "utf-8")
            return
        if transfer.needs_more(self._node.part.encoding, self._octets, changes):
            yield from self._raised(transfer.patched(self._octets, changes), "")
            return
        for change in transfer.changed(self._raw, self._node.part.encoding, changes, header.line_end(self._data)):
            yield Change(self._node.body + change.start, self._node.body + change.end, change.new)

    @cached_property
    def _lines(self) -> list[tuple[int, int]]:
        """Where the lines of the octets stand, their ends left out."""
        starts, ends = [0], []
        for match in _LINE_END.finditer(self._octets):
            ends.append(match.start())
            starts.append(match.end())
        return list(zip(starts, [*ends, len(self._octets)], strict=True))

    @cached_property
    def _codec(self) -> str:
        """The codec that the part was read with; empty when it was mended in reading."""
        source = self.carrier.shown.source
        if self._octets.isascii() and source.isascii():
            return "ascii"
        for codec in charset.readings(self._label):
            try:
                text = self._octets.decode(codec)
            except (LookupError, ValueError):
                continue
            if text.removeprefix(_MARK).replace("\r\n", "\n").replace("\r", "\n") == source:
                return codec
        return ""

    @property
    def _label(self) -> str:
        return self._node.part.params.get("charset", "")

    def _encode(self, text: str) -> bytes:
        """New text in the part's charset; where HTML has not got a character there, as a reference."""
        is_html = self.carrier.form == HTML
        is_bare = self._octets.isascii() and self._node.part.encoding in ("", "7bit")
        codec = "ascii" if is_html and is_bare else self._writing
        return text.encode(codec, "xmlcharrefreplace" if is_html else "strict")

    @cached_property
    def _writing(self) -> str:
        """The codec that the part's label promises, unless the part is in another one."""
        label = self._label.strip().strip("\"'") or "ascii"
        try:
            "".encode(label)
            is_true = self._octets.decode(label) == self._octets.decode(self._codec)
        except (LookupError, ValueError):
            return self._codec
        return label if is_true else self._codec

    def _changes(self, source: str) -> Iterator[Change]:
        """The lines that differ, as changes of the decoded octets."""
        before, after = self.carrier.shown.source.split("\n"), source.split("\n")
        found = _LINE_END.search(self._octets)
        end = found[0] if found else header.line_end(self._data)
        for first, last, new_first, new_last in differences(before, after):
            new = [self._encode(line) for line in after[new_first:new_last]]
            yield self._change(first, last, new, end)

    def _change(self, first: int, last: int, new: Sequence[bytes], end: bytes) -> Change:
        lines = self._lines
        if first < last and new:
            start = lines[first][0] + (len(_MARK.encode()) if not first and self._has_mark else 0)
            return Change(start, lines[last - 1][1], end.join(new))
        if first < last:
            is_end = last == len(lines)
            return Change(lines[first - 1][1] if is_end and first else lines[first][0], self._begin(last), b"")
        at = self._begin(first)
        return Change(at, at, b"".join(line + end for line in new) if first < len(lines) else end + end.join(new))

    def _begin(self, number: int) -> int:
        return self._lines[number][0] if number < len(self._lines) else len(self._octets)

    @property
    def _has_mark(self) -> bool:
        return self._octets.startswith(_MARK.encode())

    def _field(self, name: str) -> header.Field | None:
        return header.find(self._data, self._node.start, self._node.body, name)

    def _raised(self, octets: bytes, name: str) -> Iterator[Change]:
        """The part in an encoding that carries any text, and in UTF-8 where ``name`` says so."""
        end = header.line_end(self._data)
        if name:
            octets = octets.replace(b"\n", end)
            yield from self._labelled(end)
        encoding, raw = self._node.part.encoding, octets
        if encoding == "base64":
            raw = transfer.encoded_as_before(self._raw, octets, end)
        elif encoding != "8bit" or transfer.has_long_line(octets):
            encoding, raw = transfer.encoded(octets, end)
            yield self._with_field("Content-Transfer-Encoding", encoding.encode(), end)
        yield Change(self._node.body, self._node.end, raw)

    def _labelled(self, end: bytes) -> Iterator[Change]:
        field = self._field("content-type")
        if field:
            value = self._data[field.value : field.end]
            yield Change(field.value, field.end, header.with_charset(value))
            return
        if self._node.start == 0 and not self._field("mime-version"):
            yield self._with_field("MIME-Version", b"1.0", end)
        yield self._with_field("Content-Type", b"text/plain; charset=utf-8", end)

    def _with_field(self, name: str, value: bytes, end: bytes) -> Change:
        field = self._field(name.lower())
        if field:
            return Change(field.value, field.end, value + end)
        at = header.insertion(self._data, self._node.start, self._node.body)
        return Change(at, at, name.encode() + b": " + value + end)


def _line_feeds(octets: bytes) -> bytes:
    return octets.replace(b"\r\n", b"\n")


def _carrier(node: Node) -> Carrier:
    part = node.part
    shown = rendering.show_one(part, {})
    if part.content_type == "text/html":
        return Carrier(HTML, shown)
    if part.params.get("format", "").lower() == "flowed":
        return Carrier(FLOWED, shown, part.params.get("delsp", "").lower() == "yes")
    return Carrier(PLAIN, shown)
