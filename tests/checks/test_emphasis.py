"""Shouting, repeated marks, emoji, decoration, markup and urgency."""

from __future__ import annotations

import time
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest

import maillint.checks
from maillint.engine import examples, packs
from maillint.engine.checkfile import read
from maillint.engine.packs import Spec
from maillint.finding import Grade

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maillint.finding import Finding

CHECKS = maillint.checks.__path__[0]


@cache
def spec(name: str) -> Spec:
    return Spec(*packs.run_data(read(f"{CHECKS}/{name.replace('-', '/', 1)}.toml")))


def judge(name: str, text: str, **example: Any) -> Sequence[Finding]:
    example = {"lang": "en", "text": f"Hi Tom,\n\n{text}\n\nRegards,\nAnna", **example}
    return examples.findings_of(spec(name), examples.compose(example), example)


def texts(name: str, text: str, **example: Any) -> list[str]:
    return [finding.text for finding in judge(name, text, **example)]


def better(name: str, text: str) -> str:
    example = {"lang": "en", "text": f"Hi Tom,\n\n{text}\n\nRegards,\nAnna"}
    findings = examples.findings_of(spec(name), examples.compose(example), example)
    edits = [edit for finding in findings if finding.rewrite for edit in finding.rewrite.edits]
    return examples.apply(example["text"], edits).split("\n\n")[1]


@pytest.mark.parametrize(
    "name",
    [f"emphasis-{name}" for name in ("capitals", "punctuation", "emoji", "symbols", "markup", "urgent")],
)
def test_the_examples_come_out_as_they_say(name: str) -> None:
    problems = [result for result in examples.run(spec(name).path) if result.problem]
    assert problems == []


class TestCapitals:
    def test_one_shouted_word_in_a_calm_sentence(self) -> None:
        [finding] = judge("emphasis-capitals", "We have NOT received the seals.")
        assert finding.text == "NOT"
        assert finding.rewrite is not None
        assert finding.rewrite.grade is Grade.SAFE
        assert finding.rewrite.edits[0].replacement == "not"

    def test_an_unknown_word_in_a_run_may_be_a_name(self) -> None:
        [finding] = judge("emphasis-capitals", "Please note: DO NOT CALL BRUNNER today.")
        assert finding.rewrite is not None
        assert finding.rewrite.grade is Grade.SUGGESTED

    def test_acronyms_inside_a_shout_keep_their_capitals(self) -> None:
        assert (
            better("emphasis-capitals", "The VPN is up. PLEASE USE THE VPN NOW.")
            == "The VPN is up. Please use the VPN now."
        )

    @pytest.mark.parametrize(
        "text",
        [
            "The IT team and HR met the WHO in NATO HQ; ASAP is an acronym.",
            "The US office, the UK office and the EU agree. OK?",
            "The invoice of ACME TOOLS AND DIES LTD is paid.",
            "NEXT STEPS\nWe ship on Monday.",
            "Reply STOP to leave the list. Press ENTER twice.",
            "Valve AB-12 and README.md are in C:\\TEMP.",
            "12:04:55 ERROR DO NOT RESTART",
            "The sign says “DO NOT ENTER”.",
            "Chapter XIII, Appendix III.",
        ],
    )
    def test_capitals_that_are_none_of_our_business(self, text: str) -> None:
        assert texts("emphasis-capitals", text) == []

    def test_beside_han_there_is_no_blank(self) -> None:
        assert texts("emphasis-capitals", "旧系统周一起CANNOT BE USED，请注意。", lang="zh-Hans") == ["CANNOT BE USED"]


class TestPunctuation:
    @pytest.mark.parametrize(
        ("text", "calm"),
        [
            ("The seals are missing!!", "The seals are missing."),
            ("Where are the seals??", "Where are the seals?"),
            ("You lost them again?!", "You lost them again?"),
            ("Congratulations!!!", "Congratulations!"),
            ("货还没到！！", "货还没到。"),
            ("到底什么时候发？？", "到底什么时候发？"),
            ("恭喜发财！！！", "恭喜发财！"),
        ],
    )
    def test_one_mark_is_enough(self, text: str, calm: str) -> None:
        assert better("emphasis-punctuation", text) == calm

    def test_one_exclamation_mark_is_no_overuse(self) -> None:
        assert texts("emphasis-punctuation", "Thank you! See you on Thursday!") == []

    def test_a_pile_of_single_ones_is(self) -> None:
        [finding] = judge("emphasis-punctuation", " ".join(f"Lamp {n} is reduced!" for n in range(7)))
        assert finding.key == "many"
        assert finding.args["count"] == 7

    def test_thanks_and_wishes_do_not_count(self) -> None:
        assert texts("emphasis-punctuation", "您好！谢谢！辛苦了！恭喜！欢迎！期待您的回复！祝顺利！") == []

    def test_what_a_lost_encoding_leaves_is_no_shout(self) -> None:
        assert texts("emphasis-punctuation", "David????????? phone\n?????The plan") == []


class TestEmoji:
    def test_a_row_is_several(self) -> None:
        assert texts("emphasis-emoji", "We won 🎉🎉 today.") == ["🎉🎉"]

    def test_a_single_one_is_left_to_tone(self) -> None:
        assert texts("emphasis-emoji", "Thank you 🙂") == []

    def test_a_family_is_one_picture(self) -> None:
        assert texts("emphasis-emoji", "Family day 👨‍👩‍👧 and flag 🇨🇳 and thumb 👍🏽.") == []

    def test_where_it_stands_for_a_word_only_the_author_can_say_it(self) -> None:
        [finding] = judge("emphasis-emoji", "The demo was 🔥🔥 yesterday.")
        assert finding.rewrite is not None
        assert finding.rewrite.edits == ()

    def test_a_row_in_the_subject_counts_unless_somebody_else_wrote_it(self) -> None:
        assert texts("emphasis-emoji", "We won today.", subject="We won 🏆✨") == ["🏆✨"]
        assert texts("emphasis-emoji", "We won today.", subject="我們贏了🏆") == []
        assert texts("emphasis-emoji", "Well done.", subject="Re: We won 🏆✨") == []

    def test_in_a_formal_letter_one_is_too_many(self) -> None:
        assert texts("emphasis-emoji", "Thank you 🙂", profile="formal-letter") == ["🙂"]


class TestSymbols:
    def test_a_frame_of_stars(self) -> None:
        assert texts("emphasis-symbols", "★★★ Big sale ★★★ today") == ["★★★ Big sale ★★★"]

    @pytest.mark.parametrize(
        "text", ["Rated ★★★★☆ by guests.", "Title\n=====\nText", "------------", "a === b", "★ point"]
    )
    def test_what_is_no_decoration(self, text: str) -> None:
        assert texts("emphasis-symbols", text) == []


class TestMarkup:
    PLAIN = (
        "The machine arrives on 3 December and will be set up in the week after that, by two fitters from Graz. " * 3
    )

    def html(self, inside: str) -> str:
        return f"<html><body><p>Hi Tom,</p><p>{inside}</p><p>Regards,<br>Anna</p></body></html>"

    def test_a_bold_date_is_fine(self) -> None:
        assert texts("emphasis-markup", "", html=self.html(f"<b>3 December</b> {self.PLAIN}")) == []

    def test_a_third_in_red_is_not(self) -> None:
        inside = f'{self.PLAIN}<span style="color:red">{self.PLAIN[:120]}</span>'
        [finding] = judge("emphasis-markup", "", html=self.html(inside))
        assert finding.args["percent"] > 15

    def test_capitals_in_bold_are_one_fault_and_another_check_tells_it(self) -> None:
        shout = "<b>DO NOT ENTER THE HALL BEFORE WE CALL</b>"
        assert texts("emphasis-markup", "", html=self.html(f"{shout} {self.PLAIN[:105]} {shout}")) == [
            "DO NOT ENTER THE HALL BEFORE WE CALL"
        ]

    def test_three_colours_are_too_many_however_short(self) -> None:
        inside = self.PLAIN + " ".join(f'and <font color="{c}">word</font>' for c in ("#ff0000", "#00b050", "#0070c0"))
        assert len(judge("emphasis-markup", "", html=self.html(inside))) == 3

    def test_plain_text_has_no_markup(self) -> None:
        assert texts("emphasis-markup", self.PLAIN) == []


class TestUrgent:
    def test_urgent_with_a_day_is_fine(self) -> None:
        assert texts("emphasis-urgent", "The fair opens on Friday at 9:00.", subject="Urgent: door lock") == []

    def test_urgent_without_one_is_not(self) -> None:
        assert texts("emphasis-urgent", "The lock is broken.", subject="Urgent: door lock") == ["Urgent"]

    def test_the_header_says_it_too(self) -> None:
        [finding] = judge("emphasis-urgent", "The lock is broken.", subject="Door lock", headers={"Importance": "High"})
        assert finding.key == "header"

    @pytest.mark.parametrize(
        "subject", ["Non-urgent: lock", "紧急联系人名单", "急诊排班", "Insurgent report", "紧急停机测试"]
    )
    def test_words_that_only_contain_it(self, subject: str) -> None:
        assert texts("emphasis-urgent", "See below.", subject=subject) == []


@pytest.mark.parametrize("name", ["capitals", "punctuation", "emoji", "symbols"])
@pytest.mark.parametrize("unit", ["NOT a ", "foo!! ", "🎉a ", "★★ a ", "=== a ", '"a NOT ', "急！！"])
def test_a_long_hostile_line_stays_linear(name: str, unit: str) -> None:
    start = time.process_time()
    judge(f"emphasis-{name}", unit * (60_000 // len(unit)))
    assert time.process_time() - start < 2
