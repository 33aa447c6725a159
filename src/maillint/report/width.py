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


def fitting(text: str, columns: int) -> int:
    """How many characters from the beginning of ``text`` fit into ``columns``."""
    taken = 0
    for count, character in enumerate(text):
        taken += width(character)
        if taken > columns:
            return count
    return len(text)


def clip_left(text: str, columns: int) -> str:
    """The end of ``text`` that fits into ``columns``."""
    if width(text) <= columns:
        return text
    return "…" + text[len(text) - fitting(text[::-1], columns - 1) :]


def clip_right(text: str, columns: int) -> str:
    """The beginning of ``text`` that fits into ``columns``."""
    if width(text) <= columns:
        return text
    return text[: fitting(text, columns - 1)] + "…"


def pad(text: str, columns: int) -> str:
    """``text`` with spaces behind it up to ``columns``."""
    return text + " " * (columns - width(text))


def _is_modifier(character: str) -> bool:
    """A skin tone (UTS #51) or the second half of a Hangul syllable: drawn into the character before it."""
    return "\U0001f3fb" <= character <= "\U0001f3ff" or "\u1160" <= character <= "\u11ff"
