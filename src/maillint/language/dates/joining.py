"""Neighbours that make one expression: a weekday and its date, a day and its clock time, the two ends of a range."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from maillint.language.dates import calendar

if TYPE_CHECKING:
    from collections.abc import Iterable

    from maillint.language.dates.expression import Reading
    from maillint.language.dates.found import Found

_CLOCK_GAPS = frozenset(
    ("", ",", "，", "at", ", at", "@", "from", "by", "around", "before", "after", "between", "、", "的", "at around")
)
_DAY_GAPS = frozenset(("", "on", ",", "of"))
_PARENTHESES = frozenset(("(", "（", "[", "(on", "(the", "(by", "(until", "(from"))
_BESIDE = _PARENTHESES | {"", ",", "，", ", the", "the", "-", "–", "i.e.", "的", ", i.e.", ":"}
_RANGE = frozenset(
    ("-", "–", "—", "to", "through", "thru", "until", "till", "至", "到", "~", "～", "－", "——", "up to")
)
_LIST = frozenset(("and", "&", "/", "or", "、", "和", "及", "与", "與", "或", "或者"))
_SOMETIME_GAPS = frozenset(
    ("after", "before", "after the", "", "in", "on", "during", "around", "in the", "the", "over", "over the", "during the")
)
_CLOSING = (")", "）", "]")
_AFTER_BARE = frozenset(("at", "@", "and", "or", "between", "from", "to", "until", "if", "is", "works", "would", "please"))
_LATE = ("下午", "晚", "傍晚", "afternoon", "evening", "night")
_FIXED = frozenset(("exact", "range"))
_OWN_DATE = frozenset(("written", "figures", "iso"))
_COUNTED = frozenset(("weekday", "word", "period", "edge", "ordinal", "closing", "offset", "holiday"))
_HAN_WEEKDAYS = {character: min(number, 6) for number, character in enumerate("一二三四五六日天")}


def join(items: Iterable[Found], flat: str) -> list[Found]:
    """Join what belongs together, from left to right."""
    out: list[Found] = []
    for item in items:
        _with_han_weekday(item, flat)
        _with_bare_day(item, flat)
        joined = _joined(out, item, flat)
        if not joined:
            out.append(item)
    _spread_week(out, flat)
    _colour_vague(out, flat)
    return [item for item in out if item.kind != "helper"]


def _spread_week(out: list[Found], flat: str) -> None:
    """Tuesday or Wednesday next week, 下周二、周四: the one week that is named is meant for all days of the list."""
    pairs = list(pairwise(out))
    for last, item in (pair for order in (pairs, pairs[::-1]) for pair in order):
        if flat[last.end : item.start].strip() in _LIST | {",", "，", ", or", ", and"} and _are_days(last, item):
            named, bare = (last, item) if item.is_han else (item, last)
            if not named.is_open and bare.is_open and named.kind in ("relative", "ambiguous"):
                monday = calendar.monday(named.readings[0][0])
                found = monday + (bare.weekday or 0) * calendar.DAY
                bare.readings, bare.kind, bare.is_open = ((found, found),), "relative", False


def _are_days(last: Found, item: Found) -> bool:
    return (
        last.form == item.form == "weekday"
        and last.is_han == item.is_han
        and last.weekday is not None
        and item.weekday is not None
    )


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


def _with_han_weekday(item: Found, flat: str) -> None:
    """11月27日（六）: the weekday as one character."""
    if (
        item.form in _OWN_DATE
        and flat[item.end : item.end + 1] in ("(", "（")
        and flat[item.end + 2 : item.end + 3] in (")", "）")
    ):
        weekday = _HAN_WEEKDAYS.get(flat[item.end + 1])
        if weekday is not None:
            _pair(item, weekday)
            item.end = item.anchor = item.end + 3


def _with_bare_day(item: Found, flat: str) -> None:
    """Friday 27: a number that is the day of a Friday to come, and counts nothing."""
    if item.form != "weekday" or item.is_han or item.weekday is None or not item.is_open:
        return
    after = flat[item.end : item.end + 3]
    digits = after[1:] if after[1:].isdecimal() else after[1:2]
    end = item.end + 1 + len(digits)
    if after[:1] != " " or not digits.isdecimal() or not _ends_day(flat, end):
        return
    months = (calendar.add_months(item.readings[0][0].replace(day=1), step) for step in range(3))
    days = (calendar.make(month.year, month.month, int(digits)) for month in months)
    earliest = item.readings[0][0] - 2 * calendar.WEEK
    day = next((day for day in days if day and day.weekday() == item.weekday and day >= earliest), None)
    if day:
        item.kind, item.form, item.readings, item.end, item.anchor = "exact", "written", ((day, day),), end, end
        item.is_open, item.is_bare, item.weekday = False, True, None


def _ends_day(flat: str, end: int) -> bool:
    """Whether a bare number that ends there is a day: nothing that it could count, or a month, follows."""
    after = flat[end : end + 12]
    if after[:1] == " ":
        return after[1:].partition(" ")[0].rstrip(",.") in _AFTER_BARE
    return not after.strip() or (after[0] in ",.;!?)\n" and not after[1:2].isdecimal())


def _pair(item: Found, weekday: int | None) -> None:
    """Note the weekday that is named beside the (last) day of an expression."""
    if weekday is not None and item.readings and item.kind != "ambiguous":
        item.pairs = (*item.pairs, (weekday, item.readings[0][1]))


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
        or _with_weekday(last, item, gap, flat)
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
    if last.anchor < last.end and last.is_han and last.form in _OWN_DATE:
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
    if item.form not in _OWN_DATE and not _names_period(last, item, gap):
        return False
    if last.kind in ("past", "habitual") and gap not in _PARENTHESES:
        return False
    item.start, item.time = last.start, last.time or item.time
    if item.kind == "ambiguous" and last.weekday is not None:
        _settle(item, last.weekday)
    elif item.kind == "exact":
        _pair(item, last.weekday)
    item.end += _closes(gap, flat, item.end)
    item.anchor = item.end
    out.pop()
    while out and out[-1].form == "weekday" and flat[out[-1].end : item.start].strip() in _LIST:
        item.start, item.pairs = out.pop().start, ()
    if not _joined(out, item, flat):
        out.append(item)
    return True


def _names_period(last: Found, item: Found, gap: str) -> bool:
    """Next month (December 2026), next quarter (Q1 2027)."""
    return item.form in ("month", "quarter") and gap in _PARENTHESES and last.grain in ("month", "quarter")


def _with_day_of_month(last: Found, item: Found, gap: str, flat: str) -> bool:
    """明天（26日）, Friday (the 27th): the bare day of the month agrees with the word."""
    if item.form != "ordinal" or gap not in _PARENTHESES or last.kind not in ("relative", "ambiguous"):
        return False
    fitting = tuple(reading for reading in last.readings if reading[0].day == item.readings[0][0].day)
    if len(fitting) != 1:
        return False
    last.kind, last.form, last.readings = "exact", "written", fitting
    last.end = last.anchor = item.end + _closes(gap, flat, item.end)
    return True


def _settle(item: Found, weekday: int) -> None:
    """A weekday beside 03/04/2026 says which of the two days is meant."""
    fitting = tuple(reading for reading in item.readings if reading[0].weekday() == weekday)
    if len(fitting) == 1:
        item.kind, item.readings = "exact", fitting


def _closes(gap: str, flat: str, end: int) -> int:
    return int(gap[:1] in ("(", "（", "[") and flat[end : end + 1] in _CLOSING)


def _with_weekday(last: Found, item: Found, gap: str, flat: str) -> bool:
    """12月2日（下周三）; 20 August (Thursday); 10月12号，星期一; tomorrow (Friday); 27日（周五）."""
    if last.form in ("word", "ordinal") and last.kind == "relative":
        return _with_name(last, item, gap, flat)
    if last.form not in _OWN_DATE or item.form not in ("weekday", "word") or item.kind not in ("relative", "ambiguous"):
        return False
    is_enclosed = gap in _PARENTHESES
    if not is_enclosed and (gap not in ("", ",", "，") or item.form != "weekday" or (gap == "" and not item.is_han)):
        return False
    if not is_enclosed and (last.pairs or (not item.is_han and flat[item.end + 1 : item.end + 2].isdecimal())):
        return False  # the next of a list: Monday (30 November), Tuesday 1 December
    last.end = item.end + _closes(gap, flat, item.end)
    last.anchor = last.end
    if item.weekday is not None and last.kind == "ambiguous":
        _settle(last, item.weekday)
    else:
        _pair(last, item.weekday)
    last.time = last.time or item.time
    return True


def _with_name(last: Found, item: Found, gap: str, flat: str) -> bool:
    """A day counted from today, or a bare day of the month, with its weekday behind it."""
    first, until = last.readings[0]
    is_beside = gap in _PARENTHESES or (gap == "" and last.is_han and item.is_han)
    is_beside |= gap in (",", "，") and first.weekday() == item.weekday
    if not is_beside or item.form != "weekday" or item.weekday is None or not item.is_open or first != until:
        return False
    if last.form == "ordinal":
        months = (calendar.add_months(first, step) for step in range(3))
        day = next((day for day in months if (day.weekday(), day.day) == (item.weekday, first.day)), first)
        last.readings, last.kind, last.form = ((day, day),), "exact", "written"
    _pair(last, item.weekday)
    closing = _closes(gap, flat, item.end)
    last.end = item.end + closing
    last.anchor = item.end if last.form == "word" else last.end
    last.time = last.time or item.time
    return True


def _end_in_month(last: Found, item: Found) -> None:
    """11月25日（周三）至26日: the second day takes the month of the first."""
    first = last.readings[0][0]
    day = item.readings[0][0].day
    until = calendar.make(first.year, first.month, day) or first
    last.kind, last.readings, last.end = "range", ((first, max(first, until)),), item.end
    last.anchor = last.end


def _range(last: Found, item: Found, gap: str, flat: str) -> bool:
    if last.form == "weekday" and item.form == "written" and item.pairs and not last.is_han and _is_bare_range(last, gap):
        _take_month(last, item)
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
            _take_month(last, item)
        last.kind, last.pairs = "range", last.pairs + item.pairs
    else:
        return False
    last.readings = (_ordered(last, item, flat),)
    last.end = last.anchor = item.end
    return True


def _is_bare_range(last: Found, gap: str) -> bool:
    """Monday 18 to Friday 22 May, where May is far ahead: the gap is "18 to"."""
    digits, _, rest = gap.partition(" ")
    if last.weekday is None or not digits.isdecimal() or len(digits) > 2 or rest not in _RANGE:
        return False
    last.day_number = int(digits)
    return True


def _take_month(last: Found, item: Found) -> None:
    """Monday 18 to Wednesday 20 May: the first day is in May too."""
    until = item.readings[0][1]
    first = calendar.make(until.year, until.month, last.day_number or last.readings[0][0].day)
    if first and first <= until:
        last.readings = ((first, first),)


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
