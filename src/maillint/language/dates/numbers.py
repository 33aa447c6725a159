"""Numbers in running text: digits, ordinals, Chinese numerals, and the all-figure forms of dates and clock times."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Token: TypeAlias = tuple[int, int, str, Any]
"""One word or number that a date may be made of: start, end, its class in the grammar, its value."""

_HAN = {character: value for value, character in enumerate("零一二三四五六七八九")} | {
    "〇": 0,
    "两": 2,
    "兩": 2,
    "俩": 2,
}
_TENS = {"十": 10, "廿": 20, "卅": 30}
_NUMERALS = frozenset((*_HAN, *_TENS, "半"))
_WIDE_DIGITS = "０１２３４５６７８９"
_DIGITS = "0123456789" + _WIDE_DIGITS
_ONLY_DIGITS = bytes(48 if 48 <= octet < 58 else 32 for octet in range(256))
"""Latin-1 with every figure a nought and all else blank."""
_GLUE = frozenset("_#$€£¥￥@&=%*")
_MARKS = frozenset("-./,")
_JOINING = _GLUE | _MARKS | frozenset("abcdefghijklmnopqrstuvwxyz0123456789")
_BEFORE_MARK = _JOINING - _GLUE
_LARGE = ("百", "千", "万", "萬", "亿", "億")
_MONTHS = frozenset(["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"])
_LONGEST = 40
FIRST_HAN = "\u2e80"
_BEFORE_DATE = frozenset(("on", "by", "before", "until", "till", "from", "since", "dated", "date"))
_BEFORE_DATE_HAN = ("于", "於", "在", "到", "至", "自", "从", "從", "日期")
_BEFORE_DOTTED = frozenset("于於在到至请請期限迟遲晚，,：:（( \n")
_ROC_YEARS = range(100, 150)

_UNITS = frozenset("年月")
"""What makes the number before it part of a date, whatever stands before that."""


@cache
def _digit_pattern(*, is_ascii: bool) -> re.Pattern[str]:
    # Half the cost of the class of all digits, which asks Unicode's tables at every character.
    digits = "[0-9]+" if is_ascii else "[0-9０-９]+"
    colon = "" if is_ascii else "："
    return re.compile(digits + rf"(?:[-/.:{colon}]{digits})*(?:\s?[ap]\.?m(?![a-z])\.?|(?:st|nd|rd|th)(?![a-z]))?")


def _runs(flat: str, signs: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Where some of these signs stand in a row: far faster than a pattern that looks at all that lies between."""
    places = sorted([place for sign in signs if sign in flat for place in _places(flat, sign)])
    start = end = -1
    for place in places:
        if place != end:
            if end >= 0:
                yield start, end
            start = place
        end = place + 1
    if end >= 0:
        yield start, end


def _figure_runs(flat: str, *, may_be_wide: bool) -> Iterator[tuple[int, int]]:
    """Where figures stand in a row."""
    if may_be_wide and any(map(flat.__contains__, _WIDE_DIGITS)):
        yield from _runs(flat, _DIGITS)
        return
    octets = flat.encode("latin-1", "replace").translate(_ONLY_DIGITS) + b" "
    start = octets.find(b"0")
    while start >= 0:
        end = octets.find(b" ", start)
        yield start, end
        start = octets.find(b"0", end)


def _places(flat: str, sign: str) -> Iterator[int]:
    place = flat.find(sign)
    while place >= 0:
        yield place
        place = flat.find(sign, place + 1)


def tokens(flat: str, *, has_han: bool) -> list[Token]:
    """The numbers of a text in lower case; what is glued to letters or currency signs is left out."""
    found: list[Token] = []
    end = 0
    for start, _ in _figure_runs(flat, may_be_wide=has_han):
        if start >= end and (match := _digit_pattern(is_ascii=not has_han).match(flat, start)):
            end = match.end()
            if has_han and flat[end : end + 1] in _UNITS and (colon := max(map(match[0].rfind, ":："))) > 0:
                start += colon + 1  # noqa: PLW2901 - 订单4471：12月3日 has no clock time in it
            if end - start <= _LONGEST and not _is_glued(flat, start, end):
                found.extend(_number(flat, flat[start:end], start, end))
    if has_han:
        for start, end in _runs(flat, _NUMERALS):
            if flat[start - 1 : start] not in _LARGE:
                found.extend(_han(flat[start:end], start, end, is_ordinal=flat[start - 1 : start] == "第"))
    return found


def _number(flat: str, word: str, start: int, end: int) -> Iterator[Token]:
    if not word.isdecimal():
        if word.count(".") == 1 and _is_dotted(flat, start, end):
            yield from _dotted(word, start, end)
        elif word.count("-") == 2 and flat[start - 1 : start] >= FIRST_HAN and flat[end : end + 1] >= FIRST_HAN:
            yield from _short_date(word, start, end)
        else:
            yield from _digits(word, start, end)
    elif flat[start - 1 : start] == "第":
        yield start - 1, end, "ordinal", int(word)
    elif token := _integer(word) or _compact(flat, word, start):
        yield start, end, *token


def _compact(flat: str, word: str, start: int) -> tuple[str, Any] | None:
    """20261201 behind a word that dates follow; else it is the number of an order."""
    if len(word) != 8 or not "1990" <= word[:4] <= "2069":
        return None
    before = flat[max(0, start - 12) : start].rstrip(" :：")
    is_date = before.endswith(_BEFORE_DATE_HAN) or before.rpartition(" ")[2] in _BEFORE_DATE
    return ("date", (int(word[:4]), int(word[4:6]), int(word[6:]))) if is_date else None


def _short_date(word: str, start: int, end: int) -> Iterator[Token]:
    """26-12-05 within Chinese: the year comes first."""
    numbers = [int(part) for part in word.split("-") if part.isdecimal() and len(part) < 3]
    if len(numbers) == 3 and 1 <= numbers[1] <= 12 and 1 <= numbers[2] <= 31:
        yield start, end, "date", (2000 + numbers[0], numbers[1], numbers[2])
    else:
        yield from _digits(word, start, end)


def _is_dotted(flat: str, start: int, end: int) -> bool:
    """请于12.5前: month and day with a dot, where a deadline is told."""
    before = flat[start - 1 : start] if start else " "
    return flat.startswith(("前", "之前", "以前"), end) and before in _BEFORE_DOTTED


def _dotted(word: str, start: int, end: int) -> Iterator[Token]:
    month, _, day = word.partition(".")
    if month.isdecimal() and day.isdecimal() and 1 <= int(month) <= 12 and 1 <= int(day) <= 31:
        yield start, end, "monthday", (int(month), int(day))


def _is_glued(flat: str, start: int, end: int) -> bool:
    before = flat[start - 1 : start]
    if before in _JOINING and before:
        if before in _GLUE or before not in _MARKS:
            return not _follows_month(flat, start)
        if flat[max(0, start - 2) : start - 1] in _BEFORE_MARK and start > 1 and flat[start - 2] not in _MARKS:
            return not _follows_month(flat, start - 1)
    after = flat[end : end + 1]
    if not after or after not in _JOINING:
        return False
    if after in _MARKS:
        return after == "," and flat[end + 1 : end + 2].isdecimal()
    return after in "%_" or (after.isalpha() and not (after == "t" and flat[end + 1 : end + 2].isdecimal()))


def _follows_month(flat: str, end: int) -> bool:
    start = end
    while start > 0 and end - start < 10 and "a" <= flat[start - 1] <= "z":
        start -= 1
    return flat[start : min(start + 3, end)] in _MONTHS and (start == 0 or not flat[start - 1].isalpha())


def _han(word: str, start: int, end: int, *, is_ordinal: bool) -> Iterator[Token]:
    value = han(word)
    if value is not None:
        is_year = len(word) == 4 and 1900 <= value <= 2100
        kind = "ordinal" if is_ordinal else "year" if is_year else "n"
        yield start - is_ordinal, end, kind, value


def han(word: str) -> float | None:
    """The value of a Chinese numeral: 二十五 -> 25, 二〇二六 -> 2026, 半 -> 0.5; None when it is none."""
    if word == "半":
        return 0.5
    if len(word) > 4 or "半" in word:
        return None
    for sign, tens in _TENS.items():
        if sign in word:
            before, _, after = word.partition(sign)
            if len(before) > 1 or len(after) > 1 or after in _TENS:
                return None
            return _HAN.get(before, 1) * tens + _HAN.get(after, 0)
    value = 0
    for character in word:
        value = value * 10 + _HAN[character]
    return value if len(word) in (1, 4) or word[0] in "零〇" else None


def _digits(word: str, start: int, end: int) -> Iterator[Token]:
    suffix = word.lstrip("0123456789０１２３４５６７８９-/.:：").strip()
    body = word[: len(word) - len(suffix)].rstrip() if suffix else word
    if suffix[:1] in ("a", "p"):
        yield from _with_meridiem(body, suffix[0], start, end)
    elif suffix:
        if body.isdecimal() and 0 < int(body) <= 31:
            yield start, end, "nth", int(body)
    elif found := _figures(body):
        yield start, end, *found
    elif "-" in body:
        yield from _parts(body, start)


def _parts(body: str, start: int) -> Iterator[Token]:
    for part in body.split("-"):
        if part and (found := _figures(part)):
            yield start, start + len(part), *found
        start += len(part) + 1


def _with_meridiem(body: str, letter: str, start: int, end: int) -> Iterator[Token]:
    head, dash, tail = body.rpartition("-")
    if dash and (found := _figures(head)):
        yield start, start + len(head), *found
        start += len(head) + 1
    hour, _, minute = tail.replace("：", ":").replace(".", ":").partition(":")
    minute = minute[:2]
    if hour.isdecimal() and 0 < int(hour) <= 12 and (not minute or (minute.isdecimal() and int(minute) < 60)):
        yield start, end, "clock", (int(hour) % 12 + 12 * (letter == "p"), int(minute or 0), True)


def _figures(body: str) -> tuple[str, Any] | None:
    """Class and value of a run of digits with separators."""
    if body.isdecimal():
        return _integer(body)
    marks = {character for character in body if not character.isdecimal()}
    mark = marks.pop()
    texts = body.split(mark)
    if marks or any(len(text) > 4 for text in texts):
        return None
    values = [int(text) for text in texts]
    if mark in ":：":
        return _clock(values, texts)
    readers = {2: _two, 3: _three}
    return readers[len(values)](values, texts, mark) if len(values) in readers else None


def _integer(body: str) -> tuple[str, Any] | None:
    if len(body) == 4 and 1900 <= int(body) <= 2100:
        return "year", int(body)
    return ("n", int(body)) if len(body) <= 3 else None


def _clock(values: list[int], texts: list[str]) -> tuple[str, Any] | None:
    if len(values) in (2, 3) and values[0] <= 24 and values[1] < 60 and len(texts[1]) == 2:
        return "clock", (values[0] % 24, values[1], False)
    return None


def _three(values: list[int], texts: list[str], mark: str) -> tuple[str, Any] | None:
    if len(texts[0]) == 4:
        return "date", (values[0], values[1], values[2])
    if mark != "-" and len(texts[0]) == 3 and values[0] in _ROC_YEARS and 1 <= values[1] <= 12 and 1 <= values[2] <= 31:
        return "date", (values[0] + 1911, values[1], values[2])  # a year of the Republic of China: 115/12/20
    if len(texts[2]) == 4 or (len(texts[2]) == 2 and mark != "-"):
        year = values[2] if len(texts[2]) == 4 else values[2] + (2000 if values[2] < 70 else 1900)
        return "figures", (values[0], values[1], year, mark)
    return None


def _two(values: list[int], texts: list[str], mark: str) -> tuple[str, Any] | None:
    if mark == "/" and max(values) <= 31 and min(values) > 0 and min(values) <= 12:
        return "figures", (values[0], values[1], None, mark)
    if mark in "-/" and len(texts[0]) == 4 and 1 <= values[1] <= 12 and values[0] >= 1900:
        return "yearmonth", (values[0], values[1])
    return None
