"""One scan for the phrases of all checks at once (Aho-Corasick), so that a check costs nothing where nothing hits."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ahocorasick_rs import AhoCorasick

from maillint.finding import Span
from maillint.language.text import flatten, is_bounded
from maillint.rule import Hit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from maillint.engine.packs import Spec
    from maillint.message.draft import Draft

    Owner = tuple[str, str]
    """The check that lists a phrase, and what it maps the phrase to."""

FIRST_HAN = "\u2e80"
"""Everything below is written with letters; Han, kana and full-width punctuation begin here."""


class PhraseIndex:
    """All phrases of a set of checks in two automata: one for letters, one more for text that has Han."""

    def __init__(self, specs: Iterable[Spec]) -> None:
        self._specs = tuple(specs)
        self._zones = {spec.name: frozenset(spec.zones) for spec in self._specs}

    @cached_property
    def _letters(self) -> tuple[AhoCorasick, list[Owner]]:
        return self._automaton("letters")

    @cached_property
    def _han(self) -> tuple[AhoCorasick, list[Owner]]:
        return self._automaton("han")

    def _automaton(self, script: str) -> tuple[AhoCorasick, list[Owner]]:
        entries = [(phrase, spec.name, value) for spec in self._specs for phrase, value in spec.phrases.get(script, ())]
        return AhoCorasick([phrase for phrase, _, _ in entries]), [(name, value) for _, name, value in entries]

    def _matches(self, flat: str) -> Iterator[tuple[int, int, Owner]]:
        has_han = not flat.isascii() and max(flat) >= FIRST_HAN
        for automaton, owners in (self._letters, self._han) if has_han else (self._letters,):
            for index, start, end in automaton.find_matches_as_indexes(flat, overlapping=True):
                if is_bounded(flat, start, end):
                    yield start, end, owners[index]

    def hits(self, draft: Draft) -> dict[str, list[Hit]]:
        """Check name -> its phrases in the author's own words, in order, the longer of two that overlap."""
        found: dict[str, list[Hit]] = {}
        for zone, text, flat, offset in _own_texts(draft):
            for start, end, (name, value) in self._matches(flat):
                if zone in self._zones[name]:
                    span = Span(zone, offset + start, offset + end)
                    found.setdefault(name, []).append(Hit(span, text[start:end], value))
        return {name: _longest(hits) for name, hits in found.items()}


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
