"""From the date words of a stretch of text to finished expressions."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from maillint.language.dates import context, grammar, joining
from maillint.language.dates.expression import Expression

if TYPE_CHECKING:
    from datetime import date

    from maillint.language.dates.found import Found
    from maillint.language.dates.numbers import Token

MOST = 500
"""Expressions looked at in one text; no author writes more."""


def read(text: str, flat: str, words: list[Token], today: date, offset: int) -> list[Expression]:
    """The expressions that the date words of one stretch of text make.

    Args:
        text: the stretch.
        flat: the same as ``flatten`` makes it.
        words: the date words and numbers in it, in order.
        today: the day of sending.
        offset: what is added to the places in the result.
    """
    items = joining.join(islice(grammar.matches(words, flat, today), MOST), flat)
    return [_frozen(item, text, offset) for item in context.settle(items, flat, text, today)]


def _frozen(item: Found, text: str, offset: int) -> Expression:
    start, end = item.start, item.end
    words = text[start:end]
    if ("(" in words or "（" in words) and words[-1] not in ")）" and text[end : end + 1] in (")", "）"):
        end += 1
        words = text[start:end]
    return Expression(
        start + offset,
        end + offset,
        words,
        item.kind,
        item.readings,
        item.form,
        item.grain,
        item.time,
        item.weekday,
        item.pairs,
        item.lead,
        item.asks,
        item.is_pinned,
        item.is_due,
        item.is_possible,
        item.workdays,
        (end if item.anchor >= item.end else item.anchor) + offset,
    )
