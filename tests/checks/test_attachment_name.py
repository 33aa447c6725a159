"""Files whose names say nothing: a name out of the subject and the day of sending is proposed."""

from __future__ import annotations

import pytest

from maillint.engine import load
from maillint.engine.run import lint
from maillint.message import from_compose


def proposed(subject: str, name: str) -> list[str]:
    draft = from_compose(
        {
            "from": "Anna Berg <anna.berg@north.example>",
            "to": "Tom Reed <tom.reed@south.example>",
            "date": "2026-11-25T10:00:00+01:00",
            "subject": subject,
            "text": "Hi Tom,\n\nThe plan is attached.\n\nBest regards,\nAnna",
            "attachments": [name],
        }
    )
    return [finding.args["better"] for finding in lint(draft, load()).findings if finding.check == "attachment-name"]


@pytest.mark.parametrize(
    ("subject", "name", "better"),
    [
        ("Floor plan of hall 3", "scan0001.pdf", "Floor-plan-of-hall-3_2026-11-25.pdf"),
        ("Re: Floor plan, Åhus", "Untitled.docx", "Floor-plan-Åhus_2026-11-25.docx"),
        ("三號廳平面圖", "新增文件.docx", "三號廳平面圖_2026-11-25.docx"),
        ("回复：仓库平面图（12月4日）", "扫描件.pdf", "仓库平面图-12月4日_2026-11-25.pdf"),
        ("Update", "scan0001.pdf", ""),
        ("文件", "scan0001.pdf", ""),
        ("", "scan0001.pdf", ""),
    ],
)
def test_the_subject_names_the_file(subject, name, better):
    assert proposed(subject, name) == [better]


def test_a_name_that_says_something_is_left_alone():
    assert proposed("Floor plan of hall 3", "plan-hall-3.pdf") == []
