"""A bare weekday behind a deadline: check it by 24 November, and we submit it on Thursday."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.language.dates import calendar, english
from maillint.language.dates.cues_en import DEADLINE
from maillint.language.dates.weekdays import OWN_DATE

if TYPE_CHECKING:
    from datetime import date

    from maillint.language.dates.found import Found
    from maillint.language.dates.sentences import Sentences

_BEFORE = ("前", "之前", "以前")
_LAST = ("截至", "截止", "最迟", "最遲", "最晚", "不迟于", "不遲於")
_REACH = 2
"""Weeks: who names a day further off means the weekday that comes next."""


def put_after(items: list[Found], sentences: Sentences, flat: str, today: date) -> None:
    """Read weekdays from the deadline before them on, in its sentence and the next; the coming day stays second."""
    for index, item in enumerate(items[1:], 1):
        if not _is_bare(item, flat):
            continue
        start = sentences.around(max(0, sentences.around(item.start).start - 1)).start
        limits = [one for one in items[:index] if one.start >= start and _is_limit(one, flat, today)]
        if limits:
            _reread(item, limits[-1].readings[0][1])


def _is_bare(item: Found, flat: str) -> bool:
    """Friday, 周五; not this Friday, 本周五."""
    is_weekday = item.form == "weekday" and item.kind in ("relative", "ambiguous") and item.is_open
    if not is_weekday or not item.readings or item.weekday is None:
        return False
    return flat[item.start] not in "本这這下" and not flat.startswith(("this ", "coming ", "next "), item.start)


def _is_limit(item: Found, flat: str, today: date) -> bool:
    if item.kind != "exact" or item.form not in OWN_DATE or not item.readings:
        return False
    day = item.readings[0][1]
    if not calendar.monday(today) < calendar.monday(day) or day > today + _REACH * calendar.WEEK:
        return False
    if item.is_han:
        return flat.startswith(_BEFORE, item.end) or flat.endswith(_LAST, 0, item.start)
    return english.lead_of(flat, item.start) in DEADLINE


def _reread(item: Found, limit: date) -> None:
    first = calendar.coming(limit - calendar.DAY, item.weekday or 0)
    others = tuple(reading for reading in item.readings if reading[0] < first)
    if others:
        item.kind, item.readings = "ambiguous", ((first, first), *others)
