"""Subjects that say nothing, told from short ones that say enough."""

from __future__ import annotations

import os
from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import maillint.checks
from maillint.engine import examples, packs
from maillint.engine.checkfile import read
from maillint.engine.packs import Spec
from maillint.finding import Grade

HERE = os.path.dirname(__file__)
ANSWER = {"In-Reply-To": "<1@south.example>"}


@cache
def spec(name: str) -> Spec:
    return Spec(*packs.run_data(read(f"{maillint.checks.__path__[0]}/subject/{name}.toml")))


def judge(subject: str | None, text: str = "Hi Tom,\n\nThe gate is open.\n\nAnna", name: str = "vague", **example: Any):
    judging = example.pop("spec", None) or spec(name)
    lang = "en" if (subject or text).isascii() else "zh-Hans"
    example = {"lang": lang, "text": text, "subject": subject, **example}
    return examples.findings_of(judging, examples.compose(example), example)


def subjects(sign: str) -> list[str]:
    with open(os.path.join(HERE, "subjects_told.txt"), encoding="utf-8") as file:
        return [line[2:].rstrip("\n") for line in file if line.startswith(sign)]


@pytest.mark.parametrize("name", ["missing", "vague", "long", "reply-chain", "stale", "emphasis"])
def test_the_examples_come_out_as_they_say(name: str) -> None:
    assert [result for result in examples.run(spec(name).path) if result.problem] == []


@pytest.mark.parametrize("subject", subjects("+"))
def test_a_subject_that_names_a_matter_is_fine(subject: str) -> None:
    assert not judge(subject)


@pytest.mark.parametrize("subject", subjects("-"))
def test_a_subject_that_leaves_the_reader_guessing_is_marked_whole(subject: str) -> None:
    [finding] = judge(subject)
    assert finding.text == subject


@pytest.mark.parametrize("subject", ["Re: Lunch", "Re: Meeting", "AW: Bericht", "回复：合同", "RE: 會議"])
def test_an_answer_is_known_to_its_reader(subject: str) -> None:
    assert not judge(subject, headers=ANSWER)


@pytest.mark.parametrize("subject", ["Re: Hello", "RE: Two more questions", "回复：您好", "Re: !!!"])
def test_an_answer_to_nothing_still_says_nothing(subject: str) -> None:
    assert judge(subject, headers=ANSWER)


def test_a_bare_number_is_for_those_who_live_by_it() -> None:
    assert judge("Ticket 88213")
    assert not judge("Ticket 88213", to="Support <support@south.example>")
    assert not judge("Invoice 88213")


def test_the_readers_own_name_says_nothing() -> None:
    assert judge("Tom")
    assert judge("李明，您好", to="李明 <li.ming@south.example>")


def test_a_typo_makes_a_subject_no_clearer() -> None:
    assert judge("Importent infomation")


@pytest.mark.parametrize("subject", [None, "", "  ", "Re:", "回复：", "AW: WG: ", "(no subject)", "无主题", "Fwd: ..."])
def test_nothing_behind_the_prefixes_is_missing_not_vague(subject: str | None) -> None:
    assert len(judge(subject, name="missing")) == 1
    assert not judge(subject)


@pytest.mark.parametrize("subject", ["Gate 4 is open 🚪", "Re: 四号门", "回覆：Åsas dörr"])
def test_the_check_itself_tells_that_there_is_a_subject(subject: str) -> None:
    assert not judge(subject, spec=spec("missing")._replace(needs=""))


def test_choices_keep_the_prefix_and_fit_the_list() -> None:
    text = "Hi Tom,\n\nThe roof of the loading bay leaks above gate 4, and the roofer asks for 900 euros.\n\nAnna"
    [finding] = judge("Re: Hello", text)
    assert finding.rewrite.grade is Grade.SUGGESTED
    for edits in (finding.rewrite.edits, *finding.rewrite.alternatives):
        better = examples.apply("Re: Hello", edits)
        assert better.startswith("Re: ")
        assert len(better) <= 64


def test_without_a_word_to_take_from_the_rewrite_is_advice() -> None:
    [finding] = judge("Hello", "Hi Tom,\n\nAnna")
    assert finding.rewrite.grade is Grade.ADVICE


@given(st.text(max_size=80))
def test_no_subject_breaks_a_check(subject: str) -> None:
    for name in ("missing", "vague", "long", "reply-chain", "stale", "emphasis"):
        for finding in judge(subject, name=name):
            assert finding.key != "crashed", finding.args
            assert 0 <= finding.span.start <= finding.span.end <= len(subject)
