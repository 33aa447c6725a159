"""Where a finding stands: line and column for people and editors, and the line of the file if it can be told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from maillint.engine import Report
    from maillint.finding import Span

_HEADER_LIMIT = 1_000_000
_LEAST_UNIQUE = 8


@dataclass(frozen=True, slots=True)
class Place:
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


class FileLines:
    """Lines of the message's file, for editors and annotations.

    A text that stands verbatim in the file gives exact lines; a transfer encoding (RFC 2045) or HTML hides them, and
    then the words themselves are looked for. What is nowhere verbatim belongs to the first line of the text.
    """

    def __init__(self, report: Report, data: bytes) -> None:
        self._report = report
        self._data = data.replace(b"\r\n", b"\n")
        self._body = self._data.find(b"\n\n", 0, _HEADER_LIMIT) + 2 if data else 0
        self._text_at = self._find(report.text.strip("\n"))

    @property
    def is_exact(self) -> bool:
        """Whether the whole text stands verbatim in the file."""
        return self._text_at >= 0

    def line(self, span: Span) -> int:
        """The line of the file a span begins in; 1 when nothing better is known."""
        if span.zone == "subject":
            return self._subject_line()
        if self.is_exact:
            return self._line_at(self._text_at) + self._lines_before(span.start)
        at = self._find(self._report.text[span.start : span.end], unique=True)
        return self._line_at(at if at >= 0 else self._body)

    def _lines_before(self, offset: int) -> int:
        text = self._report.text
        lead = len(text) - len(text.lstrip("\n"))
        return text.count("\n", 0, offset) - lead

    def _subject_line(self) -> int:
        head = b"\n" + self._data[: self._body or _HEADER_LIMIT].lower()
        at = head.find(b"\nsubject:")
        return self._line_at(at) if at >= 0 else 1

    def _line_at(self, offset: int) -> int:
        return self._data.count(b"\n", 0, offset) + 1

    def _find(self, text: str, *, unique: bool = False) -> int:
        words = text.encode("utf-8", "surrogatepass")
        if not words or (unique and len(words) < _LEAST_UNIQUE):
            return -1
        at = self._data.find(words, self._body)
        return -1 if unique and self._data.find(words, at + 1) >= 0 else at
