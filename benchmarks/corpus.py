"""Every file of a folder of hostile messages is answered: none crashes, none is slow, and twice gives the same.

    python benchmarks/corpus.py FOLDER [--slowest 5]

Prints what was slow, what crashed, and the messages whose text is garbled (U+FFFD). The exit status is 1 when a
message crashed, took more than two seconds, or was judged otherwise the second time.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from maillint.engine import Config, Report, Ruleset, lint, load
from maillint.message import read

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_SECONDS = 2.0


@dataclass(frozen=True, slots=True)
class Answer:
    """How one file came out."""

    path: str
    seconds: float
    report: Report | None
    problem: str

    @property
    def is_garbled(self) -> bool:
        return self.report is not None and "\ufffd" in self.report.subject + self.report.text


def answer(path: str, ruleset: Ruleset) -> Answer:
    """Judge one file twice."""
    with open(path, "rb") as file:
        data = file.read()
    start = time.process_time()
    try:
        report = lint(read(data), ruleset, path)
    except Exception as error:  # noqa: BLE001 - to be counted
        return Answer(path, time.process_time() - start, None, f"{type(error).__name__}: {error}")
    seconds = time.process_time() - start
    crashed = [finding.check for finding in report.findings if finding.key == "crashed"]
    problem = f"crashed: {', '.join(crashed)}" if crashed else ""
    if lint(read(data), ruleset, path) != report:
        problem = "judged otherwise the second time"
    return Answer(path, seconds, report, problem)


def files(folder: str) -> Iterator[str]:
    """All files below a folder, in order."""
    for place, folders, names in os.walk(folder):
        folders.sort()
        yield from (os.path.join(place, name) for name in sorted(names))


def main() -> int:
    """Judge the folder and print what is worth a look."""
    parser = argparse.ArgumentParser(description="Answer every file of a folder.")
    parser.add_argument("folder")
    parser.add_argument("--slowest", type=int, default=5, help="how many of the slowest to name")
    chosen = parser.parse_args()
    ruleset = load(Config())
    answers = [answer(path, ruleset) for path in files(chosen.folder)]
    slow = sorted(answers, key=lambda answer: -answer.seconds)
    for one in slow[: chosen.slowest]:
        print(f"{one.seconds:6.2f} s  {one.path}")
    failed = [one for one in answers if one.problem]
    for one in failed:
        print(f"{one.problem}: {one.path}")
    for one in (one for one in answers if one.is_garbled):
        print(f"garbled: {one.path}")
    total = sum(one.seconds for one in answers)
    print(f"{len(answers)} files in {total:.1f} s, {len(failed)} failed")
    return int(bool(failed) or any(one.seconds > MOST_SECONDS for one in answers))


if __name__ == "__main__":
    sys.exit(main())
