"""Rewrites until nothing is left to rewrite, and none of them draws a finding that was not there."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

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

    def accepts(self, data: bytes, report: Report, finding: Finding) -> _State | Left:
        """What applying one finding alone comes to, or why it is not applied."""
        return self._step(_State(data, report), [finding])

    def _round(self, state: _State) -> tuple[_State | None, list[Left]]:
        """All rewrites at once; where that draws something new, those that draw nothing each; else what is left."""
        wanted = self._wanted(state.report.findings)
        if not wanted:
            return None, []
        together = self._step(state, wanted)
        if isinstance(together, _State):
            return together, []
        tried = [(finding, self._step(state, [finding])) for finding in wanted]
        good = [finding for finding, came in tried if isinstance(came, _State)]
        if len(good) > 1 and isinstance(together := self._step(state, good), _State):
            return together, []
        first = next((came for _, came in tried if isinstance(came, _State)), None)
        return first, [came for _, came in tried if isinstance(came, Left)]

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
