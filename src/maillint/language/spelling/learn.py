"""Words that no list knows: what an organisation's own words look like before they have been learnt."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from maillint.language.spelling.common import COMMON
from maillint.language.spelling.lexicon import lexicon
from maillint.language.spelling.search import LONGEST, find

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

SHORTEST = 3
_SHORTEST_FAR = 8
_RAREST_FAR = 3.0
"""Zipf frequency of a word that something two slips away is taken for."""
_VOWELS = "aeiou"
_LETTER = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f"
_SENTENCE_ENDS = frozenset('.!?:;\n"“‘(*•>-。！？：；「')


def unknown_words(text: str) -> Iterator[tuple[int, str]]:
    """The words in Latin letters that no list knows, each with its place.

    Acronyms, and parts of addresses, paths, codes and compounds with a hyphen, are passed over, since no check minds
    them. Nothing where this machine has no spelling index.
    """
    for match in _words().finditer(text[:LONGEST]):
        word = match.group()
        if not word.isupper() and _is_unknown(word.lower()):
            yield match.start(), word


@cache
def _words() -> re.Pattern[str]:
    import re

    touching = rf"{_LETTER}0-9@/\\_=&~#+$%^|<>{{}}‐‑-"
    return re.compile(
        rf"(?<![{touching}])(?<![{_LETTER}0-9][.:'’])[{_LETTER}]{{{SHORTEST},30}}(?![{touching}]|[.:][{_LETTER}0-9@])"
        rf"(?!['’](?!s(?![{_LETTER}]))[{_LETTER}])"
    )


@lru_cache(20_000)
def _is_unknown(word: str) -> bool:
    if word in COMMON:
        return False
    index = lexicon()
    return index is not None and not index.value(word)


def opens_sentence(text: str, place: int) -> bool:
    """Whether a capital is due at a place, so that it says nothing about the word there being a name."""
    before = text[max(0, place - 6) : place].rstrip(" \t")
    return not before or before[-1] in _SENTENCE_ENDS


def corrections(word: str) -> tuple[str, ...]:
    """What a word may be a slip for when it is written in lower case in the middle of a sentence.

    That is what the checks would say, and beyond it the common words two slips away from a long one.

    Args:
        word: one word in Latin letters.

    Returns:
        The likeliest first; nothing for a word of its own.
    """
    word = word.lower()
    found = find(f"of {word} here", lambda *_: False)
    return found[0].suggestions if found else _far(word)


def _far(word: str) -> tuple[str, ...]:
    """The common words that are one easy slip and another of any kind away."""
    index = lexicon()
    if index is None or len(word) < _SHORTEST_FAR or not word.isascii() or not word.isalpha():
        return ()
    near = {other for easy in _easily_meant(word) for other in index.near(easy) if other[:1] == word[0]}
    rated = [(index.zipf(other), other) for other in near - {word}]
    return tuple(other for share, other in sorted(rated, reverse=True)[:3] if share >= _RAREST_FAR)


def _easily_meant(word: str) -> set[str]:
    """What ``word`` was meant for if two letters were swapped, one doubled or dropped, or a vowel mistaken."""
    heads = [(word[:i], word[i:]) for i in range(1, len(word))]
    made = {head + tail[1] + tail[0] + tail[2:] for head, tail in heads if len(tail) > 1}
    made |= {head + tail[1:] for head, tail in heads}
    made |= {head + tail[0] + tail for head, tail in heads}
    return made | {head + vowel + tail[1:] for head, tail in heads if tail[0] in _VOWELS for vowel in _VOWELS}
