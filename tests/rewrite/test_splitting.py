"""Matters told apart: nothing that was said is lost, and what belongs together stays together."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maillint.finding import Confidence, Finding, Severity, Span
from maillint.message import from_compose, read
from maillint.rewrite import drafts, splitting

PARAGRAPHS = (
    "The pallets for order 4471 leave Malmö on 3 December 2026.",
    "By the way, who books the hotel in Ås? 🏨",
    "另外，尾牙的節目單請於12月3日前報給我。",
    "年会的座位表已经发给您了，请查收！",
    "One more thing: the lamps，in hall 3\nflicker at night.",
    "Please tell the driver about the gate.",
)


def message(paragraphs, end="\n"):
    text = "\n\n".join(["Hi Tom,", *paragraphs, "Best regards,\nAnna Berg"]) + "\n"
    head = (
        "From: Anna Berg <anna.berg@north.example>\nTo: Tom Reed <tom.reed@south.example>\nSubject: Order 4471\n"
        "MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n"
    )
    return read((head + text).replace("\n", end).encode())


def opening(draft, words, name="Another matter", first="Order 4471"):
    start = draft.text.index(words)
    span = Span("body", start, start + len(words))
    args = {"first": first, "name": name}
    return Finding(splitting.CHECK, Severity.WARNING, Confidence.HIGH, span, words, 8, args=args)


def test_without_an_opening_there_is_nothing_to_split():
    assert splitting.matters(message(PARAGRAPHS), []) == ()


@pytest.mark.parametrize("cue", ["by the way", "BY THE WAY"])
def test_the_words_that_led_over_are_left_out(cue):
    draft = message(PARAGRAPHS[:2])
    matter = splitting.matters(draft, [opening(draft, PARAGRAPHS[1])], [cue.lower()])[1]
    assert matter.own == "Who books the hotel in Ås? 🏨"
    assert matter.text == "Hi Tom,\n\nWho books the hotel in Ås? 🏨\n\nBest regards,\nAnna Berg\n"


def test_a_sentence_of_nothing_else_keeps_them():
    draft = message([PARAGRAPHS[0], "另外，好"])
    assert splitting.matters(draft, [opening(draft, "另外，好")], ["另外"])[1].own == "另外，好"


def test_a_later_paragraph_goes_to_the_matter_it_speaks_of():
    back = "The pallets of order 4471 need a crane at the gate in Malmö."
    draft = message([*PARAGRAPHS[:2], back])
    first, second = splitting.matters(draft, [opening(draft, PARAGRAPHS[1])])
    assert first.own == f"{PARAGRAPHS[0]}\n\n{back}"
    assert back not in second.text


def test_a_matter_within_a_paragraph_is_cut_at_its_sentence():
    draft = message([f"{PARAGRAPHS[0]} {PARAGRAPHS[1]}"])
    first, second = splitting.matters(draft, [opening(draft, PARAGRAPHS[1])])
    assert first.own == PARAGRAPHS[0]
    assert second.own == PARAGRAPHS[1]


def test_a_subject_that_says_nothing_is_replaced_by_the_matters_name():
    draft = message(PARAGRAPHS[:2])._replace(subject="Re: Stuff")
    first = splitting.matters(draft, [opening(draft, PARAGRAPHS[1], first="Pallets for order 4471")])[0]
    assert first.subject == "Re: Pallets for order 4471"


def test_a_composed_message_can_be_split_as_well():
    draft = from_compose(
        {
            "from": "a@n.example",
            "to": "b@s.example",
            "subject": "Order 4471",
            "text": "Hi,\n\nA b c d.\n\n另外，請報名。\n",
        }
    )
    assert [one.own for one in splitting.matters(draft, [opening(draft, "另外，請報名。")])] == [
        "A b c d.",
        "另外，請報名。",
    ]


@given(
    order=st.permutations(range(len(PARAGRAPHS))),
    at=st.lists(st.integers(1, len(PARAGRAPHS) - 1), min_size=1, max_size=3, unique=True),
    end=st.sampled_from(["\n", "\r\n"]),
)
def test_all_that_was_said_stands_in_one_draft(order, at, end):
    paragraphs = [PARAGRAPHS[number] for number in order]
    draft = message(paragraphs, end)
    matters = splitting.matters(draft, [opening(draft, paragraphs[place].split("\n")[0]) for place in at])
    assert len(matters) == len(at) + 1
    for paragraph in paragraphs:
        assert sum(paragraph in matter.own for matter in matters) == 1
    for matter, data in zip(matters, drafts.written(draft, matters), strict=True):
        found = read(data)
        assert (found.subject, found.text.strip()) == (matter.subject, matter.text.strip())
        assert (found.sender, found.to) == (draft.sender, draft.to)
        assert end == "\n" or b"\n" not in data.replace(b"\r\n", b"")
