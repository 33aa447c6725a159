"""The words both languages make dates of, from words_*.txt and vague_*.txt, looked up by how they begin."""

from __future__ import annotations

import os
import re
from functools import cache
from typing import Any

from maillint import cache as store

Value = int | float | str | tuple[Any, ...]
Entry = tuple[str, Value]
"""A word's class in the grammar, and its value."""
Head = tuple[str, tuple[Entry, ...]]
"""The words that begin alike, longest first and joined by tabs, since most are never asked for; and their entries."""
Heads = dict[str, Head]
"""First run of letters or digits, or first character of Chinese -> the words that begin so."""


@cache
def runs() -> re.Pattern[str]:
    """Matches what an English word of the tables may begin with."""
    return re.compile("[a-z]+|[0-9]+")


@cache
def words(joined: str) -> tuple[str, ...]:
    """The words of a head."""
    return tuple(joined.split("\t"))


@cache
def english() -> Heads:
    """The English words."""
    heads: Heads = _stored("en", "|")[0]
    return heads


@cache
def chinese() -> tuple[Heads, dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
    """The Chinese words; the characters that count only where one of some others follows; what bars a class of words.

    The last goes by class, or by the last character of days and vague words.
    """
    heads, follow, veto = _stored("zh", None)
    return heads, follow, veto


def _stored(language: str, bar: str | None) -> tuple[Heads, dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
    folder = os.path.dirname(__file__)
    paths = [os.path.join(folder, f"{name}_{language}.txt") for name in ("words", "vague")]
    found: tuple[Any, Any, Any] = store.fetch(f"dates-{language}", stamp(*paths, __file__), lambda: _parsed(paths, bar))
    return found


def stamp(*paths: str) -> tuple[tuple[int, int], ...]:
    """Changes whenever one of some files does."""
    return tuple((status.st_size, status.st_mtime_ns) for status in map(os.stat, paths))


def _parsed(paths: list[str], bar: str | None) -> tuple[Heads, dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
    follow: dict[str, tuple[str, ...]] = {}
    veto: dict[str, tuple[str, ...]] = {}
    entries: dict[str, Entry] = {}
    once: dict[str, Entry] = {}  # equal ones are stored once; 0 and 0.0 are not equal
    for label, text in (line for path in paths for line in _lines(path)):
        kind, _, rest = label.partition(" ")
        found = [word for part in text.split(bar) if part.strip() for word in _spelt(part)]
        if kind in ("follow", "veto"):
            for word in _spelt(rest):
                (follow if kind == "follow" else veto)[word] = tuple(found)
        else:
            made = [(kind, _value(kind, rest, word)) for word in found]
            entries.update((word, once.setdefault(repr(entry), entry)) for word, entry in zip(found, made, strict=True))
    return _by_head(entries), follow, veto


def _spelt(text: str) -> list[str]:
    """Every spelling of a word with choices in it: in a {little/} while."""
    head, brace, rest = text.partition("{")
    if not brace:
        return [" ".join(text.split())]
    choices, _, tail = rest.partition("}")
    return [word for choice in choices.split("/") for word in _spelt(head + choice + tail)]


def _by_head(entries: dict[str, Entry]) -> Heads:
    heads: dict[str, list[str]] = {}
    for word in entries:
        run = runs().match(word)
        heads.setdefault(run.group() if run else word[0], []).append(word)
    longest_first = {head: sorted(own, key=len, reverse=True) for head, own in heads.items()}
    return {head: ("\t".join(own), tuple(entries[word] for word in own)) for head, own in longest_first.items()}


def _lines(path: str) -> list[tuple[str, str]]:
    """(label, words) of each entry; lines that begin with a space go on."""
    with open(path, encoding="utf-8") as file:
        joined = file.read().replace("\n    ", " ")
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
