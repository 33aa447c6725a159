"""What a word that no list knows was meant for: frequent words one slip of the fingers away."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from maillint.language.spelling.edits import plausibility, slips_between
from maillint.language.spelling.lexicon import RAREST_SHORT_MEANT, lexicon

if TYPE_CHECKING:
    from maillint.language.spelling.lexicon import Lexicon

RAREST_STEM = 2.8
"""Zipf frequency of a stem that people form new words of."""
RAREST_PART = 3.7
FREQUENT_PART = 4.3
FREQUENT_HEAD = 4.0
_MOST_HEARD = 2
"""Letters by which what was heard may differ from what was meant."""
_FIRST_HALVES = frozenset(
    ("counter", "before", "through", "across", "between", "network", "master", "single", "double")
)
_PREFIXES = (
    "un re pre non over under inter intra multi sub co de mini out up back post semi anti pro trans micro macro e"
)
_SUFFIXES = (
    "s es ed d ing er ers or ors ly able ible ness al less like wise ful ish ings ment ments ize izes ized izing "
    "ise ises ised ising ation ations isation isations ization izations ist ists ism y"
)
_INFLECTIONS = frozenset(("s", "es", "ed", "d", "ing", "y", "al", "ly"))


def tripled(word: str, index: Lexicon) -> str:
    """What a word with one consonant three times was meant for: "billl", not "hmmm" and "brrr"."""
    place = next((i for i, (a, b, c) in enumerate(zip(word, word[1:], word[2:], strict=False)) if a == b == c), -1)
    if place < 1 or word[place] in "aeiouyhmrz" or word[place : place + 4] == word[place] * 4:
        return ""
    shorter = (word[:place] + word[place + 1 :], word[:place] + word[place + 2 :])
    return max(shorter, key=index.zipf) if max(map(index.zipf, shorter)) >= RAREST_SHORT_MEANT else ""


def run_together(word: str, index: Lexicon) -> str:
    """Two long words without the space between them: too long to be one that people coin, as "timesheet" is."""
    for place in range(6, len(word) - 5):
        head, tail = word[:place], word[place:]
        if head not in _FIRST_HALVES and index.zipf(head) >= FREQUENT_HEAD and index.zipf(tail) >= RAREST_STEM:
            return "" if _is_suffixed(word, "ability", index) else f"{head} {tail}"
    return ""


@lru_cache(4096)
def meant(word: str) -> tuple[str, ...]:
    """What an unknown word was meant for: frequent words one slip away, when it can be no formation of its own."""
    index = lexicon()
    if index is None or len(word) < 4 or not word.isalpha() or _is_formed(word, index):
        return ()
    least = _least(len(word))
    rated = []
    for candidate in index.near(word):
        ease, frequency = plausibility(word, candidate), index.zipf(candidate)
        if frequency >= least and (len(word) > 5 or ease >= (0 if frequency >= 5 else 0.2)):
            rated.append((frequency + ease, candidate))
    return tuple(candidate for _, candidate in sorted(rated, reverse=True)[:3])


def _least(length: int) -> float:
    """Zipf frequency that a word must have to be meant by an unknown one of so many letters."""
    return {4: 5.0, 5: 4.4, 6: RAREST_SHORT_MEANT, 7: 3.6}.get(length, 0.0)


@lru_cache(4096)
def heard(word: str) -> tuple[str, ...]:
    """What an unknown word was meant for that is written as it is heard, further off than one slip of the fingers."""
    index = lexicon()
    if index is None or not word.isalpha() or _is_formed(word, index):
        return ()
    near = (other for other in index.alike(word) if abs(len(other) - len(word)) < _MOST_HEARD)
    return tuple(other for other in near if slips_between(word, other) <= _MOST_HEARD)[:3]


def _is_formed(word: str, index: Lexicon) -> bool:
    """Whether it is made of known words: repaper, whiteboarding, timesheet; or drawn out: soooo."""
    if any(a == b == c for a, b, c in zip(word, word[1:], word[2:], strict=False)):
        return True
    if word.endswith("in") and index.zipf(f"{word}g"):
        return True
    prefixes = (word[len(prefix) :] for prefix in _PREFIXES.split() if word.startswith(prefix))
    if any(len(rest) > 3 and index.zipf(rest) >= RAREST_STEM for rest in prefixes):
        return True
    if any(_is_suffixed(word, suffix, index) for suffix in _SUFFIXES.split() if word.endswith(suffix)):
        return True
    return len(word) > 6 and any(_are_joined(word[:i], word[i:], index) for i in range(3, len(word) - 2))


def _are_joined(head: str, tail: str, index: Lexicon) -> bool:
    """Whether people write two words as one: time and sheet, but not deli and vary."""
    return min(index.zipf(head), index.zipf(tail)) >= (RAREST_PART if min(len(head), len(tail)) > 3 else FREQUENT_PART)


def _is_suffixed(word: str, suffix: str, index: Lexicon) -> bool:
    stem = word[: -len(suffix)]
    if len(stem) < 4:
        return False
    stems = [stem]
    if suffix[0] in "aeiouy":
        stems += [f"{stem}e", stem[:-1] if stem[-1] == stem[-2] else stem]
    if stem[-1] == "i":
        stems.append(f"{stem[:-1]}y")
    frequency = max(map(index.zipf, stems))
    # The inflections of a frequent word are all in the list: what is not there, as "benefites", is a slip.
    return RAREST_STEM <= frequency <= 5.0 if suffix in _INFLECTIONS else frequency >= RAREST_STEM
