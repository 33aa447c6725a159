"""How many terminal columns text takes, so that carets stand under what they point at (UAX #11)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_JOINER = "\u200d"
_EMOJI_STYLE = "\ufe0f"
_NOTHING = ("Mn", "Me", "Cf")
_MOST_KNOWN = 20_000
"""Characters that are kept in mind; mail is hostile input."""


def width(text: str) -> int:
    """Columns of ``text``: full-width characters and emoji take two, combining marks none.

    Ambiguous characters count one, as terminals outside East Asian locales draw them.
    """
    return len(text) if text.isascii() else sum(_columns(text))


def fitting(text: str, columns: int) -> int:
    """How many characters from the beginning of ``text`` fit into ``columns``."""
    if text.isascii():
        return min(len(text), columns)
    taken = 0
    for count, character_width in enumerate(_columns(text)):
        taken += character_width
        if taken > columns:
            return count
    return len(text)


class _Alone(dict[str, int]):
    """The columns of characters that stand for themselves, looked up where they were met before."""

    def __missing__(self, character: str) -> int:
        from unicodedata import category, east_asian_width

        is_nothing = category(character) in _NOTHING or _is_modifier(character)
        columns = 0 if is_nothing else 2 if east_asian_width(character) in "WF" else 1
        if len(self) < _MOST_KNOWN:
            self[character] = columns
        return columns


_alone = _Alone()


def _columns(text: str) -> Iterator[int]:
    """The columns each character adds to those before it."""
    if _JOINER in text or _EMOJI_STYLE in text:
        return _joined(text)
    return map(_alone.__getitem__, text)


def _joined(text: str) -> Iterator[int]:
    from unicodedata import east_asian_width

    before = ""
    for character in text:
        if character == _EMOJI_STYLE:
            yield int(not before.isascii() and east_asian_width(before) not in "WF")
        else:
            yield 0 if before == _JOINER else _alone[character]
        before = character


def clip_left(text: str, columns: int) -> str:
    """The end of ``text`` that fits into ``columns``."""
    if width(text) <= columns:
        return text
    return "…" + text[len(text) - fitting(text[::-1], columns - 1) :]


def clip_right(text: str, columns: int) -> str:
    """The beginning of ``text`` that fits into ``columns``."""
    if 2 * len(text) <= columns or width(text) <= columns:
        return text
    return text[: fitting(text, columns - 1)] + "…"


def pad(text: str, columns: int) -> str:
    """``text`` with spaces behind it up to ``columns``."""
    return text + " " * (columns - width(text))


def _is_modifier(character: str) -> bool:
    """A skin tone (UTS #51) or the second half of a Hangul syllable: drawn into the character before it."""
    return "\U0001f3fb" <= character <= "\U0001f3ff" or "\u1160" <= character <= "\u11ff"
