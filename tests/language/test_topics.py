"""Fields of business, content words and names for matters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maillint.language.headline import headline
from maillint.language.topics import are_far_apart, business_fields, content_words, enter_another


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("Please pay the invoice.", "money"),
        ("Our attorney reads the contract.", "law"),
        ("The pallets left the warehouse.", "goods"),
        ("The server is down again.", "computing"),
        ("Two candidates for the interview", "staff"),
        ("Seats for the training", "training"),
        ("Ein Geschenk? A birthday gift!", "social"),
        ("The parking barrier", "premises"),
        ("请安排发货。", "goods"),
        ("服务器昨晚升级。", "computing"),
        ("伺服器昨晚升級。", "computing"),
        ("尾牙節目單", "social"),
        ("含稅", "money"),
        ("摄影比赛", "social"),
    ],
)
def test_fields_are_told_by_their_nouns(text: str, field: str) -> None:
    assert field in business_fields(text)


@pytest.mark.parametrize("text", ["", "Thank you.", "谢谢。", "Please let me know.", "12345"])
def test_courtesy_belongs_to_no_field(text: str) -> None:
    assert business_fields(text) == frozenset()


def test_money_and_travel_go_with_everything() -> None:
    assert not are_far_apart(frozenset({"money"}), frozenset({"training"}))
    assert not are_far_apart(frozenset({"plant"}), frozenset({"travel"}))


def test_kin_fields_are_one_matter_and_strangers_are_two() -> None:
    assert not are_far_apart(frozenset({"goods"}), frozenset({"law"}))
    assert not are_far_apart(frozenset({"law"}), frozenset({"goods"}))
    assert are_far_apart(frozenset({"goods"}), frozenset({"training"}))


def test_a_field_counts_as_another_beside_one_that_was_spoken_of() -> None:
    assert enter_another(frozenset({"goods"}), frozenset({"goods", "social"}))
    assert enter_another(frozenset(), frozenset({"staff"}))
    assert not enter_another(frozenset({"goods"}), frozenset({"law", "money"}))
    assert not enter_another(frozenset({"goods"}), frozenset())


def test_plurals_and_case_do_not_part_words() -> None:
    assert content_words("Brass Valves, one valve") == content_words("valve brass") == {"valve", "brass"}


def test_han_counts_in_pairs() -> None:
    assert content_words("采购单") == {"采购", "购单"}
    assert content_words("2027年采购单") == {"年采", "采购", "购单", "2027"}


@pytest.mark.parametrize(
    ("sentence", "cue", "name"),
    [
        ("By the way, could you please send the old brochure to the printer, because he asks?", "By the way",
         "Send the old brochure to the printer"),
        ("Separately, the car park closes on 3 December.", "Separately", "Car park closes on 3 December"),
        ("另外，请您把12月的排班表发给我，谢谢。", "另外", "把12月的排班表发给我"),
        ("還有一件事，麻煩您更新訪客名單。", "還有一件事", "更新訪客名單"),
        ("The new parking barrier is being replaced.", "", "New parking barrier"),
        ("P.S. We need two\nprojectors.", "P.S.", "Two projectors"),
    ],
)  # fmt: skip
def test_a_matter_gets_a_short_name(sentence: str, cue: str, name: str) -> None:
    assert headline(sentence, cue) == name


@given(st.text(max_size=300), st.text(max_size=8))
def test_a_name_is_always_short_enough_for_a_subject(sentence: str, cue: str) -> None:
    assert len(headline(sentence, cue)) <= 60
