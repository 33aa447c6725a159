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
    (one,) = found("subject-vague", subject="Re: Re: AW: update", text=text)
    assert {edits[0].span.start for edits in (one.rewrite.edits, *one.rewrite.alternatives)} == {4}


@pytest.mark.parametrize(
    ("subject", "first"),
    [
        ("How to Maximize the Value of Your Company's Intellectual Property in Years to Come", ""),
        (
            "Information about the delivery of the free samples of the pruning shears HD-22 and HD-25 you selected",
            "Information about the delivery of the free samples",
        ),
    ],
)
def test_a_subject_is_cut_before_of_only_where_it_names_its_matter_by_then(subject, first):
    text = "Dear Tom,\n\nThe hall in Malmö is open 🎓.\n\nRegards,\nAnna"
    (one,) = found("subject-long", subject=subject, text=text)
    new = one.rewrite.edits[0].replacement if one.rewrite.edits else ""
    assert new == first or (not first and not new.endswith("the Value"))


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("If can answer any questions for you, please call me.", "if I"),
        ("Please check if can deliver by 4 December 2026.", "if you"),
    ],
)
def test_who_can_is_told_by_what_can_be_done(text, right):
    (one,) = found("spelling-confusion", subject="Crane 4471", text=f"Hi Tom,\n\n{text}\n\nRegards,\nAnna")
    assert one.args["right"].lower() == right.lower() or right.endswith(one.args["right"])


@pytest.mark.parametrize(
    ("text", "new"),
    [("等您的反馈，thx~", "谢谢"), ("等您的回覆與報價單，thx~", "謝謝"), ("Thx for the plan.", "Thanks")],
)
def test_thanks_are_in_the_language_of_the_words_before_them(text, new):
    (one,) = found("tone-slang", subject="订单4471：12月3日交货", text=f"李明，您好！\n\n{text}\n\n王芳")
    assert one.rewrite.edits[0].replacement == new


def test_a_mark_before_chinese_is_a_full_width_one():
    (one, *_) = found(
        "emphasis-punctuation", subject="LED 灯具", text="老板，您好！\n\n我们是工厂，BEST QUALITY!!!十年老厂。\n\n王芳"
    )
    assert one.rewrite.edits[0].replacement == "。"
