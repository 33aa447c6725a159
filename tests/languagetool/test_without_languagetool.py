"""What happens where no LanguageTool is, or one that does not do as it should. Servers here are stand-ins that misbehave."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import threading
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from maillint.cli import languagetool as command
from maillint.cli.request import UsageError
from maillint.engine.catalog import catalog
from maillint.language.spelling import languagetool

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TEXT = "Dear Tom,\n\nThe connector doesn't exists in that size.\n\nKind regards,\nAnna"
LANGUAGES = b'[{"name": "English", "code": "en", "longCode": "en-US"}]'


class Server:
    """Answers every request with the same bytes, one by one at an interval."""

    def __init__(self, answer: bytes, interval: float = 0.0) -> None:
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._answer, self._interval = answer, interval
        self._connections: list[socket.socket] = []
        self.address = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        threading.Thread(target=self._serve, daemon=True).start()

    @property
    def asked(self) -> int:
        return len(self._connections)

    def _serve(self) -> None:
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            self._connections.append(connection)
            threading.Thread(target=self._drip, args=(connection,), daemon=True).start()

    def _drip(self, connection: socket.socket) -> None:
        try:
            connection.recv(65536)
            for octet in self._answer if self._interval else ():
                connection.sendall(bytes([octet]))
                time.sleep(self._interval)
            if not self._interval:
                connection.sendall(self._answer)
                connection.close()
        except OSError:
            return

    def close(self) -> None:
        for one in (self._listener, *self._connections):
            one.close()


@contextmanager
def serving(answer: bytes, interval: float = 0.0) -> Iterator[Server]:
    server = Server(answer, interval)
    try:
        yield server
    finally:
        server.close()


def http(body: bytes, status: str = "200 OK") -> bytes:
    return f"HTTP/1.1 {status}\r\nContent-Length: {len(body)}\r\nConnection: close\r\n\r\n".encode() + body


@pytest.fixture
def nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache folder in which no server was ever started."""
    monkeypatch.setattr(languagetool, "folder", lambda: str(tmp_path))
    monkeypatch.setenv("MAILLINT_CACHE_DIR", str(tmp_path))
    monkeypatch.setenv("LTP_PATH", str(tmp_path / "none"))
    return tmp_path


def test_it_is_off_by_default_and_its_library_stays_unloaded(root: Path) -> None:
    code = (
        f"import sys; sys.argv = ['maillint', '--fail-on', 'never', {str(root / 'samples' / 'hasty.eml')!r}]\n"
        "import maillint.__main__ as door; door.main()\n"
        "print([name for name in sys.modules if 'language_tool' in name or 'languagetool' in name], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr == "[]\n"
    assert "spelling-grammar" not in done.stdout


def test_where_none_was_started_one_note_says_so(nowhere, grammar) -> None:
    (note,) = grammar(TEXT)
    assert (note.key, note.cost, note.severity.value) == ("stopped", 0, "advice")
    assert "maillint languagetool start" in catalog("en").message(note)
    assert "服务器没有运行" in catalog("zh-Hans").message(note)
    assert "伺服器沒有執行" in catalog("zh-Hant").message(note)
    assert grammar(TEXT) == []


def test_a_silent_server_holds_a_message_up_no_longer_than_told_and_is_then_left_alone(judge) -> None:
    with serving(b"H", interval=60) as server:
        start = time.monotonic()
        first = judge(TEXT, remote=server.address, timeout=0.3)
        assert time.monotonic() - start < 5
        asked = server.asked
        second = judge(TEXT, remote=server.address, timeout=0.3)
    assert [one.key for one in first.findings if one.check == "spelling-grammar"] == ["silent"]
    assert (first.score, first.groups) == (second.score, second.groups)
    assert [one for one in second.findings if one.check == "spelling-grammar"] == []
    assert asked == server.asked == 1


def test_a_server_that_drips_cannot_stretch_the_time(grammar) -> None:
    with serving(http(LANGUAGES), interval=0.05) as server:
        start = time.monotonic()
        (note,) = grammar(TEXT, remote=server.address, timeout=0.5)
        assert time.monotonic() - start < 5
    assert note.args["server"] == server.address


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"\xff\xfe not HTTP at all",
        http(b"<html>\xe4\xb8\xad</html>", "502 Bad Gateway"),
        http(b"[]"),
        http(b"{}"),
        http(LANGUAGES),
        http(b'[{"code": null, "longCode": 7}]'),
    ],
)
def test_odd_answers_become_a_note_or_nothing(grammar, answer) -> None:
    with serving(answer) as server:
        found = grammar(TEXT, remote=server.address, timeout=5.0)
    assert [one.key for one in found] in ([], ["silent"])


def test_a_server_that_is_not_there_is_named(grammar) -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        address = f"http://127.0.0.1:{closed.getsockname()[1]}"
    (note,) = grammar(TEXT, remote=address)
    assert catalog("en").message(note).startswith(f"LanguageTool was not heard: {address}")


def test_after_a_pause_it_is_asked_again_and_told_of_once(grammar, monkeypatch) -> None:
    monkeypatch.setattr(languagetool, "PAUSE", 0.0)
    with serving(http(b"oops", "500 Internal Server Error")) as server:
        notes = [len(grammar(TEXT, remote=server.address, timeout=5.0)) for _ in range(3)]
        assert server.asked >= 3
    assert notes == [1, 0, 0]


def test_without_the_library_the_note_says_what_to_install(grammar, monkeypatch) -> None:
    monkeypatch.setitem(sys.modules, "language_tool_python", None)
    (note,) = grammar(TEXT, remote="http://127.0.0.1:9")
    assert "maillint[languagetool]" in catalog("en").message(note)


def test_only_own_words_are_sent(judge, monkeypatch) -> None:
    sent: list[str] = []

    def find(paragraphs, **_):
        sent.extend(text for text, _ in paragraphs)
        return [[] for _ in paragraphs]

    monkeypatch.setattr(languagetool, "find", find)
    judge(f"{TEXT}\nNorth Valves, Leeds\n\nOn Tue, 24 Nov 2026, Tom Reed wrote:\n> A secret of 张三's.")
    assert sent == ["The connector doesn't exists in that size.", "Kind regards,"]


@pytest.mark.parametrize(
    ("address", "is_here"),
    [
        ("http://localhost:8081", True),
        ("127.0.0.1:8081", True),
        ("http://127.8.9.10/v2/", True),
        ("http://[::1]:8081", True),
        ("https://api.languagetool.org", False),
        ("http://localhost.example:8081", False),
        ("http://10.0.0.1:8081", False),
    ],
)
def test_what_stays_on_this_machine(address, is_here) -> None:
    assert languagetool.is_loopback(address) is is_here


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("We apologise for the colour of the centre piece.", "en-GB"),
        ("The organisation travelled by tyre.", "en-GB"),
        ("We apologize for the color of the center piece.", "en-US"),
        ("Four hours of exercise, and our advice: revise your promise.", "en-US"),
        ("", "en-US"),
    ],
)
def test_english_by_its_spelling(text, code) -> None:
    assert languagetool.english_of(text) == code


def test_long_texts_are_cut(monkeypatch) -> None:
    sent: list[str] = []
    monkeypatch.setattr(languagetool, "_client", lambda *_: lambda text: sent.append(text) or [])
    paragraphs = [("ab " * 3000, "en-US")] * 10
    assert languagetool.find(paragraphs, remote="http://127.0.0.1:9", seconds=5, categories=()) == [[]] * 10
    assert len(sent[0]) <= languagetool.LONGEST


@pytest.mark.parametrize("content", ["", "[]", "{", '{"port": "8081"}', '{"pid": 1}'])
def test_a_damaged_state_is_none(nowhere, content) -> None:
    (nowhere / "languagetool.json").write_text(content)
    assert languagetool.local_address() == ""
    assert command.running(languagetool.state()) is None


def test_a_number_that_another_process_has_got_is_not_ours(nowhere, maillint) -> None:
    (nowhere / "languagetool.json").write_text(json.dumps({"pid": os.getpid(), "started": 1.0, "port": 9}))
    assert command.running(languagetool.state()) is None
    assert maillint("languagetool", "stop").stdout == "it was not running\n"
    assert not (nowhere / "languagetool.json").exists()


def test_the_newest_jars_are_taken(tmp_path) -> None:
    for version in ("6.6", "6.10", "6.8"):
        place = tmp_path / f"LanguageTool-{version}"
        place.mkdir()
        (place / command.JAR).touch()
    assert command.found_jar(str(tmp_path)).endswith(os.path.join("LanguageTool-6.10", command.JAR))
    assert command.found_jar(str(tmp_path / "LanguageTool-6.6")).endswith(os.path.join("LanguageTool-6.6", command.JAR))
    assert command.found_jar(str(tmp_path / "none")) == ""


@pytest.fixture
def java(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder for a stand-in of java, the only one there is."""
    place = tmp_path / "bin"
    place.mkdir()
    monkeypatch.setenv("PATH", f"{place}{os.pathsep}/nowhere")
    return place


def stand_in(place: Path, script: str) -> None:
    (place / "java").write_text(f"#!/bin/sh\n{script}\n")
    (place / "java").chmod(0o755)


def test_without_java_it_is_said_what_to_install(nowhere, java, maillint) -> None:
    answer = maillint("languagetool", "start")
    assert answer.returncode == 2
    assert "sudo apt-get install openjdk-17-jre-headless" in answer.stderr


def test_an_old_java_will_not_do(nowhere, java, maillint) -> None:
    stand_in(java, """echo 'openjdk version "11.0.2" 2019-01-15' >&2""")
    assert "Java >= 17" in maillint("languagetool", "start").stderr


def test_without_jars_it_is_said_where_to_get_them(nowhere, java, maillint) -> None:
    stand_in(java, """echo 'openjdk version "17.0.2" 2022-01-18' >&2""")
    answer = maillint("languagetool", "start")
    assert answer.returncode == 2
    assert "--jars FOLDER" in answer.stderr
    assert "--download" in answer.stderr
    assert "there is no languagetool-server.jar in it" in maillint("languagetool", "start", "--jars", "å").stderr


def test_a_server_that_ends_at_once_leaves_its_last_words(nowhere, java, maillint, tmp_path) -> None:
    stand_in(java, """[ "$1" = -version ] && echo 'openjdk version "17.0.2"' >&2 || echo 'Error: heap 满了' """)
    (tmp_path / command.JAR).touch()
    answer = maillint("languagetool", "start", "--jars", str(tmp_path))
    assert answer.returncode == 2
    assert "ended at once (Error: heap 满了)" in answer.stderr
    assert not (nowhere / "languagetool.json").exists()


def test_without_the_extra_it_is_named(nowhere, monkeypatch) -> None:
    monkeypatch.setattr(command, "find_spec", lambda _: None)
    with pytest.raises(UsageError, match=r"maillint\[languagetool\]"):
        command.start(None, 0, command.MEMORY, print)


def test_a_download_that_fails_is_said(nowhere, java, maillint, monkeypatch) -> None:
    stand_in(java, """echo 'openjdk version "17.0.2" 2022-01-18' >&2""")
    with serving(http(b"gone", "404 Not Found")) as server:
        monkeypatch.setenv("LTP_DOWNLOAD_HOST_NEW_RELEASES", f"{server.address}/")
        answer = maillint("languagetool", "start", "--download")
    assert answer.returncode == 2
    assert "fetch it elsewhere and use --jars" in answer.stderr
    assert f"fetching {server.address}/LanguageTool-6.8.zip" in answer.stdout


def test_doctor_tells_that_it_is_off_stopped_or_elsewhere(nowhere, maillint, tmp_path) -> None:
    config = tmp_path / "maillint.toml"
    config.write_text("")
    assert "ok       LanguageTool: off" in maillint("doctor", str(tmp_path)).stdout
    config.write_text('[checks.spelling-grammar]\nseverity = "warning"\n')
    assert "problem  LanguageTool: not running; maillint languagetool start" in maillint("doctor", str(tmp_path)).stdout
    config.write_text('[checks.spelling-grammar]\nseverity = "info"\nremote = "http://192.0.2.1.invalid:8081"\n')
    assert "elsewhere: text leaves this machine" in maillint("doctor", str(tmp_path)).stdout
