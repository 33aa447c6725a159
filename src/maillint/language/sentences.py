"""Where sentences begin and end."""

from __future__ import annotations

import re
from functools import cache


@cache
def _end() -> re.Pattern[str]:
    return re.compile(r"[。！？；…]+[”’」』）)】]*|[.!?]+[\"'”’)]*(?=\s|$)")


def spans(text: str) -> tuple[tuple[int, int], ...]:
    """The sentences of one paragraph as (start, end), blanks at their edges left out."""
    result = []
    start = 0
    for match in _end().finditer(text):
        result.append((start, match.end()))
        start = match.end()
    result.append((start, len(text)))
    return tuple(trimmed for first, last in result if (trimmed := trim(text, first, last)))


def trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    """``(start, end)`` without blanks at the edges; None when nothing is left."""
    piece = text[start:end]
    bare = piece.strip()
    if not bare:
        return None
    start += len(piece) - len(piece.lstrip())
    return start, start + len(bare)
