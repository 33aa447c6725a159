"""How fast maillint is, each figure as a ratio to something else measured in the same run.

    python benchmarks/run.py                  all cases
    python benchmarks/run.py cold warm        some of them
    python benchmarks/run.py --folder DIR     the folder case on messages of your own
    python benchmarks/run.py --quick          few repetitions, to see that it runs

CPU time (user and system) throughout. A ratio above its limit makes the exit code 1.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

import messages

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

os.environ["MAILLINT_ZH_MODEL"] = ""  # the default: no language model; docs/homophones.md says what one costs
MIB = 1024  # ru_maxrss counts KiB on Linux
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
BARE = (sys.executable, "-c", "pass")
PARSE_FOLDER = """
import os, sys, mailparser
for entry in sorted(os.scandir(sys.argv[1]), key=lambda entry: entry.name):
    with open(entry.path, "rb") as file:
        try:
            mailparser.parse_from_bytes(file.read())
        except Exception as error:
            print(entry.name, repr(error), file=sys.stderr)
"""


@dataclass(frozen=True, slots=True)
class Row:
    """One figure held against another of the same run."""

    case: str
    ours: str
    theirs: str
    ratio: float
    limit: float | None
    """The most the ratio may be; None for one that is shown for comparison only."""

    @property
    def is_over(self) -> bool:
        return self.limit is not None and self.ratio > self.limit

    def __str__(self) -> str:
        figures = f"{self.case:34} {self.ours:>22} {self.theirs:>36} {self.ratio:8.2f}"
        return figures if self.limit is None else f"{figures} {self.limit:7.2f}  {'OVER' if self.is_over else 'ok'}"


@dataclass(frozen=True, slots=True)
class Cost:
    """CPU seconds of some runs, and the largest memory any of them held, in MiB."""

    seconds: Sequence[float]
    memory: float = 0.0

    @property
    def median(self) -> float:
        return median(self.seconds) * 1000

    @property
    def least(self) -> float:
        return min(self.seconds) * 1000


def process(command: tuple[str, ...]) -> tuple[float, float]:
    """CPU seconds and peak MiB of one process and all it waited for."""
    actions = [(os.POSIX_SPAWN_OPEN, descriptor, os.devnull, os.O_RDWR, 0) for descriptor in (0, 1, 2)]
    child = os.posix_spawn(command[0], command, ENVIRONMENT, file_actions=actions)
    _, status, usage = os.wait4(child, 0)
    if status:
        sys.exit(f"{' '.join(command)} ended with {os.waitstatus_to_exitcode(status)}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / MIB


def alternate(times: int, *commands: tuple[str, ...]) -> list[Cost]:
    """The commands in turn, so that a busy machine hurts them alike; once unmeasured first, to fill caches."""
    for command in commands:
        process(command)
    rounds = [[process(command) for command in commands] for _ in range(times)]
    return [Cost([cpu for cpu, _ in runs], max(peak for _, peak in runs)) for runs in zip(*rounds, strict=True)]


def call(times: int, *functions: Callable[[], object]) -> list[Cost]:
    """The functions in turn, in this process, once unmeasured first."""
    seconds: list[list[float]] = [[] for _ in functions]
    for number in range(times + 1):
        for function, spent in zip(functions, seconds, strict=True):
            start = time.process_time()
            function()
            if number:
                spent.append(time.process_time() - start)
    return [Cost(spent) for spent in seconds]


def maillint() -> str:
    """The command of this environment."""
    return str(Path(sys.executable).with_name("maillint"))


def judge() -> Callable[[bytes], object]:
    """Bytes to report, with the default checks and everything loaded."""
    from maillint.engine import Config, lint, load
    from maillint.message import read

    ruleset = load(Config())
    for language in ("en", "zh"):
        findings = lint(read(messages.short(language)), ruleset).findings
        if crashed := [finding.check for finding in findings if finding.key == "crashed"]:
            sys.exit(f"crashed, so there is nothing to measure: {', '.join(crashed)}")
    return lambda data: lint(read(data), ruleset)


def parse(data: bytes) -> object:
    """mail-parser's parse of a message."""
    import mailparser

    return mailparser.parse_from_bytes(data)


def over(function: Callable[[bytes], object], drafts: Sequence[bytes]) -> Callable[[], None]:
    """The function on each draft."""

    def run() -> None:
        for data in drafts:
            function(data)

    return run


def cold(scale: float) -> Iterator[Row]:
    """A process that judges one short English draft, and one that does nothing."""
    with tempfile.TemporaryDirectory() as folder:
        draft = Path(folder, "draft.eml")
        draft.write_bytes(messages.short("en"))
        ours, bare = alternate(max(5, round(40 * scale)), (maillint(), "--fail-on", "never", str(draft)), BARE)
    figures = f"{ours.median:.0f} ms, at least {ours.least:.0f}"
    yield Row("cold start, CPU", figures, f"python -c pass: {bare.median:.0f} ms", ours.median / bare.median, 6)
    yield Row("cold start, memory", f"{ours.memory:.0f} MiB", f"python -c pass: {bare.memory:.0f} MiB", ours.memory, 30)


def warm(scale: float) -> Iterator[Row]:
    """One message in a running process: 150 English words, 300 Han."""
    lint = judge()
    for language, what in (("en", "150 English words"), ("zh", "300 Han")):
        drafts = [messages.short(language, seed) for seed in range(max(20, round(200 * scale)))]
        ours, theirs = call(5, over(lint, drafts), over(parse, drafts))
        each, parsing = ours.median / len(drafts), theirs.median / len(drafts)
        yield Row(f"warm, {what}", f"{each:.2f} ms", f"2 ms (mail-parser's parse: {parsing:.2f} ms)", each / 2, 1)


def folder(scale: float, place: str = "") -> Iterator[Row]:
    """A folder of messages on one core, and mail-parser's parse alone of the same bytes."""
    if place:
        yield _folder(place, f"folder of {len(os.listdir(place))}", 1)
        return
    count = max(50, round(1000 * scale))
    maker = (sys.executable, str(Path(messages.__file__)))
    for kind, what, limit in (((), "", 1.0), (("bare",), ", no attachments", None)):
        with tempfile.TemporaryDirectory() as made:
            process((*maker, made, str(count), *kind))  # elsewhere: the peak of a child is never below its parent's
            yield _folder(made, f"folder of {count}{what}", limit)


def _folder(place: str, what: str, limit: float | None) -> Row:
    command = (maillint(), "--format", "jsonl", "--jobs", "1", "--fail-on", "never", place)
    ours, theirs = alternate(5, command, (sys.executable, "-c", PARSE_FOLDER, place))
    figures = f"{ours.median / 1000:.2f} s, {ours.memory:.0f} MiB"
    return Row(what, figures, f"mail-parser's parse: {theirs.median / 1000:.2f} s", ours.median / theirs.median, limit)


def attachment(scale: float) -> Iterator[Row]:
    """A message with 5 MB attached, and mail-parser's parse of it."""
    lint, data = judge(), messages.with_attachment(5_000_000)
    ours, theirs = call(max(3, round(9 * scale)), lambda: lint(data), lambda: parse(data))
    yield Row(
        "5 MB attachment",
        f"{ours.median:.1f} ms",
        f"mail-parser's parse: {theirs.median:.0f} ms",
        ours.median / theirs.median,
        1 / 20,
    )


CASES = {"cold": cold, "folder": folder, "warm": warm, "attachment": attachment}


def main() -> int:
    """Run the cases asked for and print a table."""
    parser = argparse.ArgumentParser(description="How fast maillint is, as ratios.")
    parser.add_argument("cases", nargs="*", metavar="CASE", help=", ".join(CASES))
    parser.add_argument("--folder", default="", help="a folder of .eml files for the folder case")
    parser.add_argument("--quick", action="store_true", help="few repetitions, to see that it runs")
    chosen = parser.parse_args()
    if unknown := set(chosen.cases) - set(CASES):
        parser.error(f"no such case: {', '.join(unknown)}")
    scale = 0.05 if chosen.quick else 1.0
    is_over = False
    print(f"{'case':34} {'maillint':>22} {'against':>36} {'ratio':>8} {'limit':>7}")
    for name in chosen.cases or CASES:
        rows = folder(scale, chosen.folder) if name == "folder" else CASES[name](scale)
        for row in rows:
            print(row, flush=True)
            is_over = is_over or row.is_over
    return int(is_over)


if __name__ == "__main__":
    sys.exit(main())
