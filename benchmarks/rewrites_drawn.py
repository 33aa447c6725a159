"""Rewrites drawn at random from folders of marked messages, to be judged one by one; and what the judgements come to.

    python benchmarks/rewrites_drawn.py draw FOLDER... [--number 60] [--seed 2026] [--without LIST]...
    python benchmarks/rewrites_drawn.py count benchmarks/rewrites-judged-en.tsv

``draw`` prints each rewrite with the words around it, before and after, and ends a line by its check and message.
The checks take turns, so that those with few rewrites are drawn as well as those with many. What stands in a list of
verdicts given by ``--without`` is not drawn again.
``count`` reads a list of verdicts: check, message, "as is", "small edit" or "no", whether a fact changes, and why.
"""

from __future__ import annotations

import argparse
import csv
import random
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from corpus import files

from maillint.engine import Config, lint, load
from maillint.message import read

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from maillint.finding import Edit, Finding

_AROUND = 70
VERDICTS = ("as is", "small edit", "no")


class Drawn(NamedTuple):
    """One rewrite, and the message it is for."""

    finding: Finding
    message: str
    subject: str
    text: str


def main() -> int:
    """Draw, or count."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("draw", "count"))
    parser.add_argument("paths", nargs="+", metavar="PATH")
    parser.add_argument("--number", type=int, default=60)
    parser.add_argument("--seed", type=int, default=2026)
    parser.add_argument("--without", action="append", default=[], metavar="LIST", help="what was judged before")
    options = parser.parse_args()
    if options.what == "count":
        for path in options.paths:
            print(counted(path))
        return 0
    known = {(row["check"], row["message"]) for path in options.without for row in _rows(path)}
    for number, one in enumerate(draw(options.paths, options.number, options.seed, known), 1):
        print(f"{number}. {one.finding.check}  {one.message}")
        print("\n".join(shown(one)), end="\n\n")
    return 0


def draw(
    folders: Sequence[str], number: int, seed: int, known: Collection[tuple[str, str]] = frozenset()
) -> list[Drawn]:
    """So many rewrites, the checks in turn and within each at random; the same ones for the same seed."""
    by_check: dict[str, list[Drawn]] = {}
    for one in _all(folders):
        if (one.finding.check, one.message) not in known:
            by_check.setdefault(one.finding.check, []).append(one)
    for check, pile in by_check.items():  # each by itself: what one check draws moves no other
        random.Random(f"{seed} {check}").shuffle(pile)
    piles = [by_check[check] for check in sorted(by_check)]
    drawn: list[Drawn] = []
    while len(drawn) < number and any(piles):
        drawn += [pile.pop() for pile in piles if pile]
    return drawn[:number]


def _all(folders: Sequence[str]) -> Iterator[Drawn]:
    ruleset = load(Config())
    for path in (path for folder in folders for path in sorted(files(folder))):
        report = lint(read(Path(path).read_bytes()), ruleset)
        for finding in report.findings:
            if finding.rewrite and finding.rewrite.edits:
                yield Drawn(finding, Path(path).stem, report.subject, report.text)


def shown(one: Drawn) -> Iterator[str]:
    """The words around, before and after; further choices below."""
    rewrite = one.finding.rewrite
    choices = [rewrite.edits, *rewrite.alternatives] if rewrite else []
    source = one.subject if choices[0][0].span.zone == "subject" else one.text
    first, last = choices[0][0].span.start, choices[0][-1].span.end
    start, end = max(first - _AROUND, 0), last + _AROUND
    yield f"   - {source[start:end]!r}"
    for choice in choices:
        yield f"   + {_with(source, choice)[start : end + _grown(choice)]!r}"


def _with(source: str, edits: Sequence[Edit]) -> str:
    for edit in reversed(edits):
        source = source[: edit.span.start] + edit.replacement + source[edit.span.end :]
    return source


def _grown(edits: Sequence[Edit]) -> int:
    return sum(len(edit.replacement) - (edit.span.end - edit.span.start) for edit in edits)


def _rows(path: str) -> list[dict[str, str]]:
    """The verdicts of a list."""
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def counted(path: str) -> str:
    """How many were judged how."""
    rows = _rows(path)
    by_verdict = Counter(row["verdict"] for row in rows)
    share = by_verdict["as is"] / max(len(rows), 1)
    facts = sum(row["fact"] == "changed" for row in rows)
    told = ", ".join(f"{by_verdict[verdict]} {verdict}" for verdict in VERDICTS)
    return f"{Path(path).name}: {len(rows)} rewrites, {told}; as is {share:.2f}; {facts} change a fact"


if __name__ == "__main__":
    sys.exit(main())
