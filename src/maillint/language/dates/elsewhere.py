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
"""Dates looked at in one text."""
_MOST_LANGUAGES = 4
"""Languages dateparser is asked to try for one word; each costs it some fifty milliseconds when it is first tried."""
_MONTHS = {
    "de": "jan feb mär mrz apr mai jun jul aug sep okt nov dez",
    "fr": "jan fév fev mar avr mai jui aoû aou sep oct nov déc dec",
    "es": "ene feb mar abr may jun jul ago sep set oct nov dic",
    "it": "gen feb mar apr mag giu lug ago set ott nov dic",
    "pt": "jan fev mar abr mai jun jul ago set out nov dez",
    "nl": "jan feb maa mrt apr mei jun jul aug sep okt nov dec",
    "sv": "jan feb mar apr maj jun jul aug sep okt nov dec",
    "da": "jan feb mar apr maj jun jul aug sep okt nov dec",
    "nb": "jan feb mar apr mai jun jul aug sep okt nov des",
    "pl": "sty lut mar kwi maj cze lip sie wrz paź lis gru",
    "cs": "led úno bře dub kvě čer srp zář říj lis pro",
    "fi": "tam hel maa huh tou kes hei elo syy lok mar jou",
    "hu": "jan feb már ápr máj jún júl aug sze okt nov dec",
    "ro": "ian feb mar apr mai iun iul aug sep oct noi dec",
    "tr": "oca şub mar nis may haz tem ağu eyl eki kas ara",
    "ru": "янв фев мар апр мая май июн июл авг сен окт ноя дек",
    "uk": "січ лют бер кві тра чер лип сер вер жов лис гру",
    "el": "ιαν φεβ μαρ απρ μαΐ μαι ιου αυγ σεπ οκτ νοε δεκ",
    "id": "jan feb mar apr mei jun jul agu sep okt nov des",
}
"""How the names of months begin in the languages that are read."""


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
    languages = _languages(match["month"])
    if not languages:
        return None
    moment, locale = _parsed(f"{day} {match['month']} {year or 2024}", languages)
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


def _languages(month: str) -> tuple[str, ...]:
    """The languages in which a word may name a month."""
    stem = month[:3].lower()
    return tuple(language for language, stems in _MONTHS.items() if stem in stems.split())[:_MOST_LANGUAGES]


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
