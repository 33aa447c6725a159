"""A drop-in around msmtp or sendmail: the message goes on as it came, or is refused before anything was sent."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from maillint.gate import arguments, journal, suppression
from maillint.gate.dialogue import Dialogue
from maillint.gate.notice import notice, ways_out
from maillint.gate.policy import Action, decide
from maillint.gate.terminal import Terminal
from maillint.gate.texts import say
from maillint.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from maillint.gate.policy import Decision, Policy

EX_DATAERR = 65
"""The message is refused (sysexits.h)."""
EX_UNAVAILABLE = 69
"""The program that sends cannot be started."""
EX_TEMPFAIL = 75
"""The message could not be judged and is to be sent again later."""
SWITCH = "MAILLINT"
"""Environment variable that is "off" for a message that is not to be judged."""


class Verdict(NamedTuple):
    """What becomes of one message."""

    data: bytes | None
    """What is sent: octet by octet what came, but for header fields that switch maillint off. None: it is refused."""
    status: int = 0
    """Exit status of a refusal."""


def is_off() -> bool:
    """Whether the environment switches the judgement off; see ``Policy.can_be_off`` for who is heard."""
    return os.environ.get(SWITCH, "").strip().lower() == "off"


class Wrapper:
    """What stands between a mail program and the one that sends."""

    def __init__(self, policy: Policy, language: str, tell: Callable[[str], object], *, is_batch: bool = False) -> None:
        """Set it up.

        Args:
            policy: from ``Policy.of(ruleset, SENDMAIL)``.
            language: in which maillint speaks to its user.
            tell: prints a line on standard error.
            is_batch: never ask on the terminal.
        """
        self._policy = policy
        self._language = language
        self._say_line = tell
        self._is_batch = is_batch

    def judged(self, data: bytes, command: Sequence[str]) -> Verdict:
        """Decide on a message for a command that would send it, with the person where there is a terminal."""
        policy = self._policy.when_off if is_off() else self._policy
        if policy is None:
            return Verdict(suppression.without(data))
        self._policy = policy
        envelope = arguments.envelope(command[1:])
        decision = decide(data, envelope, self._policy)
        is_silent = self._is_batch or decision.action in (Action.PASS, Action.TAG)
        if terminal := None if is_silent else Terminal.open():
            data, decision = Dialogue(terminal, envelope, self._policy, self._language).ask(data, decision)
        else:
            self._tell(decision)
        if problem := journal.keep(decision, self._policy):
            self._say_line(f"maillint: {say(self._language, 'no-log', why=problem)}")
        if decision.action.is_passing:
            return Verdict(suppression.without(data))
        return Verdict(None, EX_TEMPFAIL if decision.action is Action.DEFER else EX_DATAERR)

    def _tell(self, decision: Decision) -> None:
        if decision.action.is_passing and decision.reason in ("late", "crashed"):
            why = say(self._language, decision.reason)
            self._say_line(f"maillint: {say(self._language, 'unchecked', why=why)}")
        elif decision.action not in (Action.PASS, Action.TAG):
            for line in notice(decision, self._policy, self._language):
                self._say_line(line)
        if not decision.action.is_passing:
            for line in ways_out(decision, self._policy, self._language):
                self._say_line(line)
