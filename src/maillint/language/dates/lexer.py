"""Text -> the few words and numbers in it that a date may be made of, in one linear scan for both languages."""

from __future__ import annotations

from functools import cache
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from maillint.language.dates import numbers, tables
from maillint.language.text import is_bounded, may_hold_han

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

    from maillint.language.dates.numbers import Token

_INSIDE = frozenset("abcdefghijklmnopqrstuvwxyz0123456789_")
_SPLIT = "周週月季"
_ENDING = ("dayword", "vague", "yedge", "medge")


@cache
def _automaton(*, has_han: bool) -> tuple[AhoCorasick, list[tuple[str, str, Any]]]:
    from ahocorasick_rs import AhoCorasick, MatchKind

    words = tables.load(has_han=has_han).words
    entries = [(word, kind, value) for word, (kind, value) in words.items()]
    return AhoCorasick(list(words), matchkind=MatchKind.LeftmostLongest), entries


def tokens(flat: str) -> list[Token]:
    """The date words and numbers of a text in lower case, in order and without overlap."""
    has_han = may_hold_han(flat)
    automaton, entries = _automaton(has_han=has_han)
    found: list[Token] = []
    for index, start, end in automaton.find_matches_as_indexes(flat):
        word, kind, value = entries[index]
        if word[0] < "\u0080":
            if kind == "vague" and flat[end : end + 1] == "-" and flat[end + 1 : end + 2].isalnum():
                continue  # form ASAP-3
            if _is_word(flat, start, end) or (kind == "month" and _is_before_digit(flat, start, end)):
                found.append((start, end, kind, value))
        elif token := _han(flat, (start, end, kind, value), word, found):
            found.append(token)
    figures = numbers.tokens(flat, has_han=has_han)
    return _merged(found, figures) if figures else found


def _is_word(flat: str, start: int, end: int) -> bool:
    """The common case of ``is_bounded``: ASCII on both sides."""
    before, after = flat[start - 1 : start] if start else " ", flat[end : end + 1]
    if before in _INSIDE or (after in _INSIDE and after):
        return False
    return (before.isascii() and after.isascii()) or is_bounded(flat, start, end)


def _is_before_digit(flat: str, start: int, end: int) -> bool:
    """Dec31: the day glued to its month."""
    return flat[end : end + 1].isdecimal() and (start == 0 or not flat[start - 1].isalnum())


def _han(flat: str, token: Token, word: str, found: list[Token]) -> Token | None:
    """The token if what follows lets it stand; the 周 of 下周转账 where the longer word was none."""
    start, end, kind, _ = token
    _, follow, veto = tables.load(has_han=True)
    if word in follow:
        return token if flat[end : end + 1] in follow[word] else None
    if kind == "stop":
        return _head(word, start) if word[0] in _SPLIT and found and found[-1][1] == start else token
    barred = veto.get(kind, ())
    if kind in _ENDING or word in ("周日", "週日"):
        barred += veto.get(word[-1], ())
    if barred and flat.startswith(barred, end):
        return _head(word, start) if kind == "weekday" else None
    return token


def _head(word: str, start: int) -> Token:
    head = word[:2] if word[0] in "星礼禮" else word[0]
    return start, start + len(head), *tables.load(has_han=True).words[head]


def _merged(words: list[Token], figures: list[Token]) -> list[Token]:
    """Both in order; of two that overlap the one that starts first, a word before a number."""
    merged: list[Token] = []
    until = 0
    for token in sorted(words + figures, key=itemgetter(0)):  # stable: words stand first
        if until <= token[0]:
            merged.append(token)
            until = token[1]
    return merged
