"""Rewrites that readers refused, and what became of them."""

from __future__ import annotations

import pytest

from maillint.engine import Config, lint, load
from maillint.finding import Finding, Grade
from maillint.message import from_compose

LETTER = "李明，您好！\n\n{}\n\n王芳"
NOTE = "Hi Tom,\n\n{}\n\nRegards,\nAnna"


def only(check: str, subject: str, text: str) -> Finding:
    """The one finding of a check in a message."""
    message = {"from": "Anna Berg <anna.berg@north.example>", "to": "Tom Reed <tom.reed@south.example>"}
    findings = lint(from_compose({**message, "subject": subject, "text": text}), load(Config())).findings
    (one,) = (finding for finding in findings if finding.check == check)
    return one


def replacements(finding: Finding) -> list[str]:
    """What its rewrite puts in, first choice first."""
    choices = (finding.rewrite.edits, *finding.rewrite.alternatives) if finding.rewrite else ()
    return [edit.replacement for edits in choices for edit in edits]


def test_single_words_of_a_text_in_cantonese_are_not_turned_into_mandarin() -> None:
    text = "何生：\n\n張枱聽日送到，師傅仲會幫你裝埋啲櫃門㗎！多謝幫襯，唔該晒！\n\n傢俬店"
    casual = only("tone-casual", "訂單7712：聽日送貨", text)
    assert casual.rewrite is not None
    assert (casual.rewrite.grade, replacements(casual)) == (Grade.ADVICE, [])


def test_one_such_word_in_a_letter_is_replaced() -> None:
    text = LETTER.format("訂單7712的貨款已收到，我哋明天（11月26日）出貨，請留意簽收。")
    assert replacements(only("tone-casual", "訂單7712：11月26日出貨", text)) == ["我們"]


def test_a_better_subject_has_one_prefix_of_a_chain() -> None:
    text = NOTE.format("Please move the crane in Malmö to hall 3 by 4 December 2026.")
    vague = only("subject-vague", "Re: Re: AW: update", text)
    assert vague.rewrite is not None
    (edit,) = vague.rewrite.edits
    assert (edit.span.start, edit.span.end) == (len("Re: "), len("Re: Re: AW: update"))
    assert edit.replacement == "Move the crane in Malmö to hall 3 by 4 December 2026"


@pytest.mark.parametrize(
    ("subject", "shorter"),
    [
        ("How to Reduce the Noise of Your Factory's Compressors and Cooling Towers at Night", []),
        (
            "Results of the pressure test on the boilers of the two ferries Astrid and Selma",
            ["Results of the pressure test on the boilers"],
        ),
    ],
)
def test_a_subject_is_cut_before_of_only_where_it_names_its_matter_by_then(subject: str, shorter: list[str]) -> None:
    assert replacements(only("subject-long", subject, NOTE.format("The hall in Malmö is open 🎓."))) == shorter


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("If can explain the wiring of the sauna, please call me.", "If I"),
        ("Please check if can deliver by 4 December 2026.", "if you"),
    ],
)
def test_who_can_is_told_by_what_can_be_done(text: str, right: str) -> None:
    assert replacements(only("spelling-confusion", "Crane 4471", NOTE.format(text))) == [right]


@pytest.mark.parametrize(
    ("text", "new"),
    [
        ("模具已经收到，thx~", "谢谢"),
        ("樣品與圖面都收到了，thx~", "謝謝"),
        ("Thx for the plan.", "Thanks"),
    ],
)
def test_thanks_are_in_the_language_of_the_words_before_them(text: str, new: str) -> None:
    assert replacements(only("tone-slang", "订单4471：12月3日交货", LETTER.format(text))) == [new]


@pytest.mark.parametrize(
    ("text", "new"),
    [
        ("lmk when Åse is back.", "Let me know"),
        ("The sauna is hot 🔥. lmk when Åse is back.", "Let me know"),
        ("Please lmk when Åse is back.", "let me know"),
        ("The sauna in the house behind the harbour of Malmö is hot, and please\nlmk when Åse is back.", "let me know"),
    ],
)
def test_a_sentence_begins_with_a_capital_though_its_author_wrote_none(text: str, new: str) -> None:
    assert replacements(only("tone-slang", "Sauna in hall 3", NOTE.format(text))) == [new]


def test_a_mark_before_chinese_is_a_full_width_one() -> None:
    text = LETTER.format("本店灯具一律 TOP QUALITY!!!保修五年。")
    assert replacements(only("emphasis-punctuation", "LED 灯具", text)) == ["。"]
