"""Send, fix, edit or cancel, asked on a real terminal while standard input is the message."""

from __future__ import annotations

import json
import os
import pty
import sys

import pytest

from maillint.engine import Config, load
from maillint.gate import dialogue, terminal
from maillint.gate.policy import SENDMAIL, Envelope, Policy, decide
from tests.gate.conftest import BAD, CLEAN, REMARKED, ZH

WRAPPED = [sys.executable, "-m", "maillint", "sendmail", "--log", "log.jsonl", "--", "cat"]


def last_entry(desk) -> dict[str, object]:
    return json.loads((desk / "log.jsonl").read_text().splitlines()[-1])


def test_send_anyway(at_terminal, desk) -> None:
    screen = at_terminal(WRAPPED, BAD)
    screen.wait_for("[c]? ")
    assert "before it is sent: 1 finding" in screen.text
    assert "attachment-missing" in screen.text
    screen.type("s\n")
    assert screen.end() == (0, BAD)
    assert (last_entry(desk)["action"], last_entry(desk)["reason"]) == ("pass", "sent-anyway")


@pytest.mark.parametrize(
    "keys", ["c\n", "\n", "cancel\n", "Ｃ\n", "\x04"], ids=["c", "Enter", "word", "full-width", "gone"]
)
def test_cancel(at_terminal, desk, keys) -> None:
    screen = at_terminal(WRAPPED, BAD)
    screen.wait_for("[c]? ")
    screen.type(keys)
    assert screen.end() == (65, b"")
    assert last_entry(desk)["reason"] == "cancelled"


def test_what_only_deserves_a_remark_is_sent_by_enter(at_terminal) -> None:
    screen = at_terminal(WRAPPED, REMARKED)
    screen.wait_for("[s]? ")
    screen.type("what?\n")
    screen.wait_for("[s]? ")
    screen.type("\n")
    assert screen.end() == (0, REMARKED)


def test_a_clean_message_is_not_asked_about(at_terminal) -> None:
    assert at_terminal(WRAPPED, CLEAN).end() == (0, CLEAN)


def test_edit_and_then_it_is_judged_again(at_terminal, desk) -> None:
    editor = desk / "redigera å.sh"
    editor.write_text('#!/bin/sh\nsed -i "s/I have attached/Here is/" "$1"\n')
    editor.chmod(0o755)
    screen = at_terminal(WRAPPED, BAD, VISUAL=f"'{editor}'")
    screen.wait_for("[c]? ")
    screen.type("e\n")
    screen.wait_for("[s]? ")
    assert "nothing is left to change" in screen.text
    screen.type("s\n")
    assert screen.end() == (0, BAD.replace(b"I have attached", b"Here is"))
    assert last_entry(desk)["reason"] == "clean"


def test_an_editor_that_fails_changes_nothing(at_terminal) -> None:
    screen = at_terminal(WRAPPED, BAD, VISUAL="false")
    screen.wait_for("[c]? ")
    screen.type("e\n")
    screen.wait_for("[c]? ")
    assert "false did not end well; the message is as it was" in screen.text
    screen.type("s\n")
    assert screen.end() == (0, BAD)


@pytest.mark.parametrize(
    "editor", ["vim 'å", "rm", "no-such-editor"], ids=["no end of quotes", "takes it away", "none"]
)
def test_an_editor_that_cannot_be_used_sends_nothing(at_terminal, editor) -> None:
    screen = at_terminal(WRAPPED, BAD, VISUAL=editor)
    screen.wait_for("[c]? ")
    screen.type("e\n")
    screen.wait_for("as it was")
    screen.wait_for("[c]? ")
    screen.type("c\n")
    assert screen.end() == (65, b"")


def test_a_terminal_that_goes_away_says_no_more() -> None:
    ours, theirs = pty.openpty()
    gone = terminal.Terminal(theirs)
    os.close(ours)
    gone.show("å")
    assert gone.ask("收? ") is None
    os.close(theirs)


def test_it_asks_in_chinese(at_terminal) -> None:
    screen = at_terminal(WRAPPED, ZH, LC_ALL="zh_TW.UTF-8")
    screen.wait_for("c 取消 [c]? ")
    screen.type("ｓ\n")
    assert screen.end() == (0, ZH)


def test_batch_never_asks(at_terminal) -> None:
    assert at_terminal([*WRAPPED[:4], "--batch", "--", "cat"], BAD).end() == (65, b"")


def test_under_a_full_screen_program_it_does_not_ask(at_terminal) -> None:
    assert at_terminal(WRAPPED, BAD, raw=True).end() == (65, b"")


def test_a_signed_message_is_neither_fixed_nor_edited(at_terminal) -> None:
    data = BAD.replace(b"Subject: Drawing of order 4471", b"Subject: Update").replace(
        b"I have", b"-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA512\n\nI have"
    )
    screen = at_terminal(WRAPPED, data)
    screen.wait_for("]? ")
    assert "s send · c cancel" in screen.text
    screen.type("s\n")
    assert screen.end() == (0, data)


class Talk:
    """A terminal at which somebody answers what was written down before."""

    def __init__(self, *answers: str) -> None:
        self.answers = list(answers)
        self.shown = ""

    def show(self, text: str) -> None:
        self.shown += f"{text}\n"

    def ask(self, question: str) -> str | None:
        self.shown += question
        return self.answers.pop(0) if self.answers else None


def talked(data: bytes, *answers: str) -> tuple[dialogue.Answer, str]:
    policy, talk = Policy.of(load(Config()), SENDMAIL), Talk(*answers)
    answer = dialogue.Dialogue(talk, Envelope(), policy, "en").ask(data, decide(data, Envelope(), policy))
    return answer, talk.shown


def test_fix_shows_what_it_changed_and_judges_again() -> None:
    hasty = BAD.replace(b"I have attached the", b"We recieved the")
    answer, shown = talked(hasty, "f", "s")
    assert b"We received the drawing" in answer.data
    assert "s send · f fix · e edit · c cancel [s]? changed:" in shown
    assert "-We recieved the drawing of order 4471." in shown
    assert "+We received the drawing of order 4471." in shown


def test_fix_says_where_it_can_do_nothing() -> None:
    answer, shown = talked(BAD, "f", "c")
    assert (answer.data, answer.decision.reason) == (BAD, "cancelled")
    assert "there is nothing that could be changed by itself" in shown
