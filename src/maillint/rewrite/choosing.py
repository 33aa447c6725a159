"""Which rewrites are applied: by their grade, and of those that meet the one that matters most."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.finding import Grade
from maillint.rewrite.outcome import Left

if TYPE_CHECKING:
    from collections.abc import Iterable

    from maillint.finding import Edit, Finding

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
    for finding in sorted((one for one in findings if is_wanted(one, grade)), key=_weight):
        rival = next((other for other in taken if _meet(finding, other)), None)
        if rival:
            left.append(Left(finding, "overlap", rival.check))
        else:
            taken.append(finding)
    return taken, left


def _weight(finding: Finding) -> tuple[int, bool, int]:
    edits = edits_of(finding)
    first = edits[0].span if edits else finding.span
    return finding.severity.rank, first.zone != "subject", first.start


def _meet(one: Finding, other: Finding) -> bool:
    return any(_touch(mine, theirs) for mine in edits_of(one) for theirs in edits_of(other))


def _touch(one: Edit, other: Edit) -> bool:
    """Whether two edits change the same words, insert at the same place, or one inserts within the other."""
    first, second = sorted((one.span, other.span), key=lambda span: (span.start, span.end))
    if (first.zone == "subject") != (second.zone == "subject"):
        return False
    if first.start == first.end:
        return first.start == second.start == second.end
    return second.start < first.end
