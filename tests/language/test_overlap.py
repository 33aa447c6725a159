"""What two passages have in common, and matters that nothing leads over to."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maillint.language.matters import names_a_thing, unannounced
from maillint.language.overlap import overlap

KILN = "The kiln is fired on 3 December 2026. Could Åsa bring the glazes?"
LEASE = "The lease of the shop runs out in spring 2027. Shall I ask for two more years?"
CHOIR = "Mrs Øst wants to hear whether her choir may sing in our yard. Please ring her."


def test_the_share_is_counted_of_the_later_passage() -> None:
    assert overlap("Two crates left the works.", "The crates are green.") == 0.5
    assert overlap(KILN, LEASE) == 0.0
    assert overlap("", "") == 0.0


def test_a_common_number_says_it_is_one_matter_and_a_common_year_does_not() -> None:
    assert overlap("Order 44718 is packed.", "Please tell 44718 to customs.") == 1.0
    assert overlap("The fair of 2027 is in Malmö.", "A painter comes in 2027 with four helpers.") < 0.3


def test_two_paragraphs_that_nothing_leads_over_to_are_matters() -> None:
    assert unannounced("Firing on 3 December", [KILN, LEASE, CHOIR]) == [1, 2]


@pytest.mark.parametrize(
    "paragraphs",
    [
        [KILN, LEASE],  # one is no evidence
        [KILN, "It needs two people. Could you come?", "Please bring gloves for everybody, and wear old shoes."],
        [
            KILN,
            "The glazes stand in the cellar. Could you carry them up?",
            "Åsa has the key of the kiln. Please ring her.",
        ],
        [],
    ],
)
def test_paragraphs_that_go_on_with_the_first_are_none(paragraphs: list[str]) -> None:
    assert unannounced("Firing on 3 December", paragraphs) == []


@pytest.mark.parametrize(
    "paragraph", ["The roof leaks.", "Jürgen asks for leave.", "you asked about the lamp", "Our vet"]
)
def test_a_thing_or_a_person_is_named(paragraph: str) -> None:
    assert names_a_thing(paragraph)


@pytest.mark.parametrize(
    "paragraph", ["Please come.", "it leaks", "The hotel is near.", "If it rains", "", "屋顶漏水", "屋頂漏水"]
)
def test_a_word_that_leans_back_names_none(paragraph: str) -> None:
    assert not names_a_thing(paragraph)


@given(st.text(max_size=80), st.text(max_size=80))
def test_any_two_texts_share_between_nothing_and_all(one: str, other: str) -> None:
    assert 0.0 <= overlap(one, other) <= 1.0


def test_words_that_any_two_matters_share_are_nothing_in_common() -> None:
    assert overlap("你们门口的井盖压住了。", "我表妹毕业了，你们招人吗？") == 0
