"""A decision in a few lines, short enough for the pager of a mail program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.gate.policy import Action
from maillint.gate.remarks import remarks
from maillint.gate.texts import say
from maillint.report.strings import say as say_word
from maillint.report.view import number
from maillint.report.width import clip_right

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maillint.gate.policy import Decision, Policy

_MOST_REMARKS = 5
_COLUMNS = 240
"""Columns of one remark: three lines of a terminal."""


def notice(decision: Decision, policy: Policy, language: str, key: str = "") -> Iterator[str]:
    """The lines that tell the sender what was decided and why.

    Args:
        decision: one that is not simply a pass.
        policy: what it was decided by.
        language: "en", "zh-Hans" or "zh-Hant".
        key: how the first line begins; by the action unless given.
    """
    key = key or ("passed" if decision.action.is_passing else "refused")
    yield f"maillint: {say(language, key, what=_what(decision, policy, language))}"
    yield from remark_lines(decision, policy, language)


def remark_lines(decision: Decision, policy: Policy, language: str) -> Iterator[str]:
    """The findings that count, worst first, a line each, at most five."""
    found = remarks(decision, policy, language)
    for one in found[:_MOST_REMARKS]:
        head = say_word(language, "is", what=say_word(language, one.severity))
        yield f"  {head}{clip_right(one.message, _COLUMNS)} [{one.check}]"
    if len(found) > _MOST_REMARKS:
        yield f"  {say(language, 'more', n=len(found) - _MOST_REMARKS)}"


def ways_out(decision: Decision, policy: Policy, language: str) -> Iterator[str]:
    """How to send the message all the same, as far as the organisation lets the writer."""
    if decision.action is Action.DEFER:
        yield say(language, "later")
        if policy.can_be_off:
            yield say(language, "how.env")
        return
    checks = [one.check for one in remarks(decision, policy, language)]
    if policy.has_way_out(checks):
        yield say(language, "how" if policy.door.drops_fields else "hook.how")
    if not policy.hears_fields:
        return
    if own := next((check for check in checks if policy.has_way_out([check])), ""):
        yield say(language, "how.one", check=own)


def _what(decision: Decision, policy: Policy, language: str) -> str:
    report = decision.report
    if report is None or decision.action is Action.DEFER:
        return say(language, decision.reason)
    found = len(remarks(decision, policy, language))
    return say(language, "found", n=found, score=number(report.score), grade=report.grade)
