"""Judging in a process of its own: however it hangs or falls, the relay goes on, and so does the mail."""

from __future__ import annotations

import asyncio
import hashlib
import json
import sys
from typing import TYPE_CHECKING, Any, Self

from maillint.gate import journal
from maillint.gate.frames import SIZES, packed
from maillint.gate.policy import Action, Decision
from maillint.records import NamedTuple

if TYPE_CHECKING:
    from asyncio.subprocess import Process
    from collections.abc import Callable, Mapping

    from maillint.gate.policy import Policy

_SLACK = 0.5
"""Seconds beyond the time limit in which the process may itself say that it was late."""
_LATER = ("maillint could not judge this message now; please send it again later",)


class Verdict(NamedTuple):
    """What shall become of one message."""

    action: Action
    lines: tuple[str, ...]
    """What its sender reads when it does not go on."""
    entry: dict[str, Any]
    """For the log of decisions."""

    @classmethod
    def without_look(cls, data: bytes, action: Action, reason: str, policy: Policy) -> Self:
        """The verdict on a message that was not judged."""
        decision = Decision(action, reason, hashlib.sha256(data).hexdigest(), len(data))
        return cls(action, _LATER, journal.entry(decision, policy.door.name))


class JudgeError(Exception):
    """The process that judges has ended."""


class Judge:
    """One process that judges one message at a time; it is ended when that takes too long, and started anew."""

    def __init__(self, policy: Policy, options: Mapping[str, Any], tell: Callable[[str, str], object]) -> None:
        """Nothing starts before ``start``.

        Args:
            policy: the gate's keys; the process has the same from its own reading of the configuration.
            options: ``config``, ``profile`` and ``on_failure`` for the process.
            tell: takes the key of a text for whoever runs the relay, and why: "late" or "crashed".
        """
        self._policy = policy
        self._options = json.dumps(dict(options))
        self._tell = tell
        self._turn = asyncio.Lock()
        self._starting: asyncio.Task[Process] | None = None

    async def start(self) -> None:
        """Start the process and wait until it is ready.

        Raises:
            JudgeError: it does not start.
        """
        self._starting = asyncio.create_task(self._started())
        await self._starting

    async def judge(self, data: bytes, job: Mapping[str, Any]) -> Verdict:
        """The verdict on a message; where none could be had in time, what the configuration's ``on-failure`` says.

        Args:
            data: the message.
            job: its "sender" and "recipients", and whether the sender wants it "off".
        """
        seconds = self._policy.settings["time-limit"]
        try:
            async with asyncio.timeout(seconds + _SLACK if seconds else None), self._turn:
                answer = await self._answer(packed(dict(job), data))
        except TimeoutError:
            reason = "late"
        except (JudgeError, OSError):
            reason = "crashed"
        else:
            if answer["entry"]["reason"] in ("late", "crashed"):
                self._tell("relay.unjudged", answer["entry"]["reason"])
            action = Action(answer["action"])
            return Verdict(action, tuple(answer["lines"]) or _LATER, answer["entry"])
        self._tell("relay.unjudged", reason)
        return Verdict.without_look(data, self._policy.on_failure, reason, self._policy)

    async def stop(self) -> None:
        """End the process."""
        starting, self._starting = self._starting, None
        if starting is None:
            return
        try:
            process = await starting
        except JudgeError:
            return
        _kill(process)
        await process.wait()

    async def _answer(self, frame: bytes) -> dict[str, Any]:
        if self._starting is None or (self._starting.done() and self._starting.exception()):
            self._starting = asyncio.create_task(self._started())
        process = await asyncio.shield(self._starting)
        try:
            return await _asked(process, frame)
        except BaseException:  # late, called off or broken: its answer would be taken for that to the next one
            _kill(process)
            self._starting = asyncio.create_task(self._started())
            raise

    async def _started(self) -> Process:
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "maillint.gate.relay.worker", self._options),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
        )
        await _asked(process, b"")
        return process


async def _asked(process: Process, frame: bytes) -> dict[str, Any]:
    """The next answer, after a frame."""
    assert process.stdin
    assert process.stdout
    try:
        process.stdin.write(frame)
        await process.stdin.drain()
        fields, _ = SIZES.unpack(await process.stdout.readexactly(SIZES.size))
        answer: dict[str, Any] = json.loads(await process.stdout.readexactly(fields))
    except (asyncio.IncompleteReadError, ConnectionError) as error:
        raise JudgeError from error
    return answer


def _kill(process: Process) -> None:
    if process.returncode is None:
        process.kill()
