"""Promised files: what counts as a promise, what counts as a file, and what the finding calls it."""

from __future__ import annotations

import os
from functools import cache
from typing import Any

import pytest

import maillint.checks
from maillint.engine import examples, packs
from maillint.engine.checkfile import read
from maillint.engine.packs import Spec

HERE = os.path.dirname(__file__)


@cache
def spec() -> Spec:
    return Spec(*packs.run_data(read(f"{maillint.checks.__path__[0]}/attachment/missing.toml")))


def judge(text: str, **example: Any):
    lang = "en" if text.isascii() else "zh-Hans"
    example = {"lang": lang, "text": text, **example}
    return examples.findings_of(spec(), examples.compose(example), example)


def letter(sentence: str) -> str:
    if sentence.isascii():
        return f"Hi Tom,\n\n{sentence}\n\nRegards,\nAnna"
    return f"李明：\n\n{sentence}\n\n谢谢\n王芳"


def sentences(sign: str) -> list[str]:
    with open(os.path.join(HERE, "attachment_sentences.txt"), encoding="utf-8") as file:
        return [line[2:].rstrip("\n") for line in file if line.startswith(sign)]


def test_the_examples_come_out_as_they_say() -> None:
    assert [result for result in examples.run(spec().path) if result.problem] == []


@pytest.mark.parametrize("sentence", sentences("+"))
def test_a_promise_without_a_file_is_found(sentence: str) -> None:
    assert len(judge(letter(sentence))) == 1


@pytest.mark.parametrize("sentence", sentences("+"))
def test_with_a_file_there_is_nothing_to_say(sentence: str) -> None:
    assert not judge(letter(sentence), attachments=["plan.pdf"])


@pytest.mark.parametrize("sentence", sentences("-"))
def test_what_is_no_promise_stays_quiet(sentence: str) -> None:
    assert not judge(letter(sentence))


@pytest.mark.parametrize(
    ("sentence", "thing"),
    [
        ("I have attached the signed lease.", "the signed lease"),
        ("The minutes of the board are attached.", "the minutes of the board"),
        ("Attached you will find our price list.", "our price list"),
        ("See attached.", ""),
        ("大家的話我 read 過了，see attached remarks", "remarks"),
        ("Please see attached drawings and call me.", ""),
        ("平面图见附件。", "平面图"),
        ("附件为十二月值班表，请查收。", "十二月值班表"),
        ("随信附上产品目录一份。", "产品目录"),
        ("茲附上合約擬稿。", "合約擬稿"),
        ("请查收附件。", ""),
    ],
)
def test_the_thing_is_named_in_the_authors_words(sentence: str, thing: str) -> None:
    [finding] = judge(letter(sentence))
    assert finding.args["thing"] == thing
    assert finding.key == ("named" if thing else "main")


def test_one_finding_a_message() -> None:
    text = letter("The plan is attached. The list is attached as well. Please find attached the drawing.")
    assert len(judge(text)) == 1


def test_inline_pictures_stand_for_a_screenshot_but_not_for_a_contract() -> None:
    picture = [{"name": "image001.png", "content_type": "image/png", "inline": True}]
    assert not judge(letter("The attached screenshot shows the error."), attachments=picture)
    assert judge(letter("The attached contract is signed."), attachments=picture)
    assert judge(letter("The attached screenshot shows the error."))


def test_quoted_promises_are_not_the_authors() -> None:
    quote = "On 24 November 2026 at 9:12, Tom Reed <tom.reed@south.example> wrote:\n> The drawing is attached.\n"
    assert not judge(f"Hi Tom,\n\nThanks, I have it.\n\nRegards,\nAnna\n\n{quote}")


def test_a_footer_about_attachments_is_no_promise() -> None:
    footer = "This e-mail and any attachments are confidential and meant for the addressee only."
    assert not judge(f"Hi Tom,\n\nSee you on 3 December 2026.\n\nRegards,\nAnna\n\n{footer}")


def test_a_megabyte_of_promises_is_judged_in_no_time() -> None:
    assert len(judge("Hi Tom,\n\n" + "is not attached, " * 30000 + "\n\nAnna")) <= 1
