"""Single characters that are taken for one another: 以 and 已, 在 and 再, 的 and 得, 末 and 未.

The lattice knows words by their sound and lets single characters be, since they fit nearly anywhere. Here one character
is held against another that it is often taken for, in the words around it.
"""

from __future__ import annotations

import os
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maillint.language.spelling.lattice.decode import Lattice

WANTED = 3.0
"""How much likelier (log10) the other character must make the words around it, where its pair does not say."""
_AROUND = 7
"""Characters on either side that tell."""


@cache
def pairs() -> dict[str, tuple[tuple[str, float], ...]]:
    """Written character -> those that may be meant, and how much likelier each must be."""
    found: dict[str, tuple[tuple[str, float], ...]] = {}
    with open(os.path.join(os.path.dirname(__file__), "singles.txt"), encoding="utf-8") as file:
        for line in file:
            if not line.startswith("#"):
                written, meant, *wanted = line.split()
                found[written] = (*found.get(written, ()), (meant, float(wanted[0]) if wanted else WANTED))
    return found


def find(lattice: Lattice, text: str, start: int, end: int, more: float = 0.0) -> Iterator[tuple[int, str]]:
    """The place of each slip in a run of Han, and the character that was meant.

    Args:
        lattice: the lattice.
        text: the whole text, in simplified characters.
        start: where the run begins; nothing but Han stands in it.
        end: where it ends.
        more: how much likelier than its pair says the other character must be.
    """
    known = pairs()
    run = text[start:end]
    for at in range(len(run)):
        for meant, wanted in known.get(run[at], ()):
            if _gain(lattice, run, at, meant) >= wanted + more:
                yield start + at, meant
                run = f"{run[:at]}{meant}{run[at + 1 :]}"
                break


def _gain(lattice: Lattice, run: str, at: int, meant: str) -> float:
    """How much likelier (log10) another character at a place makes the words around it."""
    before, behind = run[max(0, at - _AROUND) : at], run[at + 1 : at + 1 + _AROUND]
    written = lattice.as_written(f"{before}{run[at]}{behind}")
    return lattice.as_written(f"{before}{meant}{behind}").score - written.score
