"""The one pass over a text that finds its dates."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from maillint.language.dates import lexer
from maillint.language.text import flatten

_FIRST, _LAST = date(1900, 1, 1), date(2999, 12, 31)
_GAP = "\n\n"
"""Stands between stretches: no word or number goes on across it."""

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
    piece = text[start : len(text) if end is None else end]
    return find_all([(piece, flatten(piece), start)], reference)[0]


def find_all(stretches: Sequence[tuple[str, str, int]], reference: datetime | None = None) -> list[list[Expression]]:
    """The same for many stretches of a message, in one scan.

    Args:
        stretches: each as it is written, as ``flatten`` makes it, and what is added to its offsets.
        reference: the moment of sending; None for now.
    """
    words = lexer.tokens(_GAP.join([flat for _, flat, _ in stretches]))
    found: list[list[Expression]] = [[] for _ in stretches]
    if not words:
        return found
    from maillint.language.dates.reading import MOST, read  # a text without any of the words needs nothing of it

    today = min(max((reference or datetime.now().astimezone()).date(), _FIRST), _LAST)
    left, index, shift = MOST, 0, 0
    for number, (text, flat, offset) in enumerate(stretches):
        first, until = index, shift + len(flat)
        while index < len(words) and words[index][1] <= until:
            index += 1
        if first < index and left > 0:
            own = [(start - shift, end - shift, kind, value) for start, end, kind, value in words[first:index]]
            found[number] = read(text, flat, own, today, offset)
            left -= len(found[number])
        shift = until + len(_GAP)
    return found
