"""Where in a carrier's source the characters of its text stand."""

from __future__ import annotations

from bisect import bisect_right
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from maillint.message.draft import Segment, Shown


class Sources:
    """The way from the text that is shown to its source."""

    def __init__(self, shown: Shown) -> None:
        self._shown = shown
        self._segments = shown.segments
        self._starts = [segment.start for segment in shown.segments]

    def of(self, index: int) -> tuple[int, int] | None:
        """The source of one character; None for what the layout put there: line breaks, bullets, tabs between cells."""
        number = bisect_right(self._starts, index) - 1
        segment = self._segments[number] if number >= 0 else None
        if segment is None or index >= segment.end:
            return self._space(number, index)
        if segment.end - segment.start == segment.source_end - segment.source_start:
            at = segment.source_start + index - segment.start
            return at, at + 1
        return segment.source_start, segment.source_end

    def runs(self, start: int, end: int) -> list[tuple[int, int]] | None:
        """The stretches of source that ``text[start:end]`` stands for; None when a part of it stands nowhere."""
        found: list[tuple[int, int]] = []
        for index in range(start, end):
            place = self.of(index)
            if place is None:
                return None
            if found and found[-1][1] >= place[0]:
                found[-1] = (found[-1][0], max(found[-1][1], place[1]))
            else:
                found.append(place)
        return found

    def before(self, index: int) -> int | None:
        """The place in the source right behind the character before ``index``."""
        place = self.of(index - 1) if index > 0 else None
        return place[1] if place else None

    def after(self, index: int) -> int | None:
        """The place in the source right before the character at ``index``."""
        place = self.of(index) if index < len(self._shown.text) else None
        return place[0] if place else None

    def _space(self, number: int, index: int) -> tuple[int, int] | None:
        """A space that stands for a line break in the source: white space between the runs on either side."""
        if self._shown.text[index : index + 1] != " " or not 0 <= number < len(self._segments) - 1:
            return None
        left, right = self._segments[number], self._segments[number + 1]
        if left.end != index or right.start != index + 1:
            return None
        return next(_spaces(self._shown.source, left, right), None)


def _spaces(source: str, left: Segment, right: Segment) -> Iterator[tuple[int, int]]:
    for match in _gap().finditer(source, left.source_end, right.source_start):
        if match.group(1):
            yield match.span(1)


@cache
def _gap() -> re.Pattern[str]:
    import re

    return re.compile(r"<[^>]*+>|([ \t\r\n\f]++)")
