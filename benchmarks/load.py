"""Messages handed to a Postfix over many connections at once, and what became of each."""

from __future__ import annotations

import asyncio
import hashlib
import subprocess
import sys
from collections import Counter
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

import aiosmtplib
from mailserver import free_port, wait_for

if TYPE_CHECKING:
    import ssl
    from collections.abc import Iterable, Iterator
    from types import TracebackType
    from typing import Self

MARK = b"X-Load-Number:"
SINK = """
import asyncio, hashlib, sys, time
from aiosmtpd.controller import Controller

class Sink:
    async def handle_DATA(self, server, session, envelope):
        await asyncio.sleep(float(sys.argv[2]))
        data = envelope.content
        at = data.find(b"X-Load-Number:")
        end = data.index(b"\\r\\n", at)
        print(data[at + 14 : end].strip().decode(), hashlib.sha256(data[end:]).hexdigest(), flush=True)
        return "250 OK"

Controller(Sink(), hostname="127.0.0.1", port=int(sys.argv[1]), enable_SMTPUTF8=True, data_size_limit=0).start()
while True:
    time.sleep(3600)
"""
"""aiosmtpd in a process of its own."""


class Sink:
    """A server that takes every message and says its number and a hash of it, all in another process."""

    def __init__(self, slowness: float = 0) -> None:
        """``slowness``: seconds it takes over each message before it says yes."""
        self.port = free_port()
        self._slowness = slowness
        self.arrived: Counter[str] = Counter()
        """How often each number came."""
        self.hashes: dict[str, str] = {}
        """The hash of what came under a number: the message behind the field X-Load-Number."""
        self._process = self._started()
        self._reading: asyncio.Task[None] | None = None

    @property
    def pid(self) -> int:
        """Its process."""
        return self._process.pid

    def _started(self) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-c", SINK, str(self.port), str(self._slowness)]
        return subprocess.Popen(command, stdout=subprocess.PIPE)

    async def die(self, seconds: float) -> None:
        """Be killed, and be there again after so many seconds."""
        self._process.kill()
        self._process.wait()
        if self._reading:
            await self._reading
        await asyncio.sleep(seconds)
        self._process = self._started()
        self._reading = asyncio.ensure_future(self._read())

    async def __aenter__(self) -> Self:
        wait_for(self.port)
        self._reading = asyncio.ensure_future(self._read())
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.kill()
        self._process.wait()
        if self._reading:
            self._reading.cancel()

    async def _read(self) -> None:
        reader = asyncio.StreamReader()
        loop = asyncio.get_running_loop()
        await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), self._process.stdout)
        while line := await reader.readline():
            number, _, found = line.decode().strip().partition(" ")
            self.arrived[number] += 1
            self.hashes[number] = found

    async def has(self, number: int, seconds: float = 300) -> bool:
        """Wait until so many messages have come; whether they have."""
        for _ in range(int(seconds * 100)):
            if len(self.arrived) >= number:
                return True
            await asyncio.sleep(0.01)
        return False

    async def all_here(self, numbers: Iterable[str], seconds: float = 120) -> bool:
        """Wait until all of these have come; whether they have."""
        missing = set(numbers)
        for _ in range(int(seconds * 50)):
            missing -= self.arrived.keys()
            if not missing:
                return True
            await asyncio.sleep(0.02)
        return False


class Message(NamedTuple):
    """One message to hand in."""

    number: str
    sender: str
    data: bytes

    @property
    def hash(self) -> str:
        """What the sink says of it where nobody has changed it."""
        return hashlib.sha256(self.data[self.data.index(b"\r\n", self.data.index(MARK)) :]).hexdigest()


class Client:
    """One connection to a Postfix; it is opened anew where it breaks."""

    def __init__(self, port: int, tls: ssl.SSLContext | None = None) -> None:
        """``tls``: say STARTTLS, under these terms."""
        self._port, self._tls = port, tls
        self._connection: aiosmtplib.SMTP | None = None

    async def hand_in(self, message: Message) -> int:
        """Hand a message in; the last reply's code, 0 where the connection broke."""
        try:
            if self._connection is None:
                self._connection = aiosmtplib.SMTP(
                    hostname="127.0.0.1",
                    port=self._port,
                    timeout=120,
                    start_tls=self._tls is not None,
                    tls_context=self._tls,
                )
                await self._connection.connect()
            await self._connection.sendmail(message.sender, ["tom@south.example"], message.data)
        except aiosmtplib.SMTPResponseException as error:
            return error.code
        except aiosmtplib.SMTPRecipientsRefused as error:
            return error.recipients[0].code
        except (aiosmtplib.SMTPException, OSError):
            self.close()
            return 0
        return 250

    async def leave(self) -> None:
        """Say goodbye and end the connection."""
        with suppress(aiosmtplib.SMTPException, OSError):
            if self._connection:
                await self._connection.quit()
        self.close()

    def close(self) -> None:
        """Break the connection off."""
        if self._connection:
            self._connection.close()
        self._connection = None


async def handed_in(
    messages: Iterable[Message], port: int, connections: int, tls: ssl.SSLContext | None = None
) -> dict[str, int]:
    """Hand messages in over so many connections at a time; the code of the reply to each.

    With ``tls`` each message has a connection of its own, as when many people send one each.
    """
    rest: Iterator[Message] = iter(messages)
    told: dict[str, int] = {}

    async def work() -> None:
        client = Client(port, tls)
        for message in rest:
            told[message.number] = await client.hand_in(message)
            if tls:
                await client.leave()
        await client.leave()

    await asyncio.gather(*(work() for _ in range(connections)))
    return told
