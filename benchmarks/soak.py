"""Mixed mail through Postfix and the milter, which is killed every minute: nothing is lost, doubled or changed.

    python benchmarks/soak.py                                30 minutes
    python benchmarks/soak.py --minutes 3 --every 20         shorter, with a mishap every 20 seconds
    python benchmarks/soak.py --hostile DIR                  with the .eml files of a folder among the messages

It needs root and Debian's package postfix. Clients send again what they are told to send again later, as every mail
program does. What Postfix itself makes of a hostile message is learnt first, without the milter. The exit status is 1
when a message that was taken did not arrive once and unchanged, or one that was refused did arrive.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from contextlib import suppress
from itertools import count
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import messages
from load import MARK, Client, Message, Sink, handed_in
from mailserver import Postfix, free_port, why_not

if TYPE_CHECKING:
    from collections.abc import Sequence

CONNECTIONS = 8
BACKLOG = 300
"""Messages that may wait in Postfix's queue before the clients pause: it takes them faster than it passes them on."""
LONGEST_LINE = 900
LARGEST = 2_000_000
LONGEST_HEAD = 50_000
"""Octets. Postfix cuts a longer header field as soon as it asks any milter, OpenDKIM as well."""
RULES = """\
[gate]
action = "reject"
warn-on = "never"
time-limit = 5
"""
BAD = (
    b"From: anna@north.example\r\nTo: tom@south.example\r\nSubject: Order 4471: price list\r\n\r\n"
    b"Dear Tom,\r\n\r\nI have attached the new price list.\r\n\r\nKind regards,\r\nAnna\r\n"
)
AS_THEY_ARE = {"local_header_rewrite_clients": "", "message_drop_headers": "", "header_size_limit": "4000000"}
"""Settings by which Postfix leaves header fields as they are."""


def wired(data: bytes) -> bytes:
    """A message as it can go over SMTP: CRLF, and no line longer than servers take."""
    lines = []
    for line in data.replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n"):
        lines += [line[at : at + LONGEST_LINE] for at in range(0, max(len(line), 1), LONGEST_LINE)]
    return b"\r\n".join(lines) + b"\r\n"


def is_fit(data: bytes) -> bool:
    """Whether Postfix leaves a message as it is when a milter does."""
    return len(data) <= LARGEST and len(wired(data).partition(b"\r\n\r\n")[0]) <= LONGEST_HEAD


class Supply:
    """Messages to send: good ones, bad ones, and the hostile ones that Postfix takes at all."""

    def __init__(self, hostile: Sequence[bytes]) -> None:
        self._random = Random(1)
        self._numbers = count()
        self.hostile: list[tuple[bytes, str]] = [(wired(data), "") for data in hostile]
        """Each with the hash of what Postfix makes of it."""

    def next(self) -> tuple[Message, str]:
        """A message, and the hash of what is to arrive."""
        kind = self._random.random()
        if kind < 0.2:
            return self._made(BAD, "")
        if kind < 0.6 and self.hostile:
            return self._made(*self._random.choice(self.hostile))
        return self._made(messages.submitted(self._random).replace(b"\n", b"\r\n"), "")

    async def learn(self, port: int, sink: Sink) -> None:
        """Send every hostile message past the milter, and keep those that arrive, as they arrive."""
        made = [self._made(data, "")[0] for data, _ in self.hostile]
        told = await handed_in(made, port, CONNECTIONS)
        taken = [message.number for message in made if told[message.number] == 250]
        await sink.all_here(taken, 300)
        self.hostile = [
            (data, sink.hashes[message.number])
            for message, (data, _) in zip(made, self.hostile, strict=True)
            if message.number in sink.hashes
        ]

    def _made(self, data: bytes, expected: str) -> tuple[Message, str]:
        number = f"n{next(self._numbers)}"
        message = Message(number, "anna@north.example", MARK + b" " + number.encode() + b"\r\n" + data)
        return message, expected or message.hash


class Keeper:
    """Starts the milter, and starts it again when it has ended, as systemd does; and sees to it that it does end."""

    def __init__(self, folder: str, port: int) -> None:
        rules = Path(folder, "rules.toml")
        rules.write_text(RULES, encoding="utf-8")
        command = (sys.executable, "-m", "maillint", "milter", "--listen", f"inet:127.0.0.1:{port}")
        self._command = (*command, "--config", str(rules), "--workers", "2", "--log", str(Path(folder, "log.jsonl")))
        self.process: subprocess.Popen[bytes]
        self.mishaps: Counter[str] = Counter()

    async def keep(self) -> None:
        """Run it until cancelled."""
        self.process = subprocess.Popen(self._command, stderr=subprocess.DEVNULL)
        try:
            while True:
                await asyncio.sleep(0.2)
                if self.process.poll() is not None:
                    self.process = subprocess.Popen(self._command, stderr=subprocess.DEVNULL)
        finally:
            self.process.send_signal(signal.SIGCONT)
            self.process.kill()
            self.process.wait()

    async def plague(self, every: float) -> None:
        """Let one mishap after the other befall it."""
        kinds = ("killed", "a worker killed", "stopped for 8 seconds", "asked to stop", "read anew")
        for at in count():
            await asyncio.sleep(every)
            kind = kinds[at % len(kinds)]
            self.mishaps[kind] += 1
            with suppress(ProcessLookupError, IndexError):
                await self._befall(kind)

    async def _befall(self, kind: str) -> None:
        pid = self.process.pid
        if kind == "a worker killed":
            workers = subprocess.run(["pgrep", "-P", str(pid)], capture_output=True, check=False).stdout.split()
            os.kill(int(workers[0]), signal.SIGKILL)
            return
        names = {"killed": signal.SIGKILL, "asked to stop": signal.SIGTERM, "read anew": signal.SIGHUP}
        os.kill(pid, names.get(kind, signal.SIGSTOP))
        if kind not in names:
            await asyncio.sleep(8)
            os.kill(pid, signal.SIGCONT)


class Soak:
    """The clients, and what they were told."""

    def __init__(self, supply: Supply, sink: Sink) -> None:
        self.supply, self.sink = supply, sink
        self.taken = 0
        self._before = len(sink.arrived)
        self.told: dict[str, int] = {}
        self.expected: dict[str, str] = {}
        self.again = 0
        """Times that a message had to be sent again."""

    async def client(self, port: int, end: float) -> None:
        """Send messages until the end, each until it is taken or refused."""
        client = Client(port)
        while time.monotonic() < end:
            if self.taken - (len(self.sink.arrived) - self._before) > BACKLOG:
                await asyncio.sleep(0.05)
                continue
            message, expected = self.supply.next()
            self.expected[message.number] = expected
            while (code := await client.hand_in(message)) // 100 in (0, 4):
                self.again += 1
                client.close()
                await asyncio.sleep(0.3)
            self.told[message.number] = code
            self.taken += code == 250
        client.close()

    def faults(self) -> dict[str, int]:
        """How many messages were lost, doubled, changed, or refused and yet delivered."""
        sink, taken = self.sink, [number for number, code in self.told.items() if code == 250]
        refused = self.told.keys() - set(taken)
        return {
            "lost": sum(number not in sink.arrived for number in taken),
            "doubled": sum(sink.arrived[number] > 1 for number in taken),
            "changed": sum(sink.hashes.get(number, self.expected[number]) != self.expected[number] for number in taken),
            "refused and delivered": sum(number in sink.arrived for number in refused),
        }


async def run(arguments: argparse.Namespace, folder: str) -> int:
    """The soak; returns the exit status."""
    files = sorted(Path(arguments.hostile).rglob("*.eml")) if arguments.hostile else []
    hostile = list(filter(is_fit, (file.read_bytes() for file in files))) or messages.generate(100)
    port, supply = free_port(), Supply(hostile)
    smtpds = {
        name: {"smtpd_milters": f"{{ inet:127.0.0.1:{port}, content_timeout=12s, default_action={action} }}"}
        for name, action in (("open", "accept"), ("closed", "tempfail"))
    }
    async with Sink() as sink:
        with Postfix(sink.port, {"without": {}, **smtpds}, **AS_THEY_ARE) as postfix:
            await supply.learn(postfix.ports["without"], sink)
            print(f"{len(supply.hostile)} of {len(hostile)} hostile messages pass Postfix alone", flush=True)
            soak, keeper = Soak(supply, sink), Keeper(folder, port)
            helpers = [asyncio.ensure_future(keeper.keep()), asyncio.ensure_future(keeper.plague(arguments.every))]
            helpers.append(asyncio.ensure_future(tell(soak, keeper)))
            end = time.monotonic() + 60 * arguments.minutes
            ports = [postfix.ports[("open", "closed")[at % 2]] for at in range(CONNECTIONS)]
            await asyncio.gather(*(soak.client(one, end) for one in ports))
            for helper in helpers:
                helper.cancel()
            await asyncio.gather(*helpers, return_exceptions=True)
            await sink.all_here((number for number, code in soak.told.items() if code == 250), 300)
            return report(soak, keeper, soak.faults())


async def tell(soak: Soak, keeper: Keeper) -> None:
    """A line every half minute."""
    while True:
        await asyncio.sleep(30)
        with suppress(OSError, StopIteration), open(f"/proc/{keeper.process.pid}/status", encoding="ascii") as status:
            memory = next(int(line.split()[1]) for line in status if line.startswith("VmRSS")) // 1024
            print(f"{len(soak.told)} told, {len(soak.sink.arrived)} arrived, the milter alone {memory} MiB", flush=True)


def report(soak: Soak, keeper: Keeper, faults: dict[str, int]) -> int:
    """Print the figures; returns the exit status."""
    codes = Counter(soak.told.values())
    print(f"{len(soak.told)} messages, {dict(codes)}, sent again {soak.again} times")
    print(f"mishaps: {', '.join(f'{number} {kind}' for kind, number in keeper.mishaps.items())}")
    print(", ".join(f"{number} {what}" for what, number in faults.items()))
    return 1 if any(faults.values()) else 0


def main() -> int:
    """Read the command line and run."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--minutes", type=float, default=30)
    parser.add_argument("--every", type=float, default=60, help="seconds between two mishaps")
    parser.add_argument("--hostile", help="folder of .eml files")
    arguments = parser.parse_args()
    if trouble := why_not():
        parser.error(trouble)
    with tempfile.TemporaryDirectory() as folder:
        return asyncio.run(run(arguments, folder))


if __name__ == "__main__":
    sys.exit(main())
