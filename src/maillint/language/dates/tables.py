"""The words both languages make dates of, from words_en.txt and words_zh.txt, looked up by how they begin."""

from __future__ import annotations

import os
import re
from functools import cache
from typing import Any

from maillint import cache as store

Value = int | float | str | tuple[Any, ...]
Entry = tuple[str, Value]
"""A word's class in the grammar, and its value."""
Heads = dict[str, tuple[tuple[str, ...], tuple[Entry, ...]]]
"""First run of letters or digits, or first character of Chinese -> the words that begin so, longest first."""


@cache
def runs() -> re.Pattern[str]:
    """Matches what an English word of the tables may begin with."""
    return re.compile("[a-z]+|[0-9]+")


@cache
def english() -> Heads:
    """The English words."""
    heads: Heads = _stored("words_en.txt", "|")[0]
    return heads


@cache
def chinese() -> tuple[Heads, dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
    """The Chinese words; the characters that count only where one of some others follows; what bars a class of words.

    The last goes by class, or by the last character of days and vague words.
    """
    heads, follow, veto = _stored("words_zh.txt", None)
    return heads, follow, veto


def _stored(name: str, bar: str | None) -> tuple[Heads, dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
    path = os.path.join(os.path.dirname(__file__), name)
    found: tuple[Any, Any, Any] = store.fetch(f"dates-{name[6:8]}", stamp(path, __file__), lambda: _parsed(path, bar))
    return found


def stamp(*paths: str) -> tuple[tuple[int, int], ...]:
    """Changes whenever one of some files does."""
    return tuple((status.st_size, status.st_mtime_ns) for status in map(os.stat, paths))


def _parsed(path: str, bar: str | None) -> tuple[Heads, dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
    follow: dict[str, tuple[str, ...]] = {}
    veto: dict[str, tuple[str, ...]] = {}
    entries: dict[str, Entry] = {}
    with open(path, encoding="utf-8") as file:
        for label, text in _lines(file.read()):
            kind, _, rest = label.partition(" ")
            words = [word for part in text.split(bar) if (word := part.strip())]
            if kind in ("follow", "veto"):
                (follow if kind == "follow" else veto)[rest] = tuple(words)
            else:
                entries.update((word, (kind, _value(kind, rest, word))) for word in words)
    return _by_head(entries), follow, veto


def _by_head(entries: dict[str, Entry]) -> Heads:
    heads: dict[str, list[str]] = {}
    for word in entries:
        run = runs().match(word)
        heads.setdefault(run.group() if run else word[0], []).append(word)
    longest_first = {head: tuple(sorted(words, key=len, reverse=True)) for head, words in heads.items()}
    return {head: (words, tuple(entries[word] for word in words)) for head, words in longest_first.items()}


def _lines(text: str) -> list[tuple[str, str]]:
    """(label, words) of each entry; lines that begin with a space go on."""
    joined = text.replace("\n    ", " ")
    parts = (line.partition(": ") for line in joined.split("\n") if line and line[0] != "#")
    return [(label, words) for label, _, words in parts]


def _value(kind: str, text: str, word: str) -> Value:
    if kind in ("unit", "aunit"):
        return text, word.endswith("s")
    if " " in text:
        return tuple(_value("", part, "") for part in text.split())
    if text.lstrip("-").isdecimal():
        return int(text)
    return float(text) if text.lstrip("-")[:1].isdecimal() else text or 0
