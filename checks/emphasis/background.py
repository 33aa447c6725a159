"""Coloured stationery behind the text, and text set in italics throughout."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from maillint.authoring import Draft, Finding, Hit, Rule, Span, advise

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Sequence

_PALE = 0xE0
_LONGEST = 2000
_LEAST = 60
"""Characters in which a phrase in italics makes up much of the text."""
_QUIET = frozenset(
    ("white", "snow", "ivory", "whitesmoke", "ghostwhite", "floralwhite", "transparent", "none", "inherit")
)


@cache
def _ground() -> re.Pattern[str]:
    import re

    return re.compile(
        r"(?i)(?P<image>background\s*=|background(?:-image)?\s*:[^;\"]{0,80}url\()"
        r"|(?:bgcolor\s*=\s*[\"']?|background(?:-color)?\s*:\s*)(?P<colour>#?[a-z0-9]{3,20})"
    )


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:  # noqa: ARG001
    """The picture or loud colour behind the whole mail; or else the share of italics."""
    if not draft.paragraphs or draft.header("List-Unsubscribe"):
        return
    first = draft.paragraphs[0]
    span = Span(first.zone, first.start, first.end)
    ground = _stationery(draft.shown.source)
    if ground:
        yield rule.finding(draft, span, key=ground, rewrite=advise(ground))
        return
    whole = sum(len(paragraph.text) for paragraph in draft.paragraphs)
    slanted = sum(_own(draft, style.start, style.end) for style in draft.shown.styles if style.italic)
    percent = round(100 * slanted / max(whole, 1))
    if whole >= _LEAST and percent > rule.options["most-italic-percent"]:
        yield rule.finding(draft, span, key="italic", rewrite=advise("italic"), percent=percent)


def _own(draft: Draft, start: int, end: int) -> int:
    """How many characters of a stretch lie in the author's own paragraphs."""
    return sum(max(0, min(end, p.end) - max(start, p.start)) for p in draft.paragraphs)


def _stationery(source: str) -> str:
    """The key of what lies behind the mail: "main" for a picture, "colour" for a loud colour, "" for neither."""
    start = max(source.find("<body"), source.find("<BODY"))
    tag = source[start : min(source.find(">", start), start + _LONGEST)] if start >= 0 else ""
    for match in _ground().finditer(tag):
        if match["image"]:
            return "main"
        if _is_loud(match["colour"].lower()):
            return "colour"
    return ""


def _is_loud(colour: str) -> bool:
    if not colour.startswith("#"):
        return colour not in _QUIET and colour.isalpha()
    digits = colour[1:]
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    try:
        return len(digits) == 6 and min(int(digits[at : at + 2], 16) for at in (0, 2, 4)) < _PALE
    except ValueError:
        return False
