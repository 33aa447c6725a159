"""One scan for the phrases of all checks at once, so that a check costs nothing where nothing hits.

There are two automata (Aho-Corasick), for letters and for Han, each built when a text needs it. Building takes longer
than all else that a single message needs, so the first few messages' letters are looked up by first word instead.
"""

from __future__ import annotations

import marshal
import re
from functools import cache, cached_property
from itertools import chain, zip_longest
from typing import TYPE_CHECKING, Any

from maillint.finding import Span
from maillint.language.text import flatten, is_bounded, may_hold_han
from maillint.rule import Hit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from ahocorasick_rs import AhoCorasick

    from maillint.engine.packs import Spec
    from maillint.message.draft import Draft

    Owner = tuple[str, str]
    """The check that lists a phrase, and what it maps the phrase to."""
    Owners = dict[str, list[Owner]]
    Automaton = tuple[AhoCorasick, list[list[Owner]]]
    Phrases = tuple[tuple[str, ...], tuple[str, ...]]
    """Those that begin with one word, and the owners of each in one string."""

FIRST_HAN = "\u2e80"
"""Everything below is written with letters; Han, kana and full-width punctuation begin here."""


_FEW = 3
"""Messages after which the automaton for letters pays."""
_ZONES = ("subject", "salutation", "body", "closing", "signature")
_ROW, _FIELD = "\x1e", "\x1f"


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[a-z0-9à-ɏ]+")


def tables(entries: Iterable[tuple[str, str, str]]) -> dict[str, Any]:
    """What a scan looks phrases up in, as plain data.

    Args:
        entries: check, phrase in lower case, and what the check's list maps it to.

    Returns:
        ``letters``: by their first word ("" for those that begin with none), then by their first two, the phrases
        and, each in one string, their owners; as bytes of marshal on either level, since few are ever looked at.
        ``han``: phrase -> owners.
    """
    letters: dict[str, dict[str, dict[str, list[str]]]] = {}
    han: dict[str, list[Owner]] = {}
    for check, phrase, value in entries:
        if max(phrase, default="") >= FIRST_HAN:
            han.setdefault(phrase, []).append((check, value))
        else:
            first, head = _head(phrase)
            own = letters.setdefault(first, {}).setdefault(head, {})
            own.setdefault(phrase, []).append(check + _FIELD + value)
    return {"letters": {first: marshal.dumps(_packed(heads)) for first, heads in letters.items()}, "han": han}


def _packed(heads: dict[str, dict[str, list[str]]]) -> dict[str, bytes]:
    return {head: marshal.dumps((tuple(own), tuple(map(_ROW.join, own.values())))) for head, own in heads.items()}


def _head(phrase: str) -> tuple[str, str]:
    """The first word of a phrase, and the first two, or the one it has: few phrases share two."""
    first = _word().match(phrase)
    if not first:
        return "", ""
    second = _word().search(phrase, first.end())
    return first.group(), phrase[: (second or first).end()]


def _owners(rows: str) -> list[Owner]:
    fields = (row.partition(_FIELD) for row in rows.split(_ROW))
    return [(check, value) for check, _, value in fields]


class PhraseIndex:
    """The phrases of the checks of a run."""

    def __init__(self, table: Callable[[str], Any], specs: Iterable[Spec]) -> None:
        self._table = table
        specs = tuple(specs)
        self._looking = {zone: frozenset(spec.name for spec in specs if zone in spec.zones) for zone in _ZONES}
        self._seen = 0

    def hits(self, draft: Draft) -> dict[str, list[Hit]]:
        """Check name -> its phrases in the author's own words, in order, the longer of two that overlap.

        One that counts under conditions only hides what it covers, not what it merely touches.
        """
        found: dict[str, list[Hit]] = {}
        self._seen += 1
        for zone, text, flat, offset in _own_texts(draft):
            looking = self._looking[zone]
            for start, end, owners in self._matches(flat):
                for name, value in owners:
                    if name in looking and is_bounded(flat, start, end) and not _is_in_name(flat, start, end):
                        hit = Hit(Span(zone, offset + start, offset + end), text[start:end], value)
                        found.setdefault(name, []).append(hit)
        return {name: _longest(hits) for name, hits in found.items()}

    def _matches(self, flat: str) -> Iterable[tuple[int, int, list[Owner]]]:
        letters = _scan(self._letters, flat) if self._seen > _FEW else self._by_word(flat)
        return chain(letters, _scan(self._han, flat)) if may_hold_han(flat) else letters

    @cached_property
    def _firsts(self) -> dict[str, bytes]:
        firsts: dict[str, bytes] = self._table("letters")
        return firsts

    def _heads(self, first: str) -> dict[str, bytes]:
        """The phrases that begin with a word, by their first two."""
        found: dict[str, bytes] = marshal.loads(self._firsts[first])  # noqa: S302 - a part of our own file, checksum held
        return found

    @cached_property
    def _letters(self) -> Automaton:
        packed = (own for first in self._firsts for own in self._heads(first).values())
        pairs = (pair for own in packed for pair in zip(*_phrases(own), strict=True))
        return _automaton({phrase: _owners(rows) for phrase, rows in pairs})

    @cached_property
    def _han(self) -> Automaton:
        return _automaton(self._table("han"))

    def _by_word(self, flat: str) -> Iterator[tuple[int, int, list[Owner]]]:
        known: dict[str, dict[str, bytes]] = {}
        places = [match.span() for match in _word().finditer(flat)]
        for (start, end), (_, behind) in zip_longest(places, places[1:], fillvalue=(0, 0)):
            first = flat[start:end]
            if first in self._firsts:
                heads = known[first] if first in known else known.setdefault(first, self._heads(first))
                for head in {first, flat[start:behind]} & heads.keys():
                    for phrase, rows in zip(*_phrases(heads[head]), strict=True):
                        if flat.startswith(phrase, start):
                            yield start, start + len(phrase), _owners(rows)
        yield from self._wordless(flat)

    def _wordless(self, flat: str) -> Iterator[tuple[int, int, list[Owner]]]:
        """The few phrases that begin with a sign."""
        packed = self._heads("").values() if "" in self._firsts else ()
        for phrase, rows in (pair for own in packed for pair in zip(*_phrases(own), strict=True)):
            start = flat.find(phrase)
            while start >= 0:
                yield start, start + len(phrase), _owners(rows)
                start = flat.find(phrase, start + 1)


def _phrases(own: bytes) -> Phrases:
    found: Phrases = marshal.loads(own)  # noqa: S302 - a part of our own file, checksum held
    return found


def _is_in_name(flat: str, start: int, end: int) -> bool:
    """Whether a hyphen ties the phrase into a longer name, such as ``lol-gateway`` or form ASAP-3."""
    behind = flat[end : end + 1] == "-" and flat[end + 1 : end + 2].isalnum()
    return behind or (start > 1 and flat[start - 1] == "-" and flat[start - 2].isalnum())


def _automaton(owners: Owners) -> Automaton:
    from ahocorasick_rs import AhoCorasick

    return AhoCorasick(list(owners)), list(owners.values())


def _scan(automaton: Automaton, flat: str) -> list[tuple[int, int, list[Owner]]]:
    search, owners = automaton
    return [(start, end, owners[index]) for index, start, end in search.find_matches_as_indexes(flat, overlapping=True)]


def _own_texts(draft: Draft) -> Iterator[tuple[str, str, str, int]]:
    if draft.subject:
        yield "subject", draft.subject, flatten(draft.subject), 0
    for zone in draft.zones:
        if zone.kind in _ZONES:
            text = draft.text[zone.start : zone.end]
            yield zone.kind, text, draft.flat[zone.start : zone.end], zone.start


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
    return hit.span.end <= last.span.end or not last.value.startswith("[") or last.value == "[fine]"
