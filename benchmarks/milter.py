"""What the milter costs a Postfix: messages over many connections with it and without it, in turn, each one counted.

    python benchmarks/milter.py                       5,000 messages over 20 connections
    python benchmarks/milter.py --messages 500        fewer
    python benchmarks/milter.py --connections 5 --workers 1

It needs root and Debian's package postfix. Messages are short English business mails, each with a number of its own.
Beside those that pass, one in twenty more goes through the milter and is refused. The exit status is 1 when a message
was lost, doubled or changed, or when the rate with the milter is under 0.8 of the rate without.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import subprocess
import sys
import tempfile
import time
from random import Random
from typing import TYPE_CHECKING

import messages
from load import MARK, Message, Sink, handed_in
from mailserver import Postfix, cpu_seconds, free_port, why_not

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LEAST = 0.8
CHUNK = 250
RULES = '[gate]\nfail-on = "never"\nwarn-on = "never"\n[[gate.rules]]\nsender = "refused@*"\naction = "reject"\n'


def numbered(prefix: str, count: int, sender: str = "anna@north.example") -> Iterator[Message]:
    """So many short English mails, none like the other, each with a number of its own before its other fields."""
    random = Random(prefix)
    for at in range(count):
        number = f"{prefix}{at}"
        text = messages.submitted(random).replace(b"\n", b"\r\n")
        yield Message(number, sender, MARK + b" " + number.encode() + b"\r\n" + text)


def memory(pid: int) -> int:
    """Resident KiB of a process and its children."""
    pids = subprocess.run(["pgrep", "-P", str(pid)], capture_output=True, text=True, check=False).stdout.split()
    total = 0
    for one in (str(pid), *pids):
        with open(f"/proc/{one}/status", encoding="ascii") as status:
            total += next(int(line.split()[1]) for line in status if line.startswith("VmRSS"))
    return total


def milter(folder: str, port: int, workers: int) -> subprocess.Popen[str]:
    """A milter that is ready."""
    rules = os.path.join(folder, "rules.toml")
    with open(rules, "w", encoding="utf-8") as file:
        file.write(RULES)
    command = [sys.executable, "-m", "maillint", "milter", "--listen", f"inet:127.0.0.1:{port}"]
    process = subprocess.Popen(
        [*command, "--config", rules, "--workers", str(workers)], stderr=subprocess.PIPE, text=True
    )
    assert process.stderr
    print(process.stderr.readline().strip())
    return process


class Tally:
    """What a run has shown."""

    def __init__(self) -> None:
        self.seconds = {"without": 0.0, "with": 0.0}
        self.cpu = {"without": 0.0, "with": 0.0}
        self.told: dict[str, int] = {}
        self.sent: dict[str, Message] = {}

    async def chunk(self, side: str, batch: Sequence[Message], postfix: Postfix, sink: Sink, connections: int) -> None:
        """Send some messages and wait until those that were taken are here."""
        self.sent |= {message.number: message for message in batch}
        start, before = time.perf_counter(), cpu_seconds(os.getpid(), postfix.pid)
        told = await handed_in(batch, postfix.ports[side], connections)
        await sink.all_here(number for number, code in told.items() if code == 250)
        self.seconds[side] += time.perf_counter() - start
        self.cpu[side] += cpu_seconds(os.getpid(), postfix.pid) - before
        self.told |= told

    def faults(self, sink: Sink) -> dict[str, int]:
        """How many messages were lost, doubled, changed, or refused and yet delivered."""
        taken = {number for number, code in self.told.items() if code == 250}
        meant = {number for number, message in self.sent.items() if not message.sender.startswith("refused@")}
        return {
            "lost": len(taken - sink.arrived.keys()),
            "doubled": sum(count > 1 for count in sink.arrived.values()),
            "changed": sum(
                sink.hashes.get(number, self.sent[number].hash) != self.sent[number].hash for number in taken
            ),
            "refused and delivered": len(sink.arrived.keys() - taken),
            "wrongly told": len(taken ^ meant),
        }


async def run(arguments: argparse.Namespace, folder: str) -> int:
    """The benchmark; returns the exit status."""
    port, tally = free_port(), Tally()
    process = milter(folder, port, arguments.workers)
    smtpds = {"without": {}, "with": {"smtpd_milters": f"inet:127.0.0.1:{port}"}}
    try:
        async with Sink() as sink:
            with Postfix(sink.port, smtpds) as postfix:
                await rounds(arguments, tally, postfix, sink, process.pid)
                faults = tally.faults(sink)
    finally:
        process.terminate()
        process.wait()
    return report(arguments.messages, tally, faults)


async def rounds(arguments: argparse.Namespace, tally: Tally, postfix: Postfix, sink: Sink, pid: int) -> None:
    """Both sides in turn, so that a busy machine hurts both alike; some more on the milter's side are refused."""
    left = arguments.messages
    while left > 0:
        size = min(CHUNK, left)
        for side in ("without", "with") if (left // CHUNK) % 2 else ("with", "without"):
            batch = list(numbered(f"{side}-{left}-", size))
            if side == "with":
                batch += numbered(f"refused-{left}-", size // 20, "refused@north.example")
            await tally.chunk(side, batch, postfix, sink, arguments.connections)
        left -= size
        print(f"{arguments.messages - left:6} messages each, milter and workers {memory(pid) // 1024} MiB", flush=True)


def report(count: int, tally: Tally, faults: dict[str, int]) -> int:
    """Print the figures; returns the exit status."""
    rates = {side: count / seconds for side, seconds in tally.seconds.items()}
    ratio = rates["with"] / rates["without"]
    print(f"without: {rates['without']:.0f} a second, with: {rates['with']:.0f}, ratio {ratio:.2f} (at least {LEAST})")
    cpu = {side: 1000 * seconds / count for side, seconds in tally.cpu.items()}
    ratio_of_cpu = cpu["without"] / cpu["with"]
    print(f"CPU a message, clients included: {cpu['without']:.1f} and {cpu['with']:.1f} ms, ratio {ratio_of_cpu:.2f}")
    print(f"{len(tally.told)} messages: {', '.join(f'{count} {what}' for what, count in faults.items())}")
    return 1 if ratio < LEAST or any(faults.values()) else 0


def main() -> int:
    """Read the command line and run."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--messages", type=int, default=5000)
    parser.add_argument("--connections", type=int, default=20)
    parser.add_argument("--workers", type=int, default=2)
    arguments = parser.parse_args()
    if trouble := why_not():
        parser.error(trouble)
    with tempfile.TemporaryDirectory() as folder:
        return asyncio.run(run(arguments, folder))


if __name__ == "__main__":
    sys.exit(main())
