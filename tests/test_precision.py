"""The counting behind "how often it was right": what readers marked decides, and rows of judgement add up."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def precision(root: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.syspath_prepend(str(root / "benchmarks"))
    import precision

    return precision


@pytest.mark.parametrize(
    ("check", "text", "mark", "agreed"),
    [
        ("subject-missing", "", {"subject": "missing"}, True),
        ("subject-missing", "", {"subject": "vague"}, False),
        (
            "date-relative",
            "next  Wednesday",
            {"vague_dates": [{"span": "by next Wednesday", "kind": "relative"}]},
            True,
        ),
        ("date-relative", "下周三", {"vague_dates": []}, False),
        ("spelling-homophone", "按排", {"typos": [{"wrong": "按排", "right": "安排"}]}, True),
        ("service-banned-blame", "你搞错了", {"rude": ["是你搞错了"]}, True),
        ("subject-long", "", {}, None),
        ("subject-long", "", {"extra": ["subject-long"]}, True),
        ("date-past", "Monday", {}, None),
        ("date-ambiguous", "03/04", {}, None),
    ],
)
def test_a_mark_decides_or_says_nothing(precision, check, text, mark, agreed) -> None:
    assert precision.verdict(check, text, mark) is agreed


def test_marked_mails_are_counted(precision, tmp_path: Path) -> None:
    text = (
        "From: a@x.example\nTo: b@y.example\nSubject: \n\nHi Bob,\n\nThe list comes tomorrow.\n\nKind regards,\nAnna\n"
    )
    (tmp_path / "m1.eml").write_text(text, encoding="utf-8")
    marks = tmp_path / "marks.jsonl"
    mark = {"id": "m1", "lang": "en", "subject": "missing", "vague_dates": [], "extra": []}
    marks.write_text(json.dumps(mark), encoding="utf-8")
    counted = precision.count(marks, tmp_path)
    assert (counted["subject-missing", "en", "fired"], counted["subject-missing", "en", "right"]) == (1, 1)
    assert (counted["date-relative", "en", "fired"], counted["date-relative", "en", "right"]) == (1, 0)


def test_rows_are_put_into_the_file_of_measurements(precision, tmp_path: Path, monkeypatch) -> None:
    file, rows = tmp_path / "_measured.toml", tmp_path / "rows.tsv"
    file.write_text('date = "2026-01-01"\n[mail.other]\nen = "lists"\n[counts.date-past]\nother = { en = [9, 9] }\n')
    rows.write_text("check\tlanguage\tfired\tright\ndate-past\tzh-Hant\t3\t2\ndate-past\tzh\t1\t1\n", encoding="utf-8")
    monkeypatch.setattr(precision, "MEASURED", file)
    assert precision.main(["merge", str(rows), "--mail", "other"]) == 0
    assert "[counts.date-past]\nother = { en = [9, 9], zh = [4, 3] }\n" in file.read_text(encoding="utf-8")
