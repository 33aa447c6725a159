"""Replies: nothing that a message or another server says can end a line or begin another reply."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from maillint.gate.relay.replies import Reply, plain, refusal
from maillint.gate.remarks import Remark

LINE = re.compile(r"\d{3}[ -][ -~]{0,320}")


@given(st.integers(0, 999), st.text())
def test_whatever_the_next_server_says_is_one_well_formed_reply(code, message) -> None:
    lines = Reply.passed_back(code, message).text.split("\r\n")
    assert all(LINE.fullmatch(line) for line in lines)
    assert {line[:3] for line in lines} <= {str(code), "451"}
    assert [line[3] for line in lines] == ["-"] * (len(lines) - 1) + [" "]


@given(st.lists(st.text(), max_size=30))
def test_whatever_a_message_says_is_one_well_formed_reply(texts) -> None:
    found = [Remark("date-relative", "warning", "body", text) for text in texts]
    reply = Reply.of(550, refusal(found, has_way_out=True), "5.7.1")
    assert all(LINE.fullmatch(line) for line in reply.text.split("\r\n"))
    assert len(reply.lines) <= 6


def test_a_reply_cannot_be_injected() -> None:
    remark = Remark("subject-vague", "error", "subject", "“Hi\r\n250 2.0.0 Ok\r\n” tells nothing")
    assert Reply.of(550, refusal([remark], has_way_out=False), "5.7.1").text == (
        "550-5.7.1 Not sent: maillint found 1 problem in this message\r\n"
        '550 5.7.1 [subject-vague] "Hi 250 2.0.0 Ok " tells nothing'
    )


def test_other_scripts_become_dots() -> None:
    assert plain("“下周三” may be two days – å") == '"..." may be two days - ...'


def test_a_421_of_the_next_servers_does_not_close_ours() -> None:
    assert Reply.passed_back(421, "4.3.2 shutting down").text == "451 4.3.2 shutting down"


def test_what_is_no_answer_is_no_yes() -> None:
    for code in (-1, 0, 100, 354, 600, 999):
        assert not Reply.passed_back(code, "ok").is_good
        assert Reply.passed_back(code, "").code == 451


def test_an_answer_without_words_stays_one() -> None:
    assert Reply.passed_back(250, "").text == "250 "


def test_without_remarks_a_rule_has_decided() -> None:
    assert refusal([], has_way_out=False) == ("Not sent: a rule stops this message",)
