"""What a text is about: its content words, each with a weight."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from maillint.language.lists import read as lists_of
from maillint.language.subjects import kinds
from maillint.language.text import han_runs

if TYPE_CHECKING:
    import re
    from collections.abc import Sequence


@cache
def _token() -> re.Pattern[str]:
    import re

    return re.compile(r"[$€£#]?[A-Za-z0-9À-ɏ](?:[A-Za-z0-9À-ɏ_'’&/.,-]*[A-Za-z0-9À-ɏ%])?")


def tokens(sentence: str) -> list[tuple[int, int]]:
    """The words and figures of an English sentence as (start, end)."""
    return [match.span() for match in _token().finditer(sentence)]


@lru_cache(maxsize=4096)
def is_content(word: str) -> bool:
    """Whether an English word may name a matter: no function word, common verb or filler."""
    low = word.lower().replace("’", "'")
    if low in lists_of("keywords.txt")["plain"] or kinds().get(low) in ("filler", "greeting", "thanks"):
        return word in ("IT", "US", "UK", "HR", "PR", "AP", "AR")
    return len(low) > 1 and not low.endswith(("n't", "'ll", "'ve", "'re", "'d"))


@lru_cache(maxsize=4096)
def stem(word: str) -> str:
    """A word without its commonest endings, so that forms of one word meet."""
    low = word.lower().removesuffix("'s").removesuffix("’s")
    for ending in ("ing", "ies", "es", "ed", "s"):
        if len(low) > len(ending) + 3 and low.endswith(ending):
            return low.removesuffix(ending)
    return low


def weights(sentences: Sequence[str]) -> dict[str, float]:
    """English content words and Han pairs of some sentences -> how much they say what the text is about.

    Early words weigh more, and so do names, figures and whatever comes back.
    """
    found: dict[str, float] = {}
    for index, sentence in enumerate(sentences):
        place = 1.0 / (1 + 0.35 * index)
        for start, end in tokens(sentence):
            word = sentence[start:end]
            if is_content(word):
                found[stem(word)] = found.get(stem(word), 0.0) + place * _worth(word, is_first=not start)
        for pair in han_pairs(sentence):
            found[pair] = found.get(pair, 0.0) + place
    return found


@lru_cache(maxsize=4096)
def _worth(word: str, *, is_first: bool) -> float:
    if any(map(str.isdigit, word)):
        return 1.6 if len(word) > 4 or not word.isdigit() else 0.5
    if kinds().get(word.lower()) in ("generic", "empty"):
        return 0.3
    return 1.5 if word[0].isupper() and not is_first else 1.0


def han_pairs(text: str) -> list[str]:
    """Neighbouring Han characters of which neither is a function word; without a segmenter, the nearest to words."""
    if text.isascii():
        return []
    common = lists_of("keywords.txt")["common"]
    return [
        run[at : at + 2]
        for run in han_runs().findall(text)
        for at in range(len(run) - 1)
        if run[at] not in common and run[at + 1] not in common
    ]
