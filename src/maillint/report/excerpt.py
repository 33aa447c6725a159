"""The line a finding stands in, cut to a readable width, and where in it the carets go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.records import NamedTuple
from maillint.report.change import COLUMNS, changes
from maillint.report.places import source_of
from maillint.report.safe import visible
from maillint.report.width import clip_left, clip_right, width

if TYPE_CHECKING:
    from maillint.engine import Report
    from maillint.finding import Finding, Span
    from maillint.report.change import Change

_LEAD = 36
"""Percent of the columns for what stands before the mark in a line that does not fit."""
_SCAN = 200


class Excerpt(NamedTuple):
    """``before`` + ``marked`` + ``after`` are one line of text, safe to print."""

    before: str
    marked: str
    after: str

    @property
    def carets(self) -> str:
        """Spaces and carets to print under the line."""
        return " " * width(self.before) + "^" * max(1, width(self.marked))


def excerpt(source: str, span: Span, columns: int = COLUMNS) -> Excerpt | None:
    """The first line of a span with what stands around it in so many columns; None for a span that marks nothing."""
    start = span.start
    while start < span.end and source[start] in "\r\n":
        start += 1
    if start >= span.end:
        return None
    line_start = max(source.rfind("\n", 0, start) + 1, start - _SCAN)
    line_end = source.find("\n", start, start + 2 * _SCAN)
    line_end = min(len(source), start + 2 * _SCAN) if line_end < 0 else line_end
    end = min(span.end, line_end)
    before = clip_left(visible(source[line_start:start]).lstrip(), _lead(source[line_start:line_end], columns))
    marked = clip_right(visible(source[start:end]).rstrip(), columns - width(before))
    after = clip_right(visible(source[end:line_end]).rstrip(), columns - width(before) - width(marked))
    return Excerpt(before, marked, after)


def _lead(line: str, columns: int) -> int:
    """Columns for what stands before the mark: all of them in a line that fits."""
    return columns if width(visible(line)) <= columns else columns * _LEAD // 100


def within(change: Change, span: Span, columns: int = COLUMNS) -> Excerpt | None:
    """A span in the one old line of a change; None when it lies elsewhere or marks nothing."""
    at = span.start - change.start
    if change.zone != span.zone or len(change.old) != 1 or span.start == span.end:
        return None
    line = change.old[0]
    at += line.startswith("…")
    if not 0 <= at < len(line):
        return None
    end = at + span.end - span.start
    before, marked = visible(line[:at]), clip_right(visible(line[at:end]), columns - width(visible(line[:at])))
    return Excerpt(before, marked, clip_right(visible(line[end:]), max(2, columns - width(before) - width(marked))))


class Scene(NamedTuple):
    """A finding's place and what the rewrite makes of it, to be shown one above the other."""

    excerpt: Excerpt | None
    is_old: bool
    """The excerpt is the line the rewrite replaces."""
    changes: tuple[Change, ...]


def scene(report: Report, finding: Finding, columns: int = COLUMNS) -> Scene:
    """The marked line, cut like the rewritten one below it where one line takes the place of the other."""
    edits = finding.rewrite.edits if finding.rewrite else ()
    parts = changes(report, edits, finding.span, columns)
    if len(parts) == 1 and len(parts[0].old) <= 1:
        own = within(parts[0], finding.span, columns)
        if own or not parts[0].old:
            return Scene(own, own is not None, parts)
    return Scene(excerpt(source_of(report, finding.span.zone), finding.span, columns), is_old=False, changes=parts)
