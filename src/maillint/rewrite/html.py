"""Changes of an HTML text: put where its words stand in the source, with the markup around them kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.records import NamedTuple
from maillint.rewrite import breaks, html_moves
from maillint.rewrite.outcome import Refused
from maillint.rewrite.sources import Sources
from maillint.rewrite.splices import Splice, spliced

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from maillint.rewrite.carriers import Carrier


class _Place(NamedTuple):
    """A change of the source: text that takes the place of other text, not yet written as HTML."""

    start: int
    end: int
    new: str


def changed(carrier: Carrier, changes: Sequence[Splice], wanted: str) -> Carrier:
    """The carrier with all these changes; the source is right when it shows the text that is wanted.

    Raises:
        Refused: no way of putting them in shows that text.
    """
    for is_same in (_is_same, _is_alike):
        for attempt in _attempts(carrier, changes):
            if is_same(attempt.text, wanted):
                return attempt
    raise Refused("place")


def _attempts(carrier: Carrier, changes: Sequence[Splice]) -> Iterator[Carrier]:
    """The ways to put the changes in, the best first: they differ in how lines break."""
    if block := html_moves.moved(carrier, changes):
        yield block
    has_breaks = any("\n" in change.new for change in changes)
    for locate in (_close_to_words, _before_next) if has_breaks else (_close_to_words,):
        places = list(_places(carrier, changes, locate))
        for style in breaks.STYLES if has_breaks else breaks.STYLES[:1]:
            source = carrier.shown.source
            yield carrier.with_source(spliced(source, [_written(source, place, style) for place in places]))


def _places(carrier: Carrier, changes: Sequence[Splice], locate: Callable[..., _Place | None]) -> Iterator[_Place]:
    sources = Sources(carrier.shown)
    for change in changes:
        if change.start == change.end:
            place = locate(carrier, sources, change)
            if place is None:
                raise Refused("place")
            yield place
            continue
        runs = sources.runs(change.start, change.end) or _lines_taken(carrier, sources, change)
        if not runs:
            raise Refused("place")
        for number, (start, end) in enumerate(runs):
            yield _Place(start, end, "" if number else change.new)


def _lines_taken(carrier: Carrier, sources: Sources, change: Splice) -> list[tuple[int, int]] | None:
    """The source of whole lines that go, with the ``br`` before them."""
    old = carrier.text[change.start : change.end]
    words = change.start + len(old) - len(old.lstrip())
    runs = sources.runs(words, change.end) if not change.new and old.strip() else None
    before = sources.before(change.start)
    if not runs or before is None or "\n" in old.strip():
        return None
    line_break = breaks.line_break(carrier.shown.source, before, runs[0][0])
    return [line_break, *runs] if line_break else runs


def _close_to_words(carrier: Carrier, sources: Sources, change: Splice) -> _Place | None:
    """An insertion right behind the words before it; else right before those behind it."""
    at = sources.before(change.start)
    if at is not None:
        at = breaks.behind_link(carrier.shown.source, at)
        return _Place(at, at, change.new)
    if change.new.endswith("\n") and _begins_signature(carrier, change.start):
        return _behind_last_words(carrier, sources, change)
    return _before_next(carrier, sources, change)


def _before_next(carrier: Carrier, sources: Sources, change: Splice) -> _Place | None:
    """An insertion right before the words behind it; at the end of the text, behind its last words."""
    at = sources.after(change.start)
    return _Place(at, at, change.new) if at is not None else _behind_last_words(carrier, sources, change)


def _begins_signature(carrier: Carrier, at: int) -> bool:
    return any(mark.start == at for mark in carrier.shown.marks)


def _behind_last_words(carrier: Carrier, sources: Sources, change: Splice) -> _Place | None:
    """What is to stand on lines of its own, behind the last words before it, outside of a signature's container."""
    words = change.start
    while words > 0 and carrier.text[words - 1].isspace():
        words -= 1
    at = sources.before(words)
    if at is None:
        return None
    return _Place(at, at, carrier.text[words : change.start] + change.new.rstrip("\n"))


def _written(source: str, place: _Place, style: str) -> Splice:
    lines = place.new.split("\n")
    pieces = [escaped(lines[0])]
    blank = 0
    for line in lines[1:]:
        blank += 1
        if line:
            pieces += [breaks.markup(source, place.start, blank, style), escaped(line)]
            blank = 0
    if blank:
        pieces.append(breaks.markup(source, place.start, blank, style))
    return Splice(place.start, place.end, "".join(pieces))


def escaped(text: str) -> str:
    """Text as HTML source."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _is_same(text: str, wanted: str) -> bool:
    from maillint.rewrite.carriers import bare

    return bare(text) == bare(wanted)


def _is_alike(text: str, wanted: str) -> bool:
    """The same words on the same lines, whatever empty lines and spaces stand between."""
    return _lines(text) == _lines(wanted)


def _lines(text: str) -> list[str]:
    return [" ".join(line.split()) for line in text.split("\n") if line.strip()]
