"""All-figure dates that are one day in Europe and another in America."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.authoring import Grade, Span, dates, is_code, line_around, replace

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from maillint.authoring import Draft, Expression, Finding, Hit, Rule


_WEEKDAYS = "一二三四五六日"


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:
    """Each date in figures with two readings, unless another date of the message shows the order."""
    del hits
    found = [place for place in draft.dates if place[1].kind == "ambiguous" and place[1].form == "figures"]
    if not found or any(_shows_order(expression) for _, expression in draft.dates):
        return
    month_first = dates.is_month_first(expression for _, expression in draft.dates)
    is_american = month_first or -10 <= _offset(draft) <= -4
    for zone, expression in found:
        is_log = zone != "subject" and is_code(line_around(draft.text, expression.start))
        days = [first for first, _ in expression.readings]
        if is_log or expression.text.count(":") > 1 or _is_told_by_weekday(expression.text, days):
            continue
        span = Span(zone, expression.start, expression.end)
        if is_american:
            days.reverse()
        place = _figures(span, expression.text)
        choices = [[(place, dates.in_words(day, draft.language, month_first=month_first))] for day in days]
        yield rule.finding(draft, span, rewrite=replace(Grade.SUGGESTED, *choices), first=days[0], second=days[1])


def _figures(span: Span, text: str) -> Span:
    """Where the day stands in "09/10/2026 at 10:00": the time beside it stays."""
    words = [word for word in text.replace("(", " ").replace("（", " ").split() if word[:1].isdigit() and "/" in word]
    if len(words) != 1:
        return span
    figures = words[0][: next((at for at, sign in enumerate(words[0]) if not (sign.isdigit() or sign == "/")), None)]
    start = span.start + text.index(figures)
    return Span(span.zone, start, start + len(figures))


def _shows_order(expression: Expression) -> bool:
    """25/11/2026 says that the day comes first."""
    return expression.kind == "exact" and expression.form == "figures" and "/" in expression.text


def _is_told_by_weekday(text: str, days: Sequence[date]) -> bool:
    """5/7（四）: only one of the readings is a Thursday."""
    weekday = _WEEKDAYS.find(text.rstrip("）)")[-1:])
    return text[-1:] in "）)" and weekday >= 0 and [day.weekday() for day in days].count(weekday) == 1


def _offset(draft: Draft) -> float:
    """Hours east of Greenwich of the sender's clock."""
    offset = draft.date.utcoffset() if draft.date else None
    return offset.total_seconds() / 3600 if offset is not None else 0.0
