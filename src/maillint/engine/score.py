"""100 minus what the findings cost, each group up to its cap, so that the breakdown always adds up."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from maillint.finding import Finding

DEFAULT_CAP = 20.0


def breakdown(
    findings: Iterable[Finding], caps: Mapping[str, float], once: Collection[str] = frozenset()
) -> dict[str, float]:
    """Points lost by group: the sum of its findings' costs, at most the group's cap, rounded to a tenth.

    Args:
        findings: what the checks reported.
        caps: most points a group may cost; 20 for a group that names none.
        once: checks whose findings cost only once a message, however many there are.
    """
    costs: dict[str, float] = {}
    counted: set[str] = set()
    for finding in findings:
        if finding.check in once and finding.check in counted:
            continue
        counted.add(finding.check)
        costs[finding.group] = costs.get(finding.group, 0.0) + finding.cost
    lost = {group: round(min(cost, caps.get(group, DEFAULT_CAP)), 1) for group, cost in costs.items()}
    return _within_hundred({group: points for group, points in sorted(lost.items()) if points})


def total(groups: Mapping[str, float]) -> float:
    """The score that belongs to a breakdown: 100 minus its points."""
    return round(100.0 - sum(groups.values()), 1)


def _within_hundred(lost: dict[str, float]) -> dict[str, float]:
    excess = sum(lost.values()) - 100
    for group in sorted(lost, key=lost.__getitem__, reverse=True):
        if excess <= 0:
            break
        taken = min(excess, lost[group])
        lost[group], excess = round(lost[group] - taken, 1), excess - taken
    return lost
