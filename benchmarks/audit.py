"""How fast ``maillint audit`` is, each figure as a ratio to something else measured in the same run.

    python benchmarks/audit.py                    a maildir of 20,000 messages of about 4 KB
    python benchmarks/audit.py --messages 2000    fewer of them
    python benchmarks/audit.py --keep DIR         leave the maildir there, to look at what it finds

The ratio to proselint is left out where that is not installed. A ratio that misses its limit makes the exit code 1.
"""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import messages
import psutil
from run import ENVIRONMENT, PARSE_FOLDER, maillint

from maillint.message import read

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

SMALLEST, LARGEST = 1_500, 7_500
"""Octets of a message; those in between are 4 KB on average."""
MOST_MEMORY = 60.0
SAMPLE = 2_000
"""Messages of the rates one core is measured on."""
PROSELINT = """
import os, sys
from proselint.checks import __register__
from proselint.registry import CheckRegistry
from proselint.tools import LintFile
CheckRegistry().register_many(__register__)
for entry in sorted(os.scandir(sys.argv[1]), key=lambda entry: entry.name):
    with open(entry.path, encoding="utf-8") as file:
        LintFile(entry.name, file.read() or " ").lint()
"""


@dataclass(frozen=True, slots=True)
class Spent:
    """What a process and its children took."""

    wall: float
    cpu: float
    worker: float = 0.0
    """MiB that the largest worker held at most."""


@dataclass(frozen=True, slots=True)
class Row:
    """One ratio and what it should be."""

    case: str
    figures: str
    ratio: float
    limit: float
    at_most: bool = False

    @property
    def is_missed(self) -> bool:
        return self.ratio > self.limit if self.at_most else self.ratio < self.limit

    def __str__(self) -> str:
        sign = "<=" if self.at_most else ">="
        missed = "MISSED" if self.is_missed else "ok"
        return f"{self.case:44} {self.figures:>44} {self.ratio:8.2f} {sign} {self.limit:6.2f}  {missed}"


def sent(count: int, seed: int = 1) -> Iterator[bytes]:
    """Messages as a Sent folder holds them: without what servers add, and without attachments."""
    draw = random.Random(seed)
    while count:
        data = messages.message(draw, attachments=False)
        data = data[data.index(b"From: ") :]
        if SMALLEST <= len(data) <= LARGEST:
            count -= 1
            yield data


def maildir(folder: Path, drafts: Sequence[bytes]) -> Path:
    """The messages as a maildir."""
    for name in ("cur", "new", "tmp"):
        (folder / name).mkdir(parents=True)
    for number, data in enumerate(drafts):
        (folder / "cur" / f"{1_790_000_000 + number}.M{number}P1.host:2,S").write_bytes(data)
    return folder


def timed(*command: str) -> Spent:
    """Run a command to its end, and look at its workers meanwhile."""
    before = os.times()
    begun = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=ENVIRONMENT) as process:
        worker = watched(process)
        wall = time.perf_counter() - begun
        complaint = process.stderr.read().decode() if process.stderr else ""
    if process.returncode:
        sys.exit(f"{' '.join(command)} ended with {process.returncode}: {complaint}")
    after = os.times()
    spent = after.children_user + after.children_system - before.children_user - before.children_system
    return Spent(wall, spent, worker)


def watched(process: subprocess.Popen[bytes]) -> float:
    """Wait for a process; returns the most memory, in MiB, that any of its workers held."""
    most = 0.0
    me = psutil.Process(process.pid)
    while process.poll() is None:
        with suppress(psutil.Error):
            most = max([most, *(child.memory_info().rss / 2**20 for child in me.children(recursive=True))])
        time.sleep(0.1)
    return most


def audit(source: Path, store: Path, jobs: int, *, anew: bool = True) -> Spent:
    """One audit, by default into a new store."""
    if anew:
        for path in store.parent.glob(f"{store.name}*"):
            path.unlink()
    return timed(maillint(), "audit", str(source), "--store", str(store), "--jobs", str(jobs))


def bodies(drafts: Sequence[bytes], folder: Path) -> list[bytes]:
    """The English ones among the messages; what their authors wrote goes into a folder, a file each."""
    folder.mkdir()
    english: list[bytes] = []
    for data in drafts:
        draft = read(data)
        if draft.language == "en":
            (folder / f"{len(english):05}.txt").write_text(draft.own_text, encoding="utf-8")
            english.append(data)
    return english


def one_core(drafts: Sequence[bytes], place: Path) -> Iterator[Row]:
    """CPU time of one process against mail-parser's and proselint's, on the same messages, in turn."""
    some = maildir(place / "some", drafts[:SAMPLE])
    english = bodies(drafts[:SAMPLE], place / "bodies")
    only = maildir(place / "english", english)
    store = place / "one.db"
    audit(some, store, 1)  # fills caches
    ours = audit(some, store, 1).cpu
    theirs = timed(sys.executable, "-c", PARSE_FOLDER, str(some / "cur")).cpu
    count = min(SAMPLE, len(drafts))
    yield Row("mail-parser's parse alone, one core", _rates(count / ours, count / theirs), theirs / ours, 3.0)
    try:
        import proselint  # noqa: F401
    except ImportError:
        print("without proselint: pip install proselint", file=sys.stderr)
        return
    ours = audit(only, store, 1).cpu
    theirs = timed(sys.executable, "-c", PROSELINT, str(place / "bodies")).cpu
    count = len(english)
    yield Row("proselint on English bodies, one core", _rates(count / ours, count / theirs), theirs / ours, 15.0)


def whole(drafts: Sequence[bytes], place: Path) -> Iterator[Row]:
    """The whole maildir: two cores against one, the second run against the first, memory."""
    few, many = place / "some", maildir(place / "many", drafts)
    store = place / "whole.db"
    one, two = audit(many, store, 1), audit(many, store, 2)
    again = audit(many, store, 2, anew=False)
    small = audit(few, place / "small.db", 2)
    yield Row("two cores against one", _seconds(one.wall, two.wall), one.wall / two.wall, 1.85)
    yield Row("second run against the first", _seconds(two.wall, again.wall), two.wall / again.wall, 20.0)
    figures = f"{small.worker:.0f} MiB at {SAMPLE:,}, {two.worker:.0f} at {len(drafts):,}"
    yield Row("MiB of a worker", figures, two.worker, MOST_MEMORY, at_most=True)
    yield Row("MiB of a worker, many against few", figures, two.worker / small.worker, 1.1, at_most=True)


def _rates(ours: float, theirs: float) -> str:
    return f"{ours:,.0f} against {theirs:,.0f} a second"


def _seconds(one: float, other: float) -> str:
    return f"{one:.1f} s against {other:.1f} s"


def main() -> int:
    """Measure, print, and say whether a limit was missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--messages", type=int, default=20_000)
    parser.add_argument("--keep", type=Path, default=None)
    options = parser.parse_args()
    drafts = list(sent(options.messages))
    print(f"{len(drafts):,} messages of {sum(map(len, drafts)) / len(drafts):,.0f} octets on average")
    if options.keep:
        maildir(options.keep, drafts)
    missed = False
    with tempfile.TemporaryDirectory() as folder:
        for row in (row for part in (one_core, whole) for row in part(drafts, Path(folder))):
            print(row, flush=True)
            missed |= row.is_missed
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())
