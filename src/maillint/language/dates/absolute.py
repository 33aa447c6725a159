"""Readers of what fixes a day, period or clock time by its own words: 12 August, 8月12日, 2026-11-25, Q3, 15:00."""

from __future__ import annotations

from datetime import date, time, timedelta

from maillint.language.dates import calendar
from maillint.language.dates.found import Found, Parts, day, han_year, impossible, span

AFTERNOON = (12, 14, 15, 18, 19, 20, 21, 22, 23)


def iso(parts: Parts, _: date) -> Found | None:
    """2026-11-25, 2026/11/25: year first, one reading everywhere."""
    year, month_number, number = parts("date")
    found = day("exact", "iso", calendar.make(year, month_number, number))
    is_meant = 1 <= month_number <= 12 and 29 <= number <= 31
    return found or (impossible("iso") if is_meant else None)


def figures(parts: Parts, today: date) -> Found | None:
    """03/04/2026, 5/11: day or month first; both readings where the calendar allows both."""
    first, second, year, mark = parts("figures")
    base = today + 92 * calendar.DAY if year is None and parts("rel") == 1 else today
    day_first, month_first = _dated(year, second, first, base), _dated(year, first, second, base)
    if mark == "." and day_first:
        return day("exact", "figures", day_first)
    if day_first and month_first and day_first != month_first:
        return day("ambiguous", "figures", day_first, month_first)
    return day("exact", "figures", day_first or month_first) or _never(first, second, year)


def _never(first: int, second: int, year: int | None) -> Found | None:
    """31/06/2026 is a slip; 45/3 is no date."""
    is_meant = year is not None and min(first, second) in range(1, 13) and max(first, second) in range(29, 32)
    return impossible("figures") if is_meant else None


def _dated(year: int | None, month: int, number: int, today: date) -> date | None:
    return calendar.make(year, month, number) if year else calendar.nearest_year(month, number, today)


def written(parts: Parts, today: date) -> Found | None:
    """12 August 2026, August 12th, Aug 12."""
    number = next(parts(kind) for kind in ("nth", "ordinal", "n") if kind in parts)
    chosen = year_of(parts) or _short_year(parts)
    found = one(chosen, parts("month"), number, today)
    return _next(found, today) if chosen is None and parts("rel") == 1 else found


def weekend_of(parts: Parts, today: date) -> Found | None:
    """The weekend of 5 December: the Saturday and Sunday nearest to it."""
    found = written(parts, today)
    if not found or not found.readings:
        return None
    saturday = calendar.monday(found.readings[0][0] + calendar.DAY) + 5 * calendar.DAY
    return span("range", "written", "day", (saturday, saturday + calendar.DAY))


def _next(found: Found | None, today: date) -> Found | None:
    """Next 6 April is never the one gone by."""
    if found and found.readings and found.kind == "exact" and found.readings[0][0] < today:
        there = calendar.add_months(found.readings[0][0], 12)
        found.readings = ((there, there),)
    return found


def named(parts: Parts, today: date) -> Found | None:
    """Thursday 5th December."""
    found = written(parts, today)
    if found and found.readings:
        found.pairs = ((parts("weekday"), found.readings[0][0]),)
    return found


def nth_weekday(parts: Parts, today: date) -> Found | None:
    """The first Monday in December."""
    number, year = parts("ordinal") or parts("nth"), parts("year") or today.year + (parts("month") < today.month)
    first, last = calendar.month(year, parts("month"))
    found = first + timedelta(days=(parts("weekday") - first.weekday()) % 7 + 7 * (number - 1))
    return day("exact", "offset", found) if number <= 5 and found <= last else None


def _short_year(parts: Parts) -> int | None:
    short = parts("n", 1)
    return 2000 + short if isinstance(short, int) and 20 <= short < 70 else None


def one(year: int | None, month: int, number: float, today: date) -> Found | None:
    """A day by its numbers; without a year the nearest one."""
    if number != int(number) or not 1 <= number <= 31 or not 1 <= month <= 12:
        return None
    found = day("exact", "written", _dated(year, int(month), int(number), today)) or impossible("written")
    if year is None and found.readings and found.readings[0][0].year > today.year + 1:
        found.is_possible = False
    return found


def days(parts: Parts, today: date) -> Found | None:
    """5-9 November, May 14 and 15, 10月1日至7日: several days of one month."""
    kind = next(kind for kind in ("n", "nth", "ordinal") if kind in parts)
    first, last = parts(kind), parts(kind, 2) or parts(kind, 1)
    if first is None or last is None or not 1 <= first < last <= 31:
        return None
    start, end = (one(parts("year"), parts("month"), number, today) for number in (first, last))
    if not start or not end or not start.readings or not end.readings:
        return None
    return span("range", "written", "day", (start.readings[0][0], end.readings[0][0]))


def short_year(parts: Parts, today: date) -> Found | None:
    """January '27, 4 Dec '26."""
    numbers = [parts("n", index) for index in (0, 1) if parts("n", index) is not None]
    if not 20 <= numbers[-1] < 70:
        return None
    number = parts("nth") if "nth" in parts else numbers[0] if len(numbers) > 1 else None
    year = 2000 + int(numbers[-1])
    return month_of(year, parts("month"), today) if number is None else one(year, parts("month"), number, today)


def month(parts: Parts, today: date) -> Found | None:
    """March 2027, March."""
    return month_of(year_of(parts), parts("month"), today)


def month_of(year: int | None, number: float, today: date) -> Found | None:
    """A whole month; without a year the coming one."""
    if not 1 <= number <= 12 or number != int(number):
        return None
    if year is None:
        year = today.year + (number < today.month)
    return span("range", "month", "month", calendar.month(year, int(number)))


def year_month(parts: Parts, today: date) -> Found | None:
    """2026-11."""
    chosen, number = parts("yearmonth")
    return month_of(chosen, number, today)


def year_of(parts: Parts) -> int | None:
    """The year in figures or in words: 2027, two thousand and twenty-seven."""
    if "millennium" in parts:
        return int(parts("millennium") + (parts("n") or 0) + (parts("n", 1) or 0))
    chosen = parts("year")
    return None if chosen is None else int(chosen)


def year(parts: Parts, _: date) -> Found | None:
    """2027."""
    return span("range", "year", "year", calendar.year(year_of(parts) or 1))


def quarter(parts: Parts, today: date) -> Found | None:
    """Q3, Q3 2026, 2026年第三季度."""
    number = parts("quarter")
    chosen = parts("year") or han_year(parts, today)
    return quarter_of(chosen, number, today)


def quarter_of(year: int | None, number: int, today: date) -> Found | None:
    """A whole quarter; without a year this year's."""
    found = span("range", "quarter", "quarter", calendar.quarter(year or today.year, number))
    return or_next_year(found, today) if year is None else found


def or_next_year(found: Found | None, today: date) -> Found | None:
    """Q1, said in November: this year's, unless something is asked for by then."""
    if found and found.readings[0][1] < today:
        first, last = found.readings[0]
        found.later = ((calendar.add_months(first, 12), calendar.add_months(last, 12)),)
    return found


def clock(parts: Parts, _: date) -> Found | None:
    """15:00, 3 pm."""
    hour, minute, _is_sure = parts("clock")
    if "part" in parts and hour < 12 and parts("part") in AFTERNOON:
        hour += 12
    return Found("exact", "clock", grain="time", time=time(hour % 24, minute))


def spoken_clock(parts: Parts, _: date) -> Found | None:
    """Nine o'clock, half past seven in the evening, a quarter to five."""
    hour, minutes = parts("n"), parts("past") or 0
    if hour not in range(1, 13):
        return None
    if "part" in parts and hour < 12 and parts("part") in AFTERNOON:
        hour += 12
    hours, minute = divmod(int(hour) * 60 + minutes, 60)
    return Found("exact", "clock", grain="time", time=time(hours % 24, minute))


def holiday(parts: Parts, today: date) -> Found | None:
    """Easter, next Christmas, 春节, Thanksgiving 2027."""
    from maillint.language.dates import festivals  # few messages name one

    name, step = str(parts("holiday")), parts("rel")
    chosen = parts("year") or (today.year + step if step is not None and "unit" in parts else han_year(parts, today))
    if chosen:
        found = festivals.of_year(name, chosen)
    elif step is not None and step < 0:
        found = next(
            (past for year in (0, 1) if (past := festivals.of_year(name, today.year - year)) and past < today), None
        )
    else:
        found = festivals.coming(name, today)
    return Found("holiday", name, ((found, found),) if found else ())
