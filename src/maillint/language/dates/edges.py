"""Readers of the edges of periods: end of the month, early March, 月底, 下周初, EOD."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from maillint.language.dates import calendar
from maillint.language.dates.absolute import written
from maillint.language.dates.found import Found, Parts, day, span
from maillint.language.dates.relative import dayword, rel_weekday, weekday

if TYPE_CHECKING:
    from datetime import date

    from maillint.language.dates.expression import Reading

_LAST = ("end", "close")
_THIRDS = {"start": (0, 3), "early": (0, 3), "middle": (1, 2), "late": (2, 3), "later": (2, 3)}  # fmt: skip
"""Where each may lie: nobody says where "early" ends, so that it may be any day of the period."""
_TENS = {"first10": (1, 10), "mid10": (11, 20), "last10": (21, 31)}
"""First and last day of the ten days that 上旬, 中旬 and 下旬 are."""


def edge(parts: Parts, today: date) -> Found | None:
    """End of the month, early next week, late this year."""
    unit, side = parts("unit")[0] if "unit" in parts else "month", _side(parts)
    if unit not in ("week", "month", "quarter", "year"):
        return None
    step = parts("rel") or 0
    if unit == "year" and step == 0 and side == "early":
        return None  # the sale starts early this year
    whole = calendar.period(unit, step, today)
    if side == "past":
        return Found("past", "edge", ((whole[0], min(whole[1], today)),) if whole and whole[0] <= today else ())
    found = _edge(side, unit, whole, step) if whole else None
    if found and found.readings and "rel" not in parts and found.readings[0][1] < today:
        after = calendar.period(unit, 1, today)  # on the 25th, "by the middle of the month" means the next one
        next_one = _edge(side, unit, after, 1) if after else None
        found.later = next_one.readings if next_one else ()
    return found


def _side(parts: Parts) -> Any:
    return parts("edge") or parts("later")


def later(_parts: Parts, _: date) -> Found | None:
    """I will send it later: no time at all."""
    return Found("indefinite", "later")


def unit_edge(parts: Parts, today: date) -> Found | None:
    """Month end, year-end."""
    unit, is_plural = parts("unit")
    if "year" in parts:  # year end 2026
        is_end = unit == "year" and parts("edge") in _LAST
        return day("exact", "edge", calendar.year(parts("year"))[1]) if is_end else None
    return edge(parts, today) if parts("edge") in ("end", "start") and unit != "week" and not is_plural else None


def _edge(side: str, unit: str, whole: Reading, step: int) -> Found | None:
    kind = "past" if step < 0 else "relative"
    if side in _LAST:
        found = day(kind, "edge", whole[0] + 4 * calendar.DAY if unit == "week" else whole[1])
    else:
        found = span(kind, "edge", "day" if side in _TENS else unit, _third(side, whole))
    if found:
        found.is_open = step == 0
        if unit == "year" and side not in _LAST and kind == "relative":
            found.kind, found.form = "indefinite", "weak"  # early next year
    return found


def _third(side: str, whole: Reading) -> Reading:
    if side in _TENS:
        first_day, last_day = _TENS[side]
        return whole[0].replace(day=first_day), whole[0].replace(day=min(last_day, whole[1].day))
    length = (whole[1] - whole[0]).days + 1
    first, last = _THIRDS[side]
    end = whole[0] + timedelta(days=length * last // 3 - 1)
    return whole[0] + timedelta(days=length * first // 3), whole[1] if last == 3 else end


def edge_month(parts: Parts, today: date) -> Found | None:
    """End of August has a last day; early March has none."""
    year = parts("year") or today.year + (parts("month") < today.month)
    side, whole = _side(parts), calendar.month(year, parts("month"))
    if side in _LAST:
        return _told(day("exact" if "year" in parts else "relative", "edge", whole[1]))
    if side == "past":
        return None
    return Found("indefinite", "strong", (_third(side, whole),), "month")


def _told(found: Found | None) -> Found | None:
    """End of October may be the one gone by."""
    if found and found.kind == "relative":
        found.is_open = True
    return found


def edge_quarter(parts: Parts, today: date) -> Found | None:
    """End of Q3."""
    year = parts("year") or today.year
    if parts("edge") not in _LAST:
        return None
    found = day("exact", "edge", calendar.quarter(year, parts("quarter"))[1])
    if found and "year" not in parts and found.readings[0][1] < today:
        after = calendar.quarter(year + 1, parts("quarter"))[1]
        found.later = ((after, after),)
    return found


def edge_year(parts: Parts, _: date) -> Found | None:
    """By the end of 2027; early 2027 is a part of a year."""
    side, whole = _side(parts), calendar.year(parts("year"))
    if side in _LAST:
        return day("exact", "edge", whole[1])
    return Found("range", "period", (_third(side, whole),), "year") if side in _THIRDS else None


def edge_weekday(parts: Parts, today: date) -> Found | None:
    """Early Friday, late tomorrow."""
    return rel_weekday(parts, today) if "rel" in parts else weekday(parts, today)


def closing(parts: Parts, today: date) -> Found | None:
    """EOD, COB Friday, EOW, end of month in jargon; 下班前 without a day is as often a rule of the house."""
    unit = parts("closing")
    if "weekday" in parts:
        return rel_weekday(parts, today) if "rel" in parts else weekday(parts, today)
    if "dayword" in parts:
        return dayword(parts, today)
    if unit == "business" and parts.is_han:
        return None
    if unit in ("day", "business"):
        return _today(today, is_business=unit == "business")
    whole = calendar.period(unit, 0, today)
    return _edge("end", unit, whole, 0) if whole else None


def _today(today: date, *, is_business: bool) -> Found | None:
    """The end of today; close of business on a day off is that of the next working day."""
    found = day("relative", "closing", calendar.add(today, 0, "workday") if is_business else today)
    if found and is_business:
        found.workdays = 0
    return found


def nth_week(parts: Parts, today: date) -> Found | None:
    """The first week of next month, the second week of March."""
    units = [unit for index in range(2) if (unit := parts("unit", index))]
    if units and units[0][0] == "day" and "month" in parts:
        return written(parts, today)
    if "weekof" not in parts and units.pop(0)[0] != "week":
        return None
    number = int(parts("ordinal") or parts("nth"))
    if "month" in parts:
        year = parts("year") or today.year + (parts("month") < today.month)
        week = _week(number, calendar.month(year, parts("month")))
        return Found("range", "period", (week,), "week") if "year" in parts else _some_week(week)
    whole = calendar.period(units[0][0], parts("rel"), today)
    if whole is None:
        return None
    return Found("past" if parts("rel") < 0 else "relative", "period", (_week(number, whole),), "week")


def _some_week(week: Reading) -> Found:
    """The first week of May names no day."""
    return Found("indefinite", "strong", (week,), "week")


def numbered_week(parts: Parts, today: date) -> Found | None:
    """Week 48, week 3 of 2027 (ISO 8601)."""
    if parts("unit") != ("week", False) or parts.is_han or parts("n") not in range(1, 54):
        return None
    if "rel" in parts and parts("unit", 1)[0] != "year":
        return None
    whole = calendar.year(parts("year") or today.year + (parts("rel") or 0))
    return Found("range", "period", (_week(int(parts("n")), whole),), "week")


def nth_of_year(parts: Parts, _: date) -> Found | None:
    """The first week of 2027, the third quarter of 2026."""
    unit, number = (parts("unit") or ("week",))[0], int(parts("ordinal") or parts("nth"))
    if parts.is_han or unit not in ("week", "month", "quarter") or not 1 <= number <= 53:
        return None
    whole = calendar.year(parts("year"))
    if unit == "week":
        return Found("range", "period", (_week(number, whole),), unit)
    length = 1 if unit == "month" else 3
    if number * length > 12:
        return None
    last = number * length
    reading = calendar.month(whole[0].year, last - length + 1)[0], calendar.month(whole[0].year, last)[1]
    return Found("range", "period", (reading,), unit)


def han_nth(parts: Parts, today: date) -> Found | None:
    """十月的第一周, 2027年的第三个月, 明年第二季度."""
    unit, number = parts("unit")[0], int(parts("ordinal"))
    month_number = parts("n")
    year = parts("year") or today.year + (parts("yearword") or 0)
    if "rel" in parts:
        whole = calendar.period("month", parts("rel"), today)
    elif month_number is None:
        whole = calendar.year(year)
    elif month_number in range(1, 13):
        whole = calendar.month(year + (month_number < today.month), int(month_number))
    else:
        return None
    if whole is None:
        return None
    months = {"month": (12, 1), "quarter": (4, 3)}
    if unit == "week":
        found = _week(number, whole)
    elif unit in months and month_number is None and 1 <= number <= months[unit][0]:
        last = months[unit][1] * number
        found = calendar.month(year, last - months[unit][1] + 1)[0], calendar.month(year, last)[1]
    else:
        return None
    is_told = unit == "week" and month_number is not None and not {"year", "yearword"} & parts.classes
    return _some_week(found) if is_told else Found("range", "period", (found,), unit)


def _week(number: int, whole: Reading) -> Reading:
    """The week of a period: weeks count from the first that has its Thursday inside (ISO 8601)."""
    first = calendar.monday(whole[0] + 3 * calendar.DAY) + timedelta(days=7 * (number - 1))
    return first, first + 6 * calendar.DAY


def han_month_edge(parts: Parts, today: date) -> Found | None:
    """月底, 下月初, 11月中旬, 明年1月底."""
    side = parts("medge")
    if "n" in parts or ("月" in parts and "rel" not in parts):
        return _han_named_edge(parts, side, today)
    unit, step = (parts("unit") or ("month",))[0], parts("rel") or 0
    if unit != "month":
        if side not in _TENS:
            return None  # 本季度月底结账
        side = "start"  # 下季度上旬: no ten days
    whole = calendar.period(unit, step, today)
    return _edge(side, unit, whole, step) if whole else None


def _han_named_edge(parts: Parts, side: str, today: date) -> Found | None:
    number = parts("n")
    if number is None or not 1 <= number <= 12:
        return None
    year = parts("year") or (today.year + parts("yearword") if "yearword" in parts else None)
    whole = calendar.month(year or today.year + (number < today.month), int(number))
    if (parts("yearword") or 0) < 0:
        return Found("past", "edge", (whole,), "month")
    if side in _LAST:
        return _told(day("exact" if year else "relative", "edge", whole[1]))
    return Found("indefinite", "strong", (_third(side, whole),), "month")


def han_year_edge(parts: Parts, today: date) -> Found | None:
    """年底, 明年初, 2026年底."""
    step, side = parts("yedge")
    step += parts("yearword") or 0
    whole = calendar.year(parts("year") or today.year + step)
    if step < 0:
        return Found("past", "edge", (whole,), "year")
    if side in _LAST:
        return day("exact" if "year" in parts else "relative", "edge", whole[1])
    return Found("indefinite", "strong", (_third(side, whole),), "year")


def han_quarter_edge(parts: Parts, today: date) -> Found | None:
    """季度末, 下季度初, 明年一季度末."""
    number = parts("n") or parts("ordinal")
    if number is not None:
        return _han_named_quarter(parts, number, today) if number in (1, 2, 3, 4) else None
    whole = calendar.period("quarter", parts("rel") or 0, today)
    return _edge(parts("qedge"), "quarter", whole, parts("rel") or 0) if whole else None


def _han_named_quarter(parts: Parts, number: int, today: date) -> Found | None:
    year = parts("year") or today.year + (parts("yearword") or 0)
    whole = calendar.quarter(year, int(number))
    if not {"year", "yearword"} & parts.classes and whole[1] < today:
        whole = calendar.quarter(year + 1, int(number))
    if parts("qedge") in _LAST:
        return day("exact", "edge", whole[1])
    return Found("indefinite", "strong", (_third(parts("qedge"), whole),), "quarter")


def han_week_edge(parts: Parts, today: date) -> Found | None:
    """下周初, 周中."""
    step = parts("rel") or 0
    whole = calendar.period("week", step, today)
    return _edge(parts("wedge"), "week", whole, step) if whole else None
