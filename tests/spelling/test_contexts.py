from __future__ import annotations

import time
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import maillint.checks
from maillint.language.spelling import contexts

LIST = tomllib.loads((Path(maillint.checks.__path__[0]) / "spelling/confusion.toml").read_text("utf-8"))
PATTERNS = {
    phrase: value.partition("\n")[2] for phrase, value in LIST["phrases"]["en"].items() if value.startswith("~\n")
}


def meant(text: str, word: str) -> str:
    start = text.index(word)
    return told(text, start, start + len(word), PATTERNS[word])


def told(text: str, start: int, end: int, patterns: str) -> str:
    return contexts.told(text, start, end, f"~\n{patterns}")[2]


def test_the_word_may_be_a_part_of_its_phrase() -> None:
    assert contexts.told("we turn of at leeds", 3, 10, "~of\nturn [off] at") == (8, 10, "off")
    assert contexts.told("we turn of at leeds", 3, 10, "~turn\nwe [tune] of") == (3, 7, "tune")
    assert contexts.told("that is a idea, å", 8, 14, "~a\n[an]") == (8, 9, "an")


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


def test_what_the_sentence_must_hold() -> None:
    assert told("please sign it until friday", 15, 20, "+please [by] friday") == "by"
    assert told("please wait. sign it until friday", 21, 26, "+please [by] friday") == ""


def test_a_sentence_longer_than_the_window_is_not_judged_by_what_it_lacks() -> None:
    assert meant(f"fewer came {'than we thought possible, å '.replace('than ', '') * 9}than we will pay", "than") == ""


@pytest.mark.parametrize(
    ("text", "before", "behind"),
    [
        ("we hear you.", "hear", "."),
        ("“ja” you’re, å you 简体", "å", "简体"),
        ("it's you,", "it's", ","),
        ("room 3, you (b)", ",", "("),
        ("room 3. you 7.5.", ".", "7.5"),
        ("done. you", ".", "\n"),
        ("an end\n\nyou\n\nbegin", "\n\n", "\n\n"),
        ("well-known you e.g.", "well-known", "e"),
    ],
)
def test_the_words_beside_are_the_nearest_tokens(text: str, before: str, behind: str) -> None:
    start = text.rindex("you")
    assert contexts._word_before(text, start) == before
    assert contexts._word_behind(text, start + 3) == behind


@given(st.text(alphabet="ab their's.,;!? \n简体å😀-3", max_size=80), st.sampled_from(sorted(PATTERNS)))
def test_any_neighbours_are_borne(around: str, word: str) -> None:
    text = f"{around} {word} {around}"
    start = len(around) + 1
    assert isinstance(told(text, start, start + len(word), PATTERNS[word]), str)


@given(st.text(alphabet="ab their's.,;!? \n简体å😀-3", max_size=60), st.text(alphabet="ab's., \n简å-3", max_size=60))
def test_words_beside_are_tokens_as_the_pattern_finds_them(before: str, behind: str) -> None:
    text = f"{before} you {behind}"
    start = len(before) + 1
    assert [contexts._word_before(text, start)] == (contexts._tokens().findall(text, 0, start) or ["\n"])[-1:]
    assert [contexts._word_behind(text, start + 3)] == (contexts._tokens().findall(text, start + 3) or ["\n"])[:1]


@pytest.mark.parametrize("word", sorted(PATTERNS))
def test_no_pattern_leaves_the_word_as_it_is(word: str) -> None:
    assert all(right not in ("", word) for right, *_ in contexts._read(PATTERNS[word]))


@pytest.mark.parametrize("word", sorted(PATTERNS))
def test_every_class_exists(word: str) -> None:
    choices = {
        choice
        for _, *lists in contexts._read(PATTERNS[word])
        for items in lists
        for item in items
        for choice in item.strip("~+!?").split("/")
    }
    assert all(contexts._class(choice[1:]) for choice in choices if choice[:1] == "@")


def test_a_long_line_takes_no_longer() -> None:
    text = f"{'x' * 500_000} their is {'y ' * 500_000}"
    begun = time.perf_counter()
    assert told(text, 500_001, 500_006, PATTERNS["their"]) == "there"
    assert time.perf_counter() - begun < 0.1
