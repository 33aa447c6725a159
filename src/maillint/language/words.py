"""The words of a text and how many there are."""

from __future__ import annotations

import re
from functools import cache

from maillint.language.text import han_runs, may_hold_han


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[A-Za-zÀ-ɏ]+(?:['’-][A-Za-zÀ-ɏ]+)*")


def spans(text: str) -> list[tuple[int, int]]:
    """The words in Latin letters as (start, end), in order; apostrophes and hyphens inside a word belong to it."""
    return [match.span() for match in _word().finditer(text)]


def count(text: str) -> int:
    """How many words of Latin letters or figures the text has, as a reader counts: what blanks or Han set apart."""
    if not may_hold_han(text):
        return sum(any(map(str.isalnum, word)) for word in text.split())
    return sum(any(map(str.isalnum, word)) for word in han_runs().sub(" ", text).split())


def count_han(text: str) -> int:
    """How many Han characters the text has."""
    return sum(map(len, han_runs().findall(text))) if may_hold_han(text) else 0
