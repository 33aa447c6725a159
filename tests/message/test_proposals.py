"""Subjects proposed for a draft, taken from its own words."""

from __future__ import annotations

import pytest

from maillint.message import from_compose
from maillint.message.proposals import subject_proposals


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
