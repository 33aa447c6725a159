"""Phrases that no customer should read, and which of them no reader should."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import maillint.checks
from maillint.engine import examples, load
from maillint.engine.config import Config
from maillint.engine.run import lint
from maillint.language.wording import wording
from maillint.message import from_compose

if TYPE_CHECKING:
    from maillint.engine.ruleset import Ruleset

CHECKS = Path(maillint.checks.__path__[0])
FILES = sorted((CHECKS / "service").glob("banned-*.toml"))
ALWAYS = {"blame", "helpless", "pass-buck", "rude", "abuse"}
FOR_CUSTOMERS = {
    "calm-down",
    "challenge",
    "flat-no",
    "dont-know",
    "indifferent",
    "guess",
    "filler",
    "overpromise",
}


@cache
def rules(profile: str) -> Ruleset:
    base = Config()
    return load(Config({**base.values, "profile": profile}, base.origins))


def marks(text: str, profile: str = "customer-service") -> list[tuple[str, str]]:
    draft = from_compose({"from": "anna@north.example", "to": "tom@south.example", "text": text})
    found = lint(draft, rules(profile)).findings
    return [(one.check.removeprefix("service-banned-"), one.text) for one in found if one.group == "service"]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_examples_come_out_as_they_say(path: Path) -> None:
    assert [result for result in examples.run(str(path)) if result.problem] == []


def test_insults_count_everywhere_the_rest_for_customers_only() -> None:
    def families(profile: str) -> set[str]:
        on = rules(profile).rules(profile)
        pairs = [pair for _, own in on.always for pair in own]
        names = {rule.name for _, rule in (*pairs, *on.worded.values())}
        return {name.removeprefix("service-banned-") for name in names if name.startswith("service-banned-")}

    assert families("customer-service") == ALWAYS | FOR_CUSTOMERS
    for profile in ("external", "internal", "formal-letter"):
        assert families(profile) == ALWAYS
    assert families("patch") == {"abuse"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("That is not my problem.", [("pass-buck", "not my problem")]),
        ("You are wrong about the date.", [("blame", "You are wrong")]),
        ("Please calm down.", [("calm-down", "calm down")]),
        ("That is impossible.", [("flat-no", "That is impossible")]),
        ("I don't know. Suit yourself.", [("dont-know", "I don't know"), ("indifferent", "Suit yourself")]),
        ("I don't know, but I will ask.", []),
    ],
)
def test_in_english(text: str, expected: list[tuple[str, str]]) -> None:
    assert marks(f"Dear Mr Reed,\n\n{text}\n\nKind regards,\nAnna") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("您看错了，我们也没有办法。", [("blame", "您看错"), ("helpless", "我们也没有办法")]),
        ("我们给您弄错了，抱歉。", []),
        ("如果您看错了，请告诉我们。", []),
        ("這事不歸我管，隨便您。", [("pass-buck", "這事不歸"), ("indifferent", "隨便您")]),
        ("您不懂的地方，可以随时问我。", []),
        ("如不满意，您可以在12月3日前退货。", []),
        ("我操作过一次，请去死角打扫，他妈妈在场。", []),
    ],
)
def test_in_chinese(text: str, expected: list[tuple[str, str]]) -> None:
    assert marks(f"李先生：\n\n{text}\n\n王芳") == expected


def entries(path: Path) -> dict[str, str]:
    lists: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8")).get("phrases", {})
    found = {}
    for phrases in lists.values():
        found |= phrases if isinstance(phrases, dict) else dict.fromkeys(phrases, "")
    return found


OURS = sorted([*FILES, *(CHECKS / "tone").glob("[a-z]*.toml")])


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.stem)
def test_every_condition_can_be_read(path: Path) -> None:
    for phrase, value in entries(path).items():
        assert phrase == phrase.lower()
        for condition in wording(value).conditions:
            assert condition.words or condition.name not in ("after", "before"), phrase


OTHERS = frozenset(("judgement", "lecturing", "ni-nin", "no-polite", "register"))
"""They judge something else by some of the same words."""


def test_no_phrase_is_reported_twice() -> None:
    owners: dict[str, str] = {}
    for path in (path for path in OURS if path.stem not in OTHERS):
        for phrase, value in entries(path).items():
            is_sign = value[-1:].isdigit()  # one of several that add up; its sentence gives way to outright words
            if value.startswith("[fine") or is_sign:
                continue
            assert phrase not in owners, f"{phrase} stands in {owners[phrase]} and {path.stem}"
            owners[phrase] = path.stem
