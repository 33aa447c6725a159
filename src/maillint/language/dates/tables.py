"""The words both languages make dates of, read from words_en.txt and words_zh.txt when the first text is searched."""

from __future__ import annotations

import os
from functools import cache
from typing import Any

from maillint.records import NamedTuple

Value = int | float | str | tuple[Any, ...]


class Tables(NamedTuple):
    """What the lexer needs to know."""

    words: dict[str, tuple[str, Value]]
    """Word in lower case -> its class in the grammar and its value."""
    follow: dict[str, tuple[str, ...]]
    """A Chinese character that counts only where one of these follows."""
    veto: dict[str, tuple[str, ...]]
    """A class (or last character) of Chinese words that does not count where one of these follows."""


@cache
def load(*, has_han: bool) -> Tables:
    """The English file, and the Chinese one too where a text has Han; the longest word wins where several begin."""
    tables = Tables({}, {}, {})
    for name, bar in (("words_zh.txt", None), ("words_en.txt", "|"))[not has_han :]:
        with open(os.path.join(os.path.dirname(__file__), name), encoding="utf-8") as file:
            for label, words in _lines(file.read()):
                _enter(tables, label, [word for part in words.split(bar) if (word := part.strip())])
    return tables


def _lines(text: str) -> list[tuple[str, str]]:
    """(label, words) of each entry; lines that begin with a space go on."""
    joined = text.replace("\n    ", " ")
    parts = (line.partition(": ") for line in joined.split("\n") if line and line[0] != "#")
    return [(label, words) for label, _, words in parts]


def _enter(tables: Tables, label: str, words: list[str]) -> None:
    kind, _, rest = label.partition(" ")
    if kind == "follow":
        tables.follow[rest] = tuple(words)
    elif kind == "veto":
        tables.veto[rest] = tuple(words)
    elif kind in ("unit", "aunit"):
        tables.words.update((word, (kind, (rest, word.endswith("s")))) for word in words)
    else:
        value = _value(rest)
        tables.words.update((word, (kind, value)) for word in words)


def _value(text: str) -> Value:
    if " " in text:
        return tuple(_value(part) for part in text.split())
    if text.lstrip("-").isdecimal():
        return int(text)
    return float(text) if text.lstrip("-")[:1].isdecimal() else text or 0
