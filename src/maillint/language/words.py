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
    spaced = han_runs().sub(" ", text) if may_hold_han(text) else text
    return len([word for word in spaced.split() if word[0].isalnum() or any(map(str.isalnum, word))])


def count_han(text: str) -> int:
    """How many Han characters the text has."""
    return sum(map(len, han_runs().findall(text))) if may_hold_han(text) else 0
