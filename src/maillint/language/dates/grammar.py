"""The grammar of both languages: rows of word classes, each with the reader of what it means.

A row is classes in order, ``|`` between choices, ``?`` behind what may be missing. Between two words nothing, space or a small filler may
stand; the fillers that matter have names of their own: ``,`` ``-`` (also "to", 至) and ``&`` (also "or", 和).
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, TypeAlias

from maillint.language.dates import absolute, edges, relative
from maillint.language.dates.found import Parts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from maillint.language.dates.found import Found
    from maillint.language.dates.numbers import Token

    Reader: TypeAlias = Callable[[Parts, date], Found | None]

_ROWS: tuple[tuple[str, Reader], ...] = (
    ("date", absolute.iso), ("figures", absolute.figures),
    ("month n ,? year?", absolute.written), ("month nth|ordinal ,? year?", absolute.written),
    ("month , nth|ordinal", absolute.written),
    ("n month ,? year?", absolute.written), ("nth|ordinal month ,? year?", absolute.written), ("n - month - year", absolute.written),
    ("n - month - n", absolute.written), ("month - n - year", absolute.written), ("n - month", absolute.written),
    ("month n - n ,? year?", absolute.days), ("n - n month ,? year?", absolute.days),
    ("month nth - nth ,? year?", absolute.days), ("nth - nth month ,? year?", absolute.days),
    ("month n & n ,? year?", absolute.days), ("n & n month ,? year?", absolute.days),
    ("nth|ordinal & nth|ordinal month ,? year?", absolute.days), ("month nth & nth ,? year?", absolute.days),
    ("month ,? year", absolute.month), ("month", absolute.month), ("yearmonth", absolute.year_month),
    ("quarter ,? year?", absolute.quarter), ("year quarter", absolute.quarter), ("yearword quarter", absolute.quarter),
    ("year 年? 月? n 月 n 日", absolute.han_day), ("year 年 n 月 n 号?", absolute.han_day),
    ("n 年 n 月 n 日", absolute.han_day), ("n 年 n 月 n 号", absolute.han_day), ("roc n 年 n 月 n 日", absolute.han_day),
    ("yearword n 月 n 日", absolute.han_day), ("yearword n 月 n 号", absolute.han_day),
    ("n 月 n 日", absolute.han_day), ("n 月 n 号", absolute.han_day),
    ("year 年 n 月 n 日? - n 日", absolute.han_days), ("n 月 n 日? - n 日", absolute.han_days),
    ("n 月 n 号? - n 号", absolute.han_days), ("n 月 n 日 & n 日", absolute.han_days), ("n 月 n & n 日", absolute.han_days),
    ("year 年 n 月", absolute.han_month), ("n 年 n 月", absolute.han_month), ("yearword n 月", absolute.han_month),
    ("n 月", absolute.han_month), ("roc n 年 n 月", absolute.han_month),
    ("year 年", absolute.han_written_year), ("roc n 年", absolute.han_written_year),
    ("year 年? ordinal unit", absolute.han_quarter), ("yearword ordinal|n unit", absolute.han_quarter),
    ("year 年 n unit", absolute.han_quarter), ("ordinal unit", absolute.han_quarter),
    ("year 年 half", absolute.half), ("yearword? half", absolute.half),
    ("clock", absolute.clock), ("part clock", absolute.clock), ("part? n 点 n 分?", absolute.han_clock),
    ("part? n 点 clocktail?", absolute.han_clock), ("holiday", absolute.holiday), ("holiday year", absolute.holiday),
    ("dayword part?", relative.dayword), ("edge dayword", relative.dayword), ("part dayword", relative.dayword),
    ("dayword closing", relative.dayword),
    ("part", relative.in_the_morning), ("weekafter", relative.week_after), ("rel part", relative.this_part), ("edge rel part", relative.this_part), ("part rel part", relative.this_part),
    ("weekday part?", relative.weekday), ("part weekday", relative.weekday), ("weekday closing", relative.weekday),
    ("edge weekday", edges.edge_weekday), ("edge rel weekday", edges.edge_weekday),
    ("rel weekday part?", relative.rel_weekday), ("part rel weekday", relative.rel_weekday),
    ("weekday rel", relative.rel_weekday), ("weekday rel unit", relative.weekday_rel_week),
    ("weekday part rel unit", relative.weekday_rel_week), ("rel unit ,? weekday part?", relative.weekday_rel_week),
    ("weekday unit", relative.weekday_week), ("weekday , nth", relative.weekday_nth), ("weekday nth", relative.weekday_nth),
    ("nth", relative.day_of_month), ("nth|ordinal unit? rel unit", relative.day_of_month), ("n 号", relative.day_of_month),
    ("n 日", relative.day_of_month), ("rel 月 n 日", relative.day_of_month), ("rel 月 n 号", relative.day_of_month),
    ("rel weekend part?", relative.weekend), ("weekend", relative.weekend),
    ("rel unit", relative.rel_unit), ("rel 月", relative.rel_unit), ("rel month", relative.rel_month_name),
    ("rel n unit", relative.rel_count), ("next n unit", relative.rel_count), ("next n 年", relative.rel_count),
    ("rel some unit", relative.rel_some), ("next some unit", relative.rel_some),
    ("n unit", relative.count), ("aunit", relative.count), ("some unit", relative.some),
    ("n unit ago", relative.count_ago), ("aunit ago", relative.count_ago), ("some unit ago", relative.some_ago),
    ("n unit hence", relative.count_hence), ("aunit hence", relative.count_hence),
    ("n unit suffix", relative.count_suffix), ("n 日 suffix", relative.count_suffix), ("n 年 suffix", relative.count_suffix),
    ("n? 年后", relative.years_on), ("n? 年前", relative.years_ago),
    ("edge rel? unit", edges.edge), ("edge - unit", edges.edge), ("unit -? edge", edges.unit_edge),
    ("rel unit edge", edges.edge), ("edge -? month year?", edges.edge_month),
    ("edge month n|nth ,? year?", absolute.written),
    ("month edge", edges.edge_month), ("edge quarter year?", edges.edge_quarter),
    ("closing", edges.closing), ("closing ,? weekday", edges.closing), ("closing dayword", edges.closing),
    ("closing rel weekday", edges.closing), ("rel weekday closing", edges.closing),
    ("ordinal|nth unit|weekof month year?", edges.nth_week), ("ordinal|nth unit|weekof rel unit", edges.nth_week),
    ("rel? medge", edges.han_month_edge), ("rel 月 medge", edges.han_month_edge), ("n medge", edges.han_month_edge),
    ("n 月 medge", edges.han_month_edge), ("yearword n 月? medge", edges.han_month_edge),
    ("year 年 n 月? medge", edges.han_month_edge), ("yearword? yedge", edges.han_year_edge),
    ("year yedge", edges.han_year_edge), ("rel? qedge", edges.han_quarter_edge), ("rel? wedge", edges.han_week_edge),
    ("yearword", relative.han_year_word), ("vague", relative.vague), ("sometime", relative.sometime),
    ("weekof", relative.week_of), ("every", relative.habitual), ("every n", relative.habitual),
    ("every n 日", relative.habitual), ("every n 号", relative.habitual), ("every n 月", relative.habitual),
    ("every n 月 n 日", relative.habitual), ("every medge", relative.habitual), ("every weekday", relative.habitual),
    ("every weekend", relative.habitual),
)  # fmt: skip
_FILLERS = {
    "": "", "the": "", "of": "", "of the": "", "'s": "", "'": "", "的": "", "on": "", "in": "", "in the": "", "at": "",
    "for": "", "之": "", ",": ",", "，": ",", ", the": ",", "-": "-", "–": "-", "—": "-", "to": "-", "through": "-",
    "thru": "-", "to the": "-", "~": "-", "～": "-", "至": "-", "到": "-", "－": "-", "——": "-", "and": "&", "&": "&",
    "or": "&", "/": "&", "和": "&", "、": "&", "或": "&", "及": "&", "与": "&", "與": "&", "and the": "&", "日-": "-",
}  # fmt: skip
_ABBREVIATED = {"month", "weekday"}


@cache
def _root() -> dict[str, Any]:
    root: dict[str, Any] = {}
    for row, reader in _ROWS:
        for words in _expanded(row.split()):
            node = root
            for word in words:
                node = node.setdefault(word, {})
            node.setdefault("", reader)
    return root


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
    root, index = _root(), 0
    while index < len(tokens):
        found, length = _longest(root, tokens, index, flat, today) if tokens[index].kind in root else (None, 1)
        if found is not None:
            yield found
        index += length


def _longest(
    root: dict[str, Any], tokens: list[Token], index: int, flat: str, today: date
) -> tuple[Found | None, int]:
    ends = _accepted(root, tokens, index, flat)
    for end, reader in reversed(ends):
        words = tokens[index:end]
        values: dict[str, list[Any]] = {}
        for word in words:
            values.setdefault(word.kind, []).append(word.value)
        is_han = flat[words[-1].end - 1] > "\u2fff" or flat[words[0].start] > "\u2fff"
        found = reader(Parts(values, is_han=is_han), today)
        if found is not None:
            return _placed(found, words, is_han=is_han), end - index
    return None, 1


def _accepted(root: dict[str, Any], tokens: list[Token], index: int, flat: str) -> list[tuple[int, Reader]]:
    """Where rows that start at a word may end, shortest first."""
    node, ends = root[tokens[index].kind], []
    while True:
        if "" in node:
            ends.append((index + 1, node[""]))
        index += 1
        if index == len(tokens) or not (node := _step(node, tokens[index - 1], tokens[index], flat)):
            return ends


def _step(node: dict[str, Any], last: Token, word: Token, flat: str) -> dict[str, Any] | None:
    if word.start - last.end > 9:  # noqa: PLR2004
        return None
    gap = flat[last.end : word.start].strip()
    if gap == "." and last.kind in _ABBREVIATED and last.end - last.start <= 5:  # noqa: PLR2004
        gap = ""
    filler = _FILLERS.get(gap)
    if filler is None:
        return None
    if filler:
        node = node.get(filler, {})
    following: dict[str, Any] | None = node.get(word.kind)
    return following


def _placed(found: Found, words: list[Token], *, is_han: bool) -> Found:
    found.start, found.end, found.is_han = words[0].start, words[-1].end, is_han
    is_part = is_han and len(words) > 1 and words[-1].kind in ("part", "closing")
    found.anchor = words[-2].end if is_part else found.end
    return found
