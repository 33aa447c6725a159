"""The header field in which a gate says what it found, for servers and archives behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from maillint.gate.policy import Decision

NAME = "X-Maillint-Result"
"""Fields of this name that a message comes with are somebody else's word and are taken out."""
_MOST_CHECKS = 12


def value(decision: Decision) -> str:
    """The field's value: ``score=61; grade=C; checks=date-relative,subject-vague``; ASCII in one line, no text of it.

    Args:
        decision: one with a report; of a message that was not judged it says why: ``unjudged=calendar``.
    """
    if decision.report is None:
        return f"unjudged={decision.reason}"
    score = f"{decision.report.score:.1f}".removesuffix(".0")
    checks = sorted({finding.check for finding in decision.report.findings})
    named = f"; checks={','.join(checks[:_MOST_CHECKS])}" if checks else ""
    return f"score={score}; grade={decision.report.grade}{named}"
