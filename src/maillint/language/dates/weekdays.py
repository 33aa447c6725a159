"""What stands around weekdays: the number of their day (Friday 27), and the week that a list of them shares."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from maillint.language.dates import calendar

if TYPE_CHECKING:
    from maillint.language.dates.found import Found

LIST = frozenset(("and", "&", "/", "or", "、", "和", "及", "与", "與", "或", "或者"))
PARENTHESES = frozenset(("(", "（", "[", "(on", "(the", "(by", "(until", "(from"))
_CLOSING = (")", "）", "]")
OWN_DATE = frozenset(("written", "figures", "iso"))
_HAN_WEEKDAYS = {character: min(number, 6) for number, character in enumerate("一二三四五六日天")}
_COMMAS = frozenset((",", "，", ", or", ", and"))
_TO = frozenset(("to", "-", "–", "—", "through", "thru", "until", "till"))
_AFTER_BARE = frozenset(
    ("at", "@", "and", "or", "between", "from", "to", "until", "if", "is", "works", "would", "please")
)


def spread_week(out: list[Found], flat: str) -> None:
    """Tuesday or Wednesday next week, 下周二、周四: the one week that is named is meant for all days of the list."""
    pairs = list(pairwise(out))
    for last, item in (pair for order in (pairs, pairs[::-1]) for pair in order):
        if flat[last.end : item.start].strip() in LIST | _COMMAS and _are_days(last, item):
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


def read_number(item: Found, flat: str) -> None:
    """Friday 27: a number that is the day of a Friday to come, and counts nothing; the Friday after next."""
    if item.weekday is None or not item.is_open:
        return
    if flat.startswith(" after next", item.end) and not flat[item.end + 11 : item.end + 13].strip(" .,;!?()"):
        _after_next(item)
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


def is_bare_range(last: Found, gap: str) -> bool:
    """Monday 18 to Friday 22 May, where May is far ahead: the gap is "18 to"."""
    digits, _, rest = gap.partition(" ")
    if last.weekday is None or not digits.isdecimal() or len(digits) > 2 or rest not in _TO:
        return False
    last.day_number = int(digits)
    return True


def take_month(last: Found, item: Found) -> None:
    """Monday 18 to Wednesday 20 May: the first day is in May too."""
    until = item.readings[0][1]
    first = calendar.make(until.year, until.month, last.day_number or last.readings[0][0].day)
    if first and first <= until:
        last.readings = ((first, first),)


def _after_next(item: Found) -> None:
    """The Friday after next, which some count from this week's."""
    first = item.readings[-1][0] + calendar.WEEK
    item.kind, item.readings = "ambiguous", ((first, first), (first + calendar.WEEK, first + calendar.WEEK))
    item.end = item.anchor = item.end + len(" after next")


def read_character(item: Found, flat: str) -> None:
    """11月27日（六）: the weekday as one character."""
    if (
        item.form in OWN_DATE
        and flat[item.end : item.end + 1] in ("(", "（")
        and flat[item.end + 2 : item.end + 3] in (")", "）")
    ):
        weekday = _HAN_WEEKDAYS.get(flat[item.end + 1])
        if weekday is not None:
            pair(item, weekday)
            item.end = item.anchor = item.end + 3


def pair(item: Found, weekday: int | None) -> None:
    """Note the weekday that is named beside the (last) day of an expression."""
    if weekday is not None and item.readings and item.kind != "ambiguous":
        item.pairs = (*item.pairs, (weekday, item.readings[0][1]))


def with_weekday(last: Found, item: Found, gap: str, flat: str) -> bool:
    """12月2日（下周三）; 20 August (Thursday); 10月12号，星期一; tomorrow (Friday); 27日（周五）."""
    if last.form in ("word", "ordinal") and last.kind == "relative":
        return _with_name(last, item, gap, flat)
    if last.form not in OWN_DATE or item.form not in ("weekday", "word") or item.kind not in ("relative", "ambiguous"):
        return False
    is_enclosed = gap in PARENTHESES
    if not is_enclosed and (gap not in ("", ",", "，") or item.form != "weekday" or (gap == "" and not item.is_han)):
        return False
    if not is_enclosed and _goes_on(last, item, flat):
        return False  # the next of a list: Monday (30 November), Tuesday 1 December
    last.end = item.end + closes(gap, flat, item.end)
    last.anchor = last.end
    if item.weekday is not None and last.kind == "ambiguous":
        settle(last, item.weekday)
    else:
        pair(last, item.weekday)
    last.time = last.time or item.time
    return True


def _goes_on(last: Found, item: Found, flat: str) -> bool:
    """Whether a weekday behind a comma is of the next day in a list."""
    is_other = bool(last.pairs) and last.pairs[-1][0] != item.weekday
    return is_other or (not item.is_han and flat[item.end + 1 : item.end + 2].isdecimal())


def _with_name(last: Found, item: Found, gap: str, flat: str) -> bool:
    """A day counted from today, or a bare day of the month, with its weekday behind it."""
    first, until = last.readings[0]
    is_beside = gap in PARENTHESES or (gap == "" and last.is_han and item.is_han)
    is_beside |= gap in (",", "，") and first.weekday() == item.weekday
    if not is_beside or item.form != "weekday" or item.weekday is None or not item.is_open or first != until:
        return False
    if last.form == "ordinal":
        months = (calendar.add_months(first, step) for step in range(3))
        day = next((day for day in months if (day.weekday(), day.day) == (item.weekday, first.day)), first)
        last.readings, last.kind, last.form = ((day, day),), "exact", "written"
    pair(last, item.weekday)
    closing = closes(gap, flat, item.end)
    last.end = item.end + closing
    last.anchor = item.end if last.form == "word" else last.end
    last.time = last.time or item.time
    return True


def closes(gap: str, flat: str, end: int) -> int:
    return int(gap[:1] in ("(", "（", "[") and flat[end : end + 1] in _CLOSING)


def settle(item: Found, weekday: int) -> None:
    """A weekday beside 03/04/2026 says which of the two days is meant."""
    fitting = tuple(reading for reading in item.readings if reading[0].weekday() == weekday)
    if len(fitting) == 1:
        item.kind, item.readings = "exact", fitting
