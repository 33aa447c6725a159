"""Misspelt English words in a text: known slips, and unknown words one slip away from a common one."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from maillint.language.spelling.common import COMMON
from maillint.language.spelling.lexicon import CAPITAL_SLIP, Lexicon, lexicon

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from maillint.language.spelling.places import Misspelling

_RARE = "<"
"""What the index has for words of a Zipf frequency of 2.0; for rarer ones it has what comes before."""
LONGEST = 200_000
"""Characters of a text that are looked at; what is longer was not written by hand."""
MOST_SUSPECTS = 3000
"""Different words not known at once; a text with more of them is no prose."""
MOST_FOUND = 300
"""Misspellings after which nobody reads on."""


def find(text: str, is_familiar: Callable[[str, bool], bool]) -> list[Misspelling]:
    """The misspelt English words of a text, in order.

    Args:
        text: the author's own words.
        is_familiar: told a word in lower case, and whether it is a known slip: whether the message itself shows it to
            be a name or term, by its addresses, quotes, attachments. Asked only about words that look wrong.

    Returns:
        Nothing when this machine has no spelling index and can build none.
    """
    text = text[:LONGEST].replace("\u2019", "'")
    chunks = set(text.split()) if len(text) < MOST_SUSPECTS else {text}
    chunks -= _RIGHT
    suspects = set(_words().findall(" ".join(chunks))) - COMMON if chunks else ()
    index = lexicon() if 0 < len(suspects) <= MOST_SUSPECTS else None
    if index is None:
        return []
    wrong = [(word, *judged) for word in suspects if (judged := _judge(word, index))[0]]
    _remember(chunks, [word for word, *_ in wrong])
    return _placed(text, wrong, is_familiar, index) if wrong else []


_RIGHT: set[str] = set()
"""What stood between blanks and held no word that looks wrong: mails use the same words over and over."""
_MOST_RIGHT = 20_000
_LONGEST_RIGHT = 30


def _remember(chunks: set[str], wrong: Sequence[str]) -> None:
    if len(_RIGHT) > _MOST_RIGHT:
        _RIGHT.clear()
    short = [chunk for chunk in chunks if len(chunk) <= _LONGEST_RIGHT]
    _RIGHT.update([chunk for chunk in short if not any(map(chunk.__contains__, wrong))] if wrong else short)


def _placed(
    text: str,
    wrong: Iterable[tuple[str, tuple[str, ...], bool]],
    is_familiar: Callable[[str, bool], bool],
    index: Lexicon,
) -> list[Misspelling]:
    """The places of words that look wrong; few texts hold any, and only they need these rooms."""
    from maillint.language.spelling.edits import with_ending
    from maillint.language.spelling.places import places, rejoined
    from maillint.language.spelling.surroundings import is_english

    found: list[Misspelling] = []
    for word, suggestions, is_slip in wrong:
        if not is_familiar(word.lower(), is_slip):
            meant = with_ending(word.lower(), suggestions)
            found += [rejoined(text, one, index) for one in places(text, word, meant, is_slip=is_slip)]
    return [one for one in sorted({*found})[:MOST_FOUND] if is_english(text, one.start, one.end, index)]


@cache
def _words() -> re.Pattern[str]:
    return re.compile(r"[A-Za-z]{3,30}(?:'[A-Za-z]{1,4})?")


@lru_cache(maxsize=8192)
def _judge(word: str, index: Lexicon) -> tuple[tuple[str, ...], bool]:
    """What a word may have been meant for, and whether it is a known slip; nothing when it is fine."""
    if word[1:] != word[1:].lower():
        return _late_shift(word, index), True
    lower = word.lower()
    value = "" if lower in COMMON else index.value(lower)
    if lower in COMMON or len(value) == 1:
        return (_swapped(word, index) if value and value < _RARE else ()), False
    if value:
        is_slip = value[0] == CAPITAL_SLIP or lower == word
        return tuple(value[1:].split(",")) if is_slip else (), is_slip
    return _unknown(word, index)


def _swapped(word: str, index: Lexicon) -> tuple[str, ...]:
    """What a rare word was meant for that is a frequent one with two letters swapped: "mayn", not "trial"."""
    from maillint.language.spelling import guess

    return guess.swapped(word, index) if word.islower() and 3 < len(word) < 6 else ()


def _unknown(word: str, index: Lexicon) -> tuple[tuple[str, ...], bool]:
    """What a word that no list has may have been meant for, and whether it is surely a slip."""
    from maillint.language.spelling import guess
    from maillint.language.spelling.edits import plausibility

    tripled = guess.tripled(word.lower(), index)
    if tripled:
        return (tripled,), True
    is_capital = word[0].isupper()
    joined = "" if is_capital else guess.run_together(word, index)
    if joined:
        return (joined,), False
    near = guess.meant(word.lower())
    parted = guess.joined_small(word, index)
    if parted and not (near and plausibility(word, near[0]) >= 0.2):
        return (parted,), False
    return near or (() if is_capital else guess.heard(word)), False


def _late_shift(word: str, index: Lexicon) -> tuple[str, ...]:
    """What "THank" was meant for: a shift key let go too late; nothing for IPhone, PDFs, SoCal."""
    if len(word) < 5 or not word[:2].isupper() or not word[2:].islower() or word[0] in "EI":
        return ()
    return (word.lower(),) if index.zipf(word.lower()) >= 4.3 else ()
