"""A connection agrees on what it can, collects a message, and is ready for the next one."""

from __future__ import annotations

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maillint.gate.milter import packets, replies
from maillint.gate.milter.flags import Action, Step
from maillint.gate.milter.packets import EndOfMessage, ProtocolError, decode
from maillint.gate.milter.session import WANTED_ACTIONS, WANTED_STEPS, Session

EVERYTHING = packets.Negotiate(6, 0x1FF, 0x1FFFFF)
OLD_SENDMAIL = packets.Negotiate(2, 0x3F, 0x7F)


def agreed(offer: packets.Negotiate = EVERYTHING, limit: int = 1000) -> Session:
    session = Session(limit)
    session.receive(offer)
    return session


def feed(session: Session, *commands: bytes) -> list[bytes]:
    return [session.receive(decode(command)) for command in commands]


def test_it_takes_only_what_is_offered() -> None:
    answer = Session(9).receive(packets.Negotiate(4, Action.ADD_HEADERS, Step.NO_MAIL | Step.NO_HELO))
    assert struct.unpack("!IcIII", answer) == (13, b"O", 4, Action.ADD_HEADERS, Step.NO_HELO)


def test_it_asks_for_its_macros_where_it_may() -> None:
    answer = Session(9).receive(EVERYTHING)
    version, actions, steps = struct.unpack_from("!III", answer, 5)
    assert (version, actions, steps) == (6, WANTED_ACTIONS | Action.SET_MACROS, WANTED_STEPS & ~Step.SKIP)
    assert struct.pack("!I", 2) + b"i {auth_authen}\0" in answer[17:]


def test_a_later_version_gets_ours() -> None:
    assert struct.unpack_from("!I", Session(9).receive(packets.Negotiate(9, 0, 0)), 5) == (6,)


def test_a_version_from_the_last_century_is_refused() -> None:
    with pytest.raises(ProtocolError):
        Session(9).receive(packets.Negotiate(1, 0, 0))


def test_an_old_server_gets_an_answer_to_each_command() -> None:
    session = agreed(OLD_SENDMAIL)
    commands = (b"Chost\0U", b"M<a@b.example>\0", b"R<c@d.example>\0", b"LSubject\0Hi\0", b"N", b"Bx", b"Hme\0")
    assert feed(session, *commands) == [replies.CONTINUE] * 7
    assert session.complete(EndOfMessage(b"")).data == b"Subject: Hi\r\n\r\nx"


def test_a_new_server_waits_for_no_answer_but_the_last() -> None:
    session = agreed()
    commands = (b"Chost\0U", b"M<a@b.example>\0", b"R<c@d.example>\0", b"LSubject\0 Hi\0", b"Bx")
    assert feed(session, *commands) == [b""] * 5


def test_a_message_is_put_together_octet_for_octet() -> None:
    session = agreed()
    feed(
        session,
        b"Chost\x004\x00\x19192.0.2.7\0",
        "M<王芳@例子.example>\0".encode(),
        b"DMi\x004F2\0{auth_authen}\0wang\0",
    )
    feed(session, b"R<tom@south.example>\0", b"R<anna@north.example>\0")
    feed(session, b"LSubject\0  =?utf-8?q?=C3=A5?=\n\t two\0", b"LX-Tight\0none\0", b"LX-Empty\0\0", b"N")
    feed(session, "B您好，\r\n".encode())
    message = session.complete(EndOfMessage("å 🙏\r\n".encode()))
    assert (
        message.data.decode()
        == "Subject:  =?utf-8?q?=C3=A5?=\r\n\t two\r\nX-Tight:none\r\nX-Empty:\r\n\r\n您好，\r\nå 🙏\r\n"
    )
    assert (message.sender, message.recipients) == ("王芳@例子.example", ["tom@south.example", "anna@north.example"])
    assert (message.user, message.queue_id, message.client.address) == ("wang", "4F2", "192.0.2.7")
    assert not message.is_cut


def test_a_value_cannot_begin_a_field_of_its_own() -> None:
    session = agreed()
    feed(session, b"LSubject\0 a\nX-Maillint: off\0")
    assert session.complete(EndOfMessage(b"")).data == b"Subject: a\r\n\tX-Maillint: off\r\n\r\n"


def test_what_is_too_large_is_not_kept() -> None:
    session = agreed(limit=10)
    feed(session, b"B123456", b"B7890abc", b"Bmore")
    message = session.complete(EndOfMessage(b"end"))
    assert (message.data, message.is_cut) == (b"\r\n1234567890", True)


def test_what_is_too_large_is_not_even_sent_by_a_server_that_waits_for_answers() -> None:
    session = agreed(packets.Negotiate(6, 0x1FF, Step.SKIP), limit=10)
    assert feed(session, b"B123456", b"B7890abc") == [replies.CONTINUE, replies.SKIP]


def test_header_fields_and_recipients_without_end_are_cut() -> None:
    session = agreed()
    for _ in range(40):
        session.receive(packets.Header(b"X-Long", b"x" * 60_000))
    session.receive(packets.Recipient("a@b.example", ()))
    message = session.complete(EndOfMessage(b""))
    assert message.is_cut
    assert len(message.data) < 1_100_000


def test_a_second_message_knows_nothing_of_the_first() -> None:
    session = agreed()
    feed(
        session,
        b"Chost\x004\x00\x19192.0.2.7\0",
        b"DMi\x001\0{auth_authen}\0anna\0",
        b"M<a@b.example>\0",
        b"R<c@d.example>\0",
    )
    feed(session, b"LX-Maillint\0 off\0", b"Bfirst")
    session.complete(EndOfMessage(b""))
    feed(session, b"M<>\0", b"R<e@f.example>\0")
    second = session.complete(EndOfMessage(b"second"))
    assert (second.sender, second.recipients, second.data) == ("", ["e@f.example"], b"\r\nsecond")
    assert (second.user, second.queue_id) == ("", "")
    assert second.client.address == "192.0.2.7"


def test_an_aborted_message_leaves_nothing() -> None:
    session = agreed()
    feed(session, b"M<a@b.example>\0", b"R<c@d.example>\0", b"Bhalf a message", b"A")
    feed(session, b"M<g@h.example>\0")
    assert session.complete(EndOfMessage(b"")).data == b"\r\n"


def test_the_next_client_of_a_kept_connection_is_another_one() -> None:
    session = agreed()
    feed(session, b"Clocalhost\x004\0\x00127.0.0.1\0", b"DM{auth_authen}\0anna\0", b"M<a@b.example>\0")
    assert feed(session, b"K") == [b""]
    feed(session, b"M<b@c.example>\0")
    message = session.complete(EndOfMessage(b""))
    assert (message.client.host, message.user) == ("", "")
    assert session.steps == WANTED_STEPS & ~Step.SKIP


def test_the_sendmail_command_is_told_from_smtp() -> None:
    for port, is_local in ((b"\0\0", True), (b"\xc0\x01", False)):
        session = agreed()
        feed(session, b"Clocalhost\x004" + port + b"127.0.0.1\0", b"M<a@b.example>\0")
        assert session.complete(EndOfMessage(b"")).is_local is is_local


COMMAND = st.builds(bytes.__add__, st.sampled_from(sorted(packets._READERS)), st.binary(max_size=60))


@given(st.lists(COMMAND, max_size=60))
def test_no_order_of_commands_breaks_a_session(commands: list[bytes]) -> None:
    session = Session(100)
    for packet in commands:
        try:
            command = decode(packet)
            if isinstance(command, EndOfMessage):
                assert isinstance(session.complete(command).data, bytes)
            else:
                assert isinstance(session.receive(command), bytes)
        except ProtocolError:
            return
