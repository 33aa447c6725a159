"""One scan for the phrases of all checks at once, so that a check costs nothing where nothing hits.

Phrases are looked up by how they begin: by their first word, or their first two Han characters. For long runs there are
two automata (Aho-Corasick), for letters and for Han, which are faster but take longer to build than dozens of messages.
"""

from __future__ import annotations

import marshal
import re
from bisect import bisect_left
from functools import cache, lru_cache, partial
from itertools import chain, zip_longest
from operator import add
from typing import TYPE_CHECKING, Any

from maillint.engine.hits import GAP, ZONES, own_texts, placed, scan
from maillint.language.text import may_hold_han
from maillint.records import cached_property

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from maillint.engine.hits import Automaton, Match, Owner
    from maillint.engine.packs import Spec
    from maillint.message.draft import Draft
    from maillint.rule import Hit

    Phrases = tuple[tuple[str, ...], tuple[str, ...]]
    """Those that begin alike, and the owners of each in one string."""

FIRST_HAN = "\u2e80"
"""Everything below is written with letters; Han, kana and full-width punctuation begin here."""
_DOUBLE = "  "
_FEW = 30
"""Messages after which the automata pay."""
_LONG = 10_000
"""Characters of a text from which they pay at once."""
_ROW = "\x1e"
_NAMES = "\x00"
"""The key in ``letters`` of the checks' names, which each phrase names by number, in ``_DIGITS`` hexadecimal digits."""
_DIGITS = 3


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
        The owners' names are there, too.
        ``han``: the same by their first two characters, on one level.
        ``all-letters`` and ``all-han``: all of them and their owners, for the automata.
    """
    letters: dict[str, dict[str, dict[str, list[str]]]] = {}
    han: dict[str, dict[str, list[str]]] = {}
    numbers: dict[str, int] = {}
    for check, phrase, value in entries:
        number = numbers.setdefault(check, len(numbers))
        if max(phrase, default="") >= FIRST_HAN:
            own = han.setdefault(phrase[:2], {})
        else:
            first, head = _head(phrase)
            own = letters.setdefault(first, {}).setdefault(head, {})
        own.setdefault(phrase, []).append(f"{number:0{_DIGITS}x}{value}")
    return {
        "letters": {first: marshal.dumps(_by_head(heads)) for first, heads in letters.items()}
        | {_NAMES: marshal.dumps(tuple(numbers))},
        "han": _packed(han),
        "all-letters": _flat(own for heads in letters.values() for own in heads.values()),
        "all-han": _flat(han.values()),
    }


def _flat(groups: Iterable[dict[str, list[str]]]) -> Phrases:
    rows = {phrase: _ROW.join(owners) for own in groups for phrase, owners in own.items()}
    return tuple(rows), tuple(rows.values())


def _packed(heads: dict[str, dict[str, list[str]]]) -> dict[str, bytes]:
    return {head: marshal.dumps(_flat((own,))) for head, own in heads.items()}


def _by_head(heads: dict[str, dict[str, list[str]]]) -> dict[str, str | bytes]:
    """The same, with nothing but the owners for the many phrases that are all of their head."""
    return _packed(heads) | {head: _ROW.join(own[head]) for head, own in heads.items() if head and [*own] == [head]}


def _head(phrase: str) -> tuple[str, str]:
    """The first word of a phrase, and the first two, or the one it has: few phrases share two."""
    first = _word().match(phrase)
    if not first:
        return "", ""
    second = _word().search(phrase, first.end())
    return first.group(), phrase[: (second or first).end()]


def _owners(names: tuple[str, ...], looking: Mapping[str, frozenset[str]], zone: str, rows: str) -> list[Owner]:
    pairs = [(names[int(row[:_DIGITS], 16)], row[_DIGITS:]) for row in rows.split(_ROW)]
    return [pair for pair in pairs if pair[0] in looking[zone]]


class PhraseIndex:
    """The phrases of the checks of a run."""

    def __init__(self, table: Callable[[str], Any], specs: Iterable[Spec]) -> None:
        self._table = table
        specs = tuple(specs)
        self._looking = {zone: frozenset(spec.name for spec in specs if zone in spec.zones) for zone in ZONES}
        self._seen = 0

    def hits(self, draft: Draft) -> dict[str, list[Hit]]:
        """Check name -> its phrases in the author's own words, in order; see ``hits.placed``."""
        self._seen += 1
        texts = own_texts(draft)
        flat = GAP.join([own for _, _, own, _ in texts])
        return placed(texts, flat, self._matches(flat), self._owners, is_traditional=draft.language == "zh-Hant")

    def _matches(self, flat: str) -> Iterable[Match]:
        if _DOUBLE not in flat:
            return self._matches_in(flat)
        # Mail programs leave a blank at the end of a line they break; no phrase is written with two.
        cuts = [place - number for number, place in enumerate(_places(flat, _DOUBLE))]
        return (
            (start + bisect_left(cuts, start), end + bisect_left(cuts, end - 1), rows)
            for start, end, rows in self._matches_in(flat.replace(_DOUBLE, " "))
        )

    def _matches_in(self, flat: str) -> Iterable[Match]:
        is_few = self._seen <= _FEW and len(flat) < _LONG
        letters = self._by_word(flat) if is_few else scan(self._letters, flat)
        if not may_hold_han(flat):
            return letters
        return chain(letters, self._by_pair(flat) if is_few else scan(self._han, flat))

    @cached_property
    def _firsts(self) -> dict[str, bytes]:
        firsts: dict[str, bytes] = self._table("letters")
        return firsts

    @cached_property
    def _owners(self) -> Callable[[str, str], list[Owner]]:
        """The owners in a row that look at a kind of zone."""
        names: tuple[str, ...] = marshal.loads(self._firsts[_NAMES])  # noqa: S302 - a part of our own file
        return lru_cache(4096)(partial(_owners, names, self._looking))

    @cached_property
    def _pairs(self) -> dict[str, bytes]:
        pairs: dict[str, bytes] = self._table("han")
        return pairs

    @cached_property
    def _known_heads(self) -> dict[str, dict[str, str | bytes]]:
        return {}

    def _heads(self, first: str) -> dict[str, str | bytes]:
        """The phrases that begin with a word, by their first two."""
        known = self._known_heads
        if first not in known:
            known[first] = marshal.loads(self._firsts[first])  # noqa: S302 - a part of our own file, checksum held
        return known[first]

    @cached_property
    def _letters(self) -> Automaton:
        return _automaton(self._table("all-letters"))

    @cached_property
    def _han(self) -> Automaton:
        return _automaton(self._table("all-han"))

    def _by_word(self, flat: str) -> Iterator[Match]:
        firsts = self._firsts
        places = [match.span() for match in _word().finditer(flat)]
        for (start, end), (_, behind) in zip_longest(places, places[1:], fillvalue=(0, 0)):
            first = flat[start:end]
            if first in firsts:
                heads = self._heads(first)
                for head in {first, flat[start:behind]} & heads.keys():
                    own = heads[head]
                    pairs = ((head, own),) if isinstance(own, str) else zip(*_phrases(own), strict=True)
                    for phrase, rows in pairs:
                        if flat.startswith(phrase, start):
                            yield start, start + len(phrase), rows
        wordless = self._heads("").get("") if "" in firsts else None
        if isinstance(wordless, bytes):
            yield from _anywhere(wordless, flat)

    def _by_pair(self, flat: str) -> Iterator[Match]:
        begun = {*flat, *map(add, flat, flat[1:])}
        for head in begun & self._pairs.keys():
            yield from _anywhere(self._pairs[head], flat)


def _places(text: str, part: str) -> Iterator[int]:
    """Where ``part`` stands in ``text``, from left to right, none over another."""
    at = text.find(part)
    while at >= 0:
        yield at
        at = text.find(part, at + len(part))


def _anywhere(own: bytes, flat: str) -> Iterator[Match]:
    """Where phrases stand, looked for one by one."""
    for phrase, rows in zip(*_phrases(own), strict=True):
        start = flat.find(phrase)
        while start >= 0:
            yield start, start + len(phrase), rows
            start = flat.find(phrase, start + 1)


@lru_cache(4096)
def _phrases(own: bytes) -> Phrases:
    found: Phrases = marshal.loads(own)  # noqa: S302 - a part of our own file, checksum held
    return found


def _automaton(phrases: Phrases) -> Automaton:
    from ahocorasick_rs import AhoCorasick

    return AhoCorasick(phrases[0]), phrases[1]
