"""Text with stable offsets: lower-casing and unwrapping that never move a character, and word boundaries."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re


_BEFORE_WIDE = bytes(range(0xE3))
"""Octets of UTF-8 that begin none of the characters from U+3000 on."""
_FIRST_HAN, _LAST_WIDE = "\u3400", "\uffff"
_MARKS, _WIDE_MARKS = ",.:?!", "，。：？！"


def flatten(text: str) -> str:
    r"""``text`` in lower case, curly apostrophes straight, 妳 as 你, single line breaks as spaces, of the same length.

    A blank line stays a paragraph's end (``\n\n``), so that no phrase is found across paragraphs.
    """
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(low if len(low := character.lower()) == 1 else character for character in text)
    lower = lower.replace("\u2019", "'").replace("妳", "你")
    if "\n" not in lower:
        return lower
    lower = lower.replace("\r\n", " \n").replace("\r", "\n")
    return "\n\n".join([block.replace("\n", " ") for block in lower.split("\n\n")])


def is_bounded(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` stands at word boundaries.

    Han has no word boundaries in writing: there every place is one. A letter or digit of another script at the edge
    must not touch a further one, combining marks and the underscore included.
    """
    if 0 < start < len(text) and _joins(text[start - 1]) and _joins(text[start]):
        return False
    return not 0 < end < len(text) or not (_joins(text[end]) and _joins(text[end - 1]))


@lru_cache(maxsize=1024)
def _joins(character: str) -> bool:
    if character < "\u0080":
        return character.isalnum() or character == "_"
    return (character.isalnum() and not is_han(character)) or "\u0300" <= character <= "\u036f"


def is_han(character: str) -> bool:
    """Whether the character is a Han ideograph (Unicode blocks CJK Unified, Extension A to H, Compatibility)."""
    return (
        "\u4e00" <= character <= "\u9fff"
        or "\u3400" <= character <= "\u4dbf"
        or "\uf900" <= character <= "\ufaff"
        or "\U00020000" <= character <= "\U000323af"
        or character == "\u3007"
    )


def holds_han(text: str) -> bool:
    """Whether a Han ideograph stands in a short text."""
    return not text.isascii() and any(map(is_han, text))


def may_hold_han(text: str) -> bool:
    """Whether ``text`` has characters beyond the alphabets: Han, kana, full-width signs, emoji; very cheap."""
    if text.isascii():
        return False
    is_wide_at_an_edge = "\u3000" <= text[0] <= "\ud7ff" or "\u3000" <= text[-1] <= "\ud7ff"
    return is_wide_at_an_edge or bool(text.encode(errors="replace").translate(None, _BEFORE_WIDE))


def may_mix_widths(text: str) -> bool:
    """Whether a half-width mark touches Han, or a full-width one ends a Latin word; cheap where neither is there."""
    return may_hold_han(text) and (
        any(_touches(text, mark, is_wide=False) for mark in _MARKS)
        or any(_touches(text, mark, is_wide=True) for mark in _WIDE_MARKS)
    )


def _touches(text: str, mark: str, *, is_wide: bool) -> bool:
    """Whether a mark stands where one of the other width may belong."""
    at = text.find(mark, 1)
    while at > 0:
        before = _FIRST_HAN <= text[at - 1] <= _LAST_WIDE
        behind = _FIRST_HAN <= text[at + 1 : at + 2] <= _LAST_WIDE
        if is_wide:
            found = not behind and text[at - 1] < "\u0080" and text[at - 1].isalpha()
        elif mark == ":":
            found = before and behind
        else:
            found = before or (behind and mark != ".")
        if found:
            return True
        at = text.find(mark, at + 1)
    return False


_CAPITALS_TO_A = bytes(65 if chr(code).isupper() else 32 for code in range(256))
"""Latin-1 with every capital an A: two of them in a row are found faster than by a pattern."""


def may_shout(text: str) -> bool:
    """Whether two capitals stand side by side; very cheap."""
    return b"AA" in text.encode("latin-1", "replace").translate(_CAPITALS_TO_A)


@cache
def han_runs() -> re.Pattern[str]:
    """Matches a run of Han ideographs; far faster over a whole text than asking ``is_han`` of each character."""
    import re

    return re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af\u3007]+")


_STOPS = ("? ", "! ", "; ", "\n\n")
_ALL_STOPS = (*_STOPS, "。", "！", "？", "；")
_USUAL = (b"\xef\xbc", b"\xe2\x80")
"""How full-width marks and typographic quotes begin in UTF-8: few texts have others of what ``_odd`` asks for."""
_NEVER_ODD = bytes(octet for octet in range(256) if octet not in b"\xee\xef\xf3\xf4\xe2\xf0\xc3")
_DEBRIS = ("锟斤拷", "烫烫烫烫", "燙燙燙燙", "屯屯屯屯")


@cache
def _odd() -> re.Pattern[bytes]:
    """The octets that private, lost, twin and remote characters begin with in UTF-8, and doubly encoded ones.

    A pattern of so wide ranges of characters would take a millisecond to compile.
    """
    import re

    return re.compile(
        rb"\xee|\xef(?:\xbf\xbd|[\x80-\xab])|[\xf3\xf4][\xb0-\xbf\x80-\x8f]|\xe2[\xba-\xbf]|\xf0[\xa0-\xb2]"
        rb"|\xc3(?:[\x82\x83]|\xa2\xe2\x82\xac|\xaf\xc2\xbc|[\xa4-\xa9](?:\xc2|\xc5|\xcb|\xe2[\x80-\x84]))"
    )


@lru_cache(maxsize=4)
def may_hold_odd(text: str) -> bool:
    """Whether characters stand in it that no keyboard writes: private, lost or twin ones. Very cheap."""
    if text.isascii():
        return False
    octets = text.encode(errors="replace")
    telling = octets.replace(_USUAL[0], b"").replace(_USUAL[1], b"").translate(None, _NEVER_ODD)
    return bool(telling and _odd().search(octets)) or any(map(text.__contains__, _DEBRIS))


@lru_cache(maxsize=2)
def longest_run(text: str) -> int:
    """The most characters between two stops; more than a sentence has where lists go without stops."""
    for stop in _STOPS if text.isascii() else _ALL_STOPS:
        text = text.replace(stop, ". ")
    return max(map(len, text.split(". ")))
