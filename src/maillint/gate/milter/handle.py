"""One worker process of the milter, seen from the milter: what it is given, what it answers, and how it ends."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from collections import deque
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Self

from maillint.gate.frames import SIZES, packed, sizes
from maillint.gate.milter.verdict import Verdict
from maillint.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from maillint.gate.milter.incoming import Message

START_SECONDS = 300.0
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


class _Pipes(asyncio.SubprocessProtocol):
    """A process's ends: its frames answer what was asked, in the same order."""

    def __init__(self) -> None:
        self._loop = asyncio.get_running_loop()
        self.ended: asyncio.Future[None] = self._loop.create_future()
        self.awaited: deque[asyncio.Future[bytes]] = deque()
        self._buffer = bytearray()
        self._is_closed = False

    def expect(self) -> asyncio.Future[bytes]:
        """The frame that answers what is asked next.

        Raises:
            WorkerError: none can come.
        """
        if self._is_closed:
            raise WorkerError("a worker has ended")
        self.awaited.append(self._loop.create_future())
        return self.awaited[-1]

    def pipe_data_received(self, fd: int, data: bytes) -> None:  # noqa: ARG002 - asyncio's form
        self._buffer += data
        while len(self._buffer) >= SIZES.size:
            end = SIZES.size + sum(sizes(bytes(self._buffer[: SIZES.size])))
            if len(self._buffer) < end or not self.awaited:
                return
            answer = self.awaited.popleft()
            if not answer.done():
                answer.set_result(bytes(self._buffer[:end]))
            del self._buffer[:end]

    def pipe_connection_lost(self, fd: int, error: Exception | None) -> None:  # noqa: ARG002 - asyncio's form
        if fd != 1:
            return
        self._is_closed = True
        for answer in self.awaited:
            if not answer.done():
                answer.set_exception(WorkerError("a worker ended at work"))
        self.awaited.clear()

    def process_exited(self) -> None:
        self.ended.set_result(None)


class Worker:
    """One worker process."""

    def __init__(self, transport: asyncio.SubprocessTransport, pipes: _Pipes, terms: Terms) -> None:
        jobs = transport.get_pipe_transport(0)
        assert isinstance(jobs, asyncio.WriteTransport)
        self._transport, self._pipes, self._jobs = transport, pipes, jobs
        self.terms = terms
        self.is_dismissed = False
        """Whether it was ended or let go by us."""

    @classmethod
    async def start(cls, options: Mapping[str, Any]) -> Self:
        """Start a process and wait until it has loaded its checks.

        Raises:
            WorkerError: it cannot use the configuration, or did not come up.
        """
        command = (sys.executable, "-P", "-m", "maillint.gate.milter.worker", json.dumps(options))
        transport, pipes = await asyncio.get_running_loop().subprocess_exec(_Pipes, *command, stderr=None)
        worker = cls(transport, pipes, Terms(0, "pass", ""))
        try:
            async with asyncio.timeout(START_SECONDS):
                told, _ = _opened(await pipes.expect())
        except TimeoutError as error:
            worker.kill()
            raise WorkerError("a worker did not start in time") from error
        except (asyncio.CancelledError, WorkerError):
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
        job = {
            "sender": message.sender,
            "recipients": message.recipients,
            "queue_id": message.queue_id,
            "is_cut": message.is_cut,
            "is_logged_in": bool(message.user),
        }
        answer = self._pipes.expect()
        self._jobs.write(packed(job, message.data))
        told, body = _opened(await answer)
        trouble, has_body = str(told.pop("trouble")), bool(told.pop("has_body"))
        return Verdict.of(told, body if has_body else None), trouble

    @property
    def pending(self) -> int:
        """Messages it was given and has not answered."""
        return len(self._pipes.awaited)

    @property
    def has_ended(self) -> bool:
        """Whether the process is there no more, also where the event loop has not heard of it yet."""
        try:
            return os.waitid(os.P_PID, self._transport.get_pid(), os.WEXITED | os.WNOHANG | os.WNOWAIT) is not None
        except ChildProcessError:
            return True

    def kill(self) -> None:
        """End the process at once, whatever it is doing."""
        self.is_dismissed = True
        with suppress(ProcessLookupError):
            self._transport.kill()

    def retire(self) -> None:
        """Let the process end, since no more work comes."""
        self.is_dismissed = True
        self._jobs.close()

    async def ended(self) -> None:
        """Wait until the process has ended."""
        await asyncio.shield(self._pipes.ended)


def _opened(frame: bytes) -> tuple[dict[str, Any], bytes]:
    start = SIZES.size
    fields, _ = sizes(frame[:start])
    told: dict[str, Any] = json.loads(frame[start : start + fields])
    return told, frame[start + fields :]
