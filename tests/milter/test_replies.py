"""What we answer is one packet as the server expects it, and nothing a message says can make two of it."""

from __future__ import annotations

import struct

from hypothesis import given
from hypothesis import strategies as st

from maillint.gate.milter import replies


def text_of(packet: bytes) -> str:
    length, code = struct.unpack_from("!Ic", packet)
    assert (length, code) == (len(packet) - 4, b"y")
    assert packet.endswith(b"\0")
    return packet[5:-1].decode("ascii")


def test_a_refusal_of_one_line() -> None:
    assert (
        text_of(replies.refuse(550, "5.7.1", ["[subject-missing] add a subject"]))
        == "550 5.7.1 [subject-missing] add a subject"
    )


def test_a_refusal_of_several_lines_repeats_its_code() -> None:
    assert text_of(replies.refuse(550, "5.7.1", ["maillint found 2 problems", "one", "two"])) == (
        "550-5.7.1 maillint found 2 problems\r\n550-5.7.1 one\r\n550 5.7.1 two"
    )


def test_a_refusal_without_words_is_still_a_reply() -> None:
    assert text_of(replies.refuse(451, "4.7.1", [])) == "451 4.7.1 refused"


def test_no_more_than_five_lines_of_two_hundred() -> None:
    lines = text_of(replies.refuse(550, "5.7.1", ["x" * 5000] * 9)).split("\r\n")
    assert [len(line) for line in lines] == [len("550 5.7.1 ") + 200] * 5


def test_what_sendmail_takes_for_a_format_is_written_out() -> None:
    sent = text_of(replies.refuse(550, "5.7.1", ["“50 % off”, 100%s 全角％"]))
    assert sent == '550 5.7.1 "50 percent off", 100 percent s ...'


@given(st.lists(st.text(max_size=400), max_size=8))
def test_no_words_break_out_of_a_reply(lines: list[str]) -> None:
    rows = text_of(replies.refuse(550, "5.7.1", lines)).split("\r\n")
    assert 1 <= len(rows) <= 5
    assert all(row.startswith("550-5.7.1 ") for row in rows[:-1])
    assert rows[-1].startswith("550 5.7.1 ")
    assert all(" " <= sign <= "~" and sign != "%" for row in rows for sign in row)
    assert all(len(row) <= 512 - 2 for row in rows)


@given(st.text(max_size=80), st.text(max_size=300))
def test_no_value_begins_a_second_field(name: str, value: str) -> None:
    packet = replies.add_header(name, value, spaced=True)
    assert packet.count(b"\0") == 2 + packet[:4].count(b"\0")
    assert not set(packet[5:]) & set(b"\r\n\t\x7f")


def test_header_packets() -> None:
    assert replies.add_header("X-Maillint", "å 82", spaced=True) == replies.packet(b"h", "X-Maillint\0 å 82\0".encode())
    assert replies.add_header("X-Maillint", "82", spaced=False) == replies.packet(b"h", b"X-Maillint\x0082\0")
    assert replies.insert_header(0, "A", "b", spaced=True) == replies.packet(b"i", b"\0\0\0\0A\0 b\0")
    assert replies.change_header(2, "Subject", " b", spaced=True) == replies.packet(b"m", b"\0\0\0\2Subject\0 b\0")
    assert replies.change_header(1, "X-Maillint", "", spaced=True) == replies.packet(b"m", b"\0\0\0\1X-Maillint\0\0")


def test_a_body_goes_in_pieces() -> None:
    pieces = list(replies.replace_body(b"x" * 150_000))
    assert [len(piece) for piece in pieces] == [65_540, 65_540, 18_935]
    assert b"".join(piece[5:] for piece in pieces) == b"x" * 150_000
    assert list(replies.replace_body(b"")) == [replies.packet(b"b")]
