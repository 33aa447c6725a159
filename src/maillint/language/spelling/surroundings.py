"""Whether the text around a word is English, so that a word like an English one can be a slip at all."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from maillint.language.spelling.common import COMMON

if TYPE_CHECKING:
    from maillint.language.spelling.lexicon import Lexicon

_REACH = 250
"""Characters to either side that are looked at."""
_RAREST = 3.0
"""Zipf frequency below which a word is strange to English business mail."""
_MOST_STRANGE = 4
_SHARE = 3
"""One strange word in so many makes a text Latin, Portuguese, a list of names of functions or a salad of words."""


def is_english(text: str, start: int, end: int, index: Lexicon) -> bool:
    """Whether few enough words around ``text[start:end]``, in its paragraph, are unknown or very rare."""
    before = text[max(0, start - _REACH) : start].rpartition("\n\n")[2]
    after = text[end : end + _REACH].partition("\n\n")[0]
    words = _words().findall(before) + _words().findall(after)
    strange = sum(word not in COMMON and index.zipf(word) < _RAREST for word in words)
    return strange <= _MOST_STRANGE or strange * _SHARE <= len(words)


@cache
def _words() -> re.Pattern[str]:
    """Words in small letters: names are strange to every language."""
    return re.compile(r"(?<![^\W\d_])[a-zà-ÿ]{3,30}(?![^\W\d_])")
