"""Messages handed to a Postfix over many connections at once, and what became of each."""

from __future__ import annotations

import asyncio
import hashlib
import subprocess
import sys
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from mailserver import free_port, wait_for

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from types import TracebackType
    from typing import Self

MARK = b"X-Load-Number:"
SINK = """
import asyncio, hashlib, sys

REPLIES = {b"EHLO": b"250-sink\\r\\n250-SMTPUTF8\\r\\n250-8BITMIME\\r\\n250 PIPELINING\\r\\n", b"DATA": b"354 go on\\r\\n", b"QUIT": b"221 bye\\r\\n"}

async def serve(reader, writer):
    writer.write(b"220 sink ESMTP\\r\\n")
    try:
        while line := await reader.readline():
            word = line[:4].upper()
            writer.write(REPLIES.get(word, b"250 ok\\r\\n"))
            if word == b"DATA":
                data = await reader.readuntil(b"\\r\\n.\\r\\n")
                data = data[:-3].replace(b"\\r\\n..", b"\\r\\n.")
                at = data.find(b"X-Load-Number:")
                number = data[at + 14 : data.index(b"\\r\\n", at)].strip().decode()
                print(number, hashlib.sha256(data[at:]).hexdigest(), flush=True)
                writer.write(b"250 ok\\r\\n")
            if word == b"QUIT":
                return
    except (OSError, asyncio.IncompleteReadError):
        pass
    finally:
        writer.close()

async def main():
    server = await asyncio.start_server(serve, "127.0.0.1", int(sys.argv[1]), limit=64_000_000)
    async with server:
        await server.serve_forever()

asyncio.run(main())
"""
"""A process of its own that answers and counts as cheaply as Python can: less would hide what a milter costs."""


class Sink:
    """A server that takes every message and says its number and a hash of it, all in another process."""

    def __init__(self) -> None:
        self.port = free_port()
        self.arrived: Counter[str] = Counter()
        """How often each number came."""
        self.hashes: dict[str, str] = {}
        """The hash of what came under a number: the message from the field X-Load-Number on."""
        self._process = subprocess.Popen([sys.executable, "-c", SINK, str(self.port)], stdout=subprocess.PIPE)
        self._reading: asyncio.Task[None] | None = None

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
        return hashlib.sha256(self.data[self.data.index(MARK) :]).hexdigest()


class Client:
    """One connection to a Postfix; it is opened anew where it breaks."""

    def __init__(self, port: int) -> None:
        self.port = port
        self._reader: asyncio.StreamReader | None = None
        self._writer: asyncio.StreamWriter | None = None

    async def hand_in(self, message: Message) -> int:
        """Hand a message in; the last reply's code, 0 where the connection broke."""
        try:
            async with asyncio.timeout(120):
                return await self._transaction(message)
        except (OSError, ValueError, TimeoutError):
            self.close()
            return 0

    def close(self) -> None:
        """End the connection."""
        if self._writer:
            self._writer.close()
        self._reader = self._writer = None

    async def _transaction(self, message: Message) -> int:
        if not self._writer:
            self._reader, self._writer = await asyncio.open_connection("127.0.0.1", self.port)
            for code in (await self._reply(), await self._say(b"EHLO client.north.example")):
                if code // 100 != 2:
                    self.close()
                    return code
        for line in (f"MAIL FROM:<{message.sender}> BODY=8BITMIME", "RCPT TO:<tom@south.example>", "DATA"):
            code = await self._say(line.encode())
            if code >= 400:
                await self._say(b"RSET")
                return code
        return await self._say(message.data.replace(b"\r\n.", b"\r\n..") + b".")

    async def _say(self, line: bytes) -> int:
        assert self._writer
        self._writer.write(line + b"\r\n")
        await self._writer.drain()
        return await self._reply()

    async def _reply(self) -> int:
        assert self._reader
        line = await self._reader.readline()
        while line[3:4] == b"-":
            line = await self._reader.readline()
        return int(line[:3])


async def handed_in(messages: Iterable[Message], port: int, connections: int) -> dict[str, int]:
    """Hand messages in over so many connections; the code of the reply to each."""
    rest: Iterator[Message] = iter(messages)
    told: dict[str, int] = {}

    async def work() -> None:
        client = Client(port)
        for message in rest:
            told[message.number] = await client.hand_in(message)
        client.close()

    await asyncio.gather(*(work() for _ in range(connections)))
    return told
