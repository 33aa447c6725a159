"""Findings as one-liners for people at a gate, worst first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.engine.catalog import catalog
from maillint.engine.results import CRASHED
from maillint.finding import Severity
from maillint.records import NamedTuple
from maillint.report.safe import visible
from maillint.report.view import Look, matters

if TYPE_CHECKING:
    from maillint.gate.policy import Decision, Policy


class Remark(NamedTuple):
    """One finding in the user's language: plain values that another process can be sent."""

    check: str
    severity: str
    zone: str
    message: str
    """One line that nothing in the mail can break out of."""


def remarks(decision: Decision, policy: Policy, language: str = "en") -> tuple[Remark, ...]:
    """What the sender should hear: the findings at or above ``gate.warn-on`` and ``gate.fail-on``, worst first.

    Of a message that is not refused also the checks that failed: nobody else would say so.

    Args:
        decision: from ``policy.decide``; without a report there is nothing to say.
        policy: what it was decided by.
        language: "en", "zh-Hans" or "zh-Hant".
    """
    if decision.report is None:
        return ()
    look = Look(language, catalog(language, tuple(policy.ruleset.config["packs"])))
    shown = sorted(matters(decision.report, look), key=lambda item: item.finding.severity.rank)
    least = 3 if decision.reason in ("rule", "score") else _least(policy)
    is_stopped = decision.action in ("hold", "reject")
    return tuple(
        Remark(item.finding.check, item.finding.severity.value, item.finding.span.zone, visible(item.message))
        for item in shown
        if item.finding.severity.rank <= least or (item.finding.key == CRASHED and not is_stopped)
    )


def _least(policy: Policy) -> int:
    names = {policy.settings["warn-on"], policy.settings["fail-on"]} - {"never"}
    return max((Severity(name).rank for name in names), default=-1)
