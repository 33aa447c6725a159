from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maillint.language.spelling import contexts


def meant(text: str, word: str) -> str:
    start = text.index(word)
    return contexts.meant(text, start, start + len(word), word)


def test_neighbours_tell() -> None:
    assert meant("please repaint you're garage door", "you're") == "your"
    assert meant("if you're late", "you're") == ""


def test_a_sentence_begins_at_a_full_stop_or_at_the_text() -> None:
    assert meant("their is no key", "their") == "there"
    assert meant("right. were looking at may", "were") == "we're"
    assert meant("they were looking at may", "were") == ""


def test_a_hyphen_makes_another_word() -> None:
    assert meant("its a-frame is new", "its") == ""
    assert meant("its a frame", "its") == "it's"


def test_what_the_sentence_held_before_may_excuse_a_word() -> None:
    assert meant("it is cheaper then the last one", "then") == "than"
    assert meant("if it is cheaper then the last one goes", "then") == ""
    assert meant("send it, than we will pay", "than") == "then"
    assert meant("he is taller than i am", "than") == ""


def test_a_sentence_longer_than_the_window_is_not_judged_by_what_it_lacks() -> None:
    assert meant(f"fewer came {'than we thought possible, å '.replace('than ', '') * 9}than we will pay", "than") == ""


def test_an_unknown_word_means_nothing_else() -> None:
    assert meant("the pump", "pump") == ""


@given(st.text(alphabet="ab their's.,;!? \n简体å😀-", max_size=80), st.sampled_from(sorted(contexts.words())))
def test_any_neighbours_are_borne(around: str, word: str) -> None:
    text = f"{around} {word} {around}"
    assert isinstance(contexts.meant(text, len(around) + 1, len(around) + 1 + len(word), word), str)


@pytest.mark.parametrize("word", sorted(contexts.words()))
def test_no_pattern_leaves_the_word_as_it_is(word: str) -> None:
    assert all(pattern.right not in ("", word) for pattern in contexts._patterns(word))


def test_a_long_line_takes_no_longer() -> None:
    text = f"{'x' * 500_000} their is {'y ' * 500_000}"
    begun = time.perf_counter()
    assert contexts.meant(text, 500_001, 500_006, "their") == "there"
    assert time.perf_counter() - begun < 0.1
