"""The same change in the other form of a message: the plain text that goes with the HTML."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cache
from itertools import accumulate
from typing import TYPE_CHECKING

from maillint.rewrite.splices import Splice, smallest

if TYPE_CHECKING:
    import re
    from collections.abc import Sequence

_WIDEST = (8, 5, 3, 2, 1)
"""Words on either side by which a place is told, the surest first."""
_SHARE = 0.5
"""Of its words that a text must have in common with another to be the same text in another form."""
_SAMPLE = 400
"""Words that are compared to tell that."""
_GAP = "\0"
_MOST = 500
"""Places of one run of words that are looked at; where there are more, nobody knows which is which."""


class Twin:
    """Finds places of one text in another that says the same with other line breaks, bullets and marks."""

    def __init__(self, text: str, twin: str) -> None:
        self._text, self._twin = text, twin
        self._own, self._other = list(_word().finditer(text)), list(_word().finditer(twin))
        self._begins = [match.start() for match in self._own]
        self._ends = [match.end() for match in self._own]
        self._own_keys, self._own_at = _joined(self._own)
        self._other_keys, self._other_at = _joined(self._other)
        self._numbers = {at: number for number, at in enumerate(self._other_at)}

    @property
    def is_same_text(self) -> bool:
        """Whether the twin carries the text at all, and is not only a word about HTML."""
        words = {match[0] for match in self._own[:_SAMPLE]}
        common = words & {match[0] for match in self._other}
        return bool(words) and len(common) >= _SHARE * len(words)

    def changes(self, change: Splice) -> list[Splice] | None:
        """The change where the twin has these words; None when it has them nowhere, or nobody knows where."""
        small = smallest(self._text, change)
        if change.start < change.end and (place := self._span(change.start, change.end)):
            old, new = self._twin[place[0] : place[1]], change.new
            if old == self._text[change.start : change.end]:
                return smallest(self._twin, Splice(*place, new))
        found = [self._change(part) for part in small]
        return [part for part in found if part] if all(found) else None

    def _change(self, change: Splice) -> Splice | None:
        if change.start == change.end:
            at = self._point(change.start, before=not change.new.endswith("\n"))
            return None if at is None else Splice(at, at, change.new)
        place = self._span(change.start, change.end)
        return Splice(*place, change.new) if place else self._between(change)

    def _point(self, at: int, *, before: bool) -> int | None:
        """The place in the twin behind the word before ``at``, or, first, before the word behind it."""
        left = bisect_left(self._begins, at) - 1
        is_next = left + 1 < len(self._own) and self._begins[left + 1] == at
        before = (left >= 0 and at <= self._ends[left]) or (before and not is_next)
        tries = ((left, False), (left + 1, True)) if before else ((left + 1, True), (left, False))
        for number, is_behind in tries:
            twin = self._word(number) if 0 <= number < len(self._own) else None
            if twin is None:
                continue
            if is_behind:
                gap = self._text[at : self._begins[number]]
                return twin.start() - _shared(gap[::-1], self._twin[: twin.start()][::-1])
            inside = min(at, self._ends[number]) - self._begins[number]
            return twin.start() + inside + _shared(self._text[self._ends[number] : at], self._twin[twin.end() :])
        return None

    def _span(self, start: int, end: int) -> tuple[int, int] | None:
        head, tail = bisect_right(self._ends, start), bisect_left(self._begins, end) - 1
        if tail < head:
            return None
        first, last = self._word(head), self._word(tail)
        if first is None or last is None or last.start() < first.start():
            return None
        left = first.start() + max(0, start - self._own[head].start())
        right = last.end() - max(0, self._own[tail].end() - end)
        left -= _shared(self._text[start : self._own[head].start()][::-1], self._twin[:left][::-1])
        right += _shared(self._text[self._own[tail].end() : end], self._twin[right:])
        return left, right

    def _between(self, change: Splice) -> Splice | None:
        """A change of the white space between two words, whatever white space the twin has there."""
        right = bisect_right(self._ends, change.start)
        if not 0 < right < len(self._own) or self._begins[right] < change.end:
            return None
        first, last = self._word(right - 1), self._word(right)
        if first is None or last is None or self._twin[first.end() : last.start()].strip():
            return None
        head = self._text[self._ends[right - 1] : change.start]
        tail = self._text[change.end : self._begins[right]]
        return Splice(first.end(), last.start(), head + change.new + tail)

    def _word(self, number: int) -> re.Match[str] | None:
        """The twin's word that is the text's word of this number, told by the words around it."""
        for width in _WIDEST:
            for left, right in ((width, width), (width, 0), (0, width)):
                first, last = max(0, number - left), min(len(self._own), number + right + 1)
                found = self._occurrence(first, last)
                if found is not None:
                    return self._other[found + number - first]
        return None

    def _occurrence(self, first: int, last: int) -> int | None:
        """The twin's number of the word that begins the same run of words, where both have it equally often."""
        start = self._own_at[first]
        run = self._own_keys[start : self._own_at[last]]
        own, other = _places(self._own_keys, run), _places(self._other_keys, run)
        return self._numbers[other[own.index(start)]] if len(own) == len(other) and start in own else None


def _places(keys: str, run: str) -> list[int]:
    """Where a run of words begins, so many times at most that looking stays cheap."""
    found: list[int] = []
    at = keys.find(run)
    while at >= 0 and len(found) < _MOST:
        found.append(at)
        at = keys.find(run, at + 1)
    return found


def _shared(own: str, other: str) -> int:
    """How much of what goes with the words in one text goes with them in the other; a line break is a space, too."""
    count = 0
    for one, two in zip(own, other, strict=False):
        if one != two and not (one.isspace() and two.isspace()):
            break
        count += 1
    return count


def _joined(words: Sequence[re.Match[str]]) -> tuple[str, list[int]]:
    """The words in one string, each between two gaps, and where each begins; last, where the string ends."""
    pieces = [_GAP + match[0] + _GAP for match in words]
    return "".join(pieces), list(accumulate(map(len, pieces), initial=0))


@cache
def _word() -> re.Pattern[str]:
    """A word, a Han character or a mark; asterisks and the like are what plain text has for markup."""
    import re

    return re.compile(
        r"[^\W_\u2e80-\u9fff\uac00-\ud7ff\uf900-\ufaff]+|[\u2e80-\u9fff\uac00-\ud7ff\uf900-\ufaff]|[^\s\w*>|•·]"
    )
