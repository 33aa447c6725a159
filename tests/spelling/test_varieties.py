"""British and American corrections: the one the message keeps to comes first."""

from __future__ import annotations

import pytest

from maillint.language.spelling.varieties import english_used, in_english


@pytest.mark.parametrize(
    ("words", "english", "expected"),
    [
        (("color", "colour"), "en-GB", ("colour", "color")),
        (("colour", "color", "collar"), "en-US", ("color", "colour", "collar")),
        (("hour", "honor", "honour"), "en-GB", ("hour", "honour", "honor")),
        (("organize", "organise"), "en-GB", ("organise", "organize")),
        (("license", "licence"), "en-US", ("license", "licence")),
        (("traveled", "travelled"), "en-GB", ("travelled", "traveled")),
        (("meeting", "melting"), "en-GB", ("meeting", "melting")),
        (("color", "colour"), "", ("color", "colour")),
    ],
)
def test_the_chosen_english_comes_first(words: tuple[str, ...], english: str, expected: tuple[str, ...]) -> None:
    assert in_english(words, english) == expected


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("The colour of the 简体 brochure, å", "en-GB"),
        ("Our favorite supplier apologizes 🙂", "en-US"),
        ("Grey, in our color range", ""),
        ("Åsa sends the pump", ""),
    ],
)
def test_a_text_shows_its_english(text: str, english: str) -> None:
    assert english_used(text) == english
