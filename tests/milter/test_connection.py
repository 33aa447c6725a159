"""However a server's octets are cut on their way, they are read as the same packets; whatever they are, nothing breaks."""

from __future__ import annotations

import asyncio
import itertools
import struct
from contextlib import suppress

from hypothesis import given
from hypothesis import strategies as st

from maillint.gate.milter import packets, replies
from maillint.gate.milter.connection import Connection
from maillint.gate.milter.pool import Pool
from maillint.gate.milter.server import Server
from maillint.gate.milter.stats import Stats


def framed(packet: bytes) -> bytes:
    return struct.pack("!I", len(packet)) + packet


OPTIONS = framed(b"O" + struct.pack("!III", 6, 0x1FF, 0x1FFFFF))
MESSAGE = b"".join(
    map(
        framed,
        (
            b"Cclient.example\x004\x1f\x90192.0.2.7\0",
            b"M<anna@north.example>\0",
            "R<王芳@例子.example>\0".encode(),
            "LX-Maillint\0 off å\0".encode(),
            "B您好 🙏\r\n".encode(),
            b"E",
        ),
    )
)
ANSWER = replies.change_header(1, "X-Maillint", "", spaced=True) + replies.CONTINUE


async def conversation(chunks: list[bytes]) -> tuple[bytes, Stats]:
    """What is answered to octets that come in these pieces; nobody has logged in, so that no worker is asked."""
    stats = Stats()
    server = Server(Pool(1, {}, str), stats, str, body_limit=1000, only_authenticated=True)
    listening = await asyncio.get_running_loop().create_server(lambda: Connection(server), "127.0.0.1", 0)
    async with listening:
        reader, writer = await asyncio.open_connection(*listening.sockets[0].getsockname())
        answer = b""
        with suppress(OSError):  # a stranger may be shown the door
            for chunk in chunks:
                writer.write(chunk)
                await asyncio.sleep(0)
            writer.write_eof()
            async with asyncio.timeout(10):
                answer = await reader.read()
        writer.close()
        await server.finish(1)
    return answer, stats


def cut(data: bytes, places: list[int]) -> list[bytes]:
    """Octets in pieces."""
    bounds = [0, *sorted(place % (len(data) + 1) for place in places), len(data)]
    return [data[start:end] for start, end in itertools.pairwise(bounds)]


@given(st.lists(st.integers(min_value=0), max_size=12))
def test_pieces_are_put_together(places: list[int]) -> None:
    whole = OPTIONS + MESSAGE + MESSAGE + framed(b"Q")
    answer, stats = asyncio.run(conversation(cut(whole, places)))
    assert answer.endswith(ANSWER + ANSWER)
    assert answer.count(replies.CONTINUE) == 2
    assert (stats.messages["pass", "unauthenticated"], stats.connections, stats.broken) == (2, 0, 0)


COMMANDS = st.builds(bytes.__add__, st.sampled_from(sorted(packets._READERS)), st.binary(max_size=40)).map(framed)


@given(st.lists(st.one_of(st.binary(max_size=30), COMMANDS, st.just(MESSAGE)), max_size=20))
def test_nothing_a_stranger_sends_breaks_it(chunks: list[bytes]) -> None:
    _, stats = asyncio.run(conversation([OPTIONS, *chunks]))
    assert stats.connections == 0
    assert stats.broken in {0, 1}
