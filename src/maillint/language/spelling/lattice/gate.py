"""How sure a change is: a logistic gate over its figures, with weights learnt by benchmarks/train_homophones.py."""

from __future__ import annotations

import os
from functools import cache
from math import exp
from typing import TYPE_CHECKING

from maillint.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence


class Gate(NamedTuple):
    """A weight for each figure, in units of the figure itself, and what is added to them all."""

    bias: float
    weights: tuple[float, ...]

    def confidence(self, figures: Sequence[float]) -> float:
        """How sure it is that a change is right to be made, 0 to 1."""
        total = self.bias + sum(weight * figure for weight, figure in zip(self.weights, figures, strict=True))
        return 1 / (1 + exp(-max(-50.0, min(50.0, total))))


@cache
def learnt() -> Gate:
    """The gate of this release."""
    with open(os.path.join(os.path.dirname(__file__), "weights.txt"), encoding="utf-8") as file:
        rows = [line.split("\t") for line in file if not line.startswith("#")]
    return Gate(float(rows[0][1]), tuple(float(row[1]) for row in rows[1:]))
