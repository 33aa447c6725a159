"""Working days by a country's calendar: public holidays, and the Saturdays that China works instead."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from maillint.language.dates.expression import Expression

MOST = 500
"""Working days counted at most; nobody promises more."""
_REACH = 21
_BREAK, _LONGEST = 3, 12
"""Days off in a row that are more than a weekend, and the longest holiday."""


def is_workday(day: date, country: str = "") -> bool:
    """Whether people work on a day.

    Args:
        day: the day.
        country: ISO 3166-1 code, with an ISO 3166-2 part where holidays differ ("DE", "DE-BY"); "" knows weekends only.
    """
    if not country:
        return day.weekday() < 5
    if country == "CN" and (is_worked := _chinese(day)) is not None:
        return is_worked
    days_off = _days_off(country, day.year)
    return day.weekday() < 5 if days_off is None else bool(days_off.is_working_day(day))


def add(day: date, count: int, country: str = "") -> date | None:
    """The day ``count`` working days later, or earlier where negative; None beyond ``MOST``.

    Zero is the day itself, or the next working day when nobody works on it.
    """
    if abs(count) > MOST or not 1900 < day.year < 9000:
        return None
    step = timedelta(days=1 if count >= 0 else -1)
    while count:
        day += step
        if is_workday(day, country):
            count -= 1 if count > 0 else -1
    while not is_workday(day, country):
        day += step
    return day


def recounted(expression: Expression, today: date, country: str) -> Expression:
    """An expression in working days, counted by a country's calendar; every other one as it is.

    Args:
        expression: from ``dates.find``, which knows weekends only.
        today: the day of sending.
        country: as for ``is_workday``.
    """
    if expression.workdays is None or not expression.readings or not country:
        return expression
    until = add(today, expression.workdays, country)
    if until is None:
        return expression
    first, last = expression.readings[0]
    return expression._replace(readings=((until if first == last else today, until),))


def after_holiday(today: date, country: str) -> date | None:
    """The first working day after the holiday that is on or begins within three weeks; None when there is none.

    Args:
        today: the day of sending.
        country: as for ``is_workday``; "" knows no holidays.
    """
    if not country:
        return None
    off = 0
    for ahead in range(-_LONGEST, _REACH + _LONGEST):
        day = today + timedelta(days=ahead)
        if not is_workday(day, country):
            off += 1
        elif off >= _BREAK and ahead > 0:
            return day
        elif ahead > _REACH:
            return None
        else:
            off = 0
    return None


def _chinese(day: date) -> bool | None:
    """By the State Council's yearly notice; None for a year whose notice is not known yet."""
    import chinese_calendar

    try:
        return bool(chinese_calendar.is_workday(day))
    except NotImplementedError:
        return None


@cache
def _days_off(country: str, year: int) -> Any:
    """The public holidays of a year; None for a country that is not known."""
    import holidays

    code, _, part = country.partition("-")
    try:
        return holidays.country_holidays(code, subdiv=part or None, years=(year, year + 1))
    except NotImplementedError:
        return None
