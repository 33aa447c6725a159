"""The relay as a service: it listens, and ends when told to, once the messages that have been begun are answered."""

from __future__ import annotations

import asyncio
import logging
import signal
from typing import TYPE_CHECKING

from maillint.gate.relay.door import Door
from maillint.records import NamedTuple

if TYPE_CHECKING:
    import ssl
    from collections.abc import Callable

    from maillint.gate.relay.terms import Terms

_LOOK_SECONDS = 0.05


class Place(NamedTuple):
    """Where it listens."""

    host: str
    port: int
    """0 for any that is free."""
    tls: ssl.SSLContext | None = None
    """For TLS from the first octet on."""
    grace: float = 30.0
    """Seconds for messages that have been begun when it is told to end."""


async def serve(place: Place, terms: Terms, ready: Callable[[str, int], object]) -> None:
    """Serve until SIGTERM or SIGINT.

    Args:
        place: where to listen.
        terms: what holds for every connection.
        ready: is told host and port once connections are taken.

    Raises:
        OSError: the port cannot be had.
        JudgeError: the process that judges does not start.
    """
    logging.getLogger("mail.log").setLevel(logging.CRITICAL + 1)  # aiosmtpd's: it would log addresses
    doors: set[Door] = set()
    loop = asyncio.get_running_loop()
    told_to_end = _told_to_end(loop)
    server = await loop.create_server(lambda: Door(terms, doors), place.host, place.port, ssl=place.tls)
    try:
        await terms.judge.start()
        ready(place.host, server.sockets[0].getsockname()[1])
        await told_to_end.wait()
        server.close()
        await _ended(doors, loop.time() + place.grace)
    finally:
        server.close()
        await terms.judge.stop()


def _told_to_end(loop: asyncio.AbstractEventLoop) -> asyncio.Event:
    """Set once a signal has come; asked for first of all, so that none finds the process without an answer."""
    told = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, told.set)
    return told


async def _ended(doors: set[Door], deadline: float) -> None:
    """Dismiss every connection once it is between two messages, or at the deadline."""
    loop = asyncio.get_running_loop()
    while doors:
        for door in tuple(doors):
            if not door.is_busy or loop.time() > deadline:
                door.dismiss()
                doors.discard(door)
        await asyncio.sleep(_LOOK_SECONDS)
