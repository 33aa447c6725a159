"""Changes of a format=flowed text (RFC 3676): its lines stay short, soft breaks soft, hard ones hard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.rewrite.outcome import Refused
from maillint.rewrite.sources import Sources
from maillint.rewrite.splices import Splice, spliced

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from maillint.rewrite.carriers import Carrier

_LONGEST = 78
"""Characters of a line, its soft break included (RFC 3676 4.2)."""
_MARK = "\ue000"
"""Stands on lines that were changed while they are wrapped; of the private use area, so in no mail that means it."""


def changed(carrier: Carrier, changes: Sequence[Splice]) -> str:
    """The source with changes of the text in it.

    Raises:
        Refused: what is to be changed does not stand in the source.
    """
    source = carrier.shown.source
    if _MARK in source:
        raise Refused("place")
    places = Sources(carrier.shown)
    parts = [_in_source(source, places, carrier.text, change) for change in changes]
    marked = spliced(source, [part._replace(new=_MARK + _hard(part.new) + _MARK) for part in parts])
    lines = [piece for line in marked.split("\n") for piece in _wrapped(line, carrier)]
    return "\n".join(lines)


def _in_source(source: str, places: Sources, text: str, change: Splice) -> Splice:
    if change.start == change.end:
        at = places.before(change.start)
        at = places.after(change.start) if at is None else at
        if at is None:
            at = _at_break(text, places, change.start)
        return Splice(at, at, change.new)
    first, last = places.of(change.start), places.of(change.end - 1)
    if first is None or last is None:
        raise Refused("place")
    end = last[1]
    if change.new.endswith("\n") and source[end : end + 1] == "\n" and text[change.end : change.end + 1] != "\n":
        end += 1
    return Splice(first[0], end, change.new)


def _at_break(text: str, places: Sources, index: int) -> int:
    """A place among line breaks: as many of them behind the last words in the source as there are in the text."""
    words = index
    while words > 0 and text[words - 1] == "\n":
        words -= 1
    at = places.before(words) if words else 0
    if at is None:
        raise Refused("place")
    return at + index - words


def _hard(new: str) -> str:
    """New text whose line breaks are hard: no space before them."""
    return "\n".join([line.rstrip(" ") for line in new.split("\n")[:-1]] + new.split("\n")[-1:])


def _wrapped(line: str, carrier: Carrier) -> Iterator[str]:
    """A line as it was, or one that was changed: stuffed where it must be, and broken softly where it is too long."""
    if _MARK not in line:
        yield line
        return
    line = line.replace(_MARK, "")
    if not line.startswith(">") and line != "-- ":
        while len(line) > _LONGEST and (at := line.rfind(" ", 1, _LONGEST - 1)) > 0:
            yield _stuffed(line[: at + 1] + " " * carrier.deletes_space)
            line = line[at + 1 :]
    yield _stuffed(line)


def _stuffed(line: str) -> str:
    return f" {line}" if line.startswith("From ") else line
