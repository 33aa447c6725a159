"""Rewrites until nothing is left to rewrite, and none of them draws a finding that was not there."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, TypeAlias

from maillint.finding import Rewrite
from maillint.message import read
from maillint.records import NamedTuple
from maillint.rewrite import wire
from maillint.rewrite.choosing import is_wanted
from maillint.rewrite.outcome import Left

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from maillint.engine import Report
    from maillint.finding import Finding, Grade

_CHASES = 4
"""Rounds in which what a rewrite brought to light ("tommorow" mended is a relative day) may be rewritten in turn."""
_ROUNDS = 100


class Done(NamedTuple):
    """A finding whose rewrite was applied, and the report it stood in: a later one counts in a changed text."""

    report: Report
    finding: Finding


class Mended(NamedTuple):
    """A message after all its rewrites."""

    data: bytes
    before: Report
    after: Report
    applied: tuple[Done, ...] = ()
    left: tuple[Left, ...] = ()
    refusal: str = ""


class _State(NamedTuple):
    data: bytes
    report: Report
    applied: tuple[Done, ...] = ()


_Taken: TypeAlias = "tuple[list[Finding], _State]"
"""Findings that go together, and the message with them applied."""


class Mender:
    """Applies rewrites to one message, judging what comes of each.

    ``judge`` gives the report of octets; ``pick`` says whether a finding may be rewritten at all (the grade apart).
    """

    def __init__(self, judge: Callable[[bytes], Report], grade: Grade, pick: Callable[[Finding], bool]) -> None:
        self._judge = judge
        self._grade = grade
        self._pick = pick

    def mend(self, data: bytes) -> Mended:
        """The message with everything rewritten that may be. Mending the outcome again changes nothing."""
        before = self._judge(data)
        if refusal := wire.refusal(read(data)) if before.findings else "":
            return Mended(data, before, before, refusal=refusal)
        state = _State(data, before)
        left: list[Left] = []
        for _ in range(_ROUNDS):
            further, left = self._round(state)
            if further is None:
                break
            state = further
        return Mended(state.data, before, state.report, state.applied, tuple(left))

    def _round(self, state: _State) -> tuple[_State | None, list[Left]]:
        """As many rewrites at once as draw nothing; None where there is none, and why."""
        left: list[Left] = []
        _, reached = self._taken(state, ([], state), self._wanted(state.report.findings), left)
        return (None if reached is state else reached), left

    def _taken(self, state: _State, sure: _Taken, more: Sequence[Finding], left: list[Left]) -> _Taken:
        """What can be applied together with what is ``sure``, found by halves, and what comes of it."""
        if not more:
            return sure
        came = self._step(state, [*sure[0], *more])
        if isinstance(came, _State):
            return [*sure[0], *more], came
        if len(more) == 1:
            left.append(came)
            return self._otherwise(state, sure, more[0]) if came.reason == "draws" else sure
        middle = len(more) // 2
        first = self._taken(state, sure, more[:middle], left)
        return self._taken(state, first, more[middle:], left)

    def _otherwise(self, state: _State, sure: _Taken, finding: Finding) -> _Taken:
        """The first of the rewrite's further choices that draws nothing, where there is one."""
        for choice in finding.rewrite.alternatives if finding.rewrite else ():
            other = finding._replace(rewrite=Rewrite(self._grade, choice))
            came = self._step(state, [*sure[0], other])
            if isinstance(came, _State):
                return [*sure[0], other], came
        return sure

    def _wanted(self, findings: Sequence[Finding]) -> list[Finding]:
        return [finding for finding in findings if is_wanted(finding, self._grade) and self._pick(finding)]

    def _step(self, state: _State, findings: Sequence[Finding]) -> _State | Left:
        """Apply findings, and what they bring to light; ``Left`` when nothing came of it or something new stays."""
        outcome = wire.rewrite(state.data, findings, self._grade)
        if not outcome.applied:
            return outcome.left[0]
        due = _counted(state.report.findings) - _counted(outcome.applied)
        done = [Done(state.report, finding) for finding in outcome.applied]
        extra: Counter[str] = Counter()
        for _ in range(_CHASES):
            report = self._judge(outcome.data)
            extra = _counted(report.findings) - due
            if not extra:
                return _State(outcome.data, report, (*state.applied, *done))
            further = [finding for finding in self._wanted(report.findings) if finding.check in extra]
            outcome = wire.rewrite(outcome.data, further, self._grade)
            if not outcome.applied:
                break
            done += [Done(report, finding) for finding in outcome.applied]
        return Left(findings[0], "draws", min(extra))


def _counted(findings: Sequence[Finding]) -> Counter[str]:
    return Counter(finding.check for finding in findings)
