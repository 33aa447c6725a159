"""Long, shouting, piled-up and stale subjects."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest

import maillint.checks
from maillint.engine import examples, packs
from maillint.engine.checkfile import read
from maillint.engine.packs import Spec
from maillint.finding import Grade

TEXT = "Hi Tom,\n\nThe lamps for Bergen leave on 3 December 2026.\n\nRegards,\nAnna"


@cache
def spec(name: str) -> Spec:
    return Spec(*packs.run_data(read(f"{maillint.checks.__path__[0]}/subject/{name}.toml")))


def judge(name: str, subject: str, text: str = TEXT, **example: Any):
    example = {"lang": "en" if subject.isascii() else "zh-Hant", "text": text, "subject": subject, **example}
    return examples.findings_of(spec(name), examples.compose(example), example)


def mended(name: str, subject: str, text: str = TEXT) -> str:
    [finding] = judge(name, subject, text)
    return examples.apply(subject, finding.rewrite.edits)


class TestLong:
    def test_the_limit_itself_is_fine(self) -> None:
        assert not judge("long", "å" * 64)
        assert judge("long", "å" * 65)

    def test_han_count_twice(self) -> None:
        assert not judge("long", "燈" * 32)
        assert judge("long", "燈" * 33)[0].args == {"text": "燈" * 33, "width": 66, "most": 64}

    def test_a_given_subject_is_not_the_answerers_fault(self) -> None:
        assert not judge("long", "Re: " + "å" * 100)

    def test_its_own_first_clause_comes_first(self) -> None:
        subject = "Lamps for Bergen – and whether the lorry could take the old ones back on the very same day"
        assert mended("long", subject) == "Lamps for Bergen"


class TestReplyChain:
    @pytest.mark.parametrize(
        ("subject", "better"),
        [
            ("RE: RE: Lamps", "RE: Lamps"),
            ("回复：答复：转发：燈具", "回复：燈具"),
            ("AW: RE: AW: WG: Lamps", "AW: Lamps"),
            ("Fwd: Fwd: Re: Lamps", "Fwd: Lamps"),
            ("Re[2]: Lamps", "Re: Lamps"),
            ("RE:RE:Lamps", "RE: Lamps"),
        ],
    )
    def test_the_outermost_prefix_stays(self, subject: str, better: str) -> None:
        assert mended("reply-chain", subject) == better
        assert judge("reply-chain", subject)[0].rewrite.grade is Grade.SAFE

    @pytest.mark.parametrize("subject", ["Re: Lamps", "Fwd: Re: Lamps", "Re: Fwd: Lamps", "Lamps", "回覆：燈具"])
    def test_one_of_each_says_how_it_came(self, subject: str) -> None:
        assert not judge("reply-chain", subject)


class TestEmphasis:
    @pytest.mark.parametrize(
        ("subject", "better"),
        [
            ("LAMPS FOR BERGEN LEAVE ON THURSDAY", "Lamps for Bergen leave on Thursday"),
            ("Lamps for Bergen!!", "Lamps for Bergen"),
            ("Where are the lamps???", "Where are the lamps?"),
            ("URGENT!!! Lamps for Bergen", "Urgent: Lamps for Bergen"),
            ("急！！！燈具出貨！！！", "急：燈具出貨"),
            ("RE: ★★★燈具特惠★★★", "RE: 燈具特惠"),
            ("NEW VPN GATEWAY HX-220 FOR BERGEN", "New VPN gateway HX-220 for Bergen"),
        ],
    )
    def test_the_calm_subject_keeps_names_codes_and_acronyms(self, subject: str, better: str) -> None:
        text = (
            "Hi Tom,\n\nThe new gateway for Bergen replaces our old VPN box.\n\nRegards,\nAnna"
            if "VPN" in subject
            else TEXT
        )
        assert mended("emphasis", subject, text) == better

    @pytest.mark.parametrize(
        "subject",
        ["FOB Bergen", "NDA", "Lamps!", "【通知】燈具出貨", "ISO 9001 & HACCP audit", "Yahoo! account", "C++ course"],
    )
    def test_acronyms_and_single_marks_are_fine(self, subject: str) -> None:
        assert not judge("emphasis", subject)

    @pytest.mark.parametrize(
        ("subject", "calm"), [("[***SPAM***] Bonjour", "SPAM, Bonjour"), ("[**通知**] 燈具出貨", "通知：燈具出貨")]
    )
    def test_brackets_go_with_the_stars_inside_them(self, subject: str, calm: str) -> None:
        assert mended("emphasis", subject) == calm


def test_a_counted_prefix_tells_how_many_it_stands_for() -> None:
    [finding] = judge("reply-chain", "RE[4]: Lamps for Bergen")
    assert finding.args["count"] == 4
    assert mended("reply-chain", "Re(12): Lamps for Bergen") == "Re: Lamps for Bergen"


class TestStale:
    MOVED = "Hi Tom,\n\nThe printer upstairs jams with every label; could you order a new drum and toner?\n\nAnna\n\n"

    def quoted(self, date: str, words: str = "Fine with me.") -> str:
        return f"{self.MOVED}On {date}, Tom Reed <tom.reed@south.example> wrote:\n> {words}\n"

    @pytest.mark.parametrize("date", ["2 June 2026 at 9:00", "Jun 2, 2026 at 9:00 AM", "2026-06-02 09:00"])
    def test_a_new_matter_months_later(self, date: str) -> None:
        assert judge("stale", "Re: Parking space 14", self.quoted(date))

    def test_a_new_turn_on_the_same_day_may_be_the_same_matter(self) -> None:
        assert not judge("stale", "Re: Parking space 14", self.quoted("25 November 2026 at 9:00"))

    def test_one_word_in_common_is_enough(self) -> None:
        assert not judge("stale", "Re: Printers upstairs", self.quoted("2 June 2026 at 9:00"))

    def test_the_old_subject_lends_nothing_to_the_new_one(self) -> None:
        [finding] = judge("stale", "Re: Parking space 14", self.quoted("2 June 2026 at 9:00"))
        better = [examples.apply("Re: Parking space 14", edits) for edits in (finding.rewrite.edits,)]
        assert better[0].startswith("Re: ")
        assert "Parking" not in better[0]

    def test_the_names_of_mailing_lists_are_no_matter(self) -> None:
        assert not judge("stale", "Re: [garden-lamps] hi", self.quoted("2 June 2026 at 9:00"))
