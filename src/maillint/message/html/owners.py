"""Whose words stand in which container: quotes and signatures as the markup tells them."""

from __future__ import annotations

from maillint.message.draft import Mark
from maillint.message.html.marks import GMAIL, QUOTE, REST, SIGNATURE, SIGNATURE_REST


class Owners:
    """Collects marks while elements open and close. Only the outermost container counts."""

    def __init__(self) -> None:
        self._found: list[tuple[str, int, int]] = []
        self._kind = ""
        self._start = 0
        self._inside_gmail = 0
        """How many marks there were when a Gmail container opened, plus one."""
        self._gmail_start = 0
        self._rest = -1
        self._signature = -1

    def open(self, kind: str, at: int) -> bool:
        """An element of this kind opens at offset ``at``; True when its end must be told to ``close``."""
        if self._kind or self._rest >= 0:
            return False
        if kind in (REST, SIGNATURE_REST):
            self._open_rest(kind, at)
            return False
        if kind == GMAIL:
            if self._inside_gmail:
                return False
            self._inside_gmail, self._gmail_start = len(self._found) + 1, at
            return True
        if kind == QUOTE:
            self._end_signature(at)
        self._kind, self._start = kind, at
        return True

    def close(self, kind: str, at: int) -> None:
        """The element that ``open`` returned True for ends at offset ``at``."""
        if kind != GMAIL:
            self._found.append((kind, self._start, at))
            self._kind = ""
            return
        index = self._inside_gmail - 1
        self._inside_gmail = 0
        quotes = [number for number in range(index, len(self._found)) if self._found[number][0] == QUOTE]
        if not quotes:
            self._found.append((QUOTE, self._gmail_start, at))
        else:
            self._found[quotes[0]] = (QUOTE, self._gmail_start, self._found[quotes[0]][2])

    def marks(self, text: str) -> tuple[Mark, ...]:
        """All marks in order, cut down to words."""
        end = len(text)
        if self._rest >= 0:
            self._found.append((QUOTE, self._rest, end))
        self._end_signature(end)
        found: list[Mark] = []
        for kind, start, stop in sorted(self._found, key=_by_start):
            mark = _trimmed(text, kind, start, min(stop, end))
            if found and found[-1].kind == kind and not text[found[-1].end : mark.start].strip():
                mark = Mark(kind, found.pop().start, mark.end)
            if mark.start < mark.end:
                found.append(mark)
        return tuple(found)

    def _open_rest(self, kind: str, at: int) -> None:
        if kind == REST:
            self._end_signature(at)
            self._rest = at
        elif self._signature < 0:
            self._signature = at

    def _end_signature(self, at: int) -> None:
        if self._signature >= 0:
            self._found.append((SIGNATURE, self._signature, at))
            self._signature = -1


def _by_start(found: tuple[str, int, int]) -> int:
    return found[1]


def _trimmed(text: str, kind: str, start: int, end: int) -> Mark:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Mark(kind, start, end)
