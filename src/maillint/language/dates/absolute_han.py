"""Readers of Chinese days, months, quarters and clock times: 11月25日, 民國115年, 一季度, 三点半, 正月初八."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING

from maillint.language.dates import calendar
from maillint.language.dates.absolute import AFTERNOON, days, month_of, one, or_next_year, quarter_of
from maillint.language.dates.found import Found, Parts, day, han_year, span

if TYPE_CHECKING:
    from maillint.language.dates.expression import Reading


def han_day(parts: Parts, today: date) -> Found | None:
    """2026年11月25日, 十一月二十五号, 明年1月5日, 民國115年3月12日."""
    first = 1 if "年" in parts and "year" not in parts else 0
    month_number, number = parts("n", first), parts("n", first + 1)
    if month_number is None or number is None or not 1 <= month_number <= 12:
        return None
    found = one(han_year(parts, today), int(month_number), number, today)
    if found and "yearword" in parts and parts("yearword") < 0:
        found.kind = "past"
    return found


def month_day(parts: Parts, today: date) -> Found | None:
    """12.5, where the words beside it tell that it is a day."""
    month, number = parts("monthday")
    return one(None, month, number, today)


def han_days(parts: Parts, today: date) -> Found | None:
    """10月1日至7日."""
    first = 1 if "年" in parts and "year" not in parts else 0
    values = Parts({"n": [parts("n", first + 1), parts("n", first + 2)], "month": [parts("n", first)],
                    "year": [han_year(parts, today)]}, is_han=True)  # fmt: skip
    return days(values, today) if 1 <= parts("n", first) <= 12 else None


def han_month(parts: Parts, today: date) -> Found | None:
    """2026年11月, 明年1月, 十月."""
    number = parts("n", 1 if "年" in parts and "year" not in parts else 0)
    found = month_of(han_year(parts, today), number, today) if number else None
    if found and "yearword" in parts and parts("yearword") < 0:
        found.kind = "past"
    return found


def han_written_year(parts: Parts, today: date) -> Found | None:
    """2027年."""
    chosen = han_year(parts, today)
    return span("range", "year", "year", calendar.year(chosen)) if chosen and 1 <= chosen <= 9998 else None


def han_quarter(parts: Parts, today: date) -> Found | None:
    """2026年第三季度, 明年一季度."""
    number = parts("ordinal") if "ordinal" in parts else parts("n", 1 if "年" in parts and "year" not in parts else 0)
    if parts("unit")[0] != "quarter" or number not in (1, 2, 3, 4):
        return None
    return quarter_of(han_year(parts, today), int(number), today)


def han_clock(parts: Parts, _: date) -> Found | None:
    """下午三点半, 15点20分, 晚上10时."""
    hour, minute = parts("n"), parts("n", 1) or 0
    if "clocktail" in parts:
        minute = parts("clocktail")
    if minute == 0.5:
        minute = 30
    if hour != int(hour) or not 0 <= hour <= 24 or not 0 <= minute < 60:
        return None
    if "part" in parts and hour < 12 and parts("part") in AFTERNOON:
        hour += 12
    return Found("exact", "clock", grain="time", time=time(int(hour) % 24, int(minute)))


def half(parts: Parts, today: date) -> Found | None:
    """上半年, 2027年下半年, 下半月, 下个月上半月."""
    unit, second = parts("half")
    step = parts("rel") or 0
    if unit == "year":
        chosen = today.year + step if step else han_year(parts, today)
        first, last = (7, 12) if second else (1, 6)
        year = chosen or today.year
        found = span("range", "period", "quarter", (date(year, first, 1), calendar.month(year, last)[1]))
        if found and "year" not in parts and "n" not in parts:
            found.form = "half"
        return or_next_year(found, today) if chosen is None else found
    whole = calendar.period(unit, step, today)
    return span("past" if step < 0 else "relative", "period", unit, _half(whole, second)) if whole else None


def _half(whole: Reading, second: int) -> Reading:
    middle = whole[0] + (3 if (whole[1] - whole[0]).days < 10 else 15) * calendar.DAY
    return (middle, whole[1]) if second else (whole[0], middle - calendar.DAY)


def years(parts: Parts, _: date) -> Found | None:
    """2026-2028年, 2026 to 2028."""
    first, last = parts("year"), parts("year", 1)
    return span("range", "year", "year", (date(first, 1, 1), date(last, 12, 31))) if first < last else None


def lunar(parts: Parts, today: date) -> Found | None:
    """正月初八, 明年正月十五: counted from the Spring Festival."""
    from maillint.language.dates import festivals

    number, chosen = parts("n"), han_year(parts, today)
    name = "spring-festival"
    first = festivals.of_year(name, chosen) if chosen else festivals.coming(name, today)
    if first is None or number not in range(1, 31):
        return None
    return day("exact", "written", calendar.shift(first, number - 1))
