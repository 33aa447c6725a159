"""Replies: nothing that a message or another server says can end a line or begin another reply."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from maillint.gate.relay.replies import Reply

LINE = re.compile(r"\d{3}[ -][ -~]{0,320}")


@given(st.integers(0, 999), st.text())
def test_whatever_the_next_server_says_is_one_well_formed_reply(code, message) -> None:
    lines = Reply.passed_back(code, message).text.split("\r\n")
    assert all(LINE.fullmatch(line) for line in lines)
    assert {line[:3] for line in lines} <= {str(code), "451"}
    assert [line[3] for line in lines] == ["-"] * (len(lines) - 1) + [" "]


@given(st.lists(st.text(), max_size=30))
def test_whatever_a_message_says_is_one_well_formed_reply(texts) -> None:
    reply = Reply.of(550, texts, "5.7.1")
    assert all(LINE.fullmatch(line) for line in reply.text.split("\r\n"))
    assert len(reply.lines) <= 20


def test_a_421_of_the_next_servers_does_not_close_ours() -> None:
    assert Reply.passed_back(421, "4.3.2 shutting down").text == "451 4.3.2 shutting down"


def test_what_is_no_answer_is_no_yes() -> None:
    for code in (-1, 0, 100, 354, 600, 999):
        assert not Reply.passed_back(code, "ok").is_good
        assert Reply.passed_back(code, "").code == 451


def test_an_answer_without_words_stays_one() -> None:
    assert Reply.passed_back(250, "").text == "250 "
