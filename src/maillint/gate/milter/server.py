"""Verdicts for the milter's connections: each message gets one, whatever happens on the way to it."""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING

from maillint.gate.milter.failure import REASONS, log_failure
from maillint.gate.milter.verdict import Verdict, failed, softened

if TYPE_CHECKING:
    from collections.abc import Callable

    from maillint.gate.milter.connection import Connection
    from maillint.gate.milter.incoming import Message
    from maillint.gate.milter.pool import Pool
    from maillint.gate.milter.stats import Stats

COMPLAINT_SECONDS = 60.0
"""How long one complaint stands for all that would be like it."""


class Server:
    """What all connections share."""

    def __init__(
        self,
        pool: Pool,
        stats: Stats,
        tell: Callable[[str], None],
        *,
        body_limit: int,
        only_authenticated: bool = False,
    ) -> None:
        """Make a server for any number of connections.

        Args:
            pool: who judges.
            stats: where verdicts are counted.
            tell: where a line for the administrator goes.
            body_limit: octets of a message's body that are looked at.
            only_authenticated: judge only what somebody sent who had logged in, and what came by the sendmail command.
        """
        self.stats, self.body_limit = stats, body_limit
        self._pool, self._tell = pool, tell
        self._only_authenticated = only_authenticated
        self._open: set[Connection] = set()
        self._all_closed = asyncio.Event()
        self._all_closed.set()
        self._next_complaint = 0.0

    def opened(self, connection: Connection) -> None:
        """Count a connection in."""
        self._open.add(connection)
        self._all_closed.clear()
        self.stats.connections = len(self._open)

    def closed(self, connection: Connection, trouble: str = "") -> None:
        """Count a connection out, with what was wrong with it."""
        self._open.discard(connection)
        self.stats.connections = len(self._open)
        if not self._open:
            self._all_closed.set()
        if trouble:
            self.stats.broken += 1
            self._tell(f"a connection sent what is no milter protocol: {trouble}")

    async def finish(self, seconds: float) -> None:
        """Let open connections come to their end, and break off those that have not after so many seconds."""
        try:
            async with asyncio.timeout(seconds):
                await self._all_closed.wait()
        except TimeoutError:
            for connection in tuple(self._open):
                connection.abort()

    async def verdict(self, message: Message) -> Verdict:
        """What shall become of a message; never raises."""
        start = time.perf_counter()
        verdict = softened(await self._judged(message), message)
        self.stats.count(verdict.action, verdict.reason, time.perf_counter() - start)
        return verdict

    async def _judged(self, message: Message) -> Verdict:
        if self._only_authenticated and not (message.user or message.is_local):
            return Verdict("pass", reason="unauthenticated")
        try:
            verdict, trouble = await self._pool.judge(message)
            if verdict.reason in REASONS:
                trouble = trouble or await log_failure(self._pool.terms.log, verdict, message)
        except Exception as error:  # noqa: BLE001 - a bug of ours is no reason to lose anybody's mail
            self._complain(f"this is a bug in maillint: {type(error).__name__}: {error}")
            return failed(self._pool.terms.on_failure, "crashed")
        if trouble:
            self.stats.unlogged += 1
            self._complain(trouble)
        return verdict

    def _complain(self, text: str) -> None:
        if time.monotonic() >= self._next_complaint:
            self._next_complaint = time.monotonic() + COMPLAINT_SECONDS
            self._tell(text)
