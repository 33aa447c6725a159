"""The clock time inside an expression: where it ends, whether its half of the day is said, how to say it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.language.dates import lexer
from maillint.language.text import flatten

if TYPE_CHECKING:
    from maillint.language.dates.numbers import Token

_HAN = ("点", "分", "clocktail")


def end(text: str) -> int | None:
    """Where the (last) clock time of an expression ends: behind 15:00, 3 pm, 三点半; None when there is none."""
    words = lexer.tokens(flatten(text))
    ends = [_half(words, index) for index, (_, _, kind, _) in enumerate(words) if kind == "clock" or kind in _HAN]
    return ends[-1] if ends else None


def _half(words: list[Token], index: int) -> int:
    """三点半 ends behind its 半."""
    following = words[index + 1] if index + 1 < len(words) else None
    is_half = following is not None and following[3] == 0.5 and following[0] == words[index][1]
    return following[1] if following and is_half else words[index][1]


def written(text: str) -> str:
    """The first clock time of an expression as it is written: 8:30, 3 pm, 八点半; "" when there is none."""
    words = lexer.tokens(flatten(text))
    for index, (start, stop, kind, _) in enumerate(words):
        if kind == "clock":
            return text[start:stop]
        if kind == "点" and index and words[index - 1][2] == "n" and words[index - 1][1] == start:
            return text[words[index - 1][0] : end(text)]
    return ""
