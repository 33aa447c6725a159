"""Where a finding stands: line and column for people and editors, and the line of the file if it can be told."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maillint.engine import Report
    from maillint.finding import Span

_HEADER_LIMIT = 1_000_000
_LEAST_UNIQUE = 6
_NEAR = 24
_LONGEST_LINE = 1000


class Place(NamedTuple):
    """Counted from 1, in code points, in the decoded subject or in the text the reader sees."""

    line: int
    column: int
    end_line: int
    end_column: int


def source_of(report: Report, zone: str) -> str:
    """The string that spans of a zone count in."""
    return report.subject if zone == "subject" else report.text


def place(report: Report, span: Span) -> Place:
    """Line and column of a span's two ends."""
    source = source_of(report, span.zone)
    line, column = _position(source, span.start)
    end_line, end_column = _position(source, span.end)
    return Place(line, column, end_line, end_column)


def _position(source: str, offset: int) -> tuple[int, int]:
    return source.count("\n", 0, offset) + 1, offset - source.rfind("\n", 0, offset)


class FilePlace(NamedTuple):
    """A place in the message's file; a guess, the beginning of the text, where the words stand nowhere verbatim."""

    line: int
    column: int
    end_line: int
    end_column: int
    is_known: bool


class FilePlaces:
    """Places in the message's file, for editors and annotations.

    A text that stands verbatim in the file gives exact places; a transfer encoding (RFC 2045) or HTML hides them, and
    then the words themselves are looked for.
    """

    def __init__(self, report: Report, data: bytes) -> None:
        self._report = report
        self._data = data.replace(b"\r\n", b"\n")
        end = self._data.find(b"\n\n", 0, _HEADER_LIMIT)
        self._body = end + 2 if end >= 0 else 0
        self._lead = len(report.text) - len(report.text.lstrip("\n"))
        text = _octets(report.text.strip("\n"))
        self._text_at = self._data.find(text, self._body) if text else -1

    def find(self, span: Span) -> FilePlace:
        """The place of a span in the file."""
        words = _octets(source_of(self._report, span.zone)[span.start : span.end])
        at = self._subject(words) if span.zone == "subject" else self._in_text(span)
        if at is None:
            start = self._position(self._subject_line() if span.zone == "subject" else self._body)
            return FilePlace(*start, *start, is_known=False)
        return FilePlace(*self._position(at), *self._position(at + len(words)), is_known=True)

    def _in_text(self, span: Span) -> int | None:
        if self._text_at >= 0:
            return self._text_at + len(_octets(self._report.text[self._lead : span.start]))
        found = (self._unique(span, left, right) for left, right in self._surroundings(span))
        return next((at for at in found if at is not None), None)

    def _surroundings(self, span: Span) -> Iterator[tuple[int, int]]:
        """The line a span stands in, a few words around it, the span alone: what is found once tells the place."""
        text = self._report.text
        start, end = text.rfind("\n", 0, span.start) + 1, text.find("\n", span.end)
        end = len(text) if end < 0 else end
        if end - start <= _LONGEST_LINE:
            yield start, end
        yield max(start, span.start - _NEAR), min(end, span.end + _NEAR)
        yield span.start, span.end

    def _unique(self, span: Span, left: int, right: int) -> int | None:
        words = _octets(self._report.text[left:right])
        at = self._data.find(words, self._body) if len(words) >= _LEAST_UNIQUE else -1
        if at < 0 or self._data.find(words, at + 1) >= 0:
            return None
        return at + len(_octets(self._report.text[left : span.start]))

    def _subject(self, words: bytes) -> int | None:
        start = self._subject_line()
        end = self._data.find(b"\n", start)
        at = self._data.find(words, start + len(b"subject:"), end if end >= 0 else None) if words else -1
        return None if at < 0 else at

    def _subject_line(self) -> int:
        head = b"\n" + self._data[: self._body or _HEADER_LIMIT].lower()
        return max(0, head.find(b"\nsubject:"))

    def _position(self, at: int) -> tuple[int, int]:
        line_start = self._data.rfind(b"\n", 0, at) + 1
        column = len(self._data[line_start:at].decode("utf-8", "replace")) + 1
        return self._data.count(b"\n", 0, at) + 1, column


def _octets(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")
