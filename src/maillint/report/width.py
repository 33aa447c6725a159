"""How many terminal columns text takes, so that carets stand under what they point at (UAX #11)."""

from __future__ import annotations

_JOINER = "\u200d"
_EMOJI_STYLE = "\ufe0f"
_NOTHING = ("Mn", "Me", "Cf")


def width(text: str) -> int:
    """Columns of ``text``: full-width characters and emoji take two, combining marks none.

    Ambiguous characters count one, as terminals outside East Asian locales draw them.
    """
    if text.isascii():
        return len(text)
    from unicodedata import category, east_asian_width

    columns, before = 0, ""
    for character in text:
        if character == _EMOJI_STYLE:
            columns += before.isascii() is False and east_asian_width(before) not in "WF"
        elif before != _JOINER and category(character) not in _NOTHING and not _is_modifier(character):
            columns += 2 if east_asian_width(character) in "WF" else 1
        before = character
    return columns


def clip_left(text: str, columns: int) -> str:
    """The end of ``text`` that fits into ``columns``."""
    if width(text) <= columns:
        return text
    start, taken = len(text), 1
    while start > 0 and (taken := taken + width(text[start - 1])) <= columns:
        start -= 1
    return "…" + text[start:]


def clip_right(text: str, columns: int) -> str:
    """The beginning of ``text`` that fits into ``columns``."""
    if width(text) <= columns:
        return text
    end, taken = 0, 1
    while end < len(text) and (taken := taken + width(text[end])) <= columns:
        end += 1
    return text[:end] + "…"


def pad(text: str, columns: int) -> str:
    """``text`` with spaces behind it up to ``columns``."""
    return text + " " * (columns - width(text))


def _is_modifier(character: str) -> bool:
    """A skin tone (UTS #51) or the second half of a Hangul syllable: drawn into the character before it."""
    return "\U0001f3fb" <= character <= "\U0001f3ff" or "\u1160" <= character <= "\u11ff"
