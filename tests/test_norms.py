"""Every norm is answered: by a check, by the audit, by the guide, or by what the norm's entry names instead."""

from __future__ import annotations

import runpy
from pathlib import Path
from typing import Any

import pytest

from maillint.audit.habits import NORMS
from maillint.engine import norms, packs
from maillint.engine.catalog import catalog
from maillint.engine.checkfile import CheckFileError
from maillint.finding import LANGUAGES

ROOT = Path(__file__).parent.parent
NOT_YET = """

"""
"""Norms of kind "check" without one. The list must say what is so: take a number out when its check lands."""


@pytest.fixture(scope="module")
def tables() -> dict[str, Any]:
    return runpy.run_path(str(ROOT / "docs" / "tables.py"))


def test_the_list_of_unanswered_norms_says_what_is_so(tables) -> None:
    unanswered, told = set(tables["unanswered"]()), set(NOT_YET.split())
    assert sorted(told - unanswered) == [], "these have a check now: take them out of NOT_YET"
    assert sorted(unanswered - told) == [], "these have lost their check"


def test_norms_that_only_many_messages_show_are_answered_by_a_habit() -> None:
    wanted = {number for number, norm in norms.load().items() if norm.kind == "audit"}
    assert wanted - {number for numbers in NORMS.values() for number in numbers} == set()


def test_every_norm_a_check_names_exists_and_wants_a_check(tables) -> None:
    known = norms.load()
    assert {number for number in tables["answers"]() if number not in known or known[number].kind == "guide"} == set()


def test_every_check_names_its_norms() -> None:
    names = [spec.name for spec in packs.load().specs if not catalog("en").norms(spec.name)]
    assert names == [], "write into `norms` which of docs/norms.md they answer"


def test_there_are_101_norms_of_etiquette_and_65_of_service() -> None:
    numbers = [f"E{number}" for number in range(1, 102)] + [f"S{number}" for number in range(1, 66)]
    assert list(norms.load()) == numbers


def test_guide_norms_and_no_others_come_with_advice() -> None:
    for norm in norms.load().values():
        assert set(norm.advice) == (set(LANGUAGES) if norm.kind == "guide" else set()), norm.number


def test_norms_say_the_same_thing_only_once() -> None:
    for language in LANGUAGES:
        words = [norm.words[language] for norm in norms.load().values()]
        assert len(set(words)) == len(words)


@pytest.mark.parametrize(
    ("language", "strangers"), [("zh-Hant", "这给说进邮为会对写应"), ("zh-Hans", "這給說進郵為會對寫應")]
)
def test_each_chinese_text_keeps_to_its_script(language: str, strangers: str) -> None:
    texts = [norm.words[language] + norm.advice.get(language, "") for norm in norms.load().values()]
    assert [text for text in texts if set(strangers) & set(text)] == []


def test_what_was_measured_was_measured_of_checks_there_are() -> None:
    measured = norms.measured()
    checks = {spec.name for spec in packs.load().specs}
    assert {row.check for row in measured.rows} <= checks
    assert {row.mail for row in measured.rows} <= set(measured.mails)
    assert all(0 <= row.right <= row.fired and row.language in {"en", "zh"} for row in measured.rows)
    assert all(set(texts) == set(LANGUAGES) for texts in measured.mails.values())


def test_a_pack_numbers_norms_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "_norms.toml").write_text(
        '[[chapter]]\ntitle = { en = "Ours", zh-Hans = "我们的", zh-Hant = "我們的" }\n'
        '[[chapter.norm]]\nnumber = "A1"\nen = "Be brief."\nzh-Hans = "简短。"\nzh-Hant = "簡短。"\n',
        encoding="utf-8",
    )
    assert norms.load((str(tmp_path),))["A1"].words["zh-Hant"] == "簡短。"
    (tmp_path / "_norms.toml").write_text('[[chapter]]\n[[chapter.norm]]\nnumber = "A2"\nen = "Be brief."\n')
    with pytest.raises(CheckFileError, match="norm A2 is incomplete"):
        norms.load((str(tmp_path),))
