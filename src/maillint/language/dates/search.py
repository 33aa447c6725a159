"""The one pass over a text that finds its dates."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from maillint.language.dates import lexer
from maillint.language.text import flatten

_FIRST, _LAST = date(1900, 1, 1), date(2999, 12, 31)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maillint.language.dates.expression import Expression


def find(text: str, start: int = 0, end: int | None = None, reference: datetime | None = None) -> list[Expression]:
    """Every expression of a day, time or deadline in ``text[start:end]``.

    Args:
        text: any text, English and Chinese mixed as it comes.
        start: where to begin, in code points.
        end: where to stop; None for the end of the text.
        reference: the moment of sending in the sender's own zone (RFC 5322 Date); None for now.

    Returns:
        The expressions in order, none overlapping; offsets count in ``text``.
    """
    stop = len(text) if end is None else min(end, len(text))
    return find_all(text, ((start, stop),), flatten(text[start:stop]), start, reference)[0]


def find_all(
    text: str, spans: Sequence[tuple[int, int]], flat: str, offset: int, reference: datetime | None = None
) -> list[list[Expression]]:
    """The same for many stretches of a text in order, in one scan.

    Args:
        text: the whole text.
        spans: (start, end) of each stretch, ascending, without overlap.
        flat: ``flatten(text[offset : ...])``, as far as the last stretch.
        offset: where ``flat`` begins.
        reference: the moment of sending; None for now.
    """
    words = lexer.tokens(flat)
    found: list[list[Expression]] = [[] for _ in spans]
    if not words:
        return found
    from maillint.language.dates.reading import MOST, read  # a text without any of the words needs nothing of it

    today = min(max((reference or datetime.now().astimezone()).date(), _FIRST), _LAST)
    left, index = MOST, 0
    for number, (start, end) in enumerate(spans):
        shift, until = start - offset, end - offset
        while index < len(words) and words[index][0] < shift:
            index += 1
        first = index
        while index < len(words) and words[index][1] <= until:
            index += 1
        if first < index and left > 0:
            own = [(begin - shift, stop - shift, kind, value) for begin, stop, kind, value in words[first:index]]
            found[number] = read(text[start:end], flat[shift:until], own, today, start)
            left -= len(found[number])
    return found
