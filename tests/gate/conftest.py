"""Messages, a slow check, a terminal and a sink to try the gates with."""

from __future__ import annotations

import fcntl
import os
import select
import signal
import subprocess
import sys
import termios
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

HEAD = (
    "From: Åsa Berg <asa@north.example>\nTo: Tom Reed <tom@south.example>\n"
    "Date: Wed, 25 Nov 2026 10:00:00 +0100\nMessage-ID: <{id}@north.example>\n"
    "MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\nSubject: {subject}\n\n"
)
CLEAN = (
    (
        HEAD
        + "Dear Mr Reed,\n\nThe drawing of order 4471 is ready: 平面图 🙂.\n.\n..two dots\n\nBest regards,\nÅsa Berg\n"
    )
    .format(id=1, subject="Drawing of order 4471 is ready")
    .encode()
)
BAD = (
    (HEAD + "Dear Mr Reed,\n\nI have attached the drawing of order 4471.\n\nBest regards,\nÅsa Berg\n")
    .format(id=2, subject="Drawing of order 4471")
    .encode()
)
REMARKED = (
    (HEAD + "Dear Mr Reed,\n\nThe parts of order 4471 leave our works next Wednesday.\n\nBest regards,\nÅsa Berg\n")
    .format(id=3, subject="Delivery of order 4471")
    .encode()
)
ZH = (HEAD + "李经理：\n\n您好！图纸见附件，请查收。\n\n祝好\n王芳\n").format(id=4, subject="订单 4471 的图纸").encode()

LANGUAGES = ("en", "zh-Hans", "zh-Hant")


@dataclass
class Done:
    status: int
    out: bytes
    err: str


@pytest.fixture
def desk(tmp_path, monkeypatch) -> Path:
    """A folder of its own to work in."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("MAILLINT", raising=False)
    return tmp_path


@pytest.fixture
def maillint(desk):
    """Runs the program as a mail program would: ``maillint("sendmail", "--", "cat", data=b"...")``, without a terminal."""

    def run(*arguments: str, data: bytes = b"", env: dict[str, str] | None = None) -> Done:
        done = subprocess.run(
            [sys.executable, "-m", "maillint", *arguments],
            input=data,
            capture_output=True,
            env={**os.environ, **(env or {})},
            cwd=desk,
            start_new_session=True,
            check=False,
            timeout=60,
        )
        return Done(done.returncode, done.stdout, done.stderr.decode())

    return run


@pytest.fixture
def slow_pack(desk) -> Path:
    """A configuration whose only own check never ends."""
    group = desk / "pack" / "slow"
    group.mkdir(parents=True)
    titles = "".join(f'{language} = "Slow"\n' for language in LANGUAGES)
    (group / "_group.toml").write_text(f"cap = 10\norder = 1\n[title]\n{titles}")
    examples = "".join(
        f'[[{kind}]]\nlang = "{language}"\ntext = "{n}"\n'
        for language in LANGUAGES
        for kind, count in (("bad", 3), ("fine", 5))
        for n in range(count)
    )
    (group / "check.toml").write_text(
        f'norms = ["E57"]\nseverity = "info"\nconfidence = "high"\ncost = 1\nzones = ["body"]\nlanguages = ["*"]\n[title]\n{titles}[why]\n{titles}[message.main]\n{titles}{examples}'
    )
    (group / "check.py").write_text("import time\n\n\ndef find(draft, rule, hits):\n    time.sleep(600)\n    yield\n")
    (desk / "maillint.toml").write_text('packs = ["pack"]\n\n[gate]\ntime-limit = 0.3\n')
    return desk


@dataclass
class Screen:
    """A terminal of which a program is the foreground, and what it shows."""

    process: subprocess.Popen[bytes]
    master: int
    text: str = ""
    _octets: bytearray = field(default_factory=bytearray)

    def wait_for(self, words: str, seconds: float = 20) -> None:
        """Read until words stand on the screen."""
        end = time.monotonic() + seconds
        while words not in self.text:
            assert time.monotonic() < end, self.text
            if select.select([self.master], [], [], 0.2)[0]:
                try:
                    self._octets += os.read(self.master, 65536)
                except OSError:
                    break
                self.text = self._octets.decode(errors="replace").replace("\r\n", "\n")
        assert words in self.text, self.text

    def type(self, keys: str) -> None:
        """Press keys; what was shown before is forgotten."""
        self._octets.clear()
        self.text = ""
        os.write(self.master, keys.encode())

    def end(self) -> tuple[int, bytes]:
        """Exit status and standard output."""
        out, _ = self.process.communicate(timeout=30)
        return self.process.returncode, out


@pytest.fixture
def at_terminal(desk) -> Iterator[object]:
    """Starts a program that has a terminal besides its standard input: ``at_terminal(["maillint", ...], data)``."""
    screens: list[Screen] = []

    def start(command: list[str], data: bytes, *, raw: bool = False, **env: str) -> Screen:
        master, slave = os.openpty()
        if raw:
            mode = termios.tcgetattr(slave)
            mode[3] &= ~(termios.ICANON | termios.ECHO)
            termios.tcsetattr(slave, termios.TCSANOW, mode)
        name = os.ttyname(slave)

        def own_terminal() -> None:
            os.setsid()
            fcntl.ioctl(os.open(name, os.O_RDWR), termios.TIOCSCTTY, 0)

        source = desk / "stdin.eml"
        source.write_bytes(data)
        with source.open("rb") as stdin:
            process = subprocess.Popen(
                command,
                stdin=stdin,
                stdout=subprocess.PIPE,
                stderr=slave,
                env={**os.environ, **env},
                cwd=desk,
                preexec_fn=own_terminal,  # noqa: PLW1509 - there are no threads here
            )
        os.close(slave)
        screens.append(Screen(process, master))
        return screens[-1]

    yield start
    for screen in screens:
        if screen.process.poll() is None:
            os.kill(screen.process.pid, signal.SIGKILL)
            screen.process.wait()
        os.close(screen.master)
        if screen.process.stdout:
            screen.process.stdout.close()
