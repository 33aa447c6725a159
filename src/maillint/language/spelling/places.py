"""Where a word that looks wrong is wrong: not in addresses and code, not as a name, not as a term used twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.language.spelling.common import COMMON
from maillint.language.spelling.edits import plausibility
from maillint.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maillint.language.spelling.lexicon import Lexicon

_ENDINGS = "ing ings tion tions ment ments ly ness ity able ance ence ed ful ous"
_PLAIN_ENDINGS = tuple(_ENDINGS.split())
_OPENING = frozenset(
    (
        "the this that these those there their they then thank thanks and but because before although also after as "
        "about below please could would should will can have has what when where which while who why how with without "
        "from for since however hope if is it we you your our not now does did do are were was let some sorry"
    ).split()
)
"""Common words that a sentence opens with; others, as "state" and "site", are near to names of companies."""
_OPENERS = frozenset(".!?:\n。！？：")
_MENTION = frozenset("\"'“”‘’`「」")
_INNER = frozenset(".:?'’")
_TOUCHING = frozenset("@/\\_=&~#+$%^|<>{}-‐‑")


RAREST_WHOLE = 3.4
"""Zipf frequency of a word of which a part that is no word stands apart."""
_LONGEST_PART = 20


class Misspelling(NamedTuple):
    """A word that is wrong, and what was meant."""

    start: int
    end: int
    suggestions: tuple[str, ...]
    """In the case of the word as written, the likeliest first."""
    is_known_slip: bool


def places(text: str, word: str, suggestions: tuple[str, ...], *, is_slip: bool) -> list[Misspelling]:
    """Where a word that is wrong stands in prose, not as a name, a term, or a part of an address."""
    whole = [start for start in _starts(text, word) if _stands_free(text, start, start + len(word))]
    if not is_slip and len(whole) > 1 and not (len(word) > 7 and plausibility(word.lower(), suggestions[0]) >= 0.4):
        return []  # written twice it is a term, unless it is long and as easily done as "prevelent"
    if word[0].isupper():
        suggestions = tuple(one.capitalize() for one in sorted(suggestions, key=lambda one: one not in _OPENING))
        if word[1].islower():
            whole = [start for start in whole if _may_be_capital(text, start, word, suggestions, is_slip=is_slip)]
    return [Misspelling(start, start + len(word), suggestions, is_slip) for start in whole]


def rejoined(text: str, one: Misspelling, index: Lexicon) -> Misspelling:
    """The whole of a word that a blank keeps apart, as in "arriv ed"; otherwise the misspelling as it is."""
    word = text[one.start : one.end]
    before, after = text[max(0, one.start - _LONGEST_PART) : one.start], text[one.end : one.end + _LONGEST_PART]
    head, tail = before[:-1].rpartition(" ")[2], _letters(after[1:])
    if before[-1:] == " " and head.isalpha() and index.zipf((head + word).lower()) >= RAREST_WHOLE:
        return Misspelling(one.start - len(head) - 1, one.end, (head + word,), one.is_known_slip)
    if after[:1] == " " and tail and index.zipf((word + tail).lower()) >= RAREST_WHOLE:
        return Misspelling(one.start, one.end + 1 + len(tail), (word + tail,), one.is_known_slip)
    return one


def _letters(text: str) -> str:
    """The letters that a text begins with."""
    return text[: next((i for i, sign in enumerate(text) if not sign.isalpha()), len(text))]


def _starts(text: str, word: str) -> Iterator[int]:
    start = text.find(word)
    while start >= 0:
        yield start
        start = text.find(word, start + len(word))


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
        if is_slip or " " in suggestions[0] or (len(word) > 6 and suggestions[0].endswith(_PLAIN_ENDINGS)):
            return True
        behind = text[start + len(word) : start + len(word) + 2]
        return suggestions[0].lower() in _OPENING and behind[:1] == " " and behind[1:].islower()
    meant = suggestions[0].lower()
    if is_slip and any(a == b == c for a, b, c in zip(word, word[1:], word[2:], strict=False)):
        return True
    return is_slip and len(word) > 6 and (meant in COMMON or meant.endswith(_PLAIN_ENDINGS))
