"""The relay under load: many connections, a next server that dies or is slow, clients that hang up too early.

    python benchmarks/relay.py                        2,000 messages over 20 connections
    python benchmarks/relay.py --messages 500         fewer

Clients are aiosmtplib, the next server is aiosmtpd in a process of its own, the messages short English business mails,
each with a number. Clients send again what they are told to send again later, as every mail program does. The exit
status is 1 when a message that was taken did not arrive unchanged, or one arrived twice though the next server lived.
"""

from __future__ import annotations

import argparse
import asyncio
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from load import Client, Message, Sink, handed_in
from mailserver import cpu_seconds, free_port, wait_for
from milter import RULES, numbered

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

PARTS = 5
PAUSE = 0.2
"""Seconds after which a client sends again."""


class Relay:
    """A running relay in front of a sink."""

    def __init__(self, folder: str, sink: Sink) -> None:
        rules = Path(folder, "rules.toml")
        rules.write_text(RULES, encoding="utf-8")
        self.port = free_port()
        command = [sys.executable, "-m", "maillint", "relay", "--listen", f"127.0.0.1:{self.port}", "--no-login"]
        command += ["--next", f"127.0.0.1:{sink.port}", "--next-tls", "none", "--config", str(rules)]
        self._process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
        wait_for(self.port, 60)

    def memory(self) -> int:
        """Resident MiB of the relay alone, without the process that judges."""
        status = Path(f"/proc/{self._process.pid}/status").read_text(encoding="ascii")
        return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS")) // 1024

    def cpu(self) -> float:
        """Seconds of CPU time, its judge's included."""
        return cpu_seconds(self._process.pid)

    def stop(self) -> None:
        """End it."""
        self._process.terminate()
        self._process.wait()


async def until_answered(messages: Iterable[Message], port: int, connections: int) -> dict[str, int]:
    """Hand each message in as often as it takes; the last code of each."""
    rest: Iterator[Message] = iter(messages)
    told: dict[str, int] = {}

    async def work() -> None:
        client = Client(port)
        for message in rest:
            while (code := await client.hand_in(message)) // 100 in (0, 4):
                client.close()
                await asyncio.sleep(PAUSE)
            told[message.number] = code
        await client.leave()

    await asyncio.gather(*(work() for _ in range(connections)))
    return told


def mixed(prefix: str, count: int) -> list[Message]:
    """So many messages, and one in twenty more that a rule refuses."""
    return [*numbered(prefix, count), *numbered(f"refused-{prefix}", count // 20, "refused@north.example")]


def faults(sent: Iterable[Message], told: dict[str, int], sink: Sink) -> dict[str, int]:
    """How many messages were lost, arrived more than once, changed, or were refused and yet delivered."""
    hashes = {message.number: message.hash for message in sent}
    taken = {number for number, code in told.items() if code == 250}
    return {
        "lost": len(taken - sink.arrived.keys()),
        "doubled": sum(sink.arrived[number] > 1 for number in taken),
        "changed": sum(sink.hashes.get(number, hashes[number]) != hashes[number] for number in taken),
        "refused and delivered": sum(number in sink.arrived for number in told.keys() - taken),
    }


def tell(what: str, seconds: float, relay: Relay, told: dict[str, int], found: dict[str, int]) -> None:
    """Print what a part of the run has shown."""
    refused = sum(code // 100 == 5 for code in told.values())
    print(f"{what}: {len(told)} messages in {seconds:.1f} s, {refused} of them refused; relay {relay.memory()} MiB")
    print("  " + ", ".join(f"{number} {kind}" for kind, number in found.items()), flush=True)


async def through(folder: str, count: int, connections: int) -> int:
    """All goes well: the rate beside that of the next server alone, and the memory in between."""
    async with Sink() as sink:
        relay = Relay(folder, sink)
        seconds = {"alone": 0.0, "relay": 0.0}
        sent: list[Message] = []
        told: dict[str, int] = {}
        before = relay.cpu()
        for at in range(PARTS):
            batches = {"alone": list(numbered(f"alone{at}-", count // PARTS)), "relay": mixed(f"{at}-", count // PARTS)}
            for side, batch in batches.items():
                start = time.perf_counter()
                codes = await handed_in(batch, sink.port if side == "alone" else relay.port, connections)
                seconds[side] += time.perf_counter() - start
                told |= codes if side == "relay" else {}
            sent += batches["relay"]
            print(f"{count * (at + 1) // PARTS:6} messages: relay {relay.memory()} MiB", flush=True)
        cpu = 1000 * (relay.cpu() - before) / len(sent)
        rates = {side: count / spent for side, spent in seconds.items()}
        print(f"next server alone {rates['alone']:.0f} a second, through the relay {rates['relay']:.0f}")
        print(f"CPU time of the relay and of the process that judges: {cpu:.1f} ms a message")
        found = faults(sent, told, sink)
        tell("as it should be", seconds["relay"], relay, told, found)
        relay.stop()
        return sum(found.values())


async def dying(folder: str, count: int, connections: int) -> int:
    """The next server is killed in the middle, twice, and comes back; what it had not answered may come twice."""
    async with Sink() as sink:
        relay = Relay(folder, sink)
        sent, start = mixed("dying-", count), time.perf_counter()
        work = asyncio.ensure_future(until_answered(sent, relay.port, connections))
        for part in (1, 2):
            await sink.has(count * part // 3)
            await sink.die(1)
        told = await work
        found = faults(sent, told, sink)
        tell("the next server killed twice", time.perf_counter() - start, relay, told, found)
        relay.stop()
        return sum(found.values()) - min(found["doubled"], 2 * connections)


async def slow(folder: str, count: int, connections: int) -> int:
    """The next server takes half a second over each message."""
    async with Sink(0.5) as sink:
        relay = Relay(folder, sink)
        sent, start = mixed("slow-", count), time.perf_counter()
        told = await until_answered(sent, relay.port, connections)
        found = faults(sent, told, sink)
        tell("a slow next server", time.perf_counter() - start, relay, told, found)
        relay.stop()
        return sum(found.values())


async def hung_up(folder: str, count: int) -> int:
    """Clients go away right behind the dot that ends the message; others are served none the less."""
    async with Sink() as sink:
        relay = Relay(folder, sink)
        sent, start = list(numbered("hung-", count)), time.perf_counter()
        for message in sent:
            await leave_behind_the_dot(message, relay.port)
        told = await until_answered(numbered("after-", 20), relay.port, 5)
        arrived = [sink.arrived[message.number] for message in sent]
        found = {
            "of those who hung up arrived": sum(map(bool, arrived)),
            "doubled": sum(times > 1 for times in arrived),
            "changed": sum(sink.hashes.get(message.number, message.hash) != message.hash for message in sent),
        }
        tell(f"after {count} that hung up", time.perf_counter() - start, relay, told, found)
        relay.stop()
        return found["doubled"] + found["changed"] + sum(code != 250 for code in told.values())


async def leave_behind_the_dot(message: Message, port: int) -> None:
    """Send a message and be gone at once."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    await reader.readline()
    for line in (b"EHLO x", b"MAIL FROM:<anna@north.example>", b"RCPT TO:<tom@south.example>", b"DATA"):
        writer.write(line + b"\r\n")
        while (await reader.readline())[3:4] == b"-":
            pass
    writer.write(message.data.replace(b"\r\n.", b"\r\n..") + b"\r\n.\r\n")
    await writer.drain()
    writer.transport.abort()


def main() -> int:
    """Read the command line and run."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--messages", type=int, default=2000)
    parser.add_argument("--connections", type=int, default=20)
    arguments = parser.parse_args()
    count, connections = arguments.messages, arguments.connections
    with tempfile.TemporaryDirectory() as folder:
        parts = (
            through(folder, count, connections),
            dying(folder, count, connections),
            slow(folder, count // 10, connections),
            hung_up(folder, count // 10),
        )
        return min(sum(asyncio.run(part) for part in parts), 1)


if __name__ == "__main__":
    sys.exit(main())
