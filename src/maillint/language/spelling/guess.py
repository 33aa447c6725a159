"""What a word that no list knows was meant for: frequent words one slip of the fingers away."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from maillint.language.spelling.edits import plausibility, slips_between
from maillint.language.spelling.lexicon import RAREST_SHORT_MEANT, lexicon, may_be_meant

if TYPE_CHECKING:
    from maillint.language.spelling.lexicon import Lexicon

RAREST_STEM = 2.8
"""Zipf frequency of a stem that people form new words of."""
RAREST_LONG = 2.3
_LONG = 8
RAREST_PART = 3.7
FREQUENT_PART = 4.3
FREQUENT_HEAD = 4.0
FREQUENT_SWAPPED = 5.0
_OPENING = tuple("please would could should their they your this that with from the you our and".split())
"""Small words that begin no name."""
_SMALL = (*_OPENING, *"will must have were been for can has had are was not of to we is be".split())
"""Small words that begin or end no word that people coin."""
EASY = 0.4
"""Plausibility of a wrong vowel, which may be another language's spelling."""
EASIEST = 0.5
"""Plausibility of a doubled letter and of two that are swapped."""
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


def swapped(word: str, index: Lexicon) -> tuple[str, ...]:
    """The frequent words that a word is with two letters swapped."""
    made = {word[:i] + word[i + 1] + word[i] + word[i + 2 :] for i in range(1, len(word) - 1)} - {word}
    return tuple(sorted((one for one in made if index.zipf(one) >= FREQUENT_SWAPPED), key=index.zipf, reverse=True))


def run_together(word: str, index: Lexicon) -> str:
    """Two long words without the space between them: too long to be one that people coin, as "timesheet" is."""
    for place in range(6, len(word) - 5):
        head, tail = word[:place], word[place:]
        least = RAREST_STEM if len(tail) < _LONG else RAREST_LONG
        if head not in _FIRST_HALVES and index.zipf(head) >= FREQUENT_HEAD and index.zipf(tail) >= least:
            return "" if _is_suffixed(word, "ability", index) else f"{head} {tail}"
    return ""


def joined_small(word: str, index: Lexicon) -> str:
    """A small word and another without the space between them: "thecurtains", "mustbe", "Couldyou"; not "Blackwill"."""
    lower = word.lower()
    for small in _SMALL if word.islower() else _OPENING:
        other = lower[len(small) :]
        if lower.startswith(small) and small != "be" and index.zipf(other) >= _least_beside(small, other):
            return f"{small} {other}"
    for small in _SMALL if word.islower() else ():
        other = lower[: -len(small)]
        if lower.endswith(small) and index.zipf(other) >= _least_beside(small, other):
            return f"{other} {small}"
    return ""


def _least_beside(small: str, other: str) -> float:
    """Zipf frequency that a word must have to be what a small one was written together with."""
    if other in _SMALL or len(other) < 3:
        return 0.0 if other in _SMALL else 9.0
    if len(small) < 3:
        return 4.6 if len(other) > 4 else 5.5
    return {3: 5.0, 4: 4.2, 5: 3.5}.get(len(other), 3.0)


@lru_cache(4096)
def meant(word: str) -> tuple[str, ...]:
    """What an unknown word was meant for: frequent words one slip away, when it can be no formation of its own."""
    index = lexicon()
    if index is None or len(word) < 4 or not word.isalpha():
        return ()
    is_formed, rated = _is_formed(word, index), []
    for candidate in index.near(word):
        ease, frequency = plausibility(word, candidate), index.zipf(candidate)
        if _is_likely(word, candidate, ease, frequency, is_formed=is_formed):
            rated.append((frequency + ease, candidate))
    return tuple(candidate for _, candidate in sorted(rated, reverse=True)[:3])


def _is_likely(word: str, candidate: str, ease: float, frequency: float, *, is_formed: bool) -> bool:
    """Whether a candidate is frequent enough to be meant: a rare one only where the slip is an easy one."""
    if is_formed:
        return len(word) > 5 and ease >= EASY and frequency >= RAREST_SHORT_MEANT
    if len(word) in (5, 6) and ease >= EASIEST:
        return True
    least = _least(len(word))
    return (
        frequency >= least
        and may_be_meant(candidate, frequency)
        and (len(word) > 5 or ease >= (0 if frequency >= 5 else 0.2))
    )


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
