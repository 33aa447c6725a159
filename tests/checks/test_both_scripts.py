"""Phrase lists mean the same in simplified and in traditional Chinese; OpenCC knows which form is which."""

from __future__ import annotations

from collections import Counter
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from opencc import OpenCC

from maillint.engine import checkfile, lint, load
from maillint.engine.config import Layer, merge
from maillint.language.text import flatten
from maillint.language.wording import in_both_scripts, wording
from maillint.message import from_compose

if TYPE_CHECKING:
    from collections.abc import Iterator

PATHS = [str(path) for path in sorted(Path("checks").glob("*/*.toml")) if not path.name.startswith("_")]
LISTS = [check for path in PATHS if "phrases" in (check := checkfile.read(path)).data]
SIMPLIFIED, TRADITIONAL = OpenCC("t2s"), tuple(map(OpenCC, ("s2t", "s2tw", "s2hk")))


def simplified(text: str) -> str:
    return SIMPLIFIED.convert(text)


def traditional(text: str) -> set[str]:
    """How Taiwan, Hong Kong and the dictionary write it; 签 is 簽 in offices, 籤 in temples only."""
    return {converter.convert(text).replace("籤", "簽") for converter in TRADITIONAL}


def is_one_in_both(text: str) -> bool:
    """Whether both scripts write it alike: 曝光, but not 看着."""
    return simplified(text) == text and text in traditional(text)


def entries(check: checkfile.CheckFile, language: str) -> Iterator[tuple[str, str]]:
    """Each phrase that the lists of a language hold, and its value."""
    for name, phrases in check.data["phrases"].items():
        if name.startswith(language):
            yield from phrases.items() if isinstance(phrases, dict) else dict.fromkeys(phrases, "").items()


@pytest.mark.parametrize("check", LISTS, ids=lambda check: check.name)
def test_what_a_phrase_asks_of_its_neighbours_it_asks_in_the_script_of_the_message(check: checkfile.CheckFile) -> None:
    lacking = [
        (phrase, word)
        for phrase, value in chain(entries(check, "zh-Hans"), entries(check, "zh-Hant"))
        if value.startswith("[") and is_one_in_both(phrase)
        for asked, met in zip(wording(value).conditions, wording(in_both_scripts(value)).conditions, strict=True)
        for word in asked.words
        if simplified(word) not in met.words or traditional(word).isdisjoint(met.words)
    ]
    assert lacking == []


@pytest.mark.parametrize("check", LISTS, ids=lambda check: check.name)
def test_what_is_put_in_is_of_the_script_of_the_message(check: checkfile.CheckFile) -> None:
    lists = {language: dict(entries(check, language)) for language in ("zh-Hans", "zh-Hant")}
    lacking = [
        (phrase, value)
        for language, other in (("zh-Hans", "zh-Hant"), ("zh-Hant", "zh-Hans"))
        for phrase, value in lists[language].items()
        if is_one_in_both(phrase) and "/" not in value and phrase not in lists[other]
        if not is_one_in_both(wording(value).replacement.partition("|")[0])
    ]
    assert lacking == []


@pytest.mark.parametrize("check", LISTS, ids=lambda check: check.name)
def test_no_language_has_a_phrase_twice(check: checkfile.CheckFile) -> None:
    """Of two, the first would count, whatever the other asks; 妳 is read as 你."""
    twice = [
        phrase
        for language in ("en", "zh-Hans", "zh-Hant")
        for phrase, count in Counter(flatten(phrase) for phrase, _ in entries(check, language)).items()
        if count > 1
    ]
    assert twice == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("这个抓手能把仓库和车间的数据拉通。", ["办法", "协调"]),
        ("這個抓手能把倉庫和車間的資料拉通。", ["辦法", "協調"]),
    ],
)
def test_a_phrase_that_two_lists_hold_is_answered_in_the_script_of_the_message(text: str, said: list[str]) -> None:
    message = {"from": "a@north.example", "to": "b@south.example", "subject": "4471", "text": text}
    config = merge([Layer("maillint.toml", {"preview": True})])
    findings = lint(from_compose(message), load(config)).findings
    assert [finding.args["plain"] for finding in findings if finding.check == "body-jargon"] == said
