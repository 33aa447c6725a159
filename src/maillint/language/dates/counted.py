"""Readers of lengths and of what is counted by them: three weeks, in two days, 3个工作日内, two weeks ago, 三年后."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.language.dates import calendar
from maillint.language.dates.found import Found, Parts, day, span, worked
from maillint.language.dates.relative import day_of_month

if TYPE_CHECKING:
    from datetime import date


def rel_count(parts: Parts, today: date) -> Found | None:
    """The next two weeks, 未来三天, the last 30 days."""
    unit, step = parts("unit")[0] if "unit" in parts else "year", parts("rel") if "rel" in parts else 1
    step = 1 if step == 0 and parts.is_loose else step
    if unit == "quarter":
        return _quarters(int(parts("n")), step, today)
    until = calendar.add(today, parts("n") * (-1 if step < 0 else 1), unit)
    if until is None or step == 0:
        return Found("duration", "offset")
    reading = (until, today) if step < 0 else (today, until)
    grain = "day" if unit == "hour" and parts("n") >= 12 else _grain(unit)
    found = span("past" if step < 0 else "relative", "offset", grain, reading)
    return worked(found, parts("n") if unit == "workday" and step > 0 else None)


def _quarters(number: int, step: int, today: date) -> Found | None:
    """The next two quarters are whole ones, after this one."""
    side = -1 if step < 0 else 1
    near, far = calendar.period("quarter", side, today), calendar.period("quarter", side * number, today)
    if near is None or far is None or step == 0:
        return None
    first, last = min(near, far), max(near, far)
    return span("past" if step < 0 else "relative", "period", "quarter", (first[0], last[1]))


def rel_some(parts: Parts, _: date) -> Found | None:
    """The next few weeks, 未来几天."""
    return Found("past" if (parts("rel") or 0) < 0 else "indefinite", "strong")


def count(parts: Parts, today: date) -> Found | None:
    """Three weeks, 两天: a length, unless "in" or "within" before it counts it from today."""
    unit, number = (parts("aunit")[0], 1) if "aunit" in parts else (parts("unit")[0], parts("n"))
    until = calendar.add(today, number, unit)
    grain = "day" if unit == "hour" and number >= 12 else _grain(unit)
    return Found("duration", "offset", ((until, until),) if until else (), grain, length=(number, unit))


def between(parts: Parts, today: date) -> Found | None:
    """Two to three weeks, 3-5个工作日内: a length, or a period that "within" or 内 counts from today."""
    unit, sense = parts("unit")[0], parts("suffix")
    if parts("n") >= parts("n", 1):
        return None  # forty-three
    near, far = (calendar.add(today, parts("n", index), unit) for index in (0, 1))
    if near is None or far is None or sense in ("before", "left"):
        return None
    if sense:
        return span("relative", "offset", _grain(unit), (today if sense == "within" else near, far))
    return Found("duration", "between", ((near, far),), _grain(unit))


def some(_parts: Parts, _: date) -> Found | None:
    """A few days: a length, unless "in" before it makes it a promise."""
    return Found("duration", "some")


def some_suffix(parts: Parts, _: date) -> Found | None:
    """三五天内, 几周后."""
    kinds = {"within": "indefinite", "after": "indefinite", "before": "past"}
    kind = kinds.get(parts("suffix"), "duration")
    return Found(kind, "strong" if kind == "indefinite" else "offset")


def count_ago(parts: Parts, today: date) -> Found | None:
    """Two weeks ago, 三天前."""
    unit, number = (parts("aunit")[0], 1) if "aunit" in parts else (parts("unit")[0], parts("n"))
    return day("past", "offset", calendar.add(today, -(number or 0), unit)) or Found("past", "offset")


def counts_ago(parts: Parts, today: date) -> Found | None:
    """Two weeks and three days ago."""
    first = calendar.add(today, -(parts("n") or 0), parts("unit")[0])
    return day("past", "offset", first and calendar.add(first, -(parts("n", 1) or 0), parts("unit", 1)[0]))


def some_ago(_parts: Parts, _: date) -> Found | None:
    """A few days ago."""
    return Found("past", "offset")


def some_hence(_parts: Parts, _: date) -> Found | None:
    """A few weeks from now."""
    return Found("indefinite", "weak")


def count_hence(parts: Parts, today: date) -> Found | None:
    """Two weeks from now."""
    unit, number = (parts("aunit")[0], 1) if "aunit" in parts else (parts("unit")[0], parts("n"))
    return worked(day("relative", "offset", calendar.add(today, number, unit)), number if unit == "workday" else None)


def count_suffix(parts: Parts, today: date) -> Found | None:
    """三天内, 两周后, 3个工作日内; 五天前 is past, and 3日前 is before the 3rd."""
    sense = parts("suffix")
    if "日" in parts and sense == "before":
        return day_of_month(parts, today)
    unit = parts("unit")[0] if "unit" in parts else "year" if "年" in parts or "年后" in parts else "day"
    if sense == "before":
        return count_ago(Parts({"unit": [(unit, False)], "n": [parts("n")]}, is_han=True), today)
    until = calendar.add(today, parts("n"), unit)
    if until is None or sense == "left":
        return Found("duration", "offset")
    reading = (until, until) if sense != "within" else (today, until)
    grain = "day" if unit == "hour" and parts("n") >= 12 else _grain(unit)
    return worked(span("relative", "offset", grain, reading), parts("n") if unit == "workday" else None)


def years_on(parts: Parts, today: date) -> Found | None:
    """三年后; 年后 alone is after New Year, without a date."""
    if "n" not in parts:
        return Found("indefinite", "strong")
    return day("relative", "offset", calendar.add(today, parts("n"), "year"))


def years_ago(parts: Parts, today: date) -> Found | None:
    """三年前; 年前 alone is before New Year, without a date."""
    if "n" not in parts:
        return Found("indefinite", "strong")
    return day("past", "offset", calendar.add(today, -parts("n"), "year"))


def _grain(unit: str) -> str:
    return "time" if unit in ("hour", "minute", "time") else "day"
