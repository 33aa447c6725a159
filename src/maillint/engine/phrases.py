"""One scan for the phrases of all checks at once, so that a check costs nothing where nothing hits.

Phrases in letters are looked up by their first word, which needs nothing built; for Han, which has no words to look up,
there is one automaton (Aho-Corasick), built when a text needs it.
"""

from __future__ import annotations

import re
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any

from maillint.finding import Span
from maillint.language.text import flatten, is_bounded
from maillint.rule import Hit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from ahocorasick_rs import AhoCorasick

    from maillint.engine.packs import Spec
    from maillint.message.draft import Draft

    Owner = tuple[str, str]
    """The check that lists a phrase, and what it maps the phrase to."""
    Owners = dict[str, list[Owner]]

FIRST_HAN = "\u2e80"
"""Everything below is written with letters; Han, kana and full-width punctuation begin here."""


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[a-z0-9à-ɏ]+")


def tables(entries: Iterable[tuple[str, str, str]]) -> dict[str, Any]:
    """What a scan looks phrases up in, as plain data.

    Args:
        entries: check, phrase in lower case, and what the check's list maps it to.

    Returns:
        ``letters`` and ``han``: phrase -> owners; ``heads``: first word -> phrases; ``signs``: phrases that begin
        with no word.
    """
    letters: Owners = {}
    han: Owners = {}
    heads: dict[str, tuple[str, ...]] = {}
    for check, phrase, value in entries:
        owners = han if max(phrase, default="") >= FIRST_HAN else letters
        if phrase not in owners and owners is letters:
            match = _word().match(phrase)
            head = match.group() if match else ""
            heads[head] = (*heads.get(head, ()), phrase)
        owners.setdefault(phrase, []).append((check, value))
    signs = heads.pop("", ())
    return {"letters": {"owners": letters, "heads": heads, "signs": signs}, "han": han}


class PhraseIndex:
    """The phrases of the checks of a run."""

    def __init__(self, table: Callable[[str], Any], specs: Iterable[Spec]) -> None:
        self._table = table
        self._zones = {spec.name: frozenset(spec.zones) for spec in specs}

    @cached_property
    def _letters(self) -> dict[str, Any]:
        letters: dict[str, Any] = self._table("letters")
        return letters

    @cached_property
    def _han(self) -> tuple[AhoCorasick, list[list[Owner]]]:
        from ahocorasick_rs import AhoCorasick

        owners: Owners = self._table("han")
        return AhoCorasick(list(owners)), list(owners.values())

    def hits(self, draft: Draft) -> dict[str, list[Hit]]:
        """Check name -> its phrases in the author's own words, in order, the longer of two that overlap."""
        found: dict[str, list[Hit]] = {}
        for zone, text, flat, offset in _own_texts(draft):
            for start, end, owners in self._matches(flat):
                for name, value in owners:
                    if zone in self._zones.get(name, ()):
                        span = Span(zone, offset + start, offset + end)
                        found.setdefault(name, []).append(Hit(span, text[start:end], value))
        return {name: _longest(hits) for name, hits in found.items()}

    def _matches(self, flat: str) -> Iterator[tuple[int, int, list[Owner]]]:
        owners = self._letters["owners"]
        for start, end in (*self._worded(flat), *self._signed(flat)):
            if is_bounded(flat, start, end):
                yield start, end, owners[flat[start:end]]
        if not flat.isascii() and max(flat) >= FIRST_HAN:
            automaton, han = self._han
            for index, start, end in automaton.find_matches_as_indexes(flat, overlapping=True):
                if is_bounded(flat, start, end):
                    yield start, end, han[index]

    def _worded(self, flat: str) -> Iterator[tuple[int, int]]:
        heads = self._letters["heads"]
        for match in _word().finditer(flat):
            phrases = heads.get(match.group())
            start = match.start()
            if phrases and flat.startswith(phrases, start):
                yield from ((start, start + len(phrase)) for phrase in phrases if flat.startswith(phrase, start))

    def _signed(self, flat: str) -> Iterator[tuple[int, int]]:
        for phrase in self._letters["signs"]:
            start = flat.find(phrase)
            while start >= 0:
                yield start, start + len(phrase)
                start = flat.find(phrase, start + 1)


def _own_texts(draft: Draft) -> Iterator[tuple[str, str, str, int]]:
    if draft.subject:
        yield "subject", draft.subject, flatten(draft.subject), 0
    for zone in draft.zones:
        if zone.kind in ("salutation", "body", "closing", "signature"):
            text = draft.text[zone.start : zone.end]
            yield zone.kind, text, draft.flat[zone.start : zone.end], zone.start


def _longest(hits: list[Hit]) -> list[Hit]:
    if len(hits) == 1:
        return hits
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda hit: (hit.span.zone == "subject", hit.span.start, -hit.span.end)):
        last = kept[-1].span if kept else None
        if last is None or hit.span.start >= last.end or (hit.span.zone == "subject") != (last.zone == "subject"):
            kept.append(hit)
    return kept
