"""Readers of what is counted from the day of sending: tomorrow, next Wednesday, 下周三, 月底, in two weeks, soon."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from maillint.language.dates import calendar
from maillint.language.dates.found import Found, Parts, day, span, worked

if TYPE_CHECKING:
    from datetime import date

_SUNDAY = 6


def dayword(parts: Parts, today: date) -> Found | None:
    """Tomorrow, 后天, tonight."""
    offset = parts("dayword")
    if "edge" in parts and parts("edge") not in ("early", "late", "later", "past"):
        return None
    kind = "past" if offset < 0 or parts("edge") == "past" else "relative"
    return _open(day(kind, "word", calendar.shift(today, offset)), is_open=offset == 0)


def _open(found: Found | None, *, is_open: bool) -> Found | None:
    if found:
        found.is_open = is_open
    return found


def this_part(parts: Parts, today: date) -> Found | None:
    """What is left of today: this afternoon."""
    step = parts("rel")
    if step == 0:
        return _open(day("relative", "word", today), is_open=True)
    if parts.is_loose:
        return None
    return day("past" if step < 0 else "relative", "word", calendar.shift(today, step))


def weekday(parts: Parts, today: date) -> Found | None:
    """Friday, 周五: the coming one; on a Friday today or in a week."""
    number = parts("weekday")
    coming = calendar.coming(today, number)
    if number == today.weekday():
        found = day("ambiguous", "weekday", today, coming)
    else:
        found = day("relative", "weekday", coming)
    return _open(_named(found, number), is_open=True)


def _named(found: Found | None, number: int) -> Found | None:
    if found:
        found.weekday = number
    return found


def weekday_week_after(parts: Parts, today: date) -> Found | None:
    """Tuesday of the week after next."""
    found = calendar.shift(calendar.monday(today) + timedelta(days=parts("weekday")), 7 * parts("weekafter"))
    return _named(day("relative", "weekday", found), parts("weekday"))


def daypair(parts: Parts, today: date) -> Found | None:
    """今明两天, 明后天: two days in a row."""
    first = calendar.shift(today, parts("daypair"))
    last = first and calendar.shift(first, 1)
    return _open(span("relative", "word", "day", (first, last) if first and last else None), is_open=True)


def in_the_morning(parts: Parts, today: date) -> Found | None:
    """In the morning, without a day: tomorrow's."""
    if parts("part") != 9 or parts.is_han:
        return None
    return day("relative", "part", calendar.shift(today, 1))


def week_after(parts: Parts, today: date) -> Found | None:
    """The week after next; the week after."""
    return span("relative", "period", "week", calendar.period("week", parts("weekafter"), today))


def unit_after(parts: Parts, today: date) -> Found | None:
    """The month after next, the quarter after next."""
    unit = parts("unitafter")
    return span("relative", "period", unit, calendar.period(unit, 2, today))


def rel_weekday(parts: Parts, today: date) -> Found | None:
    """Next Wednesday, this Friday, 下周三, 上周五: weeks start on Monday; where usage differs both days are given."""
    number, step = parts("weekday"), parts("rel")
    here = calendar.monday(today) + timedelta(days=number)
    there = calendar.shift(here, 7 * step)
    if step < 0:
        latest = calendar.coming(today, number) - calendar.WEEK
        return _named(day("past", "weekday", latest if parts.is_loose else there), number)
    if step == 1 and (today.weekday() == _SUNDAY or (not parts.is_han and number > today.weekday())):
        other = here if number > today.weekday() else calendar.shift(here, 14)
        return _named(day("ambiguous", "weekday", there, other), number)
    if step == 0 and not parts.is_han:
        there = here if here >= today and not parts.is_loose else calendar.coming(today, number)
    return _open(_named(day("relative", "weekday", there), number), is_open=step == 0 or parts.is_loose)


def weekday_rel_week(parts: Parts, today: date) -> Found | None:
    """Friday next week, Monday of this week, next week on Tuesday."""
    unit, step = parts("unit")[0], parts("rel")
    if unit != "week":
        return None
    number = parts("weekday")
    found = calendar.shift(calendar.monday(today) + timedelta(days=number), 7 * step)
    return _open(
        _named(day("past" if step < 0 else "relative", "weekday", found), number), is_open=step == 0 or parts.is_loose
    )


def weekday_week(parts: Parts, today: date) -> Found | None:
    """Tuesday week, as the British say: a week after the coming one."""
    if parts("unit") != ("week", False):
        return None
    found = calendar.shift(calendar.coming(today, parts("weekday")), 7)
    return _named(day("relative", "weekday", found), parts("weekday"))


def weekday_nth(parts: Parts, today: date) -> Found | None:
    """Monday the 15th: the first month from now on where the two agree, else the coming 15th."""
    number, named = next(parts(kind) for kind in ("nth", "ordinal") if kind in parts), parts("weekday")
    if number not in range(1, 32):
        return None
    months = (calendar.add_months(today.replace(day=1), step) for step in range(-1, 3))
    days = [found for month in months if (found := calendar.make(month.year, month.month, number))]
    ahead = [found for found in days if found >= today]
    agreeing = [found for found in days if found.weekday() == named and found >= today - timedelta(days=14)]
    found = (agreeing or ahead or days)[0]
    return Found("exact", "written", ((found, found),), pairs=((named, found),))


def day_of_month(parts: Parts, today: date) -> Found | None:
    """The 5th, 5号: the coming one."""
    number = next((parts(kind) for kind in ("nth", "ordinal", "n") if kind in parts), None)
    if number is None or number != int(number) or not 1 <= number <= 31:
        return None
    if "rel" in parts:
        if "unit" in parts and (parts("unit", 1) or parts("unit"))[0] != "month":
            return None
        month = calendar.add_months(today.replace(day=1), parts("rel"))
        kind = "past" if parts("rel") < 0 else "relative"
        found = day(kind, "word", calendar.make(month.year, month.month, int(number)))
        return _open(found, is_open=parts("rel") == 0)
    months = (calendar.add_months(today.replace(day=1), step) for step in range(3))
    days = (calendar.make(month.year, month.month, int(number)) for month in months)
    found = day("relative", "ordinal", next((found for found in days if found and found >= today), None))
    return _open(found, is_open=True)


def weekend(parts: Parts, today: date) -> Found | None:
    """Weekends, 下周末; a bare weekend on a weekend, and English "next weekend", have two readings."""
    step = parts("rel")
    if step is not None and step < 0:
        return span("past", "period", "day", calendar.period("weekend", step, today))
    first, second = (calendar.period("weekend", (step or 0) + more, today) for more in (0, 1))
    if step == 1 and not parts.is_han:
        return span("ambiguous", "period", "day", first, calendar.period("weekend", 0, today))
    if (step is None and today.weekday() > 4) or (step == 1 and today.weekday() == _SUNDAY):
        return _open(span("ambiguous", "period", "day", first, second), is_open=step is None)
    return _open(span("relative", "period", "day", first), is_open=not step)


def rel_unit(parts: Parts, today: date) -> Found | None:
    """Next week, 下个月, this quarter; the coming weeks have no date."""
    (unit, is_plural), step = _unit(parts), parts("rel") or 0
    if "suffix" in parts and (parts("suffix") != "within" or unit not in ("week", "month", "year")):
        return None
    if is_plural:
        return Found("past" if step < 0 else "indefinite", "strong")
    if unit == "workday" and step == 1:
        return worked(day("relative", "offset", calendar.add(today, 1, unit)), 1)
    if unit in ("hour", "minute", "time", "workday", "day"):
        return None
    reading = calendar.period(unit, step, today)
    found = span("past" if step < 0 else "relative", "period", unit, reading)
    if found and parts.is_han and unit == "week" and step == 1 and today.weekday() == _SUNDAY:
        found = span("ambiguous", "period", unit, reading, calendar.period(unit, 2, today))
    return _open(found, is_open=step == 0 or parts.is_loose)


def _unit(parts: Parts) -> tuple[str, bool]:
    """The unit and whether it is in the plural; 月内 is within the month, 年内 within the year."""
    named: tuple[str, bool] | None = parts("unit")
    return named or (parts("relunit") or ("year" if "年" in parts else "month"), False)


def rel_month_name(parts: Parts, today: date) -> Found | None:
    """Next March, this coming May."""
    number, step = parts("month"), parts("rel")
    year = today.year + (number <= today.month if step == 1 else step if step < 0 else number < today.month)
    return span("past" if step < 0 else "range", "month", "month", calendar.month(year, number))


def han_year_word(parts: Parts, today: date) -> Found | None:
    """明年, 去年, 今年."""
    step = parts("yearword")
    reading = calendar.period("year", step, today)
    return span("past" if step < 0 else "relative", "period", "year", reading)


def vague(parts: Parts, _: date) -> Found | None:
    """Soon, ASAP, 尽快, 改天."""
    return Found("indefinite", str(parts("vague")))


def habitual(_parts: Parts, _: date) -> Found | None:
    """每周五, 每月5日."""
    return Found("habitual", "every")


def helper(name: str) -> Found:
    """A word that only colours its neighbour: sometime, week of."""
    return Found("helper", name)


def sometime(_parts: Parts, _: date) -> Found | None:
    """Sometime ..."""
    return helper("sometime")


def now(_parts: Parts, today: date) -> Found | None:
    """Now, right now, at the moment."""
    found = day("relative", "now", today)
    if found:
        found.grain = "time"
    return found


def week_of(_parts: Parts, _: date) -> Found | None:
    """The week of ..."""
    return helper("weekof")
