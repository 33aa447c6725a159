"""What a rewrite does to the lines it touches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.records import NamedTuple
from maillint.report.places import source_of
from maillint.report.width import fitting, width

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from maillint.engine import Report
    from maillint.finding import Edit, Span

COLUMNS = 100
"""What a line of the message takes at most where it is shown."""
_ROOM = 4
"""Columns kept free for what a rewrite adds to a line that is shown whole."""
_CUT = "…"


class Change(NamedTuple):
    """Lines before and after; lines that stay are left out at both ends."""

    zone: str
    start: int
    """Offset in the source of the first character of ``old``, the sign of a cut not counted."""
    old: tuple[str, ...]
    new: tuple[str, ...]


def changes(
    report: Report, edits: Sequence[Edit], span: Span | None = None, columns: int = COLUMNS
) -> tuple[Change, ...]:
    """The edits' changes in order, those of neighbouring lines in one; ``span`` is kept in view where it is near."""
    in_subject = [edit for edit in edits if edit.span.zone == "subject"]
    in_text = [edit for edit in edits if edit.span.zone != "subject"]
    return tuple(
        _change(source_of(report, hunk[0].span.zone), hunk, span, columns)
        for part in (in_subject, in_text)
        for hunk in _hunks(source_of(report, part[0].span.zone) if part else "", part)
    )


def preview(report: Report, edits: Sequence[Edit], columns: int = COLUMNS) -> str:
    """How the touched lines read afterwards."""
    return "\n".join(line for change in changes(report, edits, columns=columns) for line in change.new)


def _hunks(source: str, edits: Sequence[Edit]) -> Iterator[list[Edit]]:
    hunk: list[Edit] = []
    for edit in sorted(edits):
        if hunk and source.find("\n", hunk[-1].span.end, edit.span.start) >= 0:
            yield hunk
            hunk = []
        hunk.append(edit)
    if hunk:
        yield hunk


def _change(source: str, edits: list[Edit], span: Span | None, columns: int) -> Change:
    first, last = edits[0].span, edits[-1].span
    start = source.rfind("\n", 0, first.start) + 1
    end = source.find("\n", last.end)
    end = len(source) if end < 0 else end
    inner = (first.start, last.end)
    if (
        span
        and span.zone == first.zone
        and span.end - span.start < columns - _ROOM
        and start <= span.start <= span.end <= end
    ):
        inner = (min(first.start, span.start), max(last.end, span.end))
    left, right = _window(source, (start, end), inner, columns)
    head, tail = (_CUT if left > start else ""), (_CUT if right < end else "")
    old = (head + source[left:right] + tail).split("\n")
    new = (head + _spliced(source, left, right, edits) + tail).split("\n")
    skipped = _trim(old, new)
    offset = left + sum(len(line) + 1 for line in skipped) - (len(head) if skipped else 0)
    return Change(first.zone, offset, tuple(old), tuple(new))


def _window(source: str, line: tuple[int, int], inner: tuple[int, int], columns: int) -> tuple[int, int]:
    """The part of an over-long line that is shown."""
    whole = columns - _ROOM
    if line[1] - line[0] <= whole and width(source[line[0] : line[1]]) <= whole:
        return line
    context = _context(columns)
    before = source[max(line[0], inner[0] - context) : inner[0]]
    after = source[inner[1] : min(line[1], inner[1] + context)]
    return inner[0] - fitting(before[::-1], context), inner[1] + fitting(after, context)


def _context(columns: int) -> int:
    """Columns of a long line shown on either side of what changes: the fewer there are, the more the change gets."""
    return max(4, 44 - (COLUMNS - columns) * 3 // 5)


def _spliced(source: str, start: int, end: int, edits: list[Edit]) -> str:
    pieces, at = [], start
    for edit in edits:
        pieces += [source[at : edit.span.start], edit.replacement]
        at = max(at, edit.span.end)
    return "".join([*pieces, source[at:end]]).replace("\r", "")


def _trim(old: list[str], new: list[str]) -> list[str]:
    """Drop the lines both share at their ends; returns those dropped at the head."""
    skipped = []
    while old and new and old[0] == new[0]:
        skipped.append(old.pop(0))
        del new[0]
    while old and new and old[-1] == new[-1]:
        old.pop()
        new.pop()
    return skipped
