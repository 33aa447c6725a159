"""From the places where phrases stand to the hits that checks look at."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

from maillint.finding import Span
from maillint.language.text import is_bounded
from maillint.rule import TOLD, Hit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from ahocorasick_rs import AhoCorasick

    from maillint.message.draft import Draft

    Owner = tuple[str, str]
    """The check that lists a phrase, and what it maps the phrase to."""
    Automaton = tuple[AhoCorasick, tuple[str, ...]]
    Match = tuple[int, int, str]
    """Start and end of a phrase, and its owners in one string."""
    Text = tuple[str, str, str, int]
    """A zone's kind, its text, the same as ``flatten`` makes it, and where it begins in the draft's."""

GAP = "\n\n"
"""Stands between the texts that are scanned as one: no phrase goes on across it."""
ZONES = ("subject", "salutation", "body", "closing", "signature")
_INSIDE = frozenset("abcdefghijklmnopqrstuvwxyz0123456789_")


def own_texts(draft: Draft) -> list[Text]:
    """The author's own words, zone by zone."""
    text, flat = draft.text, draft.flat
    found = [("subject", draft.subject, draft.flat_subject, 0)] if draft.subject else []
    for zone in draft.zones:
        kind, start, end = zone.kind, zone.start, zone.end
        if kind in ZONES:
            found.append((kind, text[start:end], flat[start:end], start))
    return found


def scan(automaton: Automaton, flat: str) -> list[Match]:
    """All matches but those that plainly begin or end inside a word: "im" in "time"."""
    search, owners = automaton
    padded = flat + " "
    return [
        (start, end, owners[index])
        for index, start, end in search.find_matches_as_indexes(flat, overlapping=True)
        if (padded[start - 1] not in _INSIDE or padded[start] not in _INSIDE)
        and (padded[end] not in _INSIDE or padded[end - 1] not in _INSIDE)
    ]


def placed(
    texts: list[Text],
    flat: str,
    matches: Iterable[Match],
    owners: Callable[[str, str], list[Owner]],
    *,
    is_traditional: bool,
) -> dict[str, list[Hit]]:
    """Check name -> its hits, in order, the longer of two that overlap.

    One that counts under conditions only hides what it covers, not what it merely touches; one that its neighbours
    tell of hides nothing. Of two lists that hold it, the last counts in traditional Chinese, elsewhere the first.

    Args:
        texts: what was scanned.
        flat: their flat forms, joined by ``GAP``.
        matches: where phrases stand in that.
        owners: the owners in one string that look at a kind of zone.
        is_traditional: the mail is written in traditional Chinese.
    """
    found: dict[str, list[Hit]] = {}
    begins = [*accumulate([len(own) + len(GAP) for _, _, own, _ in texts], initial=0)]
    for start, end, rows in matches:
        place = bisect_right(begins, start) - 1
        zone, text, _, offset = texts[place]
        own = owners(zone, rows)
        if own and is_bounded(flat, start, end) and not _is_in_name(flat, start, end):
            first, last = start - begins[place], end - begins[place]
            span, said = Span._make((zone, offset + first, offset + last)), text[first:last]
            for name, value in own:
                found.setdefault(name, []).append(Hit._make((span, said, value)))
    return {name: _longest(hits[::-1] if is_traditional else hits) for name, hits in found.items()}


def _is_in_name(flat: str, start: int, end: int) -> bool:
    """Whether a hyphen ties the phrase into a longer name, such as ``lol-gateway`` or form ASAP-3."""
    behind = flat[end : end + 1] == "-" and flat[end + 1 : end + 2].isalnum()
    return behind or (start > 1 and flat[start - 1] == "-" and flat[start - 2].isalnum())


def _longest(hits: list[Hit]) -> list[Hit]:
    if len(hits) == 1:
        return hits
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda hit: (hit.span.zone == "subject", hit.span.start, -hit.span.end)):
        if not kept or not _hides(kept[-1], hit):
            kept.append(hit)
    return kept


def _hides(last: Hit, hit: Hit) -> bool:
    if (hit.span.zone == "subject") != (last.span.zone == "subject") or hit.span.start >= last.span.end:
        return False
    if last.value[:1] == TOLD:
        return False
    return hit.span.end <= last.span.end or not last.value.startswith("[") or last.value == "[fine]"
