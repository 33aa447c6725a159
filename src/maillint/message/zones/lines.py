"""The lines of a message, cut once and looked at by all who seek zones."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

_INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff"


class Lines:
    """The lines of a text without the blanks at their edges, and where each begins."""

    __slots__ = ("bare", "starts", "text")

    def __init__(self, text: str) -> None:
        raw = text.split("\n")
        self.text = text
        self.starts = [0, *accumulate(len(line) + 1 for line in raw)]
        self.bare = [line.strip() for line in raw]
        if "\u200b" in text or "\ufeff" in text or "\u2060" in text:
            self.bare = [line.strip(_INVISIBLE).strip() for line in self.bare]

    def __len__(self) -> int:
        return len(self.bare)

    def at(self, offset: int) -> int:
        """The number of the line that holds a character."""
        return min(bisect_right(self.starts, offset) - 1, len(self.bare) - 1)

    def start(self, number: int) -> int:
        """Offset of a line's first character; of the text's end behind the last line."""
        return min(self.starts[number], len(self.text))

    def indent(self, number: int) -> int:
        """Offset of a line's first character that is not blank."""
        start = self.starts[number]
        return self.text.find(self.bare[number], start) if self.bare[number] else start

    def next_full(self, number: int, last: int) -> int:
        """The first line from ``number`` on that is not blank; ``last`` when there is none before it."""
        bare = self.bare
        while number < last and not bare[number]:
            number += 1
        return number

    def previous_full(self, number: int, first: int) -> int:
        """The last line up to ``number`` that is not blank; ``first - 1`` when there is none."""
        bare = self.bare
        while number >= first and not bare[number]:
            number -= 1
        return number


class Region:
    """Lines ``first`` up to, not including, ``last``, all the author's."""

    __slots__ = ("first", "is_last", "last", "marked")

    def __init__(self, first: int, last: int, marked: int = -1, *, is_last: bool = True) -> None:
        self.first = first
        self.last = last
        self.marked = marked
        """The line where the markup says that a signature begins; outside the range when it says nothing."""
        self.is_last = is_last
        """Whether no further words of the author follow below a quote."""

    def narrowed(self, first: int, last: int) -> Region:
        """The region between other lines."""
        return Region(first, last, self.marked, is_last=self.is_last)
