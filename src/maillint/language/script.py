"""Which language a text is in, told by its characters."""

from __future__ import annotations

from maillint.language.text import is_han

SIMPLIFIED = frozenset("这们来说时国会对为发问请谢见务复")
TRADITIONAL = frozenset("這們來說時國會對為發問請謝見務復複")


def language_of(text: str) -> str:
    """The language of ``text``: "en", "zh-Hans", "zh-Hant", "mixed" or "other"."""
    han = sum(map(is_han, text))
    letters = sum(character.isascii() and character.isalpha() for character in text)
    if not han:
        return "en" if letters else "other"
    traditional = sum(character in TRADITIONAL for character in text)
    simplified = sum(character in SIMPLIFIED for character in text)
    return "zh-Hant" if traditional > simplified else "zh-Hans"
