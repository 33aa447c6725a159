"""Text -> the few words and numbers in it that a date may be made of, in one linear scan for both languages."""

from __future__ import annotations

from functools import cache
from itertools import count
from operator import itemgetter
from typing import TYPE_CHECKING

from maillint.language.dates import numbers, tables
from maillint.language.text import is_bounded, may_hold_han

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maillint.language.dates.numbers import Token

    Match = tuple[int, int, str, str, tables.Value]
    """Start, end, word, its class and value."""

_INSIDE = frozenset("abcdefghijklmnopqrstuvwxyz0123456789_")
_SPLIT = "周週月季"
_MONTHS = frozenset("一二三四五六七八九十0123456789")
_COUNTING = frozenset("一二三四五后後")
"""What stands before 个 where weekdays are counted: 第一个周五, 最后一个周五."""
_ENDING = ("dayword", "vague", "yedge", "medge", "qedge")
_FEW = 3
"""Messages after which an automaton pays: building it takes longer than all else that a single one needs."""
_searches = count()


class _Automaton:
    """All words of some tables at once (Aho-Corasick)."""

    def __init__(self, *tables_of_heads: tables.Heads) -> None:
        from ahocorasick_rs import AhoCorasick

        every = [own for heads in tables_of_heads for own in heads.values()]
        pairs = [pair for joined, own in every for pair in zip(tables.words(joined), own, strict=True)]
        self._entries = [(word, *entry) for word, entry in pairs]
        self._automaton = AhoCorasick([word for word, _ in pairs])

    def matches(self, flat: str) -> list[Match]:
        """The longest word at each place where one begins."""
        entries = self._entries
        longest: dict[int, tuple[int, int, int]] = {}
        padded = flat + " "
        for index, start, end in self._automaton.find_matches_as_indexes(flat, overlapping=True):
            if start in longest and end <= longest[start][1]:
                continue
            if padded[start] > "\u007f" or not (
                (padded[start - 1] in _INSIDE and _is_inside_run(flat, start))
                or (padded[end] in _INSIDE and _is_inside_run(flat, end))
            ):
                longest[start] = (start, end, index)
        return [(start, end, *entries[index]) for start, end, index in sorted(longest.values())]


def _is_inside_run(flat: str, place: int) -> bool:
    """Whether a run of letters, or of digits, goes on across a place."""
    if not 0 < place < len(flat):
        return False
    before, after = flat[place - 1], flat[place]
    return ("a" <= before <= "z" and "a" <= after <= "z") or ("0" <= before <= "9" and "0" <= after <= "9")


@cache
def automaton(*, has_han: bool) -> _Automaton:
    """The English words, and the Chinese ones too where a text has Han."""
    return _Automaton(tables.english(), *(tables.chinese()[:1] if has_han else ()))


def by_head(flat: str, *, has_han: bool) -> list[Match]:
    """The same, looked up by how words begin: slower, and at hand at once."""
    english = tables.english()
    places = [(run.group(), run.start()) for run in tables.runs().finditer(flat)]
    found = [match for head, start in places if head in english for match in _longest(flat, start, english[head])]
    if has_han:
        chinese = tables.chinese()[0]
        for start, head in enumerate(flat):
            if head in chinese:
                found += _longest(flat, start, chinese[head])
        found.sort()
    return found


def _longest(flat: str, start: int, own: tables.Head) -> Iterator[Match]:
    words = tables.words(own[0])
    if not flat.startswith(words, start):
        return
    for index, word in enumerate(words):
        end = start + len(word)
        if flat.startswith(word, start) and (word[0] > "\u007f" or not _is_inside_run(flat, end)):
            yield start, end, word, *own[1][index]
            return


def _words(flat: str, *, has_han: bool) -> Iterator[Match]:
    """The words of the tables from left to right; the longest wins where several begin, and none overlap."""
    is_early = next(_searches) < _FEW
    until = 0
    for match in by_head(flat, has_han=has_han) if is_early else automaton(has_han=has_han).matches(flat):
        if match[0] >= until:
            until = match[1]
            yield match


def tokens(flat: str) -> list[Token]:
    """The date words and numbers of a text in lower case, in order and without overlap."""
    has_han = may_hold_han(flat)
    found: list[Token] = []
    for start, end, word, kind, value in _words(flat, has_han=has_han):
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
    _, follow, veto = tables.chinese()
    if word in follow:
        return token if flat[end : end + 1] in follow[word] else None
    if kind == "stop":
        return _head(word, start) if word[0] in _SPLIT and found and found[-1][1] == start else token
    if kind == "unit" and word[0] in "个個" and (weekday := _weekday_behind(flat, start, end)):
        return weekday
    barred = veto.get(kind, ()) + veto.get(word, ())
    if kind in _ENDING or word in ("周日", "週日"):
        barred += veto.get(word[-1], ())
    if barred and flat.startswith(barred, end):
        if word == "月初":  # 十月初一 is a day of the tenth month, 月初一批货 came early in this one
            return _head(word, start) if start and flat[start - 1] in _MONTHS else token
        return _head(word, start) if kind == "weekday" else None
    return token


def _weekday_behind(flat: str, start: int, end: int) -> Token | None:
    """第一个周五 holds a Friday, not a week and a five; 两个星期一次 does not."""
    joined, entries = tables.chinese()[0].get(flat[start + 1], ("", ()))
    words = tables.words(joined)
    place = words.index(flat[start + 1 : end + 1]) if flat[start + 1 : end + 1] in words else -1
    if place < 0 or flat[start - 1 : start] not in _COUNTING or flat.startswith("次", end + 1):
        return None
    return start + 1, end + 1, *entries[place]


def _head(word: str, start: int) -> Token:
    head = word[:2] if word[0] in "星礼禮" else word[0]
    joined, entries = tables.chinese()[0][head[0]]
    return start, start + len(head), *entries[tables.words(joined).index(head)]


def _merged(words: list[Token], figures: list[Token]) -> list[Token]:
    """Both in order; of two that overlap the one that starts first, a word before a number."""
    merged: list[Token] = []
    until = 0
    for token in sorted(words + figures, key=itemgetter(0)):  # stable: words stand first
        if until <= token[0]:
            merged.append(token)
            until = token[1]
    return merged
