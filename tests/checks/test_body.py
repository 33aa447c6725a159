"""Paragraphs, template fields and second matters, as people write them."""

from __future__ import annotations

import time
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest

import maillint.checks
from maillint.engine import examples, packs
from maillint.engine.checkfile import read
from maillint.engine.packs import Spec

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maillint.finding import Finding

CHECKS = maillint.checks.__path__[0]


@cache
def spec(name: str) -> Spec:
    return Spec(*packs.run_data(read(f"{CHECKS}/{name.replace('-', '/', 1)}.toml")))


def judge(name: str, text: str, **example: Any) -> Sequence[Finding]:
    example = {"lang": "en", "text": text, **example}
    return examples.findings_of(spec(name), examples.compose(example), example)


def mended(text: str, findings: Sequence[Finding]) -> str:
    edits = [edit for finding in findings if finding.rewrite for edit in finding.rewrite.edits]
    return examples.apply(text, edits)


SENTENCE = "The crew of the night shift checks the belt, the drive and the guard before the line starts. "
HAN = "夜班人员开线之前要检查皮带、电机和护罩。"


@pytest.mark.parametrize("name", ["body-long-paragraph", "body-placeholder", "body-several-topics"])
def test_the_examples_come_out_as_they_say(name: str) -> None:
    problems = [result for result in examples.run(spec(name).path) if result.problem]
    assert problems == []


class TestLongParagraph:
    def test_a_hundred_words_are_fine_and_one_more_is_not(self) -> None:
        hundred = " ".join(["word"] * 100) + "."
        assert not judge("body-long-paragraph", f"Hi Tom,\n\n{hundred}\n\nAnna")
        assert judge("body-long-paragraph", f"Hi Tom,\n\nOne {hundred}\n\nAnna")

    def test_han_count_by_character(self) -> None:
        [finding] = judge("body-long-paragraph", f"李明：\n\n{HAN * 11}\n\n王芳", lang="zh-Hans")
        assert finding.key == "han"
        assert finding.args["han"] > 180

    def test_mixed_text_adds_both(self) -> None:
        mixed = HAN * 5 + SENTENCE * 4
        assert judge("body-long-paragraph", f"李明：\n\n{mixed}\n\n王芳", lang="zh-Hans")

    def test_breaks_stand_between_sentences_and_lose_nothing(self) -> None:
        text = f"Hi Tom,\n\n{SENTENCE * 20}\n\nRegards,\nAnna"
        findings = judge("body-long-paragraph", text)
        better = mended(text, findings)
        assert better.replace("\n", " ").split() == text.replace("\n", " ").split()
        assert not judge("body-long-paragraph", better)

    def test_one_endless_sentence_gets_words_of_advice(self) -> None:
        endless = " and ".join(["the belt stops"] * 40)
        [finding] = judge("body-long-paragraph", f"Hi Tom,\n\n{endless}\n\nAnna")
        assert finding.rewrite is not None
        assert finding.rewrite.edits == ()

    def test_an_html_paragraph_counts_too(self) -> None:
        html = f"<p>Hi Tom,</p><p>{SENTENCE * 8}</p><p>Anna</p>"
        assert judge("body-long-paragraph", "", html=html)

    def test_quoted_walls_of_text_are_not_the_authors(self) -> None:
        quote = "\n".join(f"> {SENTENCE}" for _ in range(12))
        assert not judge("body-long-paragraph", f"Thank you.\n\nAnna\n\nOn 3 Dec 2026, Tom wrote:\n\n{quote}")


class TestPlaceholder:
    @pytest.mark.parametrize(
        "field",
        [
            *("[Name]", "[Your Name]", "[insert date]", "[company name]", "[[First Name]]", "[Client Name]"),
            *("{{first_name}}", "{name}", "{!Contact.FirstName}", "*|FNAME|*", "%FIRSTNAME%", "<<DATE>>"),
            *("<first name>", "XX,XXX", "X,XXX", "TBD", "#name#", "某某", "＿＿", "[fee to be added]", "[●]", "[IBAN]"),
            *(
                "[kiln number]",
                "[paste the table]",
                "(insert their address)",
                "0XX XXX XXXX",
                "【待录入】",
                "（住址待补充）",
            ),
        ],
    )
    def test_fields_of_all_kinds(self, field: str) -> None:
        [finding] = judge("body-placeholder", f"Hi Tom,\n\nWe wrote to {field} yesterday.\n\nRegards,\nAnna")
        assert finding.text == field

    @pytest.mark.parametrize(
        ("text", "field"),
        [
            ("The kiln weighs XX tonnes.", "XX"),
            ("Bread goes up by x% in May.", "x"),
            ("The glazier comes on the XXth of May.", "XX"),
            ("We fire NN pieces a week.", "NN"),
            ("The loan costs £??? a month.", "???"),
            ("Mr ??? signed for it.", "???"),
            ("Please glaze them by DD/MM.", "DD/MM"),
            ("The rent is (amount) a week.", "(amount)"),
            ("釉料共？？件，", "？？"),
            ("窑炉将于某月某日点火，", "某月某日"),
            ("學員住在XX酒店，", "XX"),
            ("窑址是〇〇〇〇，", "〇〇〇〇"),
        ],
    )
    def test_gaps_inside_a_sentence(self, text: str, field: str) -> None:
        [finding] = judge("body-placeholder", f"Hi Tom,\n\n{text}\n\nRegards,\nAnna")
        assert finding.text == field

    @pytest.mark.parametrize(
        "text",
        [
            "Dates are written by hand, in the form DD/MM/YYYY.",
            "Really?? You sold the kiln?? 真的？？个人觉得不会",
            "He said that [at that time] the kiln was cold; [no name] signed.",
            "生于二〇〇八年，〇〇后。",
            "The fee (amount and date below) is due; see annex NN.",
            "The XXth congress of potters is about the XXth century.",
            "If x grows, 10x% is no figure.",
            "__init__.py and snake__case/__main__",
            "As shown in [1] and [2, 3], see [Fig. 4] [sic].",
            "[image: logo.png] [cid:image001.png@01DC] [IMAGE]",
            "arr[name] = {name: value, date: null};",
            "The card **** **** **** 4471, formerly XXXX XXXX XXXX 4471.",
            "Sizes XXL, XXXL and 3XL; Henry VIII and Super Bowl XXX.",
            "See <https://north.example/name> or <tom.reed@south.example>.",
            "Order numbers look like AB-XXXX.",
            "The price is yet to be determined by the board.",
            "Part TBD-620 fits; TBDs are listed below.",
            "100%off% and 50%name",
        ],
    )
    def test_what_only_looks_like_one(self, text: str) -> None:
        assert not judge("body-placeholder", f"Hi Tom,\n\n{text}\n\nRegards,\nAnna")

    def test_the_subject_and_the_signature_are_read_too(self) -> None:
        findings = judge(
            "body-placeholder", "Hi Tom,\n\nSee you.\n\nRegards,\n[Your Name]", subject="Invoice for [Month]"
        )
        assert [(finding.span.zone == "subject", finding.text) for finding in findings] == [
            (True, "[Month]"),
            (False, "[Your Name]"),
        ]

    def test_headings_in_chinese_brackets_are_headings(self) -> None:
        text = "李明：\n\n【时间】12月3日\n【地点】三号厅\n\n王芳"
        assert not judge("body-placeholder", text, lang="zh-Hans")

    def test_a_form_to_fill_in_is_for_the_reader(self) -> None:
        text = "Hi Tom,\n\nPlease fill in the number here ______ and return it.\n\nAnna"
        assert not judge("body-placeholder", text)


class TestSeveralTopics:
    FIRST = "Hi Tom,\n\nThe shipment of order 4471 left the warehouse this morning and arrives on Thursday.\n\n"

    @pytest.mark.parametrize(
        "second",
        [
            "On a different note, the lecture hall needs a projector.",
            "Separately, the parking barrier is being replaced on 3 December.",
            "Unrelated to this, do you have the minutes of the board meeting?",
            "And while I have you, could you sign my holiday form?",
            "One more thing: the farewell party needs a cake.",
            "P.S. Would you hang the posters for the charity picnic?",
        ],
    )
    def test_words_that_open_another_matter(self, second: str) -> None:
        [finding] = judge("body-several-topics", f"{self.FIRST}{second}\n\nRegards,\nAnna")
        assert finding.text == second

    @pytest.mark.parametrize(
        "second",
        [
            "Separately, order 4471 needs a second label.",
            "Also, the carrier will call you before the delivery.",
            "By the way, the pallets carry your label.",
            "The freight is billed separately.",
            "It was on another note that we found the number.",
            "Also attached is the packing list.",
        ],
    )
    def test_more_about_the_same_matter(self, second: str) -> None:
        assert not judge("body-several-topics", f"{self.FIRST}{second}\n\nRegards,\nAnna")

    def test_one_aside_may_belong_to_the_matter_and_two_are_matters(self) -> None:
        one = "By the way, could you call the caretaker of the tennis club?\n\n"
        two = "One more thing: please tell me who teaches Italian.\n\n"
        assert not judge("body-several-topics", f"{self.FIRST}{one}Regards,\nAnna")
        findings = judge("body-several-topics", f"{self.FIRST}{one}{two}Regards,\nAnna")
        assert [finding.text for finding in findings] == [one.strip(), two.strip()]

    def test_a_volunteer_is_another_matter_and_a_part_is_not(self) -> None:
        own = "We are also looking for a trainee who runs the raffle on 5 December 2026. Would you ask around?"
        more = "We are also looking for the missing label. Would you check the carton by 5 December 2026?"
        assert judge("body-several-topics", f"{self.FIRST}{own}\n\nRegards,\nAnna")
        assert not judge("body-several-topics", f"{self.FIRST}{more}\n\nRegards,\nAnna")

    def test_news_after_a_wish(self) -> None:
        wish = "Hi Tom,\n\nCongratulations on your promotion to head of sales; nobody deserves the post more.\n\n"
        news = "Meanwhile, our foundry cast the first turbine wheels in Linz, and the furnace runs at full heat again."
        [finding] = judge("body-several-topics", f"{wish}{news}\n\nRegards,\nAnna")
        assert finding.text == news
        assert not judge("body-several-topics", f"{wish}Meanwhile, enjoy the summer.\n\nRegards,\nAnna")

    def test_nothing_went_before(self) -> None:
        assert not judge("body-several-topics", "On a different note, the hall needs a projector.\n\nRegards,\nAnna")

    def test_each_topic_gets_a_name(self) -> None:
        text = f"{self.FIRST}On a different note, could you please order two projectors for the hall?\n\nRegards,\nAnna"
        [finding] = judge("body-several-topics", text, subject="Order 4471: shipped")
        assert finding.args["topics"] == ["Order 4471: shipped", "Order two projectors for the hall"]

    @pytest.mark.parametrize(("lang", "cue"), [("zh-Hans", "还有一件事"), ("zh-Hant", "還有一件事")])
    def test_chinese_openings(self, lang: str, cue: str) -> None:
        text = f"李明：\n\n订单4471今天上午已经发货，快递单号稍后发给您。\n\n{cue}，下周的讲座缺一台投影仪。\n\n王芳"
        [finding] = judge("body-several-topics", text, lang=lang)
        assert finding.text.startswith(cue)

    @pytest.mark.parametrize("hostile", ["and " * 100_000 + "also this", "Also, " * 50_000, "By the way\n\n" * 20_000])
    def test_endless_lead_ins_stay_linear(self, hostile: str) -> None:
        start = time.process_time()
        assert len(judge("body-several-topics", f"{self.FIRST}{hostile}\n\nRegards,\nAnna")) < 100
        assert time.process_time() - start < 10

    def test_quoted_openings_are_not_the_authors(self) -> None:
        text = f"{self.FIRST}Regards,\nAnna\n\nOn 2 Dec 2026, Tom wrote:\n> On a different note, the hall needs a projector."
        assert not judge("body-several-topics", text)
