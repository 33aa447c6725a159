"""``maillint learn`` on real folders, Maildirs and mboxes: lists that are reviewed, kept, merged and taken back."""

from __future__ import annotations

import json
import mailbox
import os
import pty
import select
import signal
import subprocess
import sys
import time
from email.message import EmailMessage

import pytest

from maillint.cli import request

ENGLISH = "Dear Tom,\n\n{}\n\nKind regards,\nAnna Berg\n"
SENT = [
    "You will recieve the Kestrelon on Monday, 30 November 2026.",
    "Mr Årevikson has the Kestrelon; you recieve the schedulo file today.",
    "The schedulo file and the Kestrelon valve: did Årevikson recieve both?",
    "We agree. The schedulo run of Årevikson starts at 10:00.",
]
CHINESE = ["请尽快按排发货。", "志成公司的样品请按排寄出。", "靈犀閣的樣品請儘快按排。"]
HEAD = "# Words that maillint never takes for slips, one a line; a line with “# not:” remembers a refusal.\n"
TABLE = (
    "7 messages read\n"
    "Your own words, in 3 or more messages:\n"
    "  3  Kestrelon\n"
    "  3  Årevikson\n"
    "Close to a common word, so perhaps slips; kept only if you say so for each:\n"
    "  3  recieve → receive\n"
    "  3  schedulo → schedule\n"
    "  3  按排 → 安排\n"
)


@pytest.fixture(autouse=True)
def _own_settings(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))


def messages():
    texts = [ENGLISH.format(text) for text in SENT] + [f"李经理：\n\n您好！{text}\n\n王芳\n" for text in CHINESE]
    for number, text in enumerate(texts):
        message = EmailMessage()
        message["From"], message["To"] = "Anna Berg <anna@north.example>", "Tom Reed <tom@south.example>"
        message["Subject"] = f"Delivery of order 447{number}"
        message["Date"] = "Wed, 25 Nov 2026 10:00:00 +0100"
        message["Message-ID"] = f"<{number}@north.example>"
        message.set_content(text)
        yield message


@pytest.fixture
def sent(tmp_path):
    """A folder of sent mail."""
    (tmp_path / "Sent").mkdir()
    for number, message in enumerate(messages()):
        (tmp_path / "Sent" / f"{number}.eml").write_bytes(bytes(message))
    return tmp_path / "Sent"


@pytest.fixture
def personal(tmp_path):
    return tmp_path / "config" / "maillint" / "maillint-words.txt"


def flagged(maillint, *arguments):
    out = maillint("lint", *arguments, "--only", "spelling", "--format", "json").out
    return {finding["text"] for message in json.loads(out)["messages"] for finding in message["findings"]}


def test_words_are_shown_and_nothing_is_kept_unasked(maillint, sent, personal):
    answer = maillint("learn", "Sent")
    assert answer.out == f"{TABLE}{KEPT_NOTHING}"
    assert answer.status == request.PASSED
    assert maillint("learn", "Sent", "--dry-run").out == f"{TABLE}Nothing was written (--dry-run).\n"
    assert not personal.exists()


KEPT_NOTHING = "Nothing was kept: run it in a terminal to decide word by word, or with --yes to keep the first list.\n"


@pytest.mark.parametrize("kind", ["folder", "mbox", "Maildir"])
def test_mail_is_read_from_folders_mboxes_and_maildirs(maillint, sent, tmp_path, kind):
    if kind != "folder":
        box = mailbox.mbox("Box") if kind == "mbox" else mailbox.Maildir("Box")
        for message in messages():
            box.add(message)
        box.close()
    assert maillint("learn", "Sent" if kind == "folder" else "Box", "--dry-run").out.startswith(TABLE)


def test_yes_keeps_words_but_no_slips_and_a_lint_is_quiet_about_them(maillint, sent, personal):
    assert flagged(maillint, "Sent") == {"recieve", "schedulo", "按排"}
    answer = maillint("learn", "Sent", "--yes")
    assert answer.out == (
        f"{TABLE}2 words kept in {personal}\n"
        "What may be a slip is not kept by --yes; to keep one that is right: maillint learn --add WORD\n"
    )
    assert answer.err.splitlines() == [NO_MODEL]
    assert personal.read_text(encoding="utf-8") == f"{HEAD}Kestrelon\nÅrevikson\n"
    maillint("learn", "--add", "schedulo")
    assert flagged(maillint, "Sent") == {"recieve", "按排"}


NO_MODEL = (
    "maillint: Chinese words were judged by a short list only; 'maillint models install zh' brings what hears more"
)


def test_learning_again_adds_nothing_and_loses_nothing(maillint, sent, personal):
    personal.parent.mkdir(parents=True)
    personal.write_text("# ours\r\nGrüne Höhle\r\n# not: schedulo\r\n", encoding="utf-8", newline="")
    maillint("learn", "Sent", "--yes")
    once = personal.read_bytes()
    assert once.decode() == "# ours\r\nGrüne Höhle\r\n# not: schedulo\r\nKestrelon\r\nÅrevikson\r\n"
    again = maillint("learn", "Sent", "--yes")
    assert personal.read_bytes() == once
    assert "schedulo" not in again.out
    assert "0 words kept" in again.out


def test_counts_can_be_asked_for_and_json_holds_words_and_counts_only(maillint, sent, personal):
    answer = maillint("learn", "Sent", "--min-messages", "4", "--format", "json")
    assert json.loads(answer.out)["words"] == []
    answer = maillint("learn", "Sent", "-f", "json", "--yes")
    assert json.loads(answer.out) == {
        "version": 1,
        "list": str(personal),
        "messages": 7,
        "interrupted": False,
        "words": [
            {"word": "Kestrelon", "messages": 3, "meant": None, "doubtful": False, "kept": True},
            {"word": "recieve", "messages": 3, "meant": "receive", "doubtful": True, "kept": False},
            {"word": "schedulo", "messages": 3, "meant": "schedule", "doubtful": True, "kept": False},
            {"word": "Årevikson", "messages": 3, "meant": None, "doubtful": False, "kept": True},
            {"word": "按排", "messages": 3, "meant": "安排", "doubtful": True, "kept": False},
        ],
        "unreadable": [],
    }
    assert personal.read_text(encoding="utf-8").splitlines()[1:] == ["Kestrelon", "Årevikson"]


def test_bad_files_are_told_and_the_rest_goes_on(maillint, sent):
    (sent / "empty.eml").write_bytes(b"")
    answer = maillint("learn", "Sent", "nowhere", "--dry-run")
    assert answer.out.startswith(TABLE)
    assert answer.err.splitlines() == [
        "maillint: Sent/empty.eml: is empty",
        "maillint: nowhere: there is no such file or folder",
        NO_MODEL,
    ]
    assert answer.status == request.UNREADABLE
    errors = json.loads(maillint("learn", "Sent", "--format", "json").out)["unreadable"]
    assert errors == [{"path": "Sent/empty.eml", "error": "empty"}]


def test_a_message_maillint_stumbles_over_is_told_and_the_rest_goes_on(maillint, sent, monkeypatch):
    from maillint.engine.learn import Collector

    add = Collector.add

    def stumble(self, draft):
        if "4470" in (draft.subject or ""):
            raise ZeroDivisionError("å")
        add(self, draft)

    monkeypatch.setattr(Collector, "add", stumble)
    answer = maillint("learn", "Sent", "--dry-run")
    assert answer.out.startswith("6 messages read\n")
    assert "Sent/0.eml: maillint stumbled over this message (ZeroDivisionError: å)" in answer.err
    assert answer.status == request.UNREADABLE


@pytest.mark.parametrize(("language", "line"), [("zh-Hans", "已读 7 封邮件"), ("zh-Hant", "已讀 7 封郵件")])
def test_it_speaks_chinese(maillint, sent, personal, language, line):
    assert maillint("learn", "Sent", "--dry-run", "--lang", language).out.startswith(line)
    maillint("learn", "--add", "靈犀閣", "--lang", language)
    assert personal.read_text(encoding="utf-8").startswith("# maillint 一律不算")
    assert maillint("learn", "--remove", "靈犀閣", "--lang", language).out.count("靈犀閣") == 1


def test_all_texts_come_in_three_languages_with_the_same_holes():
    import string

    from maillint.cli.learn_texts import _TEXTS

    for key, texts in _TEXTS.items():
        holes = [{name for _, name, _, _ in string.Formatter().parse(text) if name} for text in texts]
        assert holes[0] == holes[1] == holes[2], key
        assert len(set(texts)) == 3, key


def test_one_command_adds_a_word_and_one_takes_it_back(maillint, sent, personal):
    answer = maillint("learn", "--add", "recieve", "Grüne  Höhle", "靈犀閣")
    assert answer.out == (
        f"never taken for a slip from now on: recieve, Grüne Höhle, 靈犀閣; in {personal}\n"
        "to undo: maillint learn --remove recieve 'Grüne Höhle' 靈犀閣\n"
    )
    assert "recieve" not in flagged(maillint, "Sent")
    assert maillint("learn", "--add", "RECIEVE").out == f"already in {personal}: RECIEVE\n"
    answer = maillint("learn", "--remove", "recieve", "teh")
    assert answer.out == f"taken out of {personal}: recieve\nnot in {personal}: teh\n"
    assert answer.status == request.PASSED
    assert "recieve" in flagged(maillint, "Sent")
    assert personal.read_text(encoding="utf-8") == f"{HEAD}Grüne Höhle\n靈犀閣\n"


def test_a_word_that_another_list_has_too_is_told_when_it_is_taken_out(maillint, tmp_path, personal):
    maillint("learn", "--add", "Kestrelon", "teh")
    (tmp_path / "maillint-words.txt").write_text("KESTRELON\n", encoding="utf-8")
    assert maillint("learn", "--remove", "Kestrelon", "teh", "-o", str(personal)).out == (
        f"taken out of {personal}: Kestrelon, teh\nstill no slip, since {tmp_path}/maillint-words.txt has it: Kestrelon\n"
    )


def test_nothing_is_said_or_made_where_there_is_no_list_to_take_a_word_out_of(maillint, tmp_path, personal):
    answer = maillint("learn", "--remove", "Kestrelon")
    assert (answer.out, answer.err) == (f"not in {personal}: Kestrelon\n", "")
    assert not personal.exists()


def test_the_list_is_the_nearest_then_beside_the_configuration_then_the_users(
    maillint, tmp_path, monkeypatch, personal
):
    deep = tmp_path / "a" / "b"
    deep.mkdir(parents=True)
    monkeypatch.chdir(deep)
    maillint("learn", "--add", "One")
    assert "One" in personal.read_text(encoding="utf-8")
    (tmp_path / "a" / "pyproject.toml").write_text("[tool.maillint]\n", encoding="utf-8")
    maillint("learn", "--add", "Two")
    assert "Two" in (tmp_path / "a" / "maillint-words.txt").read_text(encoding="utf-8")
    (tmp_path / "maillint.toml").write_text("", encoding="utf-8")
    maillint("learn", "--add", "Three")
    assert "Three" in (tmp_path / "a" / "maillint-words.txt").read_text(encoding="utf-8")
    answer = maillint("learn", "--add", "Four", "--output", "../../terms.txt")
    assert "Four" in (tmp_path / "terms.txt").read_text(encoding="utf-8")
    assert "to undo: maillint learn --remove Four --output ../../terms.txt\n" in answer.out.replace("'", "")
    assert answer.err.startswith(f"maillint: note: {tmp_path}/terms.txt is not read for {deep}; name it there in")
    (tmp_path / "ci.toml").write_text('words = ["terms.txt"]', encoding="utf-8")
    assert maillint("learn", "--add", "Five", "-o", "../../terms.txt", "--config", "../../ci.toml").err == ""
    maillint("learn", "--add", "Six", "--config", "../../ci.toml")
    assert "Six" in (tmp_path / "maillint-words.txt").read_text(encoding="utf-8")


def test_a_locked_list_is_told(maillint, tmp_path, monkeypatch, personal):
    site = tmp_path / "site" / "maillint.toml"
    site.parent.mkdir()
    site.write_text('locked = ["words"]', encoding="utf-8")
    monkeypatch.setenv("MAILLINT_SITE_CONFIG", str(site))
    answer = maillint("learn", "--add", "Kestrelon")
    assert answer.err == f"maillint: note: {personal} is not read, since {site} locks words\n"


def test_config_show_tells_the_lists_in_force_and_how_many_words_they_have(maillint, tmp_path, personal):
    maillint("learn", "--add", "Kestrelon", "靈犀閣")
    (tmp_path / "legal.txt").write_text("mutandis\n", encoding="utf-8")
    (tmp_path / "maillint.toml").write_text('words = ["legal.txt"]\n', encoding="utf-8")
    out = maillint("config", "show").out
    assert f'words = ["{personal}", "{tmp_path}/legal.txt"]  # found, {tmp_path}/maillint.toml\n' in out
    assert out.endswith(f"# {personal}: 2 words\n# {tmp_path}/legal.txt: 1 word\n")
    lists = json.loads(maillint("config", "show", "--format", "json").out)["words"]
    assert lists == [{"path": str(personal), "words": 2}, {"path": str(tmp_path / "legal.txt"), "words": 1}]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ([], "name mail to learn from"),
        (["--add"], "name mail to learn from"),
        (["--add", "--remove", "x"], "--add and --remove: give one of them"),
        (["--add", "x", "--dry-run"], "--yes, --dry-run and --format are for mail to learn from"),
        (["--remove", "x", "-f", "json"], "--yes, --dry-run and --format are for mail to learn from"),
        (["--add", "# x"], "'# x' is no word that a list can hold"),
        (["--add", "  "], "' ' is no word that a list can hold"),
        (["--add", "\udcff"], "no word that a list can hold"),
        (["Sent", "--min-messages", "0"], "--min-messages 0: give 1 or more"),
        (["Sent", "--output", "Sent/1.eml"], "--output Sent/1.eml: this is one of the messages"),
        (["Sent", "--yes", "--output", "."], "cannot be "),
        (["Sent", "--format", "xml"], "--format xml"),
        (["Sent", "--config", "nowhere.toml"], "nowhere.toml: cannot be read"),
    ],
)
def test_what_cannot_be_done_is_told_in_one_line_and_nothing_is_written(maillint, sent, personal, arguments, told):
    before = (sent / "1.eml").read_bytes()
    answer = maillint("learn", *arguments)
    assert answer.status == request.USAGE
    assert told in answer.err.splitlines()[-1]
    assert not personal.exists()
    assert (sent / "1.eml").read_bytes() == before


def test_a_list_in_a_wrong_encoding_is_told_by_every_command_with_its_line(maillint, sent, personal):
    personal.parent.mkdir(parents=True)
    personal.write_bytes("Kestrelon\n靈犀閣\n".encode("big5"))
    for arguments in (["Sent"], ["learn", "Sent"], ["learn", "--add", "x"], ["config", "show"]):
        answer = maillint(*arguments)
        assert answer.status == request.USAGE
        assert f"{personal}:2: is no UTF-8 text; save the list as UTF-8" in answer.err
    assert personal.read_bytes() == "Kestrelon\n靈犀閣\n".encode("big5")


class Terminal:
    """A terminal on which ``maillint learn`` runs."""

    def __init__(self, *arguments: str) -> None:
        self._screen, side = pty.openpty()
        environment = {**os.environ, "COLUMNS": "100", "TERM": "xterm"}
        command = [sys.executable, "-m", "maillint", "learn", *arguments]
        self.process = subprocess.Popen(
            command, stdin=side, stdout=side, stderr=side, env=environment, start_new_session=True
        )
        os.close(side)
        self.seen = ""

    def wait_for(self, text: str, times: int = 1) -> None:
        end = time.monotonic() + 20
        while self.seen.count(text) < times and time.monotonic() < end:
            self._read()
        assert self.seen.count(text) >= times, self.seen

    def answer(self, question: str, *letters: str) -> None:
        for number, letter in enumerate(letters, 1):
            self.wait_for(question, number)
            os.write(self._screen, f"{letter}\n".encode())

    def _read(self) -> bool:
        if not select.select([self._screen], [], [], 0.2)[0]:
            return False
        try:
            data = os.read(self._screen, 65536)
        except OSError:
            return False
        self.seen += data.decode().replace("\r\n", "\n")
        return bool(data)

    def ended(self) -> int:
        status = self.process.wait(20)
        while self._read():
            pass
        return status

    def close(self) -> None:
        self.process.kill()
        self.process.wait()
        os.close(self._screen)


@pytest.fixture
def on_terminal():
    """Runs ``maillint learn`` on a terminal of its own."""
    terminals = []

    def start(*arguments: str) -> Terminal:
        terminals.append(Terminal(*arguments))
        return terminals[-1]

    yield start
    for terminal in terminals:
        terminal.close()


def test_each_word_is_asked_about_on_a_terminal(sent, personal, maillint, on_terminal):
    terminal = on_terminal("Sent")
    terminal.answer("uit? ", "?", "k", "n", "x", "", "a", "k", "n")
    assert terminal.ended() == 0
    assert "  3  Kestrelon  …ar Tom, You will recieve the Kestrelon on Monday, 30 November 2026" in terminal.seen
    assert "2 words kept in" in terminal.seen
    assert "2 words will not be proposed again" in terminal.seen
    assert personal.read_text(encoding="utf-8") == f"{HEAD}Kestrelon\n# not: Årevikson\nschedulo\n# not: 按排\n"
    again = maillint("learn", "Sent", "--dry-run").out
    assert again.splitlines()[2:-1] == ["  3  recieve → receive"]


def test_all_keeps_the_words_of_the_first_kind_only_and_quit_ends(sent, personal, on_terminal):
    terminal = on_terminal("Sent")
    terminal.answer("uit? ", "a", "q")
    assert terminal.ended() == 0
    assert personal.read_text(encoding="utf-8") == f"{HEAD}Kestrelon\nÅrevikson\n"


def test_what_was_decided_before_ctrl_c_is_kept(sent, personal, on_terminal):
    terminal = on_terminal("Sent")
    terminal.answer("uit? ", "k")
    terminal.wait_for("uit? ", 2)
    os.killpg(terminal.process.pid, signal.SIGINT)
    assert terminal.ended() == request.INTERRUPTED
    assert personal.read_text(encoding="utf-8") == f"{HEAD}Kestrelon\n"
    assert "1 word kept in" in terminal.seen


def test_ctrl_c_while_reading_goes_on_with_what_was_read(maillint, sent, personal, monkeypatch):
    from maillint.message import sources

    iterate = sources.iterate

    def interrupted(paths):
        for number, item in enumerate(iterate(paths)):
            if number == 6:
                raise KeyboardInterrupt
            yield item

    monkeypatch.setattr(sources, "iterate", interrupted)
    answer = maillint("learn", "Sent", "--yes")
    assert answer.status == request.INTERRUPTED
    assert "maillint: stopped; what follows comes from the messages read so far\n" in answer.err
    assert answer.out.startswith("6 messages read\n")
    assert "Kestrelon" in personal.read_text(encoding="utf-8")
