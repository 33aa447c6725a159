"""The milter's connections: packets in, verdicts out, a sign of life while a verdict is being found."""

from __future__ import annotations

import asyncio
import time
from contextlib import suppress
from typing import TYPE_CHECKING

from maillint.gate.milter import packets, replies
from maillint.gate.milter.failure import log_failure
from maillint.gate.milter.packets import HEAD, ProtocolError
from maillint.gate.milter.session import Session
from maillint.gate.milter.verdict import Verdict, failed, softened
from maillint.gate.milter.verdict import packets as carried_out

if TYPE_CHECKING:
    from collections.abc import Callable

    from maillint.gate.milter.incoming import Message
    from maillint.gate.milter.packets import Command
    from maillint.gate.milter.pool import Pool
    from maillint.gate.milter.stats import Stats

IDLE_SECONDS = 7210.0
"""What a server may be silent; libmilter's own limit."""
PROGRESS_SECONDS = 2.0
"""How often a server that waits hears that we are still at work."""
COMPLAINT_SECONDS = 60.0


class Server:
    """Serves mail servers, each connection on its own."""

    def __init__(
        self,
        pool: Pool,
        stats: Stats,
        tell: Callable[[str], None],
        *,
        body_limit: int,
        only_authenticated: bool = False,
    ) -> None:
        """Make a server; ``serve`` takes its connections.

        Args:
            pool: who judges.
            stats: where verdicts are counted.
            tell: where a line for the administrator goes.
            body_limit: octets of a message's body that are looked at.
            only_authenticated: judge only what somebody sent who had logged in, and what came by the sendmail command.
        """
        self._pool, self._stats, self._tell = pool, stats, tell
        self._body_limit = body_limit
        self._only_authenticated = only_authenticated
        self._connections: set[asyncio.Task[None]] = set()
        self._next_complaint = 0.0

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Serve one connection until the server quits, breaks off, or sends what is no milter protocol."""
        task = asyncio.current_task()
        assert task is not None
        self._connections.add(task)
        self._stats.connections += 1
        try:
            with suppress(OSError, TimeoutError, asyncio.IncompleteReadError):
                await self._converse(reader, writer)
        except ProtocolError as error:
            self._stats.broken += 1
            self._tell(f"a connection sent what is no milter protocol: {error}")
        finally:
            self._stats.connections -= 1
            self._connections.discard(task)
            writer.close()

    async def finish(self, seconds: float) -> None:
        """Let open connections come to their end, and break off those that have not after so many seconds."""
        if self._connections:
            _, open_ones = await asyncio.wait(self._connections, timeout=seconds)
            for task in open_ones:
                task.cancel()

    async def _converse(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        session = Session(self._body_limit)
        while True:
            command = await _next(reader)
            if isinstance(command, packets.Quit):
                return
            if isinstance(command, packets.EndOfMessage):
                await self._answer(session.complete(command), session, writer)
            elif answer := session.receive(command):
                writer.write(answer)
            await writer.drain()

    async def _answer(self, message: Message, session: Session, writer: asyncio.StreamWriter) -> None:
        """Find a message's verdict and send it; while it takes its time the server is kept waiting gladly."""
        start = time.perf_counter()
        work = asyncio.ensure_future(self._verdict(message))
        while not (await asyncio.wait({work}, timeout=PROGRESS_SECONDS))[0]:
            writer.write(replies.PROGRESS)
        verdict = softened(work.result(), message)
        self._stats.count(verdict.action, verdict.reason, time.perf_counter() - start)
        writer.writelines(carried_out(verdict, message, session))

    async def _verdict(self, message: Message) -> Verdict:
        if self._only_authenticated and not (message.user or message.is_local):
            return Verdict("pass", reason="unauthenticated")
        try:
            verdict, trouble = await self._pool.judge(message)
            if verdict.reason in ("busy", "late", "crashed"):
                trouble = await log_failure(self._pool.terms.log, verdict, message)
        except Exception as error:  # noqa: BLE001 - a bug of ours is no reason to lose anybody's mail
            self._complain(f"this is a bug in maillint: {type(error).__name__}: {error}")
            return failed(self._pool.terms.on_failure, "crashed")
        if trouble:
            self._stats.unlogged += 1
            self._complain(trouble)
        return verdict

    def _complain(self, text: str) -> None:
        """Tell of what would otherwise be told with each message: once a minute is enough."""
        if time.monotonic() >= self._next_complaint:
            self._next_complaint = time.monotonic() + COMPLAINT_SECONDS
            self._tell(text)


async def _next(reader: asyncio.StreamReader) -> Command:
    async with asyncio.timeout(IDLE_SECONDS):
        length = packets.length_of(await reader.readexactly(HEAD.size))
        return packets.decode(await reader.readexactly(length))
