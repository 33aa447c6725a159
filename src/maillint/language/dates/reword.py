"""A dated expression with its weekday or its day set right, everything else as the author wrote it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.language.dates import lexer
from maillint.language.dates.render import HAN_WEEKDAYS, WEEKDAYS
from maillint.language.text import flatten

if TYPE_CHECKING:
    from datetime import date

_HAN = {"天": 6} | {character: number for number, character in enumerate(HAN_WEEKDAYS)}


def with_weekday(text: str, old: int, new: int) -> str | None:
    """``text`` with another weekday: Wed 5 Nov -> Thu 5 Nov, （周四） -> （周五）; None when ``old`` is not in it."""
    for start, end, kind, value in lexer.tokens(flatten(text)):
        if kind == "weekday" and value == old:
            return text[:start] + _like(text[start:end], new) + text[end:]
    for place, character in enumerate(text):
        around = text[max(0, place - 1) : place] + text[place + 1 : place + 2]
        if _HAN.get(character) == old and around in ("()", "（）"):
            return text[:place] + HAN_WEEKDAYS[new] + text[place + 1 :]
    return None


def _like(word: str, weekday: int) -> str:
    """The weekday written as another one was: in full or short, in capitals or not, 星期 or 週."""
    if word[-1] in _HAN:
        return word[:-1] + HAN_WEEKDAYS[weekday]
    name = WEEKDAYS[weekday]
    if not word.lower().endswith("day"):
        name = name[:3]
    return name.upper() if word.isupper() else name.lower() if word.islower() else name


def with_day(text: str, old: date, new: date) -> str | None:
    """``text`` with the day of the month changed; None when the month would change too, or the day is not found."""
    if (old.year, old.month) != (new.year, new.month):
        return None
    for start, end, kind, value in reversed(lexer.tokens(flatten(text))):
        if kind in ("n", "nth") and value == old.day and text[start].isdecimal():
            digits = str(new.day).zfill(2) if text[start] == "0" else str(new.day)
            return text[:start] + digits + (_suffix(new.day) if kind == "nth" else "") + text[end:]
    return None


def _suffix(number: int) -> str:
    return "th" if number in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
