"""Whether a sentence only tells what its author will do: I will call tomorrow, 我明天寄出."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re

_REACH = 200
_ENDS = ".!?。！？；\n"


def is_own_plan(text: str, start: int, end: int) -> bool:
    """Whether the day at ``text[start:end]`` stands in a sentence that only tells what its author will do.

    Args:
        text: the whole text, as written.
        start: where the day begins, in code points.
        end: where it ends.
    """
    before = text[max(0, start - _REACH) : start]
    before = before[1 + max(_last_end(before), before.rfind("\n\n")) :].lower().replace("’", "'")
    after = text[end : end + _REACH].lower().replace("’", "'")
    stop = min((place for place in map(after.find, _ENDS[:-1]) if place >= 0), default=len(after))
    sentence = before + " " + after[: stop + 1]
    return bool(_author().search(before)) and not _reader().search(sentence)


def _last_end(before: str) -> int:
    """Where the sentence before ends; a point inside a word or a number ends none."""
    return max(*map(before.rfind, "。！？；!?"), before.rfind(". "), before.rfind(".\n"))


@cache
def _author() -> re.Pattern[str]:
    import re

    return re.compile(r"(?<![a-z])(?:i|we)(?:'ll|'m|'re| will| shall| am| are| can) |我|本公司")


@cache
def _reader() -> re.Pattern[str]:
    """What makes a day due from the reader: please, can you, we need, 请, 希望, 需要."""
    import re

    words = "please|kindly|pls|needs?|wants?|expect|hope|must|required?|deadline|due|unless|waiting"
    asked = "(?:can|could|will|would|do|did|have) you|you(?:'ll| can| could| will| should| have)"
    return re.compile(
        f"[?？]|(?<![a-z])(?:{words}|{asked})(?![a-z])"
        "|请|請|麻烦|麻煩|希望|盼|需|必须|必須|务必|務必|能否|可否|等[您你]|[您你][^，,。]{0,4}[前在要能]|催"
    )
