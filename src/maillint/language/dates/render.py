"""Days in words: 2 December 2026, December 2, 2026, 12月2日，周三, in the language of the paragraph they go into."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.language.dates import calendar

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from maillint.language.dates.expression import Expression, Reading

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
HAN_WEEKDAYS = "一二三四五六日"
_PREFIXES = ("星期", "礼拜", "禮拜", "周", "週")
_TRADITIONAL = "週後個這禮聽儘當來內訂於請覆號點時會"


def is_han(text: str) -> bool:
    """Whether an expression is written in Chinese."""
    return any("\u4e00" <= character <= "\u9fff" for character in text)


def is_month_first(expressions: Iterable[Expression]) -> bool:
    """Whether the author's own dates run as in America, August 12; day first where none tells."""
    for expression in expressions:
        if expression.form == "written" and expression.text.isascii():
            words = expression.text.replace(",", " ").replace(".", " ").split()
            digits = next((index for index, word in enumerate(words) if word[0].isdigit()), 0)
            return bool(digits) and any(month.startswith(words[digits - 1][:3].title()) for month in MONTHS)
    return False


def day(value: date, *, month_first: bool = False) -> str:
    """2 December 2026 or December 2, 2026."""
    month = MONTHS[value.month - 1]
    return f"{month} {value.day}, {value.year}" if month_first else f"{value.day} {month} {value.year}"


def han_day(value: date, *, year: bool = False) -> str:
    """12月2日, or with its year 2027年1月6日."""
    return f"{value.year}年{value.month}月{value.day}日" if year else f"{value.month}月{value.day}日"


def beside(expression: Expression, reading: Reading, today: date, language: str, *, month_first: bool = False) -> str:
    """What goes behind a relative word to fix its day: " (2 December 2026)", "（12月2日，周三）".

    Args:
        expression: the word, from ``dates.find``.
        reading: which of its readings is meant.
        today: the day of sending; a Chinese date of the same year goes without its year.
        language: of the paragraph, decides between 周 and 週.
        month_first: write December 2, 2026.
    """
    if expression.pairs and expression.form == "word":  # tomorrow (Thursday, 26 November 2026)
        return _beside_weekday(expression, reading[0], today, month_first=month_first)
    if is_han(expression.text):
        return f"（{_han_beside(expression, reading, today, language)}）"
    return f" ({_beside(expression, reading, today, month_first=month_first)})"


def _beside_weekday(expression: Expression, first: date, today: date, *, month_first: bool) -> str:
    if not is_han(expression.text):
        return f", {day(first, month_first=month_first)}"
    text = han_day(first, year=first.year != today.year)
    return f"，{text}" if expression.text[-1] in ")）" else f"（{text}）"


def _beside(expression: Expression, reading: Reading, today: date, *, month_first: bool) -> str:
    first, last = reading
    if first == last:
        named = "" if expression.weekday is not None else f"{WEEKDAYS[first.weekday()]}, "
        return named + day(first, month_first=month_first)
    if expression.form == "offset" and first == today:
        return f"by {day(last, month_first=month_first)}"
    if expression.grain == "week" and first.weekday() == 0:
        return f"week of {day(first, month_first=month_first)}"
    if expression.grain == "month" and expression.form == "period" and _is_whole_month(first, last):
        return f"{MONTHS[first.month - 1]} {first.year}"
    if expression.grain == "quarter":
        return f"Q{(first.month + 2) // 3} {first.year}"
    return str(first.year) if expression.grain == "year" else _span(first, last, month_first=month_first)


def _is_whole_month(first: date, last: date) -> bool:
    """Next month, but not 下半月."""
    return first.day == 1 and (last + calendar.DAY).day == 1


def _span(first: date, last: date, *, month_first: bool) -> str:
    if first.month == last.month and not month_first:
        return f"{first.day}–{last.day} {MONTHS[first.month - 1]} {first.year}"
    return f"{day(first, month_first=month_first)} to {day(last, month_first=month_first)}"


def _han_beside(expression: Expression, reading: Reading, today: date, language: str) -> str:
    first, last = reading
    has_year = last.year != today.year
    if first == last:
        return f"{han_day(first, year=has_year)}，{han_weekday(expression.text, first.weekday(), language)}"
    if expression.form == "offset" and first == today:
        return f"{han_day(last, year=has_year)}前"
    if expression.grain == "month" and expression.form == "period" and _is_whole_month(first, last):
        return f"{first.year}年{first.month}月" if has_year else f"{first.month}月"
    if expression.grain == "year":
        return f"{first.year}年"
    return f"{han_day(first, year=has_year)}至{han_day(last)}"


def han_weekday(text: str, weekday: int, language: str) -> str:
    """周三, 週三, 星期三 or 礼拜三: as the text itself has it, else as the language of its paragraph does."""
    is_traditional = language == "zh-Hant" or (language != "zh-Hans" and any(sign in text for sign in _TRADITIONAL))
    own = next((prefix for prefix in _PREFIXES if prefix in text), "週" if is_traditional else "周")
    return own + HAN_WEEKDAYS[weekday]


def in_words(value: date, language: str, *, month_first: bool = False) -> str:
    """The whole day in the language of a paragraph: 4 March 2026, 2026年3月4日; elsewhere 2026-03-04 (ISO 8601)."""
    if language.startswith("zh"):
        return han_day(value, year=True)
    return str(value) if language == "other" else day(value, month_first=month_first)
