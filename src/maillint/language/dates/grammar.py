"""The grammar of both languages: rows of word classes, each with the reader of what it means.

A row is classes in order, ``|`` between choices, ``?`` behind what may be missing. Between two words nothing, space or
a small filler may stand; the fillers that matter have names of their own: ``,`` ``-`` (also "to", 至) and ``&`` (also
"or", 和).
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any, TypeAlias

from maillint import cache as store
from maillint.language.dates import tables
from maillint.language.dates.found import Parts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from maillint.language.dates.found import Found
    from maillint.language.dates.numbers import Token

    Reader: TypeAlias = Callable[[Parts, date], Found | None]

_ROWS: tuple[tuple[str, str], ...] = (
    ("absolute.iso", "date"),
    ("absolute.figures", "rel? figures"),
    (
        "absolute.written",
        (
            "month n ,? year?; month nth|ordinal ,? year?; month , nth|ordinal; n month ,? year?; month /|- n; "
            "n / month / year; year / month / n; year - month - n; "
            "rel? nth|ordinal month ,? year?; n - month - year; n - month - n; month - n - year; n - month; "
            "edge month n|nth ,? year?; n - year - month; month - year - n; month ordinal|nth ,? millennium n? n?"
        ),
    ),
    (
        "absolute.days",
        (
            "month n - n ,? year?; n - n month ,? year?; month nth - nth ,? year?; nth - nth month ,? year?; "
            "month n & n ,? year?; n & n month ,? year?; n , n & n month ,? year?; month n , n & n ,? year?; "
            "nth|ordinal & nth|ordinal month ,? year?; "
            "month nth & nth ,? year?"
        ),
    ),
    ("absolute.short_year", "month ' n; n|nth month ' n; month n|nth ' n"),
    ("absolute.month", "month ,? year; month; month ,? millennium n? n?"),
    ("absolute.year", "year; millennium n? n?"),
    ("absolute.year_month", "yearmonth"),
    ("absolute.quarter", "quarter ,? year?; year -? quarter; yearword quarter"),
    (
        "absolute_han.han_day",
        (
            "year 年 n 月 n 日; year 年 n 月 n 号?; n 年 n 月 n 日; n 年 n 月 n 号; roc n 年 n 月 n 日; "
            "yearword n 月 n 日; yearword n 月 n 号; n 月 n 日; n 月 n 号"
        ),
    ),
    (
        "absolute_han.han_days",
        ("year 年 n 月 n 日? - n 日; n 月 n 日? - n 日; n 月 n 号? - n 号; n 月 n 日 & n 日; n 月 n & n 日"),
    ),
    ("absolute_han.han_month", "year 年 n 月; n 年 n 月; yearword n 月; n 月; roc n 年 n 月"),
    ("absolute_han.han_written_year", "year 年|年前|年后; roc n 年"),
    ("absolute_han.month_day", "monthday"),
    ("absolute_han.years", "year - year 年?"),
    ("edges.han_nth", "n 月 ordinal unit; year 年 ordinal unit; yearword ordinal unit; rel 月 ordinal unit"),
    ("absolute_han.han_quarter", "year 年? ordinal unit; yearword ordinal|n unit; year 年 n unit; ordinal unit"),
    ("absolute_han.half", "year 年? half; year - half; yearword? half; half year; rel unit|月 half"),
    ("absolute.clock", "clock; part clock"),
    ("absolute.spoken_clock", "n oclock part?; past n oclock? part?"),
    ("absolute_han.han_clock", "part? n 点 n 分?; part? n 点 clocktail?"),
    ("absolute_han.lunar", "lunar n; year 年 lunar n; yearword lunar n"),
    ("absolute.holiday", "holiday ,? year?; rel holiday; holiday rel unit; yearword holiday; year 年? holiday"),
    ("relative.dayword", "dayword part?; edge|later dayword; part dayword; dayword closing"),
    ("relative.in_the_morning", "part"),
    ("relative.week_after", "weekafter"),
    ("relative.unit_after", "unitafter"),
    ("relative.this_part", "rel part; edge|later rel part; part rel part"),
    ("relative.weekday", "weekday part?; part weekday; weekday closing"),
    ("edges.edge_weekday", "edge|later weekday; edge|later rel weekday"),
    ("relative.rel_weekday", "rel weekday part?; part rel weekday; weekday rel"),
    ("relative.weekday_rel_week", "weekday rel unit; weekday part rel unit; rel unit ,? weekday part?"),
    ("relative.weekday_week", "weekday unit"),
    ("absolute.named", "weekday nth|ordinal month ,? year?; weekday , nth month ,? year?"),
    ("absolute.nth_weekday", "ordinal|nth weekday month year?"),
    (
        "months.nth_weekday",
        (
            "ordinal|nth weekday|weekend unit; ordinal|nth weekday|weekend rel unit; ordinal|nth weekend month year?; "
            "n 月 ordinal weekday; rel 月 ordinal weekday; "
            "yearword n 月 ordinal weekday; year 年 n 月 ordinal weekday"
        ),
    ),
    (
        "months.last",
        (
            "rel weekday|weekend month year?; rel weekday|weekend unit; rel weekday|weekend rel unit; "
            "rel unit|weekof month year?; rel weekof|unit unit; "
            "rel weekof|unit rel unit; n 月 final weekday|unit; rel 月 final weekday|unit; "
            "rel unit final weekday|unit; "
            "yearword n 月 final weekday|unit; year 年 n 月 final weekday|unit; year 年 final unit; yearword final unit"
        ),
    ),
    ("relative.weekday_week_after", "weekday weekafter"),
    ("relative.daypair", "daypair part?"),
    ("relative.weekday_nth", "weekday , nth; weekday nth|ordinal"),
    ("relative.day_of_month", "nth; nth|ordinal unit? rel unit; n 号; n 日; rel 月 n 日; rel 月 n 号"),
    ("absolute.weekend_of", "weekend month n|nth ,? year?; weekend n|nth month ,? year?"),
    ("relative.weekend", "rel weekend part?; weekend"),
    ("relative.rel_unit", "rel unit; rel 月; relunit; 月 suffix; 年 suffix; unit suffix"),
    ("relative.rel_month_name", "rel month"),
    ("counted.rel_count", "rel n unit; rel n 年; next n unit; next n 年; n rel unit"),
    ("counted.rel_some", "rel some unit; next some unit"),
    ("counted.count", "n unit; aunit"),
    ("counted.between", "n - n unit; n & n unit; n - n unit suffix; n & n unit suffix"),
    ("counted.some", "some unit"),
    ("counted.count_ago", "n unit ago; aunit ago"),
    ("counted.counts_ago", "n unit &? n unit ago"),
    ("counted.some_suffix", "some unit suffix"),
    ("counted.some_ago", "some unit ago"),
    ("counted.some_hence", "some unit hence"),
    ("counted.count_hence", "n unit hence; aunit hence"),
    ("counted.count_suffix", "n unit suffix; n 日 suffix; n 年 suffix"),
    ("counted.years_on", "n? 年后"),
    ("counted.years_ago", "n? 年前"),
    ("edges.edge", "edge|later rel? unit; edge - unit; rel unit edge"),
    ("edges.unit_edge", "unit -? edge year?"),
    ("edges.edge_month", "edge|later -? month year?; month edge"),
    ("edges.edge_year", "edge|later -? year"),
    ("edges.edge_quarter", "edge quarter year?"),
    ("edges.closing", "closing; closing ,? weekday; closing dayword; closing rel weekday; rel weekday closing"),
    ("edges.numbered_week", "unit n year?; unit n rel unit"),
    ("edges.nth_of_year", "ordinal|nth unit|weekof year"),
    ("edges.nth_week", "ordinal|nth unit|weekof month year?; ordinal|nth unit|weekof rel unit"),
    (
        "edges.han_month_edge",
        ("rel? medge; rel 月|unit medge; n medge; n 月 medge; yearword n 月? medge; year 年 n 月? medge"),
    ),
    ("edges.han_year_edge", "yearword? yedge; year yedge"),
    ("edges.han_quarter_edge", "rel? qedge; n|ordinal qedge; year 年 n|ordinal qedge; yearword n|ordinal qedge"),
    ("edges.han_week_edge", "rel? wedge"),
    ("relative.han_year_word", "yearword"),
    ("relative.vague", "vague"),
    ("openings.opening", "open ,? year?; edge|rel open; yearword open; part open"),
    ("openings.season", "rel? season ,? year?; edge -? rel? season ,? year?; season rel unit"),
    ("edges.later", "later"),
    ("relative.sometime", "sometime"),
    ("relative.week_of", "weekof"),
    ("relative.now", "now"),
    (
        "relative.habitual",
        (
            "every; every n; every n 日; every n 号; every n 月; every n 月 n 日; every medge; every weekday; "
            "every weekend; each unit; each n unit; each weekday part?; each part; each ordinal unit|weekday; "
            "each weekend; each month; each quarter"
        ),
    ),
)
_FILLERS = {
    "": "", "the": "", "of": "", "of the": "", "'s": "", "'": "'", "’": "'", "的": "", "on": "", "in": "", "in the": "",
    "at": "", "for": "", "之": "", "个": "", "個": "", ",": ",", "，": ",", ", the": ",", "-": "-", "–": "-", "—": "-",
    "to": "-", "through": "-", "thru": "-", "to the": "-", "~": "-", "～": "-", "至": "-", "到": "-", "－": "-",
    "——": "-", "and": "&", "&": "&", "or": "&", "/": "/", "和": "&", "、": "&", "或": "&", "及": "&", "与": "&",
    "與": "&", "and the": "&", "日-": "-",
}  # fmt: skip
_WIDEST = 9
_NO_ROW: dict[str, Any] = {}
_ABBREVIATED = {"month", "weekday"}


@cache
def _root() -> dict[str, Any]:
    root: dict[str, Any] = store.fetch("dates-rows", tables.stamp(__file__), _compiled)
    return root


def _compiled() -> dict[str, Any]:
    """The rows as a tree: word class -> the classes that may follow, and under "" the reader of what ends there."""
    root: dict[str, Any] = {}
    for reader, rows in _ROWS:
        for row in rows.split(";"):
            for words in _expanded(row.split()):
                node = root
                for word in words:
                    node = node.setdefault(word, {})
                node.setdefault("", reader)
    return root


@cache
def reader(name: str) -> Reader:
    """The function that reads a row, by module and name; loaded when a text has such a row."""
    room, _, function = name.partition(".")
    found: Reader = getattr(import_module(f"maillint.language.dates.{room}"), function)
    return found


def names() -> set[str]:
    """The readers of all rows."""
    return {name for name, _ in _ROWS}


def _expanded(words: list[str]) -> Iterator[list[str]]:
    if not words:
        yield []
        return
    for rest in _expanded(words[1:]):
        if words[0].endswith("?"):
            yield rest
        for choice in words[0].rstrip("?").split("|"):
            yield [choice, *rest]


def matches(tokens: list[Token], flat: str, today: date) -> Iterator[Found]:
    """Every longest row that can be read, from left to right."""
    root, index, last = _root(), 0, len(tokens) - 1
    while index <= last:
        length, node = 1, root.get(tokens[index][2], _NO_ROW)
        is_alone = index == last or tokens[index + 1][0] - tokens[index][1] > _WIDEST
        ends = _accepted(root, tokens, index, flat) if not is_alone or "" in node else ()
        for end, name in reversed(ends):
            found = _read(reader(name), tokens[index:end], flat, today)
            if found is not None:
                length = end - index
                yield found
                break
        index += length


def _accepted(root: dict[str, Any], tokens: list[Token], index: int, flat: str) -> list[tuple[int, str]]:
    """Where rows that start at a word may end, shortest first."""
    node, ends = root.get(tokens[index][2], _NO_ROW), []
    while True:
        if "" in node:
            ends.append((index + 1, node[""]))
        index += 1
        if index == len(tokens) or not (node := _step(node, tokens[index - 1], tokens[index], flat)):
            return ends


def _step(node: dict[str, Any], last: Token, word: Token, flat: str) -> dict[str, Any] | None:
    """Where a word leads from a place in the rows, its gap to the last word included."""
    start = word[0]
    if start == last[1]:
        return node.get(word[2])
    if start - last[1] > _WIDEST:
        return None
    gap = flat[last[1] : start].strip()
    if gap == "." and last[2] in _ABBREVIATED and last[1] - last[0] <= 5:
        gap = ""
    filler = _FILLERS.get(gap)
    if filler is None:
        return None
    if filler:
        node = node.get(filler, {})
    return node.get(word[2])


def _read(read: Reader, words: list[Token], flat: str, today: date) -> Found | None:
    values: dict[str, list[Any]] = {}
    for _, _, kind, value in words:
        values.setdefault(kind, []).append(value)
    start, end = words[0][0], words[-1][1]
    is_han = flat[end - 1] > "\u2fff" or flat[start] > "\u2fff"
    found = read(Parts(values, is_han=is_han), today)
    if found is not None:
        found.start, found.end, found.is_han = start, end, is_han
        is_part = is_han and len(words) > 1 and words[-1][2] in ("part", "closing")
        found.anchor = words[-2][1] if is_part else end
    return found
