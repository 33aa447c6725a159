"""Readers of days counted within a month: the second Tuesday of next month, the last day of March, 12月最后一个周五."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from maillint.language.dates import calendar
from maillint.language.dates.found import Found, Parts, han_year, span

if TYPE_CHECKING:
    from datetime import date

    from maillint.language.dates.expression import Reading

_SATURDAY = 5


def nth_weekday(parts: Parts, today: date) -> Found | None:
    """The second Tuesday of next month, 12月的第一个周一; "of the month" may be a habit."""
    whole = _whole(parts, today, 0)
    if whole is None:
        return None
    first, last = whole
    number = parts("ordinal") or parts("nth")
    found = first + timedelta(days=(_weekday(parts) - first.weekday()) % 7 + 7 * (number - 1))
    return _one(parts, found) if number <= 5 and found <= last else None


def _weekday(parts: Parts) -> int:
    return _SATURDAY if "weekend" in parts else int(parts("weekday"))


def last(parts: Parts, today: date) -> Found | None:
    """The last Friday of the month, the last day of November, the last week of December, 本月最后一天."""
    if "final" not in parts and (parts("rel") != -1 or parts.is_loose):
        return None
    whole = _whole(parts, today, 1)
    if whole is None:
        return None
    end = whole[1]
    if _has_day(parts):
        return _one(parts, end - timedelta(days=(end.weekday() - _weekday(parts)) % 7))
    named = (parts("unit", 1) if "final" in parts else None) or parts("unit")
    unit = "week" if "weekof" in parts else named[0]
    if unit == "week":
        return _last_week(parts, end)
    before = {"day": 0, "workday": max(0, end.weekday() - 4)}.get(unit)
    return None if before is None else _one(parts, end - before * calendar.DAY)


def _last_week(parts: Parts, end: date) -> Found | None:
    """The week that holds the last Thursday of a month (ISO 8601); of a month without a year it names no day."""
    monday = calendar.monday(end - 3 * calendar.DAY)
    is_vague = _is_named(parts) and not {"year", "yearword"} & parts.classes
    kind, form = ("indefinite", "strong") if is_vague else ("range" if _is_named(parts) else "relative", "period")
    return span(kind, form, "week", (monday, monday + 6 * calendar.DAY))


def _one(parts: Parts, found: date) -> Found | None:
    until = found + calendar.DAY if "weekend" in parts else found
    if _is_named(parts):
        return span("range" if "weekend" in parts else "exact", "offset", "day", (found, until))
    is_told = "rel" in parts and (
        parts.is_han or parts("rel", 1) is not None or not {"ordinal", "nth"}.isdisjoint(parts.classes)
    )
    return span("relative", "edge" if is_told else "nth", "day", (found, until))


def _is_named(parts: Parts) -> bool:
    return "month" in parts or "n" in parts or "year" in parts


def _whole(parts: Parts, today: date, index: int) -> Reading | None:
    """The month (quarter, year) it is in; ``index`` counts the steps that stand before it."""
    if "month" in parts:
        return calendar.month(parts("year") or today.year + (parts("month") < today.month), parts("month"))
    if parts.is_han:
        return _han_whole(parts, today)
    units = [unit for place in range(2) if (unit := parts("unit", place))]
    unit, is_plural = units[-1]
    if is_plural or unit not in ("month", "quarter", "year") or (index and not _is_told(parts) and len(units) < 2):
        return None
    step = parts("rel", index) or 0
    return calendar.period(unit, step, today) if step >= 0 else None


def _is_told(parts: Parts) -> bool:
    """Whether something else than a unit is the last one that is counted."""
    return _has_day(parts) or "weekof" in parts


def _has_day(parts: Parts) -> bool:
    return "weekday" in parts or "weekend" in parts


def _han_whole(parts: Parts, today: date) -> Reading | None:
    number = parts("n", 1 if "年" in parts and "year" not in parts else 0)
    if "月" in parts and number is not None:
        if number not in range(1, 13):
            return None
        return calendar.month(han_year(parts, today) or today.year + (number < today.month), int(number))
    if "rel" in parts:
        unit = "month" if "月" in parts else parts("unit")[0]
        return calendar.period(unit, parts("rel"), today) if parts("rel") >= 0 and unit != "week" else None
    chosen = han_year(parts, today)
    return calendar.year(chosen) if chosen else None
