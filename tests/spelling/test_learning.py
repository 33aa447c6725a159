"""Which words no list knows, and which of them are close to a common one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maillint.language.spelling.learn import corrections, opens_sentence, unknown_words


def test_unknown_words_are_found_with_their_places():
    text = "请把Kestrelon的报价寄给Årevikson。 The kestrelon’s valve, Grünhöhlen and kestrelon."
    found = list(unknown_words(text))
    assert [word for _, word in found] == ["Kestrelon", "Årevikson", "kestrelon", "Grünhöhlen", "kestrelon"]
    assert all(text.startswith(word, place) for place, word in found)


@pytest.mark.parametrize(
    "text",
    [
        "The pump is here, please confirm the delivery.",
        "Write to anna@kestrelon.example or see https://kestrelon.example/kestrelon.",
        "Look into /srv/kestrelon/log, kestrelon_valve and $kestrelon.",
        "The KESTRELON, the kestrelon-based one and kestrelon42.",
        "请把样品寄给我们🙂，靈犀閣",
        "",
    ],
)
def test_known_words_codes_and_acronyms_are_none(text):
    assert list(unknown_words(text)) == []


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("recieve", "receive"),
        ("Recieve", "receive"),
        ("schedulo", "schedule"),
        ("oppertunitty", "opportunity"),
        ("recieveing", "receiving"),
    ],
)
def test_words_close_to_a_common_one_may_be_slips(word, meant):
    assert corrections(word)[0] == meant


@pytest.mark.parametrize(
    "word", ["kestrelon", "Lindqvistson", "whiteboarding", "Åre", "årevikson", "receive", "灵犀阁"]
)
def test_words_far_from_all_others_are_none(word):
    assert corrections(word) == ()


def test_a_capital_is_due_where_a_sentence_opens():
    text = "Kestrelon. Kestrelon and Kestrelon\nKestrelon “Kestrelon"
    places = [place for place in range(len(text)) if text.startswith("Kestrelon", place)]
    assert [opens_sentence(text, place) for place in places] == [True, True, False, True, True]


@given(st.text(st.one_of(st.characters(), st.sampled_from("kestrlonå.'@-请")), max_size=60))
def test_any_text_can_be_searched(text):
    for place, word in unknown_words(text):
        assert text.startswith(word, place)
        assert all(meant != word.lower() for meant in corrections(word))
