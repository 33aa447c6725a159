"""Subjects proposed for a draft, taken from its own words."""

from __future__ import annotations

import pytest

from maillint.message import from_compose
from maillint.message.proposals import better_subjects, shorter_subjects, subject_proposals


def proposed(text: str) -> str:
    draft = from_compose({"from": "Åse Berg <ase@north.example>", "subject": "", "text": text, "date": DATE})
    return subject_proposals(draft)[0]


DATE = "2026-11-25T10:00:00+01:00"


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("The pump for Malmö leaves our works next Wednesday.", "Pump for Malmö leaves our works on 2 December"),
        ("Please return the signed crane permit by Friday.", "Return the signed crane permit by 27 November"),
        ("The crane inspector closes the file at noon on Friday.", "Crane inspector closes the file at noon on Friday"),
        ("请在下周三之前寄回盖章的合同。", "请在12月2日之前寄回盖章的合同"),
        ("倉庫盤點改到下週五上午進行。", "倉庫盤點改到12月4日上午進行"),
    ],
)
def test_a_day_that_counts_from_the_day_of_sending_is_named_by_its_date(text: str, subject: str) -> None:
    assert proposed(f"Hi,\n\n{text}\n\nÅse") == subject


@pytest.mark.parametrize(("subject", "is_made"), [("Exhibits", True), ("A few things", False), ("两件事", False)])
def test_a_subject_over_several_matters_gets_none_for_all(subject: str, is_made: bool) -> None:  # noqa: FBT001
    text = "Hi Tom,\n\nPlease return the signed crane permit by Friday.\n\nÅse"
    draft = from_compose({"from": "Åse Berg <ase@north.example>", "subject": subject, "text": text, "date": DATE})
    assert bool(better_subjects(draft).edits) == is_made


@pytest.mark.parametrize(
    ("subject", "shorter"),
    [
        ("PO 4471 发货推迟到十二月三日，请各仓库更新收货计划，并把时间通知门店", ["PO 4471 发货推迟到十二月三日"]),
        ("ORDER 4471 SHIPS ON FRIDAY, PLEASE UPDATE YOUR RECEIVING PLAN, Å SHOPS TOO", []),
    ],
)
def test_only_a_shouted_subject_lends_no_clause(subject: str, shorter: list[str]) -> None:
    draft = from_compose({"from": "Åse Berg <ase@north.example>", "subject": subject, "text": "您好：\n\n见主题。"})
    assert [edit.replacement for edit in shorter_subjects(draft, 40).edits] == shorter
