"""What the milter costs a Postfix: messages over many connections with it and without it, in turn, each one counted.

    python benchmarks/milter.py                       5,000 messages over 20 connections
    python benchmarks/milter.py --messages 500        fewer
    python benchmarks/milter.py --connections 5 --workers 1
    python benchmarks/milter.py --submission          as administrators run one: TLS, a connection a message, DKIM
    python benchmarks/milter.py --unjudged            the milter lets all pass unread: what asking alone costs

It needs root and Debian's packages postfix and, to sign, opendkim. Messages are short English business mails, each with
a number of its own. Beside those that pass, one in twenty more goes through the milter and is refused. The exit status
is 1 when a message was lost, doubled or changed, or when the rate with the milter is under 0.8 of the rate without.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import ssl
import subprocess
import sys
import tempfile
import time
from collections import Counter
from contextlib import ExitStack
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, NamedTuple

import messages
from load import MARK, Message, Sink, handed_in
from mailserver import Postfix, cpu_seconds, free_port, why_not
from signer import signer

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


class Asked:
    """A running milter, and whose CPU time is whose."""

    def __init__(self, folder: str, workers: int, *more: str) -> None:
        """Start it and wait until it is ready."""
        rules = os.path.join(folder, "rules.toml")
        with open(rules, "w", encoding="utf-8") as file:
            file.write(RULES)
        self.address = f"inet:127.0.0.1:{free_port()}"
        command = [sys.executable, "-m", "maillint", "milter", "--listen", self.address, "--config", rules]
        self.process = subprocess.Popen([*command, "--workers", str(workers), *more], stderr=subprocess.PIPE, text=True)
        assert self.process.stderr
        print(self.process.stderr.readline().strip())

    @property
    def workers(self) -> list[int]:
        """Its worker processes."""
        command = ["pgrep", "-P", str(self.process.pid)]
        return [int(pid) for pid in subprocess.run(command, capture_output=True, check=False).stdout.split()]

    def cpu(self, postfix: Postfix, sink: Sink) -> Counter[str]:
        """Seconds of CPU time until now, by who took them."""
        workers, ours = cpu_seconds(*self.workers), cpu_seconds(self.process.pid)
        ends = {"Postfix": cpu_seconds(postfix.pid), "sink": cpu_seconds(sink.pid)}
        clients = cpu_seconds(os.getpid()) - ends["sink"] - ours
        return Counter({"workers": workers, "milter": ours - workers, "clients": clients, **ends})

    def memory(self) -> int:
        """Resident KiB of it and its workers."""
        total = 0
        for one in (self.process.pid, *self.workers):
            with open(f"/proc/{one}/status", encoding="ascii") as status:
                total += next(int(line.split()[1]) for line in status if line.startswith("VmRSS"))
        return total

    def stop(self) -> None:
        """End it."""
        self.process.terminate()
        self.process.wait()


class Tally:
    """What a run has shown."""

    def __init__(self) -> None:
        self.seconds = {"without": 0.0, "with": 0.0}
        self.cpu: dict[str, Counter[str]] = {"without": Counter(), "with": Counter()}
        self.told: dict[str, int] = {}
        self.sent: dict[str, Message] = {}

    async def chunk(self, side: str, batch: Sequence[Message], bench: Bench) -> None:
        """Send some messages and wait until those that were taken are here."""
        self.sent |= {message.number: message for message in batch}
        start, before = time.perf_counter(), bench.cpu()
        told = await handed_in(batch, bench.postfix.ports[side], bench.connections, bench.tls)
        await bench.sink.all_here(number for number, code in told.items() if code == 250)
        self.seconds[side] += time.perf_counter() - start
        self.cpu[side] += bench.cpu() - before
        self.told |= told

    def faults(self, sink: Sink, *, is_judged: bool) -> dict[str, int]:
        """How many messages were lost, doubled, changed, or refused and yet delivered."""
        taken = {number for number, code in self.told.items() if code == 250}
        refused = "refused@" if is_judged else "nobody@"
        meant = {number for number, message in self.sent.items() if not message.sender.startswith(refused)}
        return {
            "lost": len(taken - sink.arrived.keys()),
            "doubled": sum(count > 1 for count in sink.arrived.values()),
            "changed": sum(
                sink.hashes.get(number, self.sent[number].hash) != self.sent[number].hash for number in taken
            ),
            "refused and delivered": len(sink.arrived.keys() - taken),
            "wrongly told": len(taken ^ meant),
        }


class Bench(NamedTuple):
    """What messages go through."""

    postfix: Postfix
    sink: Sink
    asked: Asked
    connections: int
    tls: ssl.SSLContext | None

    def cpu(self) -> Counter[str]:
        """Seconds of CPU time until now, by who took them."""
        return self.asked.cpu(self.postfix, self.sink)


async def run(arguments: argparse.Namespace, folder: str) -> int:
    """The benchmark; returns the exit status."""
    tally = Tally()
    asked = Asked(folder, arguments.workers, *["--only-authenticated"] * arguments.unjudged)  # nobody logs in
    try:
        async with Sink() as sink:
            with ExitStack() as stack:
                behind, settings, tls = submission(folder, stack) if arguments.submission else ([], {}, None)
                smtpds = {
                    "without": {"smtpd_milters": ", ".join(behind)},
                    "with": {"smtpd_milters": ", ".join([asked.address, *behind])},
                }
                postfix = stack.enter_context(Postfix(sink.port, smtpds, **settings))
                await rounds(arguments, tally, Bench(postfix, sink, asked, arguments.connections, tls))
                faults = tally.faults(sink, is_judged=not arguments.unjudged)
    finally:
        asked.stop()
    return report(arguments.messages, tally, faults)


def submission(folder: str, stack: ExitStack) -> tuple[list[str], dict[str, str], ssl.SSLContext]:
    """What a submission service has beside: a signer that is asked after us, Postfix's settings, the clients' terms."""
    import trustme

    port, _ = stack.enter_context(signer(Path(folder)))
    authority, pem = trustme.CA(), os.path.join(folder, "server.pem")
    authority.issue_cert("127.0.0.1").private_key_and_cert_chain_pem.write_to_path(pem)
    context = ssl.create_default_context()
    authority.configure_trust(context)
    return [f"inet:127.0.0.1:{port}"], {"smtpd_tls_security_level": "encrypt", "smtpd_tls_chain_files": pem}, context


async def rounds(arguments: argparse.Namespace, tally: Tally, bench: Bench) -> None:
    """Both sides in turn, so that a busy machine hurts both alike; some more on the milter's side are refused."""
    left = arguments.messages
    while left > 0:
        size = min(CHUNK, left)
        for side in ("without", "with") if (left // CHUNK) % 2 else ("with", "without"):
            batch = list(numbered(f"{side}-{left}-", size))
            if side == "with":
                batch += numbered(f"refused-{left}-", size // 20, "refused@north.example")
            await tally.chunk(side, batch, bench)
        left -= size
        memory = bench.asked.memory() // 1024
        print(f"{arguments.messages - left:6} messages each, milter and workers {memory} MiB", flush=True)


def report(count: int, tally: Tally, faults: dict[str, int]) -> int:
    """Print the figures; returns the exit status."""
    rates = {side: count / seconds for side, seconds in tally.seconds.items()}
    ratio = rates["with"] / rates["without"]
    print(f"without: {rates['without']:.0f} a second, with: {rates['with']:.0f}, ratio {ratio:.2f} (at least {LEAST})")
    ratio_of_cpu = tally.cpu["without"].total() / tally.cpu["with"].total()
    print(f"CPU time a message, ratio {ratio_of_cpu:.2f}:")
    for side, shares in tally.cpu.items():
        split = ", ".join(f"{who} {1000 * seconds / count:.2f}" for who, seconds in shares.most_common() if seconds)
        print(f"{side:>9} {1000 * shares.total() / count:.2f} ms: {split}")
    print(f"{len(tally.told)} messages: {', '.join(f'{count} {what}' for what, count in faults.items())}")
    return 1 if ratio < LEAST or any(faults.values()) else 0


def main() -> int:
    """Read the command line and run."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--messages", type=int, default=5000)
    parser.add_argument("--connections", type=int, default=20)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--submission", action="store_true", help="with TLS, a connection a message, DKIM signatures")
    parser.add_argument("--unjudged", action="store_true", help="the milter lets all pass unread")
    arguments = parser.parse_args()
    if trouble := why_not():
        parser.error(trouble)
    with tempfile.TemporaryDirectory() as folder:
        return asyncio.run(run(arguments, folder))


if __name__ == "__main__":
    sys.exit(main())
