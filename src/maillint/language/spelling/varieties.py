"""Which of two right spellings a correction takes: the British or the American one."""

from __future__ import annotations

from functools import cache
from itertools import permutations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re

_PAIRS = (
    ("our", "or"),
    ("is", "iz"),
    ("ys", "yz"),
    ("tre", "ter"),
    ("ll", "l"),
    ("l", "ll"),
    ("ence", "ense"),
    ("ogue", "og"),
    ("mme", "m"),
    ("que", "ck"),
    ("ae", "e"),
    ("oe", "e"),
    ("grey", "gray"),
)
"""British letters, and the American ones in their place."""
_ROOTS = "arm behavi col endeav fav harb hon hum lab neighb rum"
_VERBS = (
    "apolog author categor emphas final familiar general maxim minim optim organ priorit real recogn standard summar"
)


def in_english(words: tuple[str, ...], english: str) -> tuple[str, ...]:
    """The words with each spelling of one English ahead of the same word in the other.

    Args:
        words: corrections, the likeliest first.
        english: "en-GB" or "en-US"; anything else leaves them as they are.
    """
    found = list(words)
    for british, american in permutations(words, 2):
        if english in ("en-GB", "en-US") and _are_doubles(british, american):
            wanted, other = (british, american) if english == "en-GB" else (american, british)
            first, second = sorted((found.index(wanted), found.index(other)))
            found[first], found[second] = wanted, other
    return tuple(found)


def _are_doubles(british: str, american: str) -> bool:
    return british != american and any(british.replace(ours, theirs, 1) == american for ours, theirs in _PAIRS)


def english_used(text: str) -> str:
    """The English that a text is spelt in: "en-GB", "en-US", or "" where it shows neither or both."""
    british, american = (bool(pattern.search(text)) for pattern in _patterns())
    return "" if british == american else "en-GB" if british else "en-US"


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    import re

    roots, verbs = "|".join(_ROOTS.split()), "|".join(_VERBS.split())
    british = (
        rf"\b(?:(?:{roots})our|(?:cent|fib|lit|met|theat)re\b|cheque|programme\b|grey\b|(?:{verbs})is(?:e|ing|ation))"
    )
    american = rf"\b(?:(?:{roots})or(?!i[az])|(?:cent|fib|lit|theat)er\b|gray\b|(?:{verbs})iz(?:e|ing|ation))"
    return re.compile(british, re.IGNORECASE), re.compile(american, re.IGNORECASE)
