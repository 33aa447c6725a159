"""What is quoted in HTML as it is quoted in plain text: a ``>`` before each line for each quote around it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from maillint.rewrite.sources import Sources

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Sequence

    from maillint.message.draft import Draft

_DEEPEST = 20


def marked(draft: Draft, start: int) -> str:
    """The text from an offset to its end, its quotes marked; those that Outlook puts below a header have no marks."""
    text = draft.text[start:]
    if draft.shown.content_type != "text/html" or "<blockquote" not in draft.shown.source.lower():
        return text
    lines = text.split("\n")
    depths = _filled(list(_depths(draft, start, lines)))
    return "\n".join(_with_marks(line, depth) for line, depth in zip(lines, depths, strict=True))


def _with_marks(line: str, depth: int) -> str:
    return f"{'>' * depth} {line}".rstrip() if depth else line


def _depths(draft: Draft, start: int, lines: Sequence[str]) -> Iterator[int | None]:
    """In how many quotes each line's first character stands; None for empty lines."""
    sources = Sources(draft.shown)
    tags = _tag().finditer(draft.shown.source)
    tag, depth = next(tags, None), 0
    for line in lines:
        lead = len(line) - len(line.lstrip())
        place = sources.of(start + lead) if line.strip() else None
        start += len(line) + 1
        while place and tag and tag.start() < place[0]:
            depth = max(0, depth + (-1 if tag[1] else 1))
            tag = next(tags, None)
        yield min(depth, _DEEPEST) if place else None


def _filled(depths: Sequence[int | None]) -> list[int]:
    """Empty lines within a quote belong to it."""
    before, after = list(_carried(depths)), list(_carried(depths[::-1]))[::-1]
    return [min(pair) for pair in zip(before, after, strict=True)]


def _carried(depths: Sequence[int | None]) -> Iterator[int]:
    last = 0
    for depth in depths:
        last = last if depth is None else depth
        yield last


@cache
def _tag() -> re.Pattern[str]:
    import re

    return re.compile(r"<(/?)blockquote\b", re.IGNORECASE)
