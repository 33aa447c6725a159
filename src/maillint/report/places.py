"""Where a finding stands: line and column in the text, for people and programs."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

from maillint.records import NamedTuple

if TYPE_CHECKING:
    from maillint.engine import Report
    from maillint.finding import Span


class Place(NamedTuple):
    """Counted from 1, in code points, in the decoded subject or in the text the reader sees."""

    line: int
    column: int
    end_line: int
    end_column: int


def source_of(report: Report, zone: str) -> str:
    """The string that spans of a zone count in."""
    return report.subject if zone == "subject" else report.text


class Places:
    """The places of a report's spans; its lines are counted once."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._lines: dict[str, list[int]] = {}

    def find(self, span: Span) -> Place:
        """Line and column of a span's two ends."""
        kind = "subject" if span.zone == "subject" else "text"
        if kind not in self._lines:
            self._lines[kind] = _beginnings(source_of(self._report, kind))
        beginnings = self._lines[kind]
        return Place(*_position(beginnings, span.start), *_position(beginnings, span.end))


def _beginnings(source: str) -> list[int]:
    return list(accumulate([len(line) + 1 for line in source.split("\n")], initial=0))


def _position(beginnings: list[int], offset: int) -> tuple[int, int]:
    line = bisect_right(beginnings, offset)
    return line, offset - beginnings[line - 1] + 1
