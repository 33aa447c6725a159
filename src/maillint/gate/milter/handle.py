"""One worker process of the milter, seen from the milter: what it is given, what it answers, and how it ends."""

from __future__ import annotations

import asyncio
import json
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Self

from maillint.gate.milter.frames import SIZES, packed, sizes
from maillint.gate.milter.verdict import Verdict
from maillint.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from maillint.gate.milter.incoming import Message

START_SECONDS = 60.0
"""What a worker may take to load its checks; the first one on a machine also compiles them."""


class WorkerError(Exception):
    """A worker cannot work; the text says why."""


class Terms(NamedTuple):
    """What the configuration says of messages that cannot be judged."""

    seconds: float
    """Time limit of one message; 0 for none."""
    on_failure: str
    """"pass" or "defer"."""
    log: str


class Worker:
    """One worker process."""

    def __init__(self, process: asyncio.subprocess.Process, terms: Terms) -> None:
        assert process.stdin is not None
        assert process.stdout is not None
        self._process, self._jobs, self._answers = process, process.stdin, process.stdout
        self.terms = terms
        self.is_dismissed = False
        """Whether it was ended or let go by us."""

    @classmethod
    async def start(cls, options: Mapping[str, Any]) -> Self:
        """Start a process and wait until it has loaded its checks.

        Raises:
            WorkerError: it cannot use the configuration, or did not come up.
        """
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-P", "-m", "maillint.gate.milter.worker", json.dumps(options)),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
        )
        worker = cls(process, Terms(0, "pass", ""))
        try:
            async with asyncio.timeout(START_SECONDS):
                told, _ = await worker._answer()
        except (TimeoutError, asyncio.IncompleteReadError, ValueError) as error:
            worker.kill()
            raise WorkerError(f"a worker did not start: {type(error).__name__}") from error
        except asyncio.CancelledError:
            worker.kill()
            raise
        if "error" in told:
            raise WorkerError(told["error"])
        worker.terms = Terms(told["time-limit"], told["on-failure"], told["log"])
        return worker

    async def judge(self, message: Message) -> tuple[Verdict, str]:
        """The verdict on a message, and "" or why the log could not be written.

        Raises:
            WorkerError: the process has ended.
        """
        job = {"sender": message.sender, "recipients": message.recipients, "queue_id": message.queue_id}
        try:
            self._jobs.write(packed(job, message.data))
            await self._jobs.drain()
            told, body = await self._answer()
        except (OSError, asyncio.IncompleteReadError, ValueError) as error:
            raise WorkerError(f"a worker ended at work: {type(error).__name__}") from error
        trouble = str(told.pop("trouble"))
        has_body = bool(told.pop("has_body"))
        return Verdict.of(told, body if has_body else None), trouble

    def kill(self) -> None:
        """End the process at once, whatever it is doing."""
        self.is_dismissed = True
        with suppress(ProcessLookupError):
            self._process.kill()

    def retire(self) -> None:
        """Let the process end, since no more work comes."""
        self.is_dismissed = True
        self._jobs.close()

    async def ended(self) -> None:
        """Wait until the process has ended."""
        await self._process.wait()

    async def _answer(self) -> tuple[dict[str, Any], bytes]:
        fields, octets = sizes(await self._answers.readexactly(SIZES.size))
        told: dict[str, Any] = json.loads(await self._answers.readexactly(fields))
        return told, await self._answers.readexactly(octets)
