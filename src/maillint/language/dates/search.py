"""The one pass over a text that finds its dates."""

from __future__ import annotations

from datetime import date, datetime
from itertools import islice
from typing import TYPE_CHECKING

from maillint.language.dates import context, grammar, joining, lexer
from maillint.language.dates.expression import Expression
from maillint.language.text import flatten

MOST = 500
"""Expressions looked at in one text; no author writes more."""
_FIRST, _LAST = date(1900, 1, 1), date(2999, 12, 31)

if TYPE_CHECKING:
    from maillint.language.dates.found import Found


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
    part = text[start:end]
    flat = flatten(part)
    words = lexer.tokens(flat)
    if not words:
        return []
    today = min(max((reference or datetime.now().astimezone()).date(), _FIRST), _LAST)
    items = joining.join(islice(grammar.matches(words, flat, today), MOST), flat)
    return [_frozen(item, part, start) for item in context.settle(items, flat, part, today)]


def _frozen(item: Found, text: str, offset: int) -> Expression:
    start, end = item.start, _closed(text, item.start, item.end)
    return Expression(
        start=start + offset,
        end=end + offset,
        text=text[start:end],
        kind=item.kind,
        readings=item.readings,
        form=item.form,
        grain=item.grain,
        time=item.time,
        weekday=item.weekday,
        pairs=item.pairs,
        lead=item.lead,
        asks=item.asks,
        is_pinned=item.is_pinned,
        is_due=item.is_due,
        is_possible=item.is_possible,
        anchor=(end if item.anchor >= item.end else item.anchor) + offset,
    )


def _closed(text: str, start: int, end: int) -> int:
    """The end with the bracket that closes one opened inside."""
    opened = text.find("（", start, end) >= 0 or text.find("(", start, end) >= 0
    is_open = opened and text[end : end + 1] in ("）", ")")
    return end + 1 if is_open and not {"）", ")"} & set(text[start:end]) else end
