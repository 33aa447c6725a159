"""Where sentences begin and end."""

from __future__ import annotations

import re
from functools import cache

from maillint.language.text import is_han

# A name, a number or more of the sentence follows these.
_TITLES = (
    "mr mrs ms mx dr prof st messrs hon rev gen col capt sen rep gov e.g i.e eg ie v vs cf approx ca incl resp attn"
)
# A figure follows these; before a word they end the sentence ("No. We cannot.").
_NUMBERED = "no nos nr art sec fig figs p pp para vol ch ref ext tel item app annex cl"
# These may end a sentence or stand in the middle of one.
_EITHER = (
    "etc p.m a.m pm am inc ltd co corp llc plc gmbh bros jr sr u.s u.k e.u u.n d.c dept est min max hrs hr min sq avg "
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun a.k.a p.s ph.d m.d"
)
# What starts a sentence often and hardly ever follows an abbreviation inside one.
_OPENERS = (
    "the this that these those we i you he she it they our your my his her their please if when as in on at for from "
    "to there thanks thank kindly could can would will do does did is are was let let's what how why where who and but "
    "so or also however once after before since while although because both all any each no not yes then with without "
    "regarding attached looking hope i'm i'll i'd i've we'll we're we've it's that's"
)
_ABBREVIATIONS = {
    **dict.fromkeys(_TITLES.split(), "title"),
    **dict.fromkeys(_NUMBERED.split(), "number"),
    **dict.fromkeys(_EITHER.split(), "either"),
}
_STARTS = frozenset(_OPENERS.split())
_OPENING = "\"'“‘(（[*_-–—"


@cache
def _end() -> re.Pattern[str]:
    return re.compile(r"([。！？；｡]|…+|[.!?]+)[。！？；｡.!?…]*[\"'”’」』）)】》〉\]*_]*")


def spans(text: str) -> tuple[tuple[int, int], ...]:
    """The sentences of one paragraph.

    Args:
        text: the paragraph; a line break inside is a space.

    Returns:
        (start, end) of each sentence, in order, never overlapping, blanks at the edges left out. Numbers, addresses,
        abbreviations and initials are never cut.
    """
    found = []
    start = 0
    for match in _end().finditer(text):
        if _is_end(text, start, match):
            found.append((start, match.end()))
            start = match.end()
    found.append((start, len(text)))
    return tuple(trimmed for first, last in found if (trimmed := trim(text, first, last)))


def _is_end(text: str, start: int, match: re.Match[str]) -> bool:
    mark = match.group(1)
    if mark[0] in "。！？；｡":
        return True
    after = text[match.end() : match.end() + 24]
    if not after.strip():
        return True
    if mark[0] == "…" and len(mark) > 1 and is_han(after[0]):
        return True
    if not after[0].isspace():
        return is_han(after[0]) and match.start() > 0 and not text[match.start() - 1].isdigit()
    word = after.split(maxsplit=1)[0].lstrip(_OPENING)
    if mark == ".":
        return _full_stop(text, start, match.start(), word)
    return mark[0] in "!?" or not word[:1].islower()


def _full_stop(text: str, start: int, position: int, word: str) -> bool:
    """Whether the full stop at ``position`` ends the sentence when ``word`` comes next."""
    head = text[max(start, position - 24) : position].split()
    before = head[-1].lstrip(_OPENING) if head else ""
    if len(head) == 1 and len(before) <= 2 and before.isdigit():
        return False
    kind = _ABBREVIATIONS.get(before.lower())
    if kind == "title":
        return False
    if kind == "number":
        return not word[:1].isdigit() and word[:1] != "#"
    if kind == "either" or (len(before) == 1 and before.isupper() and before != "I"):
        return word.rstrip(".,:;!?").lower() in _STARTS and word[:1].isupper()
    return True


def trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    """``(start, end)`` without the blanks at the edges of ``text[start:end]``; None when nothing is left."""
    piece = text[start:end]
    bare = piece.strip()
    if not bare:
        return None
    start += len(piece) - len(piece.lstrip())
    return start, start + len(bare)
