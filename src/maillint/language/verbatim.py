"""Text that is quoted or copied rather than written: log lines, source code, words in quotation marks."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re

_SIGNS = "{};=<>()[]|\\$"
_PAIRS = (("“", "”"), ("「", "」"), ("『", "』"), ("«", "»"), ("《", "》"), ("‘", "’"))
_REACH = 200
_FAR = 300
_LOGGED = ("$ ", "at ", "Traceback", "Error:", "DEBUG", "INFO", "WARN", "ERROR", "FATAL")
"""How a line of a log begins that does not tell the time to the second."""
_LONGEST_WORD = 45
_BLOCK = 600
"""Characters above a line among which the words are sought that lead over to a block set in."""
_INDENTS = ("   ", "\t")
_BULLETS = frozenset("-*•·–—+0123456789")
_MOST_DIFFERENT = 8
"""Different signs that a line of prose in capitals may have."""


@cache
def _log() -> re.Pattern[str]:
    import re

    day = r"\d{4}[-/]\d\d?[-/]\d\d?[T ]|[A-Z][a-z]{2} [ \d]\d "
    stamp = rf"\[?(?:{day})?\d\d?:\d\d:\d\d"
    return re.compile(rf"{stamp}|\$ [a-z]|(?:at |Traceback|Error:|DEBUG|INFO|WARN(?:ING)?|ERROR|FATAL)\b!*[: \[]")


def is_code(line: str) -> bool:
    """Whether a line is log output, source code, a command or encoded data rather than prose."""
    bare = line.strip()[:_REACH]
    is_unbroken = len(bare) > _LONGEST_WORD and bare.isascii() and " " not in bare
    may_be_log = bare.count(":") > 1 or bare.startswith(_LOGGED)
    if is_unbroken or (may_be_log and _log().match(bare)) or _is_encoded(bare):
        return True
    if bare[:1] == "{" and bare[-1:] == "}" and ":" in bare:
        return True
    signs = sum(map(bare.count, _SIGNS))
    return signs >= 4 and signs * 12 >= len(bare)


def _is_encoded(bare: str) -> bool:
    """Whether a line is of uuencoded or similar data: long, without a small letter, full of signs or without blanks."""
    if len(bare) < _LONGEST_WORD or bare != bare.upper() or max(bare) > "\u00ff":
        return False
    return len({sign for sign in bare if not sign.isalnum()}) > _MOST_DIFFERENT or bare.count(" ") * 15 < len(bare)


def is_copied(text: str, place: int) -> bool:
    """Whether a character stands in a line of code or log, or in a block set in below "the report says:"."""
    return is_code(line_around(text, place)) or _is_set_in(text, place)


def _is_set_in(text: str, place: int) -> bool:
    """Whether every line from a colon down to that place is indented, and is no item of a list."""
    start = text.rfind("\n", max(0, place - _FAR), place) + 1
    if not start or not text.startswith(_INDENTS, start) or line_around(text, place).lstrip()[:1] in _BULLETS:
        return False
    for line in reversed(text[max(0, start - _BLOCK) : start - 1].split("\n")):
        if line.strip() and not line.startswith(_INDENTS):
            return line.rstrip().endswith((":", "："))
    return False


def line_around(text: str, place: int) -> str:
    """The line of ``text`` that holds the character at ``place``; of a very long one what stands near it."""
    start = text.rfind("\n", max(0, place - _FAR), place) + 1 or max(0, place - _FAR)
    end = text.find("\n", place, place + _FAR)
    return text[start : end if end >= 0 else place + _FAR]


def is_quoted(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` stands between quotation marks that open and close around it, on a few lines."""
    before, after = text[max(0, start - _REACH) : start], text[end : end + _REACH]
    if before.count('"') % 2 and '"' in after:
        return True
    return any(before.rfind(left) > before.rfind(right) and right in after for left, right in _PAIRS)
