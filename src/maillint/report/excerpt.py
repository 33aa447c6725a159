"""The line a finding stands in, cut to a readable width, and where in it the carets go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.records import NamedTuple
from maillint.report.change import changes
from maillint.report.places import source_of
from maillint.report.safe import visible
from maillint.report.width import clip_left, clip_right, width

if TYPE_CHECKING:
    from maillint.engine import Report
    from maillint.finding import Finding, Span
    from maillint.report.change import Change

COLUMNS = 100
"""What an excerpt takes at most."""
_LEAD = 36
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


def excerpt(source: str, span: Span) -> Excerpt | None:
    """The first line of a span with what stands around it; None for a span that marks nothing."""
    start = span.start
    while start < span.end and source[start] in "\r\n":
        start += 1
    if start >= span.end:
        return None
    line_start = max(source.rfind("\n", 0, start) + 1, start - _SCAN)
    line_end = source.find("\n", start, start + 2 * _SCAN)
    line_end = min(len(source), start + 2 * _SCAN) if line_end < 0 else line_end
    end = min(span.end, line_end)
    before = clip_left(visible(source[line_start:start]).lstrip(), _lead(source[line_start:line_end]))
    marked = clip_right(visible(source[start:end]).rstrip(), COLUMNS - width(before))
    after = clip_right(visible(source[end:line_end]).rstrip(), COLUMNS - width(before) - width(marked))
    return Excerpt(before, marked, after)


def _lead(line: str) -> int:
    """Columns for what stands before the mark: all of them in a line that fits."""
    return COLUMNS if width(visible(line)) <= COLUMNS else _LEAD


def within(change: Change, span: Span) -> Excerpt | None:
    """A span in the one old line of a change; None when it lies elsewhere or marks nothing."""
    at = span.start - change.start
    if change.zone != span.zone or len(change.old) != 1 or span.start == span.end:
        return None
    line = change.old[0]
    at += line.startswith("…")
    if not 0 <= at < len(line):
        return None
    end = at + span.end - span.start
    before, marked = visible(line[:at]), clip_right(visible(line[at:end]), COLUMNS - width(visible(line[:at])))
    return Excerpt(before, marked, clip_right(visible(line[end:]), max(2, COLUMNS - width(before) - width(marked))))


class Scene(NamedTuple):
    """A finding's place and what the rewrite makes of it, to be shown one above the other."""

    excerpt: Excerpt | None
    is_old: bool
    """The excerpt is the line the rewrite replaces."""
    changes: tuple[Change, ...]


def scene(report: Report, finding: Finding) -> Scene:
    """The marked line, cut like the rewritten one below it where one line takes the place of the other."""
    edits = finding.rewrite.edits if finding.rewrite else ()
    parts = changes(report, edits, finding.span)
    if len(parts) == 1 and len(parts[0].old) <= 1:
        own = within(parts[0], finding.span)
        if own or not parts[0].old:
            return Scene(own, own is not None, parts)
    return Scene(excerpt(source_of(report, finding.span.zone), finding.span), False, parts)  # noqa: FBT003
