"""How sure a change is: boosted decision trees over its figures, learnt by benchmarks/train_homophones.py."""

from __future__ import annotations

import os
from functools import cache
from math import exp
from typing import TYPE_CHECKING

from maillint.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

DEPTH = 3
_FILE = "trees.txt"


class Tree(NamedTuple):
    """A full binary tree: the children of question ``n`` are ``2n + 1`` (no) and ``2n + 2`` (yes)."""

    questions: tuple[tuple[int, float], ...]
    """Which figure, and the value it is asked to be over."""
    leaves: tuple[float, ...]

    def worth(self, figures: Sequence[float]) -> float:
        """What the tree adds for a change."""
        at = 0
        for _ in range(DEPTH):
            figure, over = self.questions[at]
            at = 2 * at + (2 if figures[figure] > over else 1)
        return self.leaves[at - len(self.questions)]


class Gate(NamedTuple):
    """What the trees say together."""

    bias: float
    trees: tuple[Tree, ...]

    def confidence(self, figures: Sequence[float]) -> float:
        """How sure it is that a change is right to be made, 0 to 1."""
        return 1 / (1 + exp(-self.bias - sum(tree.worth(figures) for tree in self.trees)))


@cache
def learnt() -> Gate:
    """The gate of this release."""
    with open(os.path.join(os.path.dirname(__file__), _FILE), encoding="utf-8") as file:
        return parse(line for line in file if not line.startswith("#"))


def parse(lines: Iterable[str]) -> Gate:
    """The gate that ``lines_of`` wrote: the bias, then a tree a line."""
    rows = iter(lines)
    bias = float(next(rows))
    return Gate(bias, tuple(_tree(row) for row in rows))


def _tree(row: str) -> Tree:
    questions, leaves = row.split("|")
    asked = (question.split(">") for question in questions.split())
    return Tree(tuple((int(figure), float(over)) for figure, over in asked), tuple(map(float, leaves.split())))


def lines_of(gate: Gate) -> Iterator[str]:
    """The gate as its file keeps it."""
    yield f"{gate.bias:.5g}"
    for tree in gate.trees:
        questions = " ".join(f"{figure}>{over:.5g}" for figure, over in tree.questions)
        yield f"{questions} | {' '.join(f'{leaf:.4g}' for leaf in tree.leaves)}"
