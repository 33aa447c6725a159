from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maillint.language.spelling.edits import plausibility, with_ending


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


@given(st.text(alphabet="aeirstnmz", min_size=1, max_size=9), st.integers(0, 8), st.sampled_from("aeizq"))
def test_no_slip_is_easier_than_a_doubled_letter(word: str, place: int, letter: str) -> None:
    place %= len(word)
    wrong = word[:place] + letter + word[place:]
    assert -0.9 <= plausibility(wrong, word) <= 0.5
    assert plausibility(word, wrong) == plausibility(wrong, word)


@pytest.mark.parametrize(
    ("wrong", "meant", "first"),
    [
        ("certificats", ("certificate", "certificates"), "certificates"),
        ("acknowleged", ("acknowledge", "acknowledged"), "acknowledged"),
        ("historis", ("history", "histories"), "histories"),
        ("interets", ("interest", "interests"), "interest"),
        ("singin", ("sing", "singing"), "sing"),
        ("wals", ("was", "walls"), "was"),
        ("teh", ("the",), "the"),
    ],
)
def test_what_keeps_the_ending_written_goes_first(wrong: str, meant: tuple[str, ...], first: str) -> None:
    assert with_ending(wrong, meant)[0] == first
    assert sorted(with_ending(wrong, meant)) == sorted(meant)
