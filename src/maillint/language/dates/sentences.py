"""The sentence an expression stands in, and its words, looked up only where an expression was found."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache

from maillint.language.text import may_hold_han

_split = str.split

_SHORT = frozenset(
    _split(
        """
        mr mrs ms dr no st e.g i.e a.m p.m vs approx ext inc ltd co tel prof jan feb mar apr jun jul aug sep sept
        oct nov dec mon tue tues wed thu thur thurs fri sat sun
        """
    )
)
_REACH = 400
_CLAUSE_REACH = 60
_CLAUSE = frozenset("，,；;：:（）()。！？!?")


class Sentence:
    """``flat[start:end]``, in lower case."""

    __slots__ = ("_words", "end", "start", "text")

    def __init__(self, start: int, end: int, text: str) -> None:
        self.start, self.end, self.text = start, end, text
        self._words: list[str] | None = None

    def holds(self, wanted: frozenset[str]) -> bool:
        """Whether one of some words stands in it."""
        return not wanted.isdisjoint(self.text.split()) or not wanted.isdisjoint(self.words)

    @property
    def words(self) -> list[str]:
        """Its Latin words, cut once."""
        if self._words is None:
            self._words = words(self.text)
        return self._words


# What ends a Chinese sentence, and the quotes and brackets behind it, written as signs below the space: classes of Han
# characters cost a millisecond to compile.
_STOPS_HAN = tuple("。！？；")
_CLOSERS_HAN = tuple("」』）")
_ALIKE = (("…", "."), ("”", '"'), ("’", "'"), ("•", "*"), ("·", "*"))


@cache
def _ends(*, has_han: bool) -> re.Pattern[str]:
    # One class of characters in front lets the engine skip all others at once.
    if not has_han:
        return re.compile(r"[.!?\n](?:(?<=[.!?])[.!?]*[\"')\]]*\s+|(?<=\n)\s*\n|(?<=\n)(?=\s*[-*]))")
    return re.compile(
        r"[.!?\n\x0e](?:(?<=[.!?])[.!?]*[\"')\]]*\s+|(?<=\x0e)\x0e*[\"\x0f)]*|(?<=\n)\s*\n|(?<=\n)(?=\s*[-*]))"
    )


def _plain(text: str, *, has_han: bool) -> str:
    """The text with marks in ASCII, character for character."""
    if text.isascii():
        return text
    for mark, sign in _ALIKE:
        text = text.replace(mark, sign)
    if has_han:
        for mark in _STOPS_HAN:
            text = text.replace(mark, "\x0e")
        for mark in _CLOSERS_HAN:
            text = text.replace(mark, "\x0f")
    return text


@cache
def _words() -> re.Pattern[str]:
    return re.compile(r"[a-z']+|[;—]")


class Sentences:
    """The sentences of one text; cut when the first is asked for."""

    def __init__(self, flat: str, text: str) -> None:
        self._flat, self._text = flat, text
        self._starts: list[int] | None = None
        self._last = Sentence(0, 0, "")

    def around(self, place: int) -> Sentence:
        """The sentence that holds a place, cut to what a reader would still call one."""
        if self._starts is None:
            self._starts = self._cut()
        index = bisect_right(self._starts, place)
        start = max(self._starts[index - 1], place - _REACH)
        end = min(self._starts[index] if index < len(self._starts) else len(self._flat), place + _REACH)
        if (start, end) != (self._last.start, self._last.end):
            self._last = Sentence(start, end, self._flat[start:end])
        return self._last

    def _cut(self) -> list[int]:
        starts = [0]
        has_han = may_hold_han(self._text)
        for match in _ends(has_han=has_han).finditer(_plain(self._text, has_han=has_han)):
            if match.group()[0] == "." and not self._is_end(match.start(), match.end()):
                continue
            starts.append(match.end())
        return starts

    def _is_end(self, dot: int, following: int) -> bool:
        word = self._flat[max(0, dot - 8) : dot].rpartition(" ")[2].lstrip("(")
        after = self._text[following : following + 1]
        return not (after.islower() or (word in _SHORT and not (word in ("a.m", "p.m") and after.isupper())))


def words(text: str) -> list[str]:
    """The Latin words of a stretch in lower case, with ; and — as words of their own."""
    return _words().findall(text)


def clause(flat: str, start: int, end: int) -> str:
    """The Chinese clause around ``flat[start:end]``, itself left out: between commas, stops and brackets."""
    left, right = start, end
    while left > 0 and start - left < _CLAUSE_REACH and (flat[left - 1] not in _CLAUSE or _is_clock(flat, left - 1)):
        left -= 1
    last = min(len(flat), end + _CLAUSE_REACH)
    while right < last and (flat[right] not in _CLAUSE or _is_clock(flat, right)):
        right += 1
    return flat[left:start] + "\0" + flat[end:right]


def _is_clock(flat: str, place: int) -> bool:
    """The colon of 10:30 ends no clause."""
    return flat[place] in ":：" and flat[place - 1 : place].isdecimal() and flat[place + 1 : place + 2].isdecimal()
