"""Each verdict becomes the packets that carry it out, as far as the server lets us."""

from __future__ import annotations

import pytest

from maillint.gate.milter import packets as commands
from maillint.gate.milter import replies
from maillint.gate.milter.flags import Action
from maillint.gate.milter.incoming import Message
from maillint.gate.milter.session import Session
from maillint.gate.milter.verdict import Verdict, packets, softened


def session(actions: int = 0x1FF) -> Session:
    made = Session(1000)
    made.receive(commands.Negotiate(6, actions, 0x1FFFFF))
    return made


def message(*fields: bytes, port: int = 25, limit: int = 1000) -> Message:
    made = Message(limit, "anna@north.example", commands.Connect("localhost", "4", port, "127.0.0.1"))
    for field in fields:
        name, value = field.split(b":", 1)
        made.add_header(name, value, spaced=True)
    return made


def told(verdict: Verdict, of: Message | None = None, actions: int = 0x1FF) -> list[bytes]:
    return list(packets(verdict, of or message(), session(actions)))


def test_what_passes_is_not_touched() -> None:
    assert told(Verdict("pass")) == [replies.CONTINUE]


@pytest.mark.parametrize("action", ["tag", "warn"])
def test_a_tag_is_a_field_at_the_end(action: str) -> None:
    verdict = Verdict(action, headers=(("X-Maillint-Report", "score 61"),))
    assert told(verdict) == [replies.add_header("X-Maillint-Report", "score 61", spaced=True), replies.CONTINUE]


def test_held_mail_waits_with_its_tag() -> None:
    verdict = Verdict("hold", ("2 problems",), (("X-Maillint-Report", "61"),))
    assert [packet[4:5] for packet in told(verdict)] == [b"h", b"q", b"c"]
    assert told(verdict)[1] == replies.quarantine("2 problems")


def test_a_refusal_is_all_that_is_said() -> None:
    verdict = Verdict("reject", ("no subject",), (("X-Maillint-Report", "61"),))
    assert told(verdict) == [replies.refuse(550, "5.7.1", ["no subject"])]
    assert told(verdict._replace(action="defer")) == [replies.refuse(451, "4.7.1", ["no subject"])]


def test_suppression_fields_go_the_last_one_first_whatever_their_case() -> None:
    verdict = Verdict("pass")
    fields = (b"X-Maillint: off", b"Subject: a", b"x-MAILLINT: off", b"X-Maillint-Ignore: date", b"X-Maillint-Other: b")
    assert told(verdict, message(*fields)) == [
        replies.change_header(1, "X-Maillint-Ignore", "", spaced=True),
        replies.change_header(2, "x-MAILLINT", "", spaced=True),
        replies.change_header(1, "X-Maillint", "", spaced=True),
        replies.CONTINUE,
    ]


def test_another_body_and_another_subject() -> None:
    verdict = Verdict("tag", changed=((1, "Subject", " =?utf-8?q?=C3=A5?=\n b"),), body=b"better")
    assert told(verdict) == [
        replies.packet(b"m", b"\0\0\0\1Subject\0 =?utf-8?q?=C3=A5?=\n b\0"),
        *replies.replace_body(b"better"),
        replies.CONTINUE,
    ]


def test_nothing_is_done_that_the_server_did_not_offer() -> None:
    verdict = Verdict("hold", ("why",), (("X-Maillint-Report", "61"),), ((1, "Subject", " a"),), b"better")
    of = message(b"X-Maillint: off")
    assert told(verdict, of, actions=0) == [replies.CONTINUE]
    assert [packet[4:5] for packet in told(verdict, of, actions=Action.QUARANTINE)] == [b"q", b"c"]


@pytest.mark.parametrize(
    ("action", "becomes"), [("reject", "tag"), ("hold", "tag"), ("defer", "defer"), ("pass", "pass")]
)
def test_mail_of_the_sendmail_command_is_only_tagged(action: str, becomes: str) -> None:
    assert softened(Verdict(action), message(port=0)).action == becomes
    assert softened(Verdict(action), message(port=50_000)).action == action
