"""A milter as a process, a mail server's side of the protocol, and checks that misbehave."""

from __future__ import annotations

import os
import signal
import socket
import struct
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Self
from urllib.request import urlopen

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

sys.path.insert(0, str(Path(__file__).parent.parent.parent / "benchmarks"))
import mailserver

from maillint.gate.milter.flags import Step

EVERYTHING = (6, 0x1FF, 0x1FFFFF)
RULES = """
[gate]
action = "reject"
fail-on = "error"
warn-on = "never"
time-limit = {limit}
on-failure = "{on_failure}"

[[gate.rules]]
sender = "reject@*"
action = "reject"
[[gate.rules]]
sender = "hold@*"
action = "hold"
[[gate.rules]]
sender = "tag@*"
action = "tag"
[[gate.rules]]
sender = "拒绝@*"
action = "reject"
"""
CHECK = """
norms = ["E14"]
severity = "info"
confidence = "high"
cost = 1
zones = ["body"]
languages = ["en"]
[title]
en = "what it does"
zh-Hans = "所做的事"
zh-Hant = "所做的事"
[why]
en = "It tries the milter."
zh-Hans = "用来试 milter。"
zh-Hant = "用來試 milter。"
[message.main]
en = "It says “{text}”."
zh-Hans = "写着“{text}”。"
zh-Hant = "寫著「{text}」。"
[phrases]
en = ["please PHRASE"]
[[bad]]
lang = "en"
text = "please PHRASE"
[[fine]]
lang = "en"
text = "All is well."
"""
MISDEEDS = {
    "hang": "import signal, time\n"
    "def find(draft, rule, hits):\n"
    "    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGALRM})  # as code in C that never comes back\n"
    "    time.sleep(600)\n",
    "dawdle": "import time\ndef find(draft, rule, hits):\n    time.sleep(3)\n    return iter(())\n",
    "die": "import os, signal\ndef find(draft, rule, hits):\n    os.kill(os.getpid(), signal.SIGKILL)\n",
}


class Milter:
    """A running ``maillint milter``."""

    def __init__(self, folder: Path, *arguments: str, before: tuple[str, ...] = (), **kinds: object) -> None:
        """``before``: words of a command that starts it."""
        self.folder = folder
        self.errors = folder / "errors"
        environment = {**os.environ, **{name: str(value) for name, value in kinds.items()}}
        with self.errors.open("ab") as errors:
            self._start = errors.tell()  # others may have written there before
            command = [*before, sys.executable, "-m", "maillint", "milter", *arguments]
            self.process = subprocess.Popen(command, cwd=folder, stderr=errors, env=environment)

    @property
    def words(self) -> str:
        """What it has said until now."""
        return self.errors.read_bytes()[self._start :].decode()

    def said(self, text: str, seconds: float = 300) -> Self:
        """Wait until it has said something."""
        end = time.monotonic() + seconds
        while text not in self.words:
            assert self.process.poll() is None or text in self.words, self.words
            assert time.monotonic() < end, self.words
            time.sleep(0.02)
        return self

    def send(self, number: signal.Signals) -> None:
        self.process.send_signal(number)

    def stop(self, number: signal.Signals = signal.SIGTERM) -> int:
        """End it; its exit status."""
        if self.process.poll() is None:
            self.send(signal.SIGCONT)
            self.send(number)
        return self.process.wait(60)


class Server:
    """A mail server's side of one connection."""

    def __init__(self, connected: socket.socket, options: tuple[int, int, int] = EVERYTHING) -> None:
        self.socket = connected
        self.socket.settimeout(60)
        self.send(b"O", struct.pack("!III", *options))
        self.agreed = struct.unpack_from("!III", self.read()[1:])

    def send(self, code: bytes, data: bytes = b"") -> None:
        self.socket.sendall(struct.pack("!I", len(code) + len(data)) + code + data)

    def read(self) -> bytes:
        """The next packet, letter and all; b"" at the end of the connection."""
        head = self._exactly(4)
        return self._exactly(struct.unpack("!I", head)[0]) if head else b""

    def verdict(self) -> list[bytes]:
        """All packets up to the one that ends a message."""
        packets = [self.read()]
        while packets[-1][:1] not in (b"", b"c", b"a", b"y", b"r", b"t", b"d"):
            packets.append(self.read())
        return packets

    def message(
        self, sender: str, body: str = "Dear Tom,\r\n\r\nAll is well.\r\n\r\nKind regards,\r\nAnna\r\n"
    ) -> list[bytes]:
        """Send a whole message; its verdict."""
        self.begin(sender)
        self.send(b"B", body.encode())
        self.send(b"E")
        return self.verdict()

    def begin(self, sender: str) -> None:
        self.send(b"C", b"client.north.example\x004\xc0\x01192.0.2.7\0")
        self.send(b"DM", b"i\x004F2A\0{auth_authen}\0anna\0")
        self.send(b"M", f"<{sender}>\0".encode())
        self.send(b"R", b"<tom@south.example>\0")
        for name, value in (
            ("From", sender),
            ("To", "Tom Reed <tom@south.example>"),
            ("Subject", "Order 4471: delivery"),
        ):
            self.send(b"L", f"{name}\0 {value}\0".encode())
        if not self.agreed[2] & Step.NO_END_OF_HEADERS:
            self.send(b"N")

    def close(self) -> None:
        self.send(b"Q")
        self.socket.close()

    def _exactly(self, octets: int) -> bytes:
        found = b""
        while len(found) < octets and (piece := self.socket.recv(octets - len(found))):
            found += piece
        return found


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Callable[..., Milter]]:
    """``start(*arguments)``: a milter that is ready; all are ended after the test."""
    running: list[Milter] = []

    def run(*arguments: str, ready: bool = True, **environment: object) -> Milter:
        made = Milter(tmp_path, *arguments, **environment)
        running.append(made)
        return made.said("ready at") if ready else made

    yield run
    for milter in running:
        milter.stop(signal.SIGKILL)


@pytest.fixture
def rules(tmp_path: Path) -> Callable[..., str]:
    """``rules(limit=5, on_failure="pass")``: a configuration in which the sender's name says what is to happen."""

    def write(limit: float = 10, on_failure: str = "pass", more: str = "") -> str:
        path = tmp_path / "rules.toml"
        path.write_text(more + RULES.format(limit=limit, on_failure=on_failure), encoding="utf-8")
        return str(path)

    return write


@pytest.fixture
def misdeeds(tmp_path: Path) -> str:
    """A line of configuration with checks that hang, dawdle or die where the mail says please hang, dawdle, die."""
    group = tmp_path / "pack" / "tone"
    group.mkdir(parents=True)
    (group / "_group.toml").write_text(
        'title = { en = "Tone", zh-Hans = "语气", zh-Hant = "語氣" }\ncap = 9\norder = 9\n', "utf-8"
    )
    for name, code in MISDEEDS.items():
        (group / f"{name}.toml").write_text(CHECK.replace("PHRASE", name), "utf-8")
        (group / f"{name}.py").write_text(code, "utf-8")
    return f'packs = ["{tmp_path / "pack"}"]\n'


@pytest.fixture
def port() -> int:
    return mailserver.free_port()


@pytest.fixture
def server(port: int) -> Iterator[Callable[..., Server]]:
    """``server()``: a connection of a mail server to the milter at ``port``."""
    made: list[Server] = []

    def connect(options: tuple[int, int, int] = EVERYTHING, at: int = port) -> Server:
        made.append(Server(socket.create_connection(("127.0.0.1", at), timeout=60), options))
        return made[-1]

    yield connect
    for one in made:
        one.socket.close()


@pytest.fixture
def fetch() -> Callable[[int, str], tuple[int, str]]:
    """``fetch(port, path)``: status and text over HTTP."""

    def get(at: int, path: str) -> tuple[int, str]:
        from urllib.error import HTTPError

        try:
            with urlopen(f"http://127.0.0.1:{at}{path}", timeout=10) as answer:
                return answer.status, answer.read().decode()
        except HTTPError as error:
            with error:
                return error.code, error.read().decode()

    return get
