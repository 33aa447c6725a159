"""Which rewrites are applied: by their grade, and of those that meet the one that matters most."""

from __future__ import annotations

from bisect import bisect_left, insort
from typing import TYPE_CHECKING

from maillint.finding import Grade
from maillint.rewrite.outcome import Left

if TYPE_CHECKING:
    from collections.abc import Iterable

    from maillint.finding import Edit, Finding, Span

_ALLOWED = {Grade.SAFE: (Grade.SAFE,), Grade.SUGGESTED: (Grade.SAFE, Grade.SUGGESTED), Grade.ADVICE: ()}


def edits_of(finding: Finding) -> tuple[Edit, ...]:
    """The edits that applying a finding means: those of the rewrite's first choice."""
    return finding.rewrite.edits if finding.rewrite else ()


def is_wanted(finding: Finding, grade: Grade) -> bool:
    """Whether a finding has something that may be applied where ``grade`` is the freest allowed."""
    return bool(finding.rewrite and finding.rewrite.changes_something and finding.rewrite.grade in _ALLOWED[grade])


def choose(findings: Iterable[Finding], grade: Grade) -> tuple[list[Finding], list[Left]]:
    """The findings to apply, worst first and then in order of place, and those that meet one of them."""
    taken: list[Finding] = []
    left: list[Left] = []
    places = {True: _Places(), False: _Places()}  # of the subject, of the text
    for finding in sorted((one for one in findings if is_wanted(one, grade)), key=_weight):
        spans = [edit.span for edit in edits_of(finding)]
        rival = next((met for span in spans if (met := places[span.zone == "subject"].met(span))), "")
        if rival:
            left.append(Left(finding, "overlap", rival))
            continue
        taken.append(finding)
        for span in spans:
            places[span.zone == "subject"].take(span, finding.check)
    return taken, left


def _weight(finding: Finding) -> tuple[int, bool, int]:
    edits = edits_of(finding)
    first = edits[0].span if edits else finding.span
    return finding.severity.rank, first.zone != "subject", first.start


class _Places:
    """Where the edits taken so far are, in order, so that thousands need not be compared with each other."""

    def __init__(self) -> None:
        self._taken: list[tuple[int, int, str]] = []

    def take(self, span: Span, check: str) -> None:
        """Remember an edit that meets none."""
        insort(self._taken, (span.start, span.end, check))

    def met(self, span: Span) -> str:
        """The check whose edit this one meets: both change the same words, insert at one place, or one in the other."""
        at = bisect_left(self._taken, (span.start, span.end))
        beside = self._taken[max(0, at - 1) : at + 2]
        return next((check for start, end, check in beside if _touch(span.start, span.end, start, end)), "")


def _touch(start: int, end: int, other_start: int, other_end: int) -> bool:
    if start == end or other_start == other_end:
        is_within = start < other_start < end or other_start < start < other_end
        return is_within or (start, end) == (other_start, other_end)
    return start < other_end and other_start < end
