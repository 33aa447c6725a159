"""What the server sends is read as it is meant; what no server sends is refused, never a crash."""

from __future__ import annotations

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maillint.gate.milter import packets
from maillint.gate.milter.packets import ProtocolError, decode, length_of


@pytest.mark.parametrize(
    ("packet", "command"),
    [
        (b"O" + struct.pack("!III", 6, 0x1FF, 0x1FFFFF), packets.Negotiate(6, 0x1FF, 0x1FFFFF)),
        (b"DMi\x004F2A\0{auth_authen}\0anna\0", packets.Macros("M", b"i\x004F2A\0{auth_authen}\0anna\0")),
        (b"Cclient.example\x004\x1f\x90192.0.2.7\0", packets.Connect("client.example", "4", 8080, "192.0.2.7")),
        (b"Clocalhost\x00L\0\0/run/x\0", packets.Connect("localhost", "L", 0, "/run/x")),
        (b"Cwho\0U", packets.Connect("who", "U", 0, "")),
        (b"Hnorth.example\0", packets.Helo("north.example")),
        (b"M<anna@north.example>\0SIZE=90\0SMTPUTF8\0", packets.Mail("anna@north.example", ("SIZE=90", "SMTPUTF8"))),
        (b"M<>\0", packets.Mail("", ())),
        ("R<王芳@例子.example>\0".encode(), packets.Recipient("王芳@例子.example", ())),
        (b"T", packets.Data()),
        (b"LSubject\0 Fwd: a\n b\0", packets.Header(b"Subject", b" Fwd: a\n b")),
        (b"LX-Empty\0\0", packets.Header(b"X-Empty", b"")),
        (b"N", packets.EndOfHeaders()),
        ("B你好 å🙏\r\n".encode(), packets.Body("你好 å🙏\r\n".encode())),
        (b"E", packets.EndOfMessage(b"")),
        (b"A", packets.Abort()),
        (b"Q", packets.Quit()),
        (b"K", packets.QuitNewConnection()),
        (b"UFOO bar\0", packets.Unknown("FOO bar")),
    ],
)
def test_each_command_is_read(packet: bytes, command: packets.Command) -> None:
    assert decode(packet) == command
    assert type(decode(packet)) is type(command)


@pytest.mark.parametrize(
    ("words", "values"),
    [
        (b"i\x004F2A\0{auth_authen}\0anna\0", {"i": "4F2A", "auth_authen": "anna"}),
        ("{auth_authen}\0王芳 å\0".encode(), {"auth_authen": "王芳 å"}),
        (b"i\x004F2A", {"i": "4F2A"}),
        (b"{auth_authen}\0\0i\0", {"auth_authen": ""}),
        (b"", {}),
    ],
)
def test_macros_are_read_by_their_names(words: bytes, values: dict[str, str]) -> None:
    assert packets.Macros("M", words).values == values


@pytest.mark.parametrize("packet", [b"", b"?", b"O", b"O123", "é".encode()])
def test_what_is_no_command_is_refused(packet: bytes) -> None:
    with pytest.raises(ProtocolError):
        decode(packet)


@pytest.mark.parametrize("length", [0, packets.LONGEST_PACKET + 1, 2**32 - 1])
def test_a_length_no_server_sends_is_refused(length: int) -> None:
    with pytest.raises(ProtocolError):
        length_of(struct.pack("!I", length))


def test_an_address_of_wrong_bytes_is_kept() -> None:
    (mail,) = [decode(b"M<\xff\xfe@north.example>\0")]
    assert isinstance(mail, packets.Mail)
    assert mail.address.encode("utf-8", "surrogateescape") == b"\xff\xfe@north.example"


COMMANDS = st.sampled_from(sorted(packets._READERS))


@given(st.one_of(st.binary(max_size=400), st.builds(bytes.__add__, COMMANDS, st.binary(max_size=400))))
def test_any_bytes_are_a_command_or_refused(packet: bytes) -> None:
    try:
        command = decode(packet)
    except ProtocolError:
        return
    assert isinstance(command, tuple)
