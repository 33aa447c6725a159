"""Arithmetic on days: weeks from Monday, months, quarters, working days. All pure, all on dates."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from maillint.language.dates.expression import Reading

DAY = timedelta(days=1)
WEEK = timedelta(days=7)
_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def shift(day: date, days: float) -> date | None:
    """The day so many days later; None beyond the calendar."""
    try:
        return day + timedelta(days=int(days))
    except OverflowError:
        return None


def monday(day: date) -> date:
    """The Monday of a day's week (ISO 8601)."""
    return day - timedelta(days=day.weekday())


def is_leap(year: int) -> bool:
    """Whether a year has a 29 February."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def month_length(year: int, month: int) -> int:
    """How many days a month has."""
    return 29 if month == 2 and is_leap(year) else _LENGTHS[month - 1]


def make(year: int, month: int, day: int) -> date | None:
    """A day, or None when the calendar does not have it."""
    if 1 <= month <= 12 and 1 <= day <= 31 and 1 <= year <= 9998:
        return date(year, month, day) if day <= month_length(year, month) else None
    return None


def add_months(day: date, months: int) -> date:
    """The same day of another month, or the last one of a shorter month."""
    index = min(max(day.year * 12 + day.month - 1 + months, 12), 9998 * 12)
    year, month = index // 12, index % 12 + 1
    return date(year, month, min(day.day, month_length(year, month)))


def month(year: int, number: int) -> Reading:
    """First and last day of a month."""
    return date(year, number, 1), date(year, number, month_length(year, number))


def quarter(year: int, number: int) -> Reading:
    """First and last day of a quarter, 1 to 4."""
    return date(year, 3 * number - 2, 1), month(year, 3 * number)[1]


def year(number: int) -> Reading:
    """First and last day of a year."""
    return date(number, 1, 1), date(number, 12, 31)


def period(unit: str, step: int, today: date) -> Reading | None:
    """The week, weekend, month, quarter or year that is ``step`` steps from today's."""
    lengths = {"week": (7, 0, 7), "weekend": (7, 5, 2), "fortnight": (14, 0, 14)}
    if unit in lengths:
        stride, offset, length = lengths[unit]
        first = shift(monday(today), stride * step + offset)
        last = first and shift(first, length - 1)
        return (first, last) if first and last else None
    if unit == "year":
        return year(today.year + step) if 1 < today.year + step < 9999 else None
    if unit not in ("month", "quarter"):
        return None
    start = add_months(today.replace(day=1), step * (3 if unit == "quarter" else 1))
    return quarter(start.year, (start.month + 2) // 3) if unit == "quarter" else month(start.year, start.month)


def add(today: date, count: float, unit: str) -> date | None:
    """The day ``count`` units from ``today``; half units are rounded down to days."""
    if unit == "workday":
        from maillint.language.dates import workdays

        return workdays.add(today, int(count))
    days = {"day": 1, "week": 7, "fortnight": 14, "hour": 1 / 24, "minute": 0, "time": 0}.get(unit)
    if days is not None:
        return shift(today, count * days)
    months = {"month": 1, "quarter": 3, "year": 12}.get(unit)
    if months is None or abs(count) > 1200:
        return None
    whole = add_months(today, int(count) * months)
    return whole if count == int(count) else shift(whole, (count - int(count)) * months * 30)


def coming(today: date, weekday: int) -> date:
    """The next day of that name, today excluded."""
    return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)


def nearest_year(month_number: int, day: int, today: date) -> date | None:
    """A date without a year: the coming one, or one gone by at most three months."""
    for candidate in (today.year - 1, today.year, today.year + 1, today.year + 2, today.year + 3, today.year + 4):
        found = make(candidate, month_number, day)
        if found and found >= today - timedelta(days=92):
            return found
    return None
