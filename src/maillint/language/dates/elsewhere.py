"""Written dates in languages other than English and Chinese: a neutral pattern finds them, dateparser resolves them."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from maillint.language.dates import calendar
from maillint.language.dates.expression import Expression

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date, datetime

MOST = 20
"""Dates looked at in one text: the first costs dateparser a tenth of a second."""
_LANGUAGES = (
    "de", "fr", "es", "it", "pt", "nl", "sv", "da", "nb", "fi", "pl", "cs", "sk", "hu", "ro", "tr", "ru", "uk", "el",
    "ja", "ko", "vi", "id",
)  # fmt: skip


@cache
def _pattern() -> re.Pattern[str]:
    word = r"[^\W\d_]"
    weekday, day = rf"(?:(?P<weekday>{word}{{2,12}})\.?,?\s{{1,3}})?", r"(?<![\d.,/-])(?P<day>\d{1,2})(?:\.|er|º|°)?"
    month, year = rf"(?P<month>{word}{{3,12}})(?!{word})", r"(?:\.?\s{1,2}(?:de\s)?(?P<year>\d{4})(?!\d))?"
    return re.compile(weekday + day + r"\s{1,2}(?:de\s|d['’])?" + month + year)


def find(text: str, start: int, end: int, reference: datetime) -> Iterator[Expression]:
    """Every day written as number, month and perhaps year (Mittwoch, 12. März 2027) in ``text[start:end]``.

    Args:
        text: the whole text.
        start: where to begin, in code points.
        end: where to stop.
        reference: the moment of sending; a date without a year is the coming one.
    """
    left = MOST
    for match in _pattern().finditer(text, start, end):
        left -= 1
        if left < 0:
            return
        if found := _resolved(match, reference):
            yield found


def merged(own: Sequence[Expression], text: str, start: int, end: int, reference: datetime) -> list[Expression]:
    """What stands in a paragraph of another language: dates in figures, and the written ones found here."""
    written = list(find(text, start, end, reference))
    figures = [one for one in own if one.form in ("iso", "figures", "clock")]
    kept = [one for one in figures if not any(one.start < other.end and other.start < one.end for other in written)]
    return sorted(kept + written, key=lambda one: one.start)


def _resolved(match: re.Match[str], reference: datetime) -> Expression | None:
    day, year = int(match["day"]), match["year"]
    moment, locale = _parsed(f"{day} {match['month']} {year or 2024}", _LANGUAGES)
    if moment is None or moment.day != day:
        return None
    month = moment.month
    found = calendar.make(int(year), month, day) if year else calendar.nearest_year(month, day, reference.date())
    if found is None:
        return None
    weekday = _weekday(match["weekday"], locale) if match["weekday"] else None
    start = match.start() if weekday is not None else match.start("day")
    pairs = ((weekday, found),) if weekday is not None else ()
    words = match.string[start : match.end()]
    return Expression(start, match.end(), words, "exact", ((found, found),), "written", pairs=pairs, anchor=match.end())


def _weekday(word: str, locale: str) -> int | None:
    """Which weekday a word names in a language; None when it names none."""
    days = {_parsed(word, (locale,), base)[0] for base in (0, 1)}
    named = {moment.weekday() for moment in days if moment is not None}
    return named.pop() if len(days) == 2 and len(named) == 1 else None


@cache
def _parser(languages: tuple[str, ...], week: int) -> Any:
    from datetime import datetime

    from dateparser.date import DateDataParser

    base = datetime(2024, 1, 3 + 7 * week)  # noqa: DTZ001 - dateparser wants it naive
    return DateDataParser(languages=list(languages), settings={"RELATIVE_BASE": base, "PREFER_DATES_FROM": "future"})


def _parsed(words: str, languages: tuple[str, ...], week: int = 0) -> tuple[date | None, str]:
    data = _parser(languages, week).get_date_data(words)
    return (data.date_obj.date() if data.date_obj else None), data.locale or ""
