"""Words that are names, as far as capitals and lists of given names tell."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from maillint.language import nicknames
from maillint.rewrite.model import words
from maillint.rewrite.model.facts import capitals

if TYPE_CHECKING:
    import re

_SHOUTED = 0.5
"""Of its words that are written large throughout where a text shouts."""
_LEAST = 3
_COMMON = 1e-5
"""Of all words in English: one that is rarer may well be a name."""


def definite(text: str) -> frozenset[str]:
    """Words that are written large within a sentence; where all is shouted, that says nothing."""
    found = list(capitals(text))
    shouted = sum(len(word) > _LEAST and word.isupper() for word, _ in found)
    if shouted > _LEAST and shouted > _SHOUTED * len(text.split()):
        return frozenset()
    return frozenset(word for word, is_first in found if _is_definite(word, is_first=is_first))


def _is_definite(word: str, *, is_first: bool) -> bool:
    low = word.lower()
    if low in words.OPENERS:
        return False
    if word.isupper() and len(word) > 1:
        return low not in words.EMPHASISED and (len(word) <= _LEAST or _is_unknown(low) or nicknames.is_given(low))
    return not is_first or any(sign.isupper() for sign in word[1:])


def have_changed(before: str, after: str, known: frozenset[str]) -> bool:
    """Whether names at the head of sentences, where all is written large, are there more or less often than before.

    Nor may a sentence begin with a word that was not there, but for those that begin many: it could be a name.
    """
    old, new = _lower_words(before), _lower_words(after)
    written = {word.lower() for text in (before, after) for word, _ in capitals(text) if word not in known}
    return any(old[word] != new[word] and (_may_name(word) or not (old[word] or _is_plain(word))) for word in written)


def _lower_words(text: str) -> Counter[str]:
    return Counter(match[0].removesuffix("'s") for match in _any_word().finditer(text.lower()))


@cache
def _any_word() -> re.Pattern[str]:
    import re

    return re.compile(r"[^\W\d_\u2e80-\ud7ff]++(?:'[a-z]{1,2})?")


def _may_name(word: str) -> bool:
    if word in words.OPENERS:
        return False
    return nicknames.is_given(word) or _is_unknown(word)


def _is_plain(word: str) -> bool:
    return word in words.OPENERS or word in words.PLAIN or word.endswith(("ing", "ly", "ed"))


@cache
def _is_unknown(word: str) -> bool:
    import wordfreq

    return wordfreq.get_frequency_dict("en", "small").get(word, 0) < _COMMON and not word.endswith(("ing", "ly", "ed"))
