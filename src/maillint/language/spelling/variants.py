"""British spelling in an American mail, and the other way round: only for writers who ask for one of the two."""

from __future__ import annotations

import os
import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

BRITISH = "en-GB"
AMERICAN = "en-US"
_BOTH = frozenset(("license", "check", "checks", "program", "programs", "story", "stories", "tire", "tires", "meter"))
"""American words that British writing has too, in another sense: to license, a computer program, a parking meter."""
_BOTH_BRITISH = frozenset(("analyses",))
"""British words that American writing has too: two analyses."""


def others(text: str, variant: str) -> Iterator[tuple[int, int, str]]:
    """The words spelt in the other way than ``variant``: (start, end, how ``variant`` spells it).

    Args:
        text: the author's own words.
        variant: ``BRITISH`` or ``AMERICAN``; any other finds nothing. "organize" is fine in both.
    """
    known = _pairs(variant)
    for match in _words().finditer(text) if known else ():
        word = match.group()
        right = known.get(word.lower(), "")
        if right and (word.islower() or word.istitle()):
            yield match.start(), match.end(), right.capitalize() if word.istitle() else right


@cache
def _words() -> re.Pattern[str]:
    return re.compile(r"(?<![\w@./\\-])[A-Za-z]{4,20}(?![\w@/\\-])")


@cache
def _pairs(variant: str) -> dict[str, str]:
    """Word of the other variant -> word of this one."""
    both, only_american = _lists()
    if variant == AMERICAN:
        return {british: american for british, american in (*both, *only_american) if british not in _BOTH_BRITISH}
    if variant == BRITISH:
        return {american: british for british, american in both if american not in _BOTH}
    return {}


@cache
def _lists() -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    with open(os.path.join(os.path.dirname(__file__), "variants.txt"), encoding="utf-8") as file:
        head, _, tail = file.read().partition("american:\n")
    return _read(head), _read(tail)


def _read(text: str) -> list[tuple[str, str]]:
    pairs = (word.partition("=") for line in text.splitlines() if line[:1] == " " for word in line.split())
    return [(british, american) for british, _, american in pairs]
