"""Where a finding stands in the message's file, for editors and annotations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.records import NamedTuple
from maillint.report.places import Places, source_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maillint.engine import Report
    from maillint.finding import Span
    from maillint.report.places import Place

_LIMIT = 8 << 20
"""Octets of the file that are looked at; a text hidden behind larger attachments is not found."""
_EFFORT = 64 << 20
"""Octets that may be searched in all, so that thousands of findings in a huge message end in time."""
_LEAST_UNIQUE = 6
_NEAR = 24
_LONGEST_LINE = 1000


class FilePlace(NamedTuple):
    """A place in the message's file; a guess, the beginning of the text, where the words stand nowhere verbatim."""

    line: int
    column: int
    end_line: int
    end_column: int
    is_known: bool


class FilePlaces:
    """Places in the message's file.

    A text that stands verbatim in the file gives exact places; a transfer encoding (RFC 2045) or HTML hides them, and
    then the words themselves are looked for.
    """

    def __init__(self, report: Report, data: bytes) -> None:
        self._report = report
        self._places = Places(report)
        self._data = data[:_LIMIT].replace(b"\r\n", b"\n")
        end = self._data.find(b"\n\n")
        self._body = end + 2 if end >= 0 else 0
        self._effort = _EFFORT
        self._first_line = self._verbatim(report.text)

    def find(self, span: Span) -> FilePlace:
        """The place of a span in the file."""
        if span.zone == "subject":
            return self._in_subject(span)
        if self._first_line is not None:
            return _shifted(self._places.find(span), self._first_line - 1)
        at = next((at for left, right in self._views(span) if (at := self._once(span, left, right)) >= 0), -1)
        return self._at(at, _octets(self._report.text[span.start : span.end]), self._body)

    def _verbatim(self, text: str) -> int | None:
        """The line of the file that the text's first line is; None when the text does not stand in the file."""
        words = _octets(text.strip("\n"))
        at = self._data.find(b"\n" + words, max(0, self._body - 1)) + 1 if words else 0
        if not at:
            return None
        return self._data.count(b"\n", 0, at) + 1 - (len(text) - len(text.lstrip("\n")))

    def _views(self, span: Span) -> Iterator[tuple[int, int]]:
        """The line a span stands in, a few words around it, the span alone: what is found once tells the place."""
        text = self._report.text
        start = text.rfind("\n", max(0, span.start - _LONGEST_LINE), span.start) + 1
        end = text.find("\n", span.end, span.end + _LONGEST_LINE)
        if (start or span.start <= _LONGEST_LINE) and end >= 0:
            yield start, end
        yield max(start, span.start - _NEAR), min(len(text) if end < 0 else end, span.end + _NEAR)
        yield span.start, span.end

    def _once(self, span: Span, left: int, right: int) -> int:
        words = _octets(self._report.text[left:right])
        self._effort -= len(self._data)
        at = self._data.find(words, self._body) if len(words) >= _LEAST_UNIQUE and self._effort > 0 else -1
        if at < 0 or self._data.find(words, at + 1) >= 0:
            return -1
        return at + len(_octets(self._report.text[left : span.start]))

    def _in_subject(self, span: Span) -> FilePlace:
        start = max(0, (b"\n" + self._data[: self._body].lower()).find(b"\nsubject:"))
        end = self._data.find(b"\n", start)
        words = _octets(source_of(self._report, span.zone)[span.start : span.end])
        at = self._data.find(words, start + len(b"subject:"), end if end >= 0 else None) if words else -1
        return self._at(at, words, start)

    def _at(self, at: int, words: bytes, otherwise: int) -> FilePlace:
        if at < 0:
            start = self._position(otherwise)
            return FilePlace(*start, *start, is_known=False)
        return FilePlace(*self._position(at), *self._position(at + len(words)), is_known=True)

    def _position(self, at: int) -> tuple[int, int]:
        line_start = self._data.rfind(b"\n", 0, at) + 1
        column = len(self._data[line_start:at].decode("utf-8", "replace")) + 1
        return self._data.count(b"\n", 0, at) + 1, column


def _shifted(place: Place, lines: int) -> FilePlace:
    line, column, end_line, end_column = place
    return FilePlace(max(1, line + lines), column, max(1, end_line + lines), end_column, is_known=True)


def _octets(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")
