"""Neighbours that make one expression: a weekday and its date, a day and its clock time, the two ends of a range."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from maillint.language.dates import calendar, weekdays

if TYPE_CHECKING:
    from collections.abc import Iterable

    from maillint.language.dates.expression import Reading
    from maillint.language.dates.found import Found

_CLOCK_GAPS = frozenset(
    ("", ",", "，", "at", ", at", "@", "from", "by", "around", "before", "after", "between", "、", "的", "at around")
)
_DAY_GAPS = frozenset(("", "on", ",", "of"))
_BESIDE = weekdays.PARENTHESES | {"", ",", "，", ", the", "the", "-", "–", "i.e.", "的", ", i.e.", ":"}
_RANGE = frozenset(
    ("-", "–", "—", "to", "through", "thru", "until", "till", "至", "到", "~", "～", "－", "——", "up to")
)
_SOMETIME_GAPS = frozenset(
    (
        "after",
        "before",
        "after the",
        "",
        "in",
        "on",
        "during",
        "around",
        "in the",
        "the",
        "over",
        "over the",
        "during the",
    )
)
_MAY_BE_LOOSE = ("period", "edge", "offset")
_LATE = ("下午", "晚", "傍晚", "afternoon", "evening", "night")
_FIXED = frozenset(("exact", "range"))
_COUNTED = frozenset(("weekday", "word", "period", "edge", "ordinal", "closing", "offset", "holiday"))


def join(items: Iterable[Found], flat: str) -> list[Found]:
    """Join what belongs together, from left to right."""
    out: list[Found] = []
    for item in items:
        weekdays.read_character(item, flat)
        if item.form == "weekday" and not item.is_han:
            weekdays.read_number(item, flat)
        joined = _joined(out, item, flat)
        if not joined:
            out.append(item)
    if sum(item.form == "weekday" for item in out) > 1:
        weekdays.spread_week(out, flat)
    _colour_vague(out, flat)
    kept = [item for item in out if item.kind != "helper"]
    if not any(item.form in _MAY_BE_LOOSE for item in kept):
        return kept
    from maillint.language.dates.loosening import loosened  # loaded when a message needs it

    return loosened(kept, flat)


def _colour_vague(out: list[Found], flat: str) -> None:
    """Sometime next week is no date; sometime on Friday 5 June is."""
    for index, item in enumerate(out):
        if item.form != "sometime":
            continue
        following = out[index + 1] if index + 1 < len(out) else None
        gap = " ".join(flat[item.end : following.start].split()) if following else ""
        if following and gap in _SOMETIME_GAPS and following.kind not in ("past", "exact"):
            following.kind, following.form, following.start = "indefinite", "strong", item.start
        elif flat.startswith(("at some", "sometime"), item.start):
            item.kind, item.form = "indefinite", "strong" if flat.startswith("at", item.start) else "weak"


def _joined(out: list[Found], item: Found, flat: str) -> bool:
    if not out or item.start - out[-1].end > 12:
        return False
    last = out[-1]
    gap = " ".join(flat[last.end : item.start].split())
    if last.kind == "helper":
        if not _colour(out, item, gap):
            return False
        if not _joined(out, item, flat):
            out.append(item)
        return True
    return (
        _with_length(out, last, item, gap)
        or _with_counted(out, last, item, gap)
        or _with_day_of_month(last, item, gap, flat)
        or _with_clock(last, item, gap, flat)
        or _with_day(out, last, item, gap)
        or _with_date(out, last, item, gap, flat)
        or weekdays.with_weekday(last, item, gap, flat)
        or _range(last, item, gap, flat)
    )


def _colour(out: list[Found], item: Found, gap: str) -> bool:
    """Let "week of" change what follows it, and take its place."""
    last = out[-1]
    if last.form != "weekof" or gap not in ("", "the", "of", "on", "of the", "on the"):
        return False
    if item.readings:
        first = calendar.monday(item.readings[0][0])
        item.readings, item.grain = ((first, first + 6 * calendar.DAY),), "week"
        item.kind = "range" if item.kind in _FIXED else item.kind
    item.start = last.start
    out.pop()
    return True


def _with_length(out: list[Found], last: Found, item: Found, gap: str) -> bool:
    """Three weeks after Easter, two days before 5 May: counted from the day that follows."""
    if last.length is None or gap not in ("from", "after", "before") or not item.readings or item.grain != "day":
        return False
    count, unit = last.length
    days = [calendar.add(first, -count if gap == "before" else count, unit) for first, _ in item.readings]
    item.readings, item.pairs, item.weekday = tuple((found, found) for found in days if found), (), None
    item.kind = "exact" if item.kind == "holiday" else item.kind
    item.form, item.start = "offset", last.start
    out[-1] = item
    return True


def _with_counted(out: list[Found], last: Found, item: Found, gap: str) -> bool:
    """Monday two weeks from now: the Monday of that week."""
    if last.weekday is None or last.grain != "day" or gap not in ("", ",") or last.form != "weekday":
        return False
    if (item.kind, item.form) not in (("relative", "offset"), ("exact", "offset")) or len(item.readings) != 1:
        return False
    found = calendar.monday(item.readings[0][0]) + last.weekday * calendar.DAY
    item.readings, item.start = ((found, found),), last.start
    out[-1] = item
    return True


def _with_clock(last: Found, item: Found, gap: str, flat: str) -> bool:
    if (
        item.form != "clock"
        or last.form == "clock"
        or last.kind in ("indefinite", "duration")
        or gap not in _CLOCK_GAPS
    ):
        return False
    if item.time and item.time.hour < 12 and any(word in flat[last.start : last.end] for word in _LATE):
        item.time = item.time.replace(hour=item.time.hour + 12)
    last.time, last.end = item.time, item.end
    if last.anchor < last.end and last.is_han and last.form in weekdays.OWN_DATE:
        last.anchor = last.end
    return True


def _with_day(out: list[Found], last: Found, item: Found, gap: str) -> bool:
    if last.form != "clock" or item.form in ("clock", "offset", "some") or item.kind in ("indefinite", "duration"):
        return False
    if gap not in _DAY_GAPS:
        return False
    item.time, item.start = last.time, last.start
    out[-1] = item
    return True


def _with_date(out: list[Found], last: Found, item: Found, gap: str, flat: str) -> bool:
    """Next Wednesday (2 December 2026); Thursday 20 August; 下周三12月2日."""
    if gap not in _BESIDE or item.kind not in _FIXED | {"ambiguous"} or last.form not in _COUNTED:
        return False
    if item.form not in weekdays.OWN_DATE and not _names_period(last, item, gap):
        return False
    if last.kind in ("past", "habitual") and gap not in weekdays.PARENTHESES:
        return False
    item.start, item.time = last.start, last.time or item.time
    if item.kind == "ambiguous" and last.weekday is not None:
        weekdays.settle(item, last.weekday)
    elif item.kind == "exact":
        weekdays.pair(item, last.weekday)
    item.end += weekdays.closes(gap, flat, item.end)
    item.anchor = item.end
    out.pop()
    while out and out[-1].form == "weekday" and flat[out[-1].end : item.start].strip() in weekdays.LIST:
        item.start, item.pairs = out.pop().start, ()
    if not _joined(out, item, flat):
        out.append(item)
    return True


def _names_period(last: Found, item: Found, gap: str) -> bool:
    """Next month (December 2026), next quarter (Q1 2027)."""
    return item.form in ("month", "quarter") and gap in weekdays.PARENTHESES and last.grain in ("month", "quarter")


def _with_day_of_month(last: Found, item: Found, gap: str, flat: str) -> bool:
    """明天（26日）, Friday (the 27th): the bare day of the month agrees with the word."""
    if item.form != "ordinal" or gap not in weekdays.PARENTHESES or last.kind not in ("relative", "ambiguous"):
        return False
    fitting = tuple(reading for reading in last.readings if reading[0].day == item.readings[0][0].day)
    if len(fitting) != 1:
        return False
    last.kind, last.form, last.readings = "exact", "written", fitting
    last.end = last.anchor = item.end + weekdays.closes(gap, flat, item.end)
    return True


def _end_in_month(last: Found, item: Found) -> None:
    """11月25日（周三）至26日: the second day takes the month of the first."""
    first = last.readings[0][0]
    day = item.readings[0][0].day
    until = calendar.make(first.year, first.month, day) or first
    last.kind, last.readings, last.end = "range", ((first, max(first, until)),), item.end
    last.anchor = last.end


def _range(last: Found, item: Found, gap: str, flat: str) -> bool:
    if (
        last.form == "weekday"
        and item.form == "written"
        and item.pairs
        and not last.is_han
        and weekdays.is_bare_range(last, gap)
    ):
        weekdays.take_month(last, item)
        last.kind = "exact"
        gap = gap.partition(" ")[2]
    if gap not in _RANGE:
        return False
    if last.form == "clock" and item.form == "clock":
        last.end = last.anchor = item.end
        return True
    if not last.readings or not item.readings or "clock" in (last.form, item.form):
        return False
    if last.form == "written" and item.form == "ordinal" and last.kind in _FIXED:
        _end_in_month(last, item)
        return True
    if last.form == item.form == "weekday":
        is_open = {last.kind, item.kind} <= {"relative", "ambiguous"}
        is_working_week = last.weekday == 0 and item.weekday in (4, 5, 6) and last.is_open
        last.kind = "habitual" if is_working_week or not is_open else "relative"
        last.weekday = None
    elif last.kind in _FIXED and item.kind in _FIXED:
        if last.is_bare:
            weekdays.take_month(last, item)
        last.kind, last.pairs = "range", last.pairs + item.pairs
    else:
        return False
    last.readings = (_ordered(last, item, flat),)
    last.end = last.anchor = item.end
    return True


def _ordered(last: Found, item: Found, flat: str) -> Reading:
    """First and last day of a range; an end that does not name its year takes that of the other end."""
    first, until = last.readings[0][0], item.readings[0][1]
    if item.form == "weekday":
        return first, until if until >= first else first + timedelta(days=(until.weekday() - first.weekday()) % 7)
    if str(first.year) in flat[last.start : last.end]:
        if str(until.year) not in flat[item.start : item.end] and until.year != first.year:
            same = calendar.add_months(until, 12 * (first.year - until.year))
            until = same if same >= first else calendar.add_months(same, 12)
    elif str(until.year) in flat[item.start : item.end] or first > until:
        same = calendar.add_months(first, 12 * (until.year - first.year))
        first = same if same <= until else calendar.add_months(same, -12)
    return first, until
