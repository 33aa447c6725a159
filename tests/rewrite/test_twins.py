"""Places of one text found in the other form of it."""

from __future__ import annotations

import pytest

from maillint.rewrite.splices import Splice, spliced
from maillint.rewrite.twins import Twin


def twin_of(text, twin, old, new, nth=0):
    start = -1
    for _ in range(nth + 1):
        start = text.index(old, start + 1)
    changes = Twin(text, twin).changes(Splice(start, start + len(old), new))
    return None if changes is None else spliced(twin, changes)


@pytest.mark.parametrize(
    ("text", "twin", "old", "new", "wanted"),
    [
        ("the valves leave next Monday.", "the *valves* leave next\nMonday.", "Monday", "Monday (30th)", "the *valves* leave next\nMonday (30th)."),
        ("Dear Mrs. Thomas Berger", "Dear Mrs. Thomas\nBerger", "Mrs. Thomas Berger", "Mrs. Berger", "Dear Mrs. Berger"),
        ("it is now 🚀🚀 here", "it is now 🚀🚀 here", " 🚀🚀", "", "it is now here"),
        ("*** Sale *** now", "*** Sale *** now", "*** Sale ***", "Sale", "Sale now"),
        ("One. Two.", "One.\nTwo.", " ", "\n\n", "One.\n\nTwo."),
        ("样品下周三寄出。", "样品下周三\n寄出。", "下周三", "下周三（12月2日）", "样品下周三（12月2日）\n寄出。"),
        ("see here now", "see here <https://x.example/> now", "now", "soon", "see here <https://x.example/> soon"),
    ],
)  # fmt: skip
def test_the_same_words_are_found_in_other_lines_and_marks(text, twin, old, new, wanted):
    assert twin_of(text, twin, old, new) == wanted


def test_which_of_several_is_told_by_the_words_around_and_by_their_order():
    text = "We ship on Monday. They pay on Monday. We ship on Monday."
    twin = "We ship on Monday.\n\nThey pay on Monday.\n\nWe ship on Monday."
    assert twin_of(text, twin, "Monday", "Friday", nth=1) == twin.replace("pay on Monday", "pay on Friday")
    assert twin_of(text, twin, "Monday", "Friday", nth=2) == twin[: -len("Monday.")] + "Friday."


def test_words_that_the_twin_has_less_often_are_not_guessed():
    assert twin_of("a teh b teh c", "a b teh d", "teh", "the") is None


def test_a_part_of_a_word_and_an_insertion_keep_their_places():
    assert twin_of("recieved goods", "recieved\ngoods", "ie", "ei") == "received\ngoods"
    assert Twin("a b", "a\nb").changes(Splice(1, 1, "!")) == [Splice(1, 1, "!")]
    assert Twin("a b", "a\nb").changes(Splice(2, 2, "Hi\n")) == [Splice(2, 2, "Hi\n")]


def test_a_note_about_html_is_no_twin():
    assert not Twin("Hi Tom, the valves leave on Monday.", "Please switch to HTML.").is_same_text
    assert Twin("Hi Tom, the valves leave.", "Hi Tom,\nthe valves leave.\n-- \nAnna").is_same_text
    assert not Twin("", "x").is_same_text
