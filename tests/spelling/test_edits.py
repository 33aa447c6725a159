from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maillint.language.spelling.edits import LETTERS, neighbours, plausibility


def test_neighbours_are_one_slip_away() -> None:
    found = neighbours("form")
    assert {"from", "for", "forms", "farm", "fform", "orm"} <= found
    assert "form" not in found
    assert "firms" not in found


@pytest.mark.parametrize(
    ("likelier", "less_likely"),
    [
        (("recieve", "receive"), ("retreive", "retrieve")),
        (("comittee", "committee"), ("cpmmittee", "committee")),
        (("seperate", "separate"), ("sezarate", "separate")),
        (("questoin", "question"), ("questixn", "question")),
        (("wirk", "work"), ("zork", "work")),
    ],
)
def test_some_slips_are_easier_than_others(likelier: tuple[str, str], less_likely: tuple[str, str]) -> None:
    assert plausibility(*likelier) >= plausibility(*less_likely)


@given(st.text(alphabet=LETTERS, min_size=1, max_size=9))
def test_every_neighbour_has_the_word_for_a_neighbour(word: str) -> None:
    for other in sorted(neighbours(word))[:40]:
        if other:
            assert word in neighbours(other)
            assert -0.9 <= plausibility(word, other) <= 0.5
