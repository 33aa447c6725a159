"""Good habits: costly checks that hardly ever find anything, though they look at this mail."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.engine import packs
from maillint.engine.ruleset import is_ready

if TYPE_CHECKING:
    from maillint.audit.summary import Summary

_ALWAYS = frozenset({"subject", "salutation", "closing", "signature"})
"""Chapters whose checks look at every message, so that no finding is a habit and no chance."""
_RARELY = 0.03
_LEAST_COST, _LEAST_MESSAGES, _MOST = 3, 20, 6


def habits(summary: Summary) -> list[tuple[str, float]]:
    """Check and share of messages without a finding of it: the costliest of each chapter, at most six."""
    if summary.judged < _LEAST_MESSAGES:
        return []
    found = {habit.check: habit.share for habit in summary.checks}
    kept: dict[str, tuple[float, str]] = {}
    for spec in packs.load().specs:
        is_seen = spec.name in found or (spec.group in _ALWAYS and not spec.preview and is_ready(spec))
        if is_seen and spec.cost >= _LEAST_COST and found.get(spec.name, 0) <= _RARELY:
            kept[spec.group] = max(kept.get(spec.group, (0.0, "")), (spec.cost, spec.name))
    best = sorted(kept.values(), key=lambda one: (-one[0], one[1]))[:_MOST]
    return [(check, 1 - found.get(check, 0)) for _, check in best]
