"""Send, fix, edit or cancel: the question a person is asked before a message leaves."""

from __future__ import annotations

import os
import shlex
import subprocess
import tempfile
from difflib import unified_diff
from typing import TYPE_CHECKING

from maillint.finding import Grade
from maillint.gate import exempt
from maillint.gate.notice import notice
from maillint.gate.policy import Action, decide
from maillint.gate.texts import say
from maillint.message import read
from maillint.records import NamedTuple
from maillint.report.safe import visible
from maillint.rewrite import apply

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maillint.gate.policy import Decision, Envelope, Policy
    from maillint.gate.terminal import Terminal


class Answer(NamedTuple):
    """What the person chose."""

    data: bytes
    """The message, as edited if it was."""
    decision: Decision
    """Passing when it is to be sent; its reason is "sent-anyway" where the gate would have refused."""


class Dialogue:
    """One message and one person."""

    def __init__(self, terminal: Terminal, envelope: Envelope, policy: Policy, language: str) -> None:
        self._terminal = terminal
        self._envelope = envelope
        self._policy = policy
        self._language = language

    def ask(self, data: bytes, decision: Decision) -> Answer:
        """Ask until the message is to be sent or not; after a change it is judged again."""
        while True:
            self._tell(decision)
            can_send = decision.action.is_passing or self._may_be_sent(data)
            choice = self._choice(decision, can_send=can_send, can_change=not _is_sealed(data))
            if choice == "s":
                return Answer(data, _sent(decision))
            if choice == "c":
                return Answer(data, decision._replace(action=Action.REJECT, reason="cancelled"))
            data = self._mended(data, decision) if choice == "f" else self._edited(data)
            decision = decide(data, self._envelope, self._policy)

    def _tell(self, decision: Decision) -> None:
        if decision.action is Action.PASS:
            self._terminal.show(f"maillint: {self._say('clean')}")
            return
        for line in notice(decision, self._policy, self._language, "asked"):
            self._terminal.show(line)

    def _may_be_sent(self, data: bytes) -> bool:
        """Whether its writer may send a message that fails: what judges it with maillint off has nothing against it."""
        judging = self._policy.when_off
        return judging is None or decide(data, self._envelope, judging).action.is_passing

    def _choice(self, decision: Decision, *, can_send: bool, can_change: bool) -> str:
        offered = {"s": "send", "f": "fix", "e": "edit", "c": "cancel"}
        names = [offered[key] for key in ("s" * can_send + "fe" * can_change + "c")]
        usual = "s" if decision.action.is_passing else "c"
        question = " · ".join(self._say(name) for name in names)
        while True:
            answer = self._terminal.ask(f"{question} [{usual}]? ")
            if answer is None:
                return "c"
            if not answer:
                return usual
            if answer[0] in {name[0] for name in names} and answer in (answer[0], offered[answer[0]]):
                return answer[0]

    def _mended(self, data: bytes, decision: Decision) -> bytes:
        made = apply(data, decision.report.findings if decision.report else (), Grade.SUGGESTED)
        if made == data:
            self._terminal.show(self._say("unfixed"))
            return data
        self._terminal.show(self._say("fixed"))
        for line in _changes(data, made):
            self._terminal.show(f"  {line}")
        return made

    def _edited(self, data: bytes) -> bytes:
        """The message as the person's editor left it."""
        command = os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi"
        try:
            return self._through(shlex.split(command), data)
        except (OSError, ValueError, subprocess.SubprocessError):  # also quotes without an end, and a file that is gone
            self._terminal.show(f"maillint: {self._say('no-editor', command=visible(command))}")
            return data

    def _through(self, editor: list[str], data: bytes) -> bytes:
        screen = self._terminal.handle
        with tempfile.TemporaryDirectory(prefix="maillint-", ignore_cleanup_errors=True) as folder:
            path = os.path.join(folder, "message.eml")
            with open(path, "wb") as file:
                file.write(data)
            subprocess.run([*editor, path], stdin=screen, stdout=screen, stderr=screen, check=True)  # noqa: S603
            with open(path, "rb") as file:
                return file.read()

    def _say(self, key: str, **args: str) -> str:
        return say(self._language, key, **args)


def _sent(decision: Decision) -> Decision:
    if decision.action.is_passing:
        return decision
    return decision._replace(action=Action.PASS, reason="sent-anyway")


def _is_sealed(data: bytes) -> bool:
    """Whether a change would break a signature or make no sense."""
    return bool(exempt.body_why(read(data)))


def _changes(before: bytes, after: bytes) -> Iterator[str]:
    """The lines that differ, subject included, with - and + before them."""
    old, new = (f"{draft.subject or ''}\n{draft.text}".splitlines() for draft in (read(before), read(after)))
    for line in unified_diff(old, new, lineterm="", n=0):
        if not line.startswith(("---", "+++", "@@")):
            yield visible(line)
