"""A pack of two small checks and messages to try the command line on, apart from the built-in checks."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from maillint.__main__ import main

if TYPE_CHECKING:
    from pathlib import Path

LANGUAGES = ("en", "zh-Hans", "zh-Hant")


def prose(key: str, text: str) -> str:
    return f"[{key}]\n" + "".join(f'{language} = "{text}"\n' for language in LANGUAGES)


def examples() -> str:
    bad = "".join(
        f'[[bad]]\nlang = "{language}"\ntext = "They said zounds, {number}!"\nbetter = "They said well, {number}!"\n'
        for language in LANGUAGES
        for number in range(3)
    )
    fine = "".join(
        f'[[fine]]\nlang = "{language}"\ntext = "Zoundsman {n}"\n' for language in LANGUAGES for n in range(5)
    )
    return bad + fine


CHECK = (
    'norms = ["E57"]\nseverity = "warning"\nconfidence = "high"\ncost = 7\nzones = ["subject", "salutation", "body", "closing"]\n'
    'languages = ["*"]\n'
    + prose("title", "Old oath")
    + prose("why", "Nobody says it any more.")
    + prose("message.main", "“{text}” is an old oath")
    + '[options.strictness]\ntype = "int"\ndefault = 3\nhelp.en = "How strict."\nhelp.zh-Hans = "严格程度。"\nhelp.zh-Hant = "嚴格程度。"\n'
    + '[phrases]\nen = {"zounds" = "well"}\n'
    + examples()
)


@dataclass
class Answer:
    status: int
    out: str
    err: str


@pytest.fixture
def maillint(monkeypatch, capsysbinary):
    """Runs the command line: ``maillint("draft.eml", "--why")``."""

    def run(*arguments: str) -> Answer:
        monkeypatch.setattr(sys, "argv", ["maillint", *arguments])
        status = main()
        sys.stdout.flush()
        out, err = capsysbinary.readouterr()
        return Answer(status, out.decode(), err.decode())

    return run


@pytest.fixture
def desk(tmp_path, monkeypatch) -> Path:
    """A folder with a pack of one check, a configuration that runs it, and three messages."""
    monkeypatch.chdir(tmp_path)
    group = tmp_path / "pack" / "oath"
    group.mkdir(parents=True)
    (group / "_group.toml").write_text(
        'cap = 10\norder = 1\n[title]\nen = "Oaths"\nzh-Hans = "咒语"\nzh-Hant = "咒語"\n', encoding="utf-8"
    )
    (group / "old.toml").write_text(CHECK, encoding="utf-8")
    (tmp_path / "maillint.toml").write_text('packs = ["pack"]\n', encoding="utf-8")
    mail = tmp_path / "mail"
    mail.mkdir()
    head = "From: Anna Berg <anna@north.example>\nTo: Tom Reed <tom@south.example>\n"
    date = "Date: Wed, 25 Nov 2026 10:00:00 +0100\n"
    utf8 = "MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n"
    (mail / "a-oath.eml").write_text(
        head
        + date
        + "Subject: Delivery of order 4471\n\nDear Mr Reed,\n\nzounds, the parts are here.\n\nBest regards\nAnna Berg\n"
    )
    (mail / "b-fine.eml").write_text(
        head
        + date
        + "Subject: Delivery of order 4471\n\nDear Mr Reed,\n\nThe parts of order 4471 are here.\n\nBest regards\nAnna Berg\n"
    )
    (mail / "c-zh.eml").write_text(
        head
        + date
        + utf8
        + "Subject: =?utf-8?b?6K6i5Y2V?= 4471\n\n李经理：\n\n您好！部件已到，zounds，请查收。\n\n祝好\n王芳\n",
        encoding="utf-8",
    )
    return tmp_path
