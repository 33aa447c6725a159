"""Misspelt English words in a text: known slips, and unknown words one slip away from a common one."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from maillint.language.spelling.common import COMMON
from maillint.language.spelling.edits import neighbours, plausibility
from maillint.language.spelling.lexicon import CAPITAL_SLIP, RAREST_SHORT_MEANT, Lexicon, lexicon
from maillint.language.spelling.surroundings import is_english
from maillint.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

LONGEST = 200_000
"""Characters of a text that are looked at; what is longer was not written by hand."""
MOST_SUSPECTS = 3000
"""Different words not known at once; a text with more of them is no prose."""
MOST_FOUND = 300
"""Misspellings after which nobody reads on."""
RAREST_STEM = 2.8
"""Zipf frequency of a stem that people form new words of."""
RAREST_PART = 3.7
FREQUENT_PART = 4.3
FREQUENT_HEAD = 4.0
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
_ENDINGS = "ing ings tion tions ment ments ly ness ity able ance ence ed ful ous"
_PLAIN_ENDINGS = tuple(_ENDINGS.split())
_OPENERS = frozenset(".!?:\n。！？：")
_MENTION = frozenset("\"'“”‘’`「」")
_INNER = frozenset(".:?'’")
_TOUCHING = frozenset("@/\\_=&~#+$%^|<>{}-‐‑")


class Misspelling(NamedTuple):
    """A word that is wrong, and what was meant."""

    start: int
    end: int
    suggestions: tuple[str, ...]
    """In the case of the word as written, the likeliest first."""
    is_known_slip: bool


def find(text: str, is_familiar: Callable[[str, bool], bool]) -> list[Misspelling]:
    """The misspelt English words of a text, in order.

    Args:
        text: the author's own words.
        is_familiar: told a word in lower case, and whether it is a known slip: whether the message itself shows it to
            be a name or term, by its addresses, quotes, attachments. Asked only about words that look wrong.

    Returns:
        Nothing when this machine has no spelling index and can build none.
    """
    text = text[:LONGEST]
    suspects = {word for word in _words().findall(text) if word not in COMMON and _is_suspect(word)}
    index = lexicon() if 0 < len(suspects) <= MOST_SUSPECTS else None
    if index is None:
        return []
    found: list[Misspelling] = []
    for word in suspects:
        suggestions, is_slip = _judge(word, index)
        if suggestions and not is_familiar(word.lower(), is_slip):
            found += _places(text, word, suggestions, is_slip=is_slip)
    return [wrong for wrong in sorted(found)[:MOST_FOUND] if is_english(text, wrong.start, wrong.end, index)]


def _is_suspect(word: str) -> bool:
    return word.lower() not in COMMON or (word[:2].isupper() and word[2:].islower())


@cache
def _words() -> re.Pattern[str]:
    return re.compile(r"[A-Za-z]{3,30}(?:['’][A-Za-z]{1,4})?")


@lru_cache(8192)
def _judge(word: str, index: Lexicon) -> tuple[tuple[str, ...], bool]:
    """What a word may have been meant for, and whether it is a known slip; nothing when it is fine."""
    is_capital = word[0].isupper()
    rest = word[1:]
    if rest != rest.lower():
        return _late_shift(word, index), True
    value = index.value(word.lower().replace("’", "'"))
    if len(value) == 1:
        return (), False
    if value:
        return (tuple(value[1:].split(",")), True) if value[0] == CAPITAL_SLIP or not is_capital else ((), False)
    tripled = _tripled(word.lower(), index)
    if tripled:
        return (tripled,), True
    joined = "" if is_capital else _run_together(word, index)
    if joined:
        return (joined,), False
    return (() if is_capital and len(word) < 7 else _meant(word.lower())), False


def _tripled(word: str, index: Lexicon) -> str:
    """What a word with one consonant three times was meant for: "billl", not "hmmm" and "brrr"."""
    place = next((i for i, (a, b, c) in enumerate(zip(word, word[1:], word[2:], strict=False)) if a == b == c), -1)
    if place < 1 or word[place] in "aeiouyhmrz" or word[place : place + 4] == word[place] * 4:
        return ""
    shorter = (word[:place] + word[place + 1 :], word[:place] + word[place + 2 :])
    return max(shorter, key=index.zipf) if max(map(index.zipf, shorter)) >= RAREST_SHORT_MEANT else ""


def _run_together(word: str, index: Lexicon) -> str:
    """Two long words without the space between them: too long to be one that people coin, as "timesheet" is."""
    for place in range(6, len(word) - 5):
        head, tail = word[:place], word[place:]
        if head not in _FIRST_HALVES and index.zipf(head) >= FREQUENT_HEAD and index.zipf(tail) >= RAREST_STEM:
            return "" if _is_suffixed(word, "ability", index) else f"{head} {tail}"
    return ""


def _late_shift(word: str, index: Lexicon) -> tuple[str, ...]:
    """What "THank" was meant for: a shift key let go too late; nothing for IPhone, PDFs, SoCal."""
    if len(word) < 5 or not word[:2].isupper() or not word[2:].islower() or word[0] in "EI":
        return ()
    return (word.lower(),) if index.zipf(word.lower()) >= 4.3 else ()


@lru_cache(4096)
def _meant(word: str) -> tuple[str, ...]:
    """What an unknown word was meant for: frequent words one slip away, when it can be no formation of its own."""
    index = lexicon()
    if index is None or len(word) < 4 or not word.isalpha() or _is_formed(word, index):
        return ()
    least = 5.0 if len(word) < 6 else RAREST_SHORT_MEANT if len(word) < 7 else 3.6 if len(word) < 8 else 0.0
    rated = []
    for candidate in index.meant(neighbours(word)):
        ease, frequency = plausibility(word, candidate), index.zipf(candidate)
        if frequency >= least and (len(word) > 5 or ease >= 0):
            rated.append((frequency + ease, candidate))
    return tuple(candidate for _, candidate in sorted(rated, reverse=True)[:3])


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


def _places(text: str, word: str, suggestions: tuple[str, ...], *, is_slip: bool) -> list[Misspelling]:
    starts = [match.start() for match in re.finditer(re.escape(word), text)]
    whole = [start for start in starts if _stands_free(text, start, start + len(word))]
    if not is_slip and len(whole) > 1 and not (len(word) > 7 and plausibility(word.lower(), suggestions[0]) >= 0.4):
        return []  # written twice it is a term, unless it is long and as easily done as "prevelent"
    if word[0].isupper():
        suggestions = tuple(one.capitalize() for one in suggestions)
        if word[1].islower():
            whole = [start for start in whole if _may_be_capital(text, start, word, suggestions, is_slip=is_slip)]
    return [Misspelling(start, start + len(word), suggestions, is_slip) for start in whole]


def _stands_free(text: str, start: int, end: int) -> bool:
    """Whether the word is prose: no part of an address, path, code or compound, and not held up in quotation marks."""
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    left, right = before[-1:] or " ", after[:1] or " "
    if left in _TOUCHING or right in _TOUCHING or _is_letter(left) or _is_letter(right):
        return False
    if (left in _MENTION and right in _MENTION) or (before == "= " and _is_letter(text[start - 3 : start - 2])):
        return False
    inner_left, inner_right = left in _INNER or left == "(", right in _INNER or right == ")"
    if (inner_left and _is_letter(before[:1])) or (inner_right and _is_letter(after[1:])):
        return False
    chunk = text[text.rfind(" ", max(0, start - 80), start) + 1 : end + 1]
    return "://" not in chunk and "www." not in chunk and "@" not in chunk


def _is_letter(character: str) -> bool:
    return character[:1].isalnum() and not "\u2e80" <= character <= "\U000323af"


def _may_be_capital(text: str, start: int, word: str, suggestions: tuple[str, ...], *, is_slip: bool) -> bool:
    """Whether a capitalised word is no name: it opens a sentence, or is long and a known slip."""
    before = text[max(0, start - 6) : start].rstrip(" \t*>-•\"“'(")
    if not (before or start > 5) or before[-1:] in _OPENERS:
        return is_slip or suggestions[0].endswith(_PLAIN_ENDINGS)
    meant = suggestions[0].lower()
    if is_slip and any(a == b == c for a, b, c in zip(word, word[1:], word[2:], strict=False)):
        return True
    return is_slip and len(word) > 6 and (meant in COMMON or meant.endswith(_PLAIN_ENDINGS))
