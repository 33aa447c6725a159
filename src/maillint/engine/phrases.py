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


    Owners = list[tuple[str, str]]
    """The checks that list a phrase, each with what it maps the phrase to."""


class PhraseIndex:
    """All phrases of a set of checks in two automata: one for ASCII, one more for text that has other characters."""

    def __init__(self, specs: Iterable[Spec]) -> None:
        self._zones = {}
        self._ascii: dict[str, Owners] = {}
        self._wide: dict[str, Owners] = {}
        for spec in specs:
            self._zones[spec.name] = frozenset(spec.zones)
            for phrase, value in spec.phrases:
                owners = self._ascii if phrase.isascii() else self._wide
                owners.setdefault(phrase, []).append((spec.name, value))

    @cached_property
    def _ascii_automaton(self) -> tuple[AhoCorasick, list[Owners]]:
        return AhoCorasick(list(self._ascii)), list(self._ascii.values())

    @cached_property
    def _wide_automaton(self) -> tuple[AhoCorasick, list[Owners]]:
        return AhoCorasick(list(self._wide)), list(self._wide.values())

    def _matches(self, flat: str) -> Iterator[tuple[int, int, Owners]]:
        automata = [self._ascii_automaton]
        if not flat.isascii():
            automata.append(self._wide_automaton)
        for automaton, owners in automata:
            for index, start, end in automaton.find_matches_as_indexes(flat, overlapping=True):
                if is_bounded(flat, start, end):
                    yield start, end, owners[index]

    def hits(self, draft: Draft) -> dict[str, list[Hit]]:
        """Check name -> its phrases in the author's own words, in order, the longer of two that overlap."""
        found: dict[str, list[Hit]] = {}
        for zone, text, flat, offset in _own_texts(draft):
            for start, end, owners in self._matches(flat):
                span = Span(zone, offset + start, offset + end)
                for name, value in owners:
                    if zone in self._zones[name]:
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
