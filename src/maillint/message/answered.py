"""The message that a draft answers or passes on, as its quote shows it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from maillint.message.zones import markers

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from maillint.message.draft import Draft

_LONGEST = 20_000
"""Characters of a quote that are looked at."""
_LONGEST_QUESTION = 300
_STOPS = ".!?。！？\n"
_FIELDS = (*markers.FROM, *markers.OTHER, *markers.TO)


def answered(draft: Draft) -> str:
    """The newest quoted message without quote marks, copied header fields and the older messages below it.

    Empty when nothing is quoted.
    """
    taken: list[str] = []
    level = -1
    for depth, line in _lines(draft):
        is_head = bool(line) and _opens(line)
        if any(taken) and (is_head or _is_separator(line)):
            break
        if is_head or (not any(taken) and (not line or line.startswith(_FIELDS) or _is_separator(line))):
            continue
        if line and (level < 0 or depth < level):
            level, taken = depth, []
        if depth == level or not line:
            taken.append(line)
    return "\n".join(taken).strip()


def quote_depth(draft: Draft) -> int:
    """How many messages stand one below or inside the other in what is quoted."""
    lines = list(_lines(draft))
    deepest = max((depth for depth, _ in lines), default=0)
    heads = sum(
        _opens(line) and (line.endswith(markers.WROTE) or _is_field_near(lines, number + 1))
        for number, (_, line) in enumerate(lines)
        if line
    )
    return max(deepest, heads)


def _is_field_near(lines: list[tuple[int, str]], number: int) -> bool:
    """Whether a further copied header field stands on one of the next two lines."""
    return any(line.lstrip("* ").startswith((*markers.OTHER, *markers.TO)) for _, line in lines[number : number + 2])


def questions(text: str) -> list[str]:
    """The questions in a text, as written: what stands before each question mark that closes a sentence."""
    found = []
    for mark in _marks().finditer(text):
        start = max(text.rfind(stop, max(mark.start() - _LONGEST_QUESTION, 0), mark.start()) for stop in _STOPS) + 1
        if bare := text[start : mark.start()].strip(" \t\"'”’-*•"):
            found.append(bare)
    return found


@cache
def _marks() -> re.Pattern[str]:
    """Question marks but those inside links: a letter or figure follows there."""
    import re

    return re.compile(r"[?？]+(?:(?<=？)|(?=[\s\"'”’)）⺀-\U0010ffff]|$))")


def _lines(draft: Draft) -> Iterator[tuple[int, str]]:
    """The quoted lines with the number of quote marks before each."""
    for zone in draft.zones:
        if zone.kind in ("quote", "forward"):
            for line in draft.text[zone.start : min(zone.end, zone.start + _LONGEST)].split("\n"):
                bare = line.lstrip("> \t|")
                yield line[: len(line) - len(bare)].count(">"), bare.strip()


def _opens(line: str) -> bool:
    """Whether a line begins a further quoted message: ``From: ...`` or ``... wrote:``."""
    plain = line.lstrip("* ")
    return plain.startswith(markers.FROM) or line.endswith(markers.WROTE)


def _is_separator(line: str) -> bool:
    return bool(line) and line[0] in markers.RULES and bool(markers.separator(line))
