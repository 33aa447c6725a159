"""The milter as a service: it starts, listens, reads its configuration anew on SIGHUP and stops gracefully."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from maillint.gate.milter import addresses, notify
from maillint.gate.milter.addresses import Address, AddressError
from maillint.gate.milter.connection import Connection
from maillint.gate.milter.handle import WorkerError
from maillint.gate.milter.health import Page
from maillint.gate.milter.pool import Pool
from maillint.gate.milter.server import Server
from maillint.gate.milter.stats import Stats
from maillint.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Coroutine


class Settings(NamedTuple):
    """What the command line says."""

    listen: tuple[Address, ...] = ()
    """None: what systemd passes on."""
    mode: int = 0o660
    """Of a local socket's file."""
    workers: int = 2
    config: str | None = None
    log: str | None = None
    body_limit: int = 10_000_000
    """Octets."""
    only_authenticated: bool = False
    fix: bool = False
    """Put safe rewrites into messages that go on."""
    metrics: Address | None = None
    grace: float = 5.0
    """Seconds that open connections get when the milter stops."""


class Service:
    """One running milter."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.stats = Stats()
        self.pool = Pool(settings.workers, {"config": settings.config, "log": settings.log, "fix": settings.fix}, tell)
        self.server = Server(
            self.pool,
            self.stats,
            tell,
            body_limit=settings.body_limit,
            only_authenticated=settings.only_authenticated,
        )
        self._stopping = asyncio.Event()
        self._tasks: set[asyncio.Task[None]] = set()

    async def run(self) -> None:
        """Serve until SIGTERM or SIGINT; SIGHUP makes it read its configuration anew.

        Raises:
            AddressError: an address cannot be listened at.
            WorkerError: the configuration cannot be used.
        """
        sockets = self._sockets()
        page = addresses.opened(self.settings.metrics) if self.settings.metrics else None
        self._heed_signals()
        try:
            await self.pool.start()
            listeners = [await self._listener(one) for one in sockets]
            if page:
                listeners.append(await asyncio.start_server(self._page().serve, sock=page))
            tell(f"ready at {', '.join(map(_name, sockets))}, workers: {self.pool.size}")
            notify.notify("READY=1")
            self._spawn(_watchdog())
            await self._stopping.wait()
            await self._stop(listeners)
        finally:
            for task in self._tasks:
                task.cancel()
            await self.pool.stop()

    async def _listener(self, listening: socket.socket) -> asyncio.Server:
        loop = asyncio.get_running_loop()
        start = loop.create_unix_server if listening.family == socket.AF_UNIX else loop.create_server
        return await start(lambda: Connection(self.server), sock=listening, backlog=addresses.BACKLOG)

    def _sockets(self) -> list[socket.socket]:
        given = addresses.passed(os.environ)
        if not given and not self.settings.listen:
            raise AddressError("say where to listen, such as --listen unix:/run/maillint/milter.sock")
        return given or [addresses.opened(one, self.settings.mode) for one in self.settings.listen]

    def _page(self) -> Page:
        from maillint.gate.milter.metrics import CONTENT_TYPE, Metrics

        metrics = Metrics(self.stats, self.pool)
        return Page(lambda: self.pool.ready > 0 and not self._stopping.is_set(), metrics.page, CONTENT_TYPE)

    async def _stop(self, listeners: list[asyncio.Server]) -> None:
        """Take no new connections, and let those that are open come to their end."""
        notify.notify("STOPPING=1")
        for one in listeners:
            one.close()
        for address in self.settings.listen:
            addresses.remove(address)  # at once: who is started in our place may listen there
        await self.server.finish(self.settings.grace)

    def _heed_signals(self) -> None:
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, self._stopping.set)
        loop.add_signal_handler(signal.SIGHUP, lambda: self._spawn(self._reload()))

    async def _reload(self) -> None:
        notify.reloading()
        try:
            await self.pool.start()
        except WorkerError as error:
            tell(f"the configuration stays as it was: {error}")
        else:
            tell("the configuration was read anew")
        notify.notify("READY=1")

    def _spawn(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


def serve(settings: Settings) -> None:
    """Run a milter until it is told to stop.

    Raises:
        AddressError: an address cannot be listened at.
        WorkerError: the configuration cannot be used.
    """
    asyncio.run(Service(settings).run())


def tell(text: str) -> None:
    """A line for the administrator on standard error; a full disk behind it stops nothing."""
    with suppress(OSError, ValueError):
        sys.stderr.write(f"maillint milter: {' '.join(text.split())}\n")
        sys.stderr.flush()


async def _watchdog() -> None:
    pause = notify.watchdog_seconds()
    while pause:
        notify.notify("WATCHDOG=1")
        await asyncio.sleep(pause)


def _name(listening: socket.socket) -> str:
    name = listening.getsockname()
    return str(Address(path=name) if isinstance(name, str) else Address("", *name[:2]))
