"""One connection of a mail server: packets in, verdicts out, a sign of life while a verdict is being found."""

from __future__ import annotations

import asyncio
import socket
from typing import TYPE_CHECKING

from maillint.gate.milter import packets, replies
from maillint.gate.milter.packets import HEAD, ProtocolError
from maillint.gate.milter.session import Session
from maillint.gate.milter.verdict import packets as carried_out

if TYPE_CHECKING:
    from maillint.gate.milter.incoming import Message
    from maillint.gate.milter.server import Server

PROGRESS_SECONDS = 2.0
"""How often a server that waits hears that we are still at work."""


class Connection(asyncio.Protocol):
    """Reads commands and answers them; while a message is judged nothing more is read."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._session = Session(server.body_limit)
        self._buffer = bytearray()
        self._transport: asyncio.Transport
        self._socket: socket.socket | None = None
        self._timer: asyncio.TimerHandle
        self._work: asyncio.Task[None] | None = None
        self._trouble = ""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        self._server.opened(self)
        own = transport.get_extra_info("socket")
        if own.family != socket.AF_UNIX:
            own.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
            self._socket = own

    def connection_lost(self, error: Exception | None) -> None:  # noqa: ARG002 - asyncio's form
        self._server.closed(self, self._trouble)

    def abort(self) -> None:
        """Break it off."""
        self._transport.abort()

    def data_received(self, data: bytes) -> None:
        self._buffer += data
        if self._socket:
            _acknowledge(self._socket)
        if self._is_reading:
            self._proceed()

    @property
    def _is_reading(self) -> bool:
        return self._work is None and not self._transport.is_closing()

    def _proceed(self) -> None:
        """Take all whole packets, up to the end of a message."""
        try:
            self._take_packets()
        except ProtocolError as error:
            self._trouble = str(error)
            self._transport.close()

    def _take_packets(self) -> None:
        at, octets = 0, bytes(self._buffer)
        while len(octets) >= at + HEAD.size and self._is_reading:
            start = at + HEAD.size
            end = start + packets.length_of(octets, at)
            if len(octets) < end:
                break
            self._take(packets.decode(octets[start:end]))
            at = end
        del self._buffer[:at]

    def _take(self, command: packets.Command) -> None:
        if isinstance(command, packets.Quit):
            self._transport.close()
        elif isinstance(command, packets.EndOfMessage):
            self._transport.pause_reading()
            self._work = asyncio.get_running_loop().create_task(self._answer(self._session.complete(command)))
        elif answer := self._session.receive(command):
            self._transport.write(answer)

    async def _answer(self, message: Message) -> None:
        """Find a message's verdict and send it, then read on; while it takes its time, say so."""
        self._tell_later()
        verdict = await self._server.verdict(message)
        self._timer.cancel()
        self._work = None
        if self._is_reading:
            self._transport.write(b"".join(carried_out(verdict, message, self._session)))
            self._transport.resume_reading()
            self._proceed()

    def _tell_later(self) -> None:
        """Say after a while that we are still at work, and again, until there is a verdict."""
        self._timer = asyncio.get_running_loop().call_later(PROGRESS_SECONDS, self._tell_progress)

    def _tell_progress(self) -> None:
        if not self._transport.is_closing():
            self._transport.write(replies.PROGRESS)
            self._tell_later()


def _acknowledge(connected: socket.socket) -> None:
    """Have what came acknowledged at once: a server that writes twice would wait 40 ms between (RFC 1122 4.2.3.2)."""
    if hasattr(socket, "TCP_QUICKACK"):
        connected.setsockopt(socket.IPPROTO_TCP, socket.TCP_QUICKACK, 1)
