"""How many Chinese homophone slips are found and mended, character by character, at both thresholds.

    python benchmarks/homophones.py TEST.jsonl ... [--learnt SENTENCES.txt ...] [--errors N]

Each line of a test file has ``wrong`` and ``right``, equally long, as in the test data of ECSpell (MIT). Precision is
how many of the characters changed are wrong ones, recall how many of the wrong ones are changed; ``mended`` counts
those changed into the right one; ``check`` is what the check reports, which believes words of business mail from the
warning threshold and others from a higher one. Alarms are findings in a thousand characters of sentences without fault.
With ``--learnt`` it says how many test sentences share fifteen characters in a row with what the weights were learnt
from.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from typing import TYPE_CHECKING

from maillint.language.spelling.lattice.correct import REWRITING, WARNING, find, ready_lattice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maillint.language.spelling.lattice.correct import Slip

SHARED = 15


class Tally:
    """Characters wrong, changed, rightly changed and mended; alarms on sentences without fault."""

    def __init__(self) -> None:
        self.wrong = self.changed = self.hit = self.mended = 0
        self.alarms = self.faultless = 0

    def add(self, wrong: str, right: str, slips: Sequence[Slip]) -> None:
        """Count one sentence."""
        mended = list(wrong)
        for slip in slips:
            mended[slip.start : slip.end] = slip.right
        for own, meant, new in zip(wrong, right, mended, strict=True):
            self.wrong += own != meant
            self.changed += new != own
            self.hit += new != own != meant
            self.mended += own != meant == new
        if wrong == right:
            self.alarms += len(slips)
            self.faultless += len(wrong)

    def row(self) -> str:
        """Precision, recall, mended precision, mended recall, alarms in a thousand characters."""
        changed, wrong = max(1, self.changed), max(1, self.wrong)
        rates = (self.hit / changed, self.hit / wrong, self.mended / changed, self.mended / wrong)
        return "".join(f"{rate:9.3f}" for rate in rates) + f"{1000 * self.alarms / max(1, self.faultless):9.2f}"


def read(path: str) -> list[tuple[str, str]]:
    """Wrong and right sentences of one file."""
    with open(path, encoding="utf-8") as file:
        pairs = [json.loads(line) for line in file if line.strip()]
    return [(pair["wrong"], pair["right"]) for pair in pairs if len(pair["wrong"]) == len(pair["right"])]


def shared(pairs: Sequence[tuple[str, str]], learnt: Sequence[str]) -> int:
    """Test sentences that share a long stretch with what was learnt from."""
    stretches = {text[at : at + SHARED] for text in learnt for at in range(max(1, len(text) - SHARED + 1))}
    return sum(
        any(right[at : at + SHARED] in stretches for at in range(max(1, len(right) - SHARED + 1))) for _, right in pairs
    )


def report(path: str, thresholds: Sequence[float], errors: int) -> None:
    """Print the figures of one file, and some of what went wrong."""
    pairs, name = read(path), path.rpartition("/")[2]
    began = time.process_time()
    found = [(wrong, right, find(wrong, threshold=min(thresholds))) for wrong, right in pairs]
    spent = time.process_time() - began
    for threshold in thresholds:
        tally = Tally()
        for wrong, right, slips in found:
            tally.add(wrong, right, [slip for slip in slips if slip.confidence >= threshold])
        print(f"{name:22} {len(pairs):5} {threshold:5.3f}{tally.row()}")
    tally = Tally()
    for wrong, right, slips in found:
        tally.add(wrong, right, [slip for slip in slips if slip.is_believed])
    print(f"{name:22} {len(pairs):5} check{tally.row()}")
    print(f"{1000 * spent / sum(len(wrong) for wrong, _ in pairs):.3f} ms a character")
    for wrong, right, slips in found:
        for slip in slips:
            if right[slip.start : slip.end] == slip.wrong and slip.confidence >= WARNING and errors > 0:
                errors -= 1
                print(
                    f"  {slip.confidence:.3f} {slip.wrong}>{slip.right}  {wrong[max(0, slip.start - 8) : slip.end + 8]}"
                )


def main(arguments: Sequence[str] | None = None) -> int:
    """Print one table a file."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("files", nargs="+", metavar="TEST.jsonl")
    parser.add_argument("--learnt", nargs="+", default=[], metavar="SENTENCES.txt")
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--thresholds", type=float, nargs="+", default=[WARNING, REWRITING])
    options = parser.parse_args(arguments)
    if ready_lattice() is None:
        sys.stderr.write("there is no language model here: maillint models install zh\n")
        return 2
    print(
        f"{'file':22} {'lines':>5} {'from':>5}{'found P':>9}{'found R':>9}{'mended P':>9}{'mended R':>9}{'alarms':>9}"
    )
    learnt: list[str] = []
    for path in options.learnt:
        with open(path, encoding="utf-8") as file:
            learnt.extend(line.strip() for line in file)
    for path in options.files:
        report(path, options.thresholds, options.errors)
        if learnt:
            print(f"  {shared(read(path), learnt)} sentences share {SHARED} characters with what was learnt from")
    return 0


if __name__ == "__main__":
    sys.exit(main())
