"""Mail is written by strangers: what it may not do to a terminal, a page or a log."""

from __future__ import annotations

from functools import cache

_ZERO_WIDTH = (0x200B, 0x2060, 0xFEFF)
_BIDI = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
_SEPARATORS = (0x2028, 0x2029)
_TAGS = range(0xE0000, 0xE0080)


@cache
def _table() -> dict[int, str]:
    hidden = (*range(0x20), *range(0x7F, 0xA0), *_ZERO_WIDTH, *_BIDI, *_SEPARATORS, *_TAGS)
    return {code: _escape(code) for code in hidden} | {0x09: " ", 0x0A: " ", 0x0D: ""}


@cache
def _json_table() -> dict[int, str]:
    hidden = (0x7F, *range(0x80, 0xA0), *_ZERO_WIDTH, *_BIDI, *_SEPARATORS)
    return {code: f"\\u{code:04x}" for code in hidden}


def _escape(code: int) -> str:
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def visible(text: str) -> str:
    """``text`` in one line, with nothing in it that a screen obeys instead of showing.

    Control characters (ANSI sequences among them), bidirectional overrides (UAX #9), zero-width spaces and lone
    surrogates are written out as escapes; tabs and line breaks become spaces. Joiners that emoji need stay.
    """
    if text.isprintable():
        return text
    shown = text.translate(_table())
    return shown.encode("utf-8", "backslashreplace").decode() if _has_surrogate(shown) else shown


def visible_json(document: str) -> str:
    """A JSON document whose strings hold nothing a terminal obeys: the same data, more escapes (RFC 8259 7)."""
    return document if document.isprintable() else document.translate(_json_table())


def _has_surrogate(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return True
    return False
