"""How easily one word is typed for another."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_VOWELS = frozenset("aeiouy")
_ENDINGS = ("ing", "ly", "s", "d")
"""What the forms of a word end with."""
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")


def plausibility(wrong: str, right: str) -> float:
    """How easily a writer of ``right`` ends up with ``wrong``, one edit away.

    Returns:
        0.5 for a doubled letter and for two letters swapped, down to -0.3 for a letter from across the keyboard, less
        for a wrong first letter; on the scale of Zipf frequencies.
    """
    same = next((i for i, (a, b) in enumerate(zip(wrong, right, strict=False)) if a != b), min(len(wrong), len(right)))
    first = -0.5 if same == 0 else 0.0
    if len(wrong) != len(right):
        longer = wrong if len(wrong) > len(right) else right
        return first + (0.5 if same and longer[same] == longer[same - 1] else 0.2)
    a, b = wrong[same], right[same]
    if wrong[same + 1 :] != right[same + 1 :]:
        return first + 0.5
    if a in _VOWELS and b in _VOWELS:
        return first + 0.4
    return first + (0.2 if b in _keyboard()[a] else -0.3)


def with_ending(wrong: str, meant: Sequence[str]) -> tuple[str, ...]:
    """The words meant, a form with the ending that was written ahead of the same word without it.

    "certificats" is sooner "certificates" than "certificate", however much oftener print has the latter; "interets" is
    "interest" with two letters swapped.
    """
    ending = next((ending for ending in _ENDINGS if wrong.endswith(ending)), "")
    if not ending or len(meant) < 2 or meant[0].endswith(ending):
        return tuple(meant)
    if ending == "s" and wrong == f"{meant[0][:-2]}{meant[0][:-3:-1]}":
        return tuple(meant)
    forms = [word for word in meant if word.endswith(ending) and word.startswith(meant[0][:-1])]
    return *forms, *(word for word in meant if word not in forms)


def slips_between(wrong: str, right: str) -> int:
    """The letters added, dropped or changed between two words, at least (Levenshtein)."""
    row = list(range(len(right) + 1))
    for i, a in enumerate(wrong, 1):
        last, row = row, [i]
        for j, b in enumerate(right, 1):
            row.append(min(last[j] + 1, row[-1] + 1, last[j - 1] + (a != b)))
    return row[-1]


@cache
def _keyboard() -> dict[str, frozenset[str]]:
    """Letter -> the letters whose keys touch its own."""
    places = {letter: (row, column) for row, keys in enumerate(_ROWS) for column, letter in enumerate(keys)}
    return {
        letter: frozenset(
            other for other, (r, c) in places.items() if abs(r - row) <= 1 and abs(c - column) <= 1 and other != letter
        )
        for letter, (row, column) in places.items()
    }
