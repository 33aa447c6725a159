"""A sink for mail, msmtp and the mail programs, each on free ports and in folders of its own."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest
from aiosmtpd.controller import Controller

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@dataclass
class Sink:
    """Takes every message, unless told to refuse, and keeps it as it came over the wire."""

    port: int = 0
    reply: str = "250 OK"
    mails: list[tuple[str, list[str], bytes]] = field(default_factory=list)

    async def handle_DATA(self, server, session, envelope) -> str:  # noqa: N802 - aiosmtpd's name
        if self.reply.startswith("2"):
            self.mails.append((envelope.mail_from, list(envelope.rcpt_tos), envelope.original_content))
        return self.reply


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


@pytest.fixture
def sink() -> Iterator[Sink]:
    made = Sink(free_port())
    controller = Controller(
        made, hostname="127.0.0.1", port=made.port, enable_SMTPUTF8=True, data_size_limit=100_000_000
    )
    controller.start()
    yield made
    controller.stop()


@pytest.fixture
def home(desk, monkeypatch) -> Path:
    """A home of its own, in which no setting of the machine's counts, and ``maillint`` on the path."""
    programs = desk / "bin"
    programs.mkdir()
    script = programs / "maillint"
    script.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m maillint "$@"\n')
    script.chmod(0o755)
    for name in [name for name in os.environ if name.startswith(("GIT_", "EMAIL", "MAIL"))]:
        if not name.startswith("MAILLINT_"):
            monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(desk))
    monkeypatch.setenv("PATH", f"{programs}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    return desk


@pytest.fixture
def msmtp(home, sink) -> list[str]:
    """The command of an msmtp whose server is the sink."""
    settings = home / "msmtprc"
    settings.write_text(
        f"defaults\nhost 127.0.0.1\nport {sink.port}\nauth off\ntls off\ndomain north.example\nset_date_header off\nset_msgid_header off\naccount default\n"
    )
    settings.chmod(0o600)
    program = shutil.which("msmtp")
    assert program, "msmtp is needed: see ./task"
    return [program, "-C", str(settings)]


class Screen:
    """A program on a terminal of tmux's."""

    def __init__(self, folder: Path, command: str) -> None:
        self._tmux = ["tmux", "-S", str(folder / "tmux")]
        self._folder = folder
        self._do("-f", "/dev/null", "new-session", "-d", "-x", "120", "-y", "40", command)
        self._do("set-option", "-g", "remain-on-exit", "on")

    def _do(self, *words: str) -> str:
        done = subprocess.run(
            [*self._tmux, *words],
            capture_output=True,
            text=True,
            cwd=self._folder,
            env={**os.environ, "LC_ALL": "C.UTF-8", "TERM": "xterm"},
            check=False,
            timeout=20,
        )
        return done.stdout

    def press(self, *keys: str) -> None:
        for key in keys:
            self._do("send-keys", key)
            time.sleep(0.15)

    @property
    def text(self) -> str:
        return self._do("capture-pane", "-p")

    def wait_for(self, words: str, seconds: float = 20) -> str:
        end = time.monotonic() + seconds
        while words not in (text := self.text):
            assert time.monotonic() < end, text
            time.sleep(0.1)
        return text

    def close(self) -> None:
        self._do("kill-server")


@pytest.fixture
def screen(home) -> Iterator[object]:
    """``screen("mutt ...")``: a program on a terminal that can be typed at and read."""
    screens: list[Screen] = []

    def start(command: str) -> Screen:
        screens.append(Screen(home, command))
        return screens[-1]

    yield start
    for one in screens:
        one.close()
