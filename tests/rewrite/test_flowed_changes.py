"""Changes of format=flowed texts: soft breaks, stuffing and quotes stay what they are."""

from __future__ import annotations

import pytest

from maillint.message import flowed
from maillint.message.draft import Shown
from maillint.rewrite.carriers import FLOWED, Carrier
from maillint.rewrite.splices import Splice


def changed(source, old, new, *, deletes_space=False, at=None):
    text, segments = flowed.unwrap(source, delete_space=deletes_space)
    carrier = Carrier(FLOWED, Shown(text, "text/plain", source, segments), deletes_space)
    start = text.index(old) if at is None else at
    return carrier.changed([Splice(start, start + len(old), new)]).shown.source


@pytest.mark.parametrize(
    ("source", "old", "new", "wanted"),
    [
        ("the plan \nships next \nMonday.", "next Monday", "on Monday", "the plan \nships on \nMonday."),
        ("Hi,\n\nit ships.\n> next week", "ships", "sails", "Hi,\n\nit sails.\n> next week"),
        (" From here\n >not a quote", "From here", "From there", " From there\n >not a quote"),
        ("See you.\n-- \nAnna", "you", "them", "See them.\n-- \nAnna"),
        ("One. Two \nthree.", " ", "\n\n", "One.\n\nTwo \nthree."),
    ],
)
def test_soft_and_hard_lines_stay(source, old, new, wanted):
    assert changed(source, old, new) == wanted


def test_a_line_that_gets_too_long_is_broken_softly():
    line = "word " * 14 + "next Monday."
    made = changed(line, "Monday", "Monday (30 November 2026)")
    assert made == "word " * 14 + "next \nMonday (30 November 2026)."


def test_with_delsp_the_space_before_a_soft_break_is_the_break_s_own():
    line = "word " * 14 + "next Monday."
    made = changed(line, "Monday", "Monday (30 November 2026)", deletes_space=True)
    assert made == "word " * 14 + "next  \nMonday (30 November 2026)."


def test_a_paragraph_is_cut_at_a_soft_break():
    assert changed("One. \nTwo.", " ", "\n\n", at=4) == "One.\n\nTwo."


def test_a_salutation_and_a_closing_stand_on_lines_of_their_own():
    assert changed("See you.\n", "", "Hi 李明,\n\n", at=0) == "Hi 李明,\n\nSee you.\n"
    assert changed("See you.\n\nAnna\n", "", "Best,\n", at=len("See you.\n\n")) == "See you.\n\nBest,\nAnna\n"
