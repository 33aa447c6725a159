"""Rewrites that readers refused, and what became of them."""

from __future__ import annotations

import pytest

from maillint.engine import Config, lint, load
from maillint.finding import Grade
from maillint.message import from_compose


def found(check, **fields):
    message = {"from": "Anna Berg <anna.berg@north.example>", "to": "Tom Reed <tom.reed@south.example>", **fields}
    return [one for one in lint(from_compose(message), load(Config())).findings if one.check == check]


CANTONESE = "伍小姐：\n\n聽日嚟攞都得㗎，我哋準備咗蠟燭送埋畀你啦！多謝幫襯！唔使客氣，88～\n\n甜品店"


def test_single_words_of_a_text_in_cantonese_are_not_turned_into_mandarin():
    casual = found("tone-casual", subject="訂單7712：聽日攞貨", text=CANTONESE)
    assert casual
    assert {one.rewrite.grade for one in casual} == {Grade.ADVICE}


def test_one_such_word_in_a_letter_is_replaced():
    text = "李經理：\n\n您好！訂單7712的貨款已收到，我哋明天（11月26日）出貨，請留意簽收。\n\n順頌商祺\n王芳"
    (one,) = found("tone-casual", subject="訂單7712：11月26日出貨", text=text)
    assert one.rewrite.edits[0].replacement == "我們"


def test_a_better_subject_has_one_prefix_of_a_chain():
    text = "Tom,\n\nPlease move the crane in Malmö to hall 3 by 4 December 2026.\n\nRegards,\nAnna"
    for one in found("subject-vague", subject="Re: Re: AW: update", text=text):
        subjects = [edits[0] for edits in (one.rewrite.edits, *one.rewrite.alternatives)]
        assert {edit.span.start for edit in subjects} == {3}
        assert not any("AW:" in edit.replacement for edit in subjects)


@pytest.mark.parametrize(
    "subject", ["How to Maximize the Value of Your Company's Intellectual Property in Years to Come"]
)
def test_a_subject_is_not_cut_before_what_belongs_to_its_noun(subject):
    text = "Dear Tom,\n\nThe seminar in Malmö is on 4 December 2026 🎓.\n\nRegards,\nAnna"
    for one in found("subject-long", subject=subject, text=text):
        for edits in (one.rewrite.edits, *one.rewrite.alternatives):
            assert not edits[0].replacement.strip().endswith("the Value")
