"""A weekday and a date side by side that are not the same day."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from maillint.authoring import Grade, Span, dates, replace

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from maillint.authoring import Draft, Expression, Finding, Hit, Rewrite, Rule

_HALF_YEAR = timedelta(days=180)


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:
    """Each pair that contradicts itself in the year that is meant."""
    del hits
    today = draft.reference.date()
    for zone, expression in draft.dates:
        for weekday, day in expression.pairs:
            if (
                expression.text.count(":") > 1
                or weekday == day.weekday()
                or _fits_last_year(expression, weekday, day, today)
            ):
                continue
            span = Span(zone, expression.start, expression.end)
            yield rule.finding(draft, span, rewrite=_rewrite(span, expression, weekday, day), day=day, weekday=weekday)


def _fits_last_year(expression: Expression, weekday: int, day: date, today: date) -> bool:
    """A date without a year, far ahead: the author may tell of the one gone by."""
    if str(day.year) in expression.text or day - today < _HALF_YEAR or (day.month, day.day) == (2, 29):
        return False
    return day.replace(year=day.year - 1).weekday() == weekday


def _rewrite(span: Span, expression: Expression, weekday: int, day: date) -> Rewrite | None:
    nearest = day + timedelta(days=(weekday - day.weekday() + 3) % 7 - 3)
    texts = (
        dates.with_weekday(expression.text, weekday, day.weekday()),
        dates.with_day(expression.text, day, nearest),
    )
    choices = [[(span, text)] for text in texts if text is not None]
    return replace(Grade.SUGGESTED, *choices) if choices else None
