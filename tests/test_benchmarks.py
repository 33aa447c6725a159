"""The benchmarks run, and their messages are always the same ones. How fast things are is not judged here."""

from __future__ import annotations

import csv
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from maillint.message import read

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def messages(root: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.syspath_prepend(str(root / "benchmarks"))
    import messages

    return messages


def test_every_case_prints_a_ratio(root: Path) -> None:
    command = [sys.executable, root / "benchmarks" / "run.py", "--quick"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode in (0, 1), done.stderr
    rows = done.stdout.splitlines()[1:]
    assert [row.split(",")[0].split()[0] for row in rows] == ["cold", "cold", "folder", "folder", "warm", "warm", "5"]
    assert [row.endswith(("ok", "OVER")) for row in rows] == [True, True, True, False, True, True, True]


def test_the_same_seed_gives_the_same_messages(messages) -> None:
    assert messages.generate(20, seed=7) == messages.generate(20, seed=7)
    assert messages.generate(20, seed=7) != messages.generate(20, seed=8)


def test_the_messages_are_well_formed_mail_in_three_languages(messages) -> None:
    drafts = [read(data) for data in messages.generate(200)]
    assert {defect for draft in drafts for defect in draft.defects} == set()
    assert not any("\ufffd" in draft.text for draft in drafts)
    assert {draft.language for draft in drafts} >= {"en", "zh-Hans", "zh-Hant"}
    assert {draft.shown.content_type for draft in drafts} == {"text/plain", "text/html"}


@pytest.mark.parametrize(("language", "least", "most"), [("en", 130, 180), ("zh", 280, 360)])
def test_the_short_message_is_of_the_length_it_stands_for(messages, language: str, least: int, most: int) -> None:
    text = read(messages.short(language)).text
    length = len(text.split()) if language == "en" else sum("\u4e00" <= character <= "\u9fff" for character in text)
    assert least <= length <= most


def test_fixing_the_samples_changes_nothing_else_in_them(root: Path) -> None:
    command = [sys.executable, root / "benchmarks" / "rewriting.py", root / "samples"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.splitlines()[-1].split() == ["0", "failures"]


def test_rewrites_were_judged_one_by_one(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(root / "benchmarks"))
    from rewrites_drawn import VERDICTS

    for language in ("en", "zh"):
        lists = sorted((root / "benchmarks").glob(f"rewrites-judged-{language}*.tsv"))
        drawn = [list(csv.DictReader(path.read_text(encoding="utf-8").splitlines(), delimiter="\t")) for path in lists]
        for rows in drawn:
            assert len(rows) >= 60
            assert {row["verdict"] for row in rows} <= set(VERDICTS)
            assert {row["fact"] for row in rows} <= {"kept", "changed"}
            assert all(row["why"] for row in rows)
        last = drawn[-1] if lists[-1].stem[-1].isdigit() else drawn[-2]  # the newest, by its seed
        assert sum(row["verdict"] == "as is" for row in last) >= 0.85 * len(last)
        assert {row["fact"] for row in last} == {"kept"}


def test_the_same_seed_draws_the_same_rewrites(root: Path) -> None:
    script = str(root / "benchmarks" / "rewrites_drawn.py")
    command = [sys.executable, script, "draw", str(root / "samples"), "--number", "5", "--seed"]
    drawn = [
        subprocess.run([*command, seed], capture_output=True, text=True, check=True).stdout for seed in ("1", "1", "2")
    ]
    assert drawn[0] == drawn[1] != drawn[2]
    assert drawn[0].startswith("1. ")
