"""Between traditional and simplified characters, one for one, with OpenCC.

By the forms of Taiwan, most of which Hong Kong shares: 為 and 群, not 爲 and 羣; 忙著 is 忙着.
"""

from __future__ import annotations

from functools import cache
from typing import Any


@cache
def _converter(name: str) -> Any:
    from opencc import OpenCC

    return OpenCC(name)


def simplified(text: str) -> str:
    """The text in simplified characters, as long as it was; the text itself where OpenCC is missing."""
    return _converted(text, "tw2s")


def traditional(text: str) -> str:
    """The text in traditional characters, as long as it was."""
    return _converted(text, "s2tw")


def _converted(text: str, name: str) -> str:
    try:
        convert = _converter(name).convert
    except ImportError:
        return text
    whole: str = convert(text)
    if len(whole) == len(text):
        return whole
    return "".join(new if len(new) == 1 else own for own, new in ((own, convert(own)) for own in text))
