from __future__ import annotations

import pytest

from maillint.language.spelling.variants import AMERICAN, BRITISH, others


def right(text: str, variant: str) -> list[str]:
    return [spelling for _, _, spelling in others(text, variant)]


@pytest.mark.parametrize("variant", ["", "en", "fr"])
def test_nobody_is_told_who_has_not_chosen(variant: str) -> None:
    assert right("The colour of the color chart in Malmö", variant) == []


def test_each_side_is_told_of_the_other() -> None:
    assert right("Colour and grey in the centre", AMERICAN) == ["Color", "gray", "center"]
    assert right("Color and gray in the center", BRITISH) == ["Colour", "grey", "centre"]


def test_organize_is_british_too() -> None:
    assert right("We organize and organise it", AMERICAN) == ["organize"]
    assert right("We organize and organise it", BRITISH) == []


def test_words_that_both_sides_have() -> None:
    assert right("Check the license of the program; a story about a flat tire", BRITISH) == []
    assert right("Two analyses agree", AMERICAN) == []


def test_names_and_addresses_are_left_alone() -> None:
    assert right("COLOUR colour_map grey@north.example www.colour.example 灰色grey-scale", AMERICAN) == []
