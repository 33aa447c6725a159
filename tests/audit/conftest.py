"""Mail to audit, and a way to audit it as a user would."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import datetime, timedelta, timezone
from email.utils import format_datetime

import pytest

_START = datetime(2026, 11, 25, 10, tzinfo=timezone(timedelta(hours=8)))
_TEXTS = (
    (
        "Budget for 2027, version {n}",
        "Hi Tom,\n\nPlease send me the figures asap. I need {n} of them.\n\nBest regards,\nÅsa\n",
    ),
    ("第{n}版报价单", "李经理：\n\n您好！第{n}版报价单请尽快确认。\n\n此致\n敬礼\n王芳\n"),
    ("第{n}版報價單", "李經理：\n\n您好！第{n}版報價單已備妥，請於11月27日（五）前確認。\n\n順頌商祺\n王芳\n"),
)


def written(number: int) -> bytes:
    """One message, unlike all others."""
    subject, text = _TEXTS[number % 3]
    head = (
        f"From: Åsa Berg <asa@north.example>\nTo: Tom Reed <tom@south.example>\n"
        f"Subject: {subject.format(n=number)}\nDate: {format_datetime(_START + timedelta(hours=number))}\n"
        f"Message-ID: <{number}@north.example>\nContent-Type: text/plain; charset=utf-8\n\n"
    )
    return (head + text.format(n=number)).encode()


@pytest.fixture
def data(tmp_path, monkeypatch):
    """Where stores go that nobody names."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return tmp_path / "data" / "maillint" / "audits"


@pytest.fixture
def sent(tmp_path, data):
    """A folder of sent mail, ``sent/000.eml`` to ``sent/029.eml``."""
    folder = tmp_path / "sent"
    folder.mkdir()
    for number in range(30):
        (folder / f"{number:03}.eml").write_bytes(written(number))
    return folder


@pytest.fixture
def more(sent):
    """Fills the folder up: ``more(3000)``."""

    def fill(count):
        for number in range(30, count):
            (sent / f"{number:04}.eml").write_bytes(written(number))

    return fill


@pytest.fixture
def started():
    """Starts ``maillint audit`` as a process of its own; whatever still runs at the end is killed."""
    running = []

    def start(*arguments):
        command = [sys.executable, "-m", "maillint", "audit", *map(str, arguments)]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=os.environ, text=True)
        running.append(process)
        return process

    yield start
    for process in running:
        if process.poll() is None:
            process.kill()
        process.communicate()
