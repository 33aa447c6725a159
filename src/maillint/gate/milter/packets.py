"""Packets of the milter protocol as the mail server sends them: bytes in, one record each out."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, TypeAlias

from maillint.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

LONGEST_PACKET = 2 * 1024 * 1024
"""Octets. Servers send at most 1 MiB and a few; more is no milter packet but somebody else on the line."""
HEAD = struct.Struct("!I")
_OPTIONS = struct.Struct("!III")


class ProtocolError(Exception):
    """A packet that no mail server sends; the connection cannot go on."""


class Negotiate(NamedTuple):
    """SMFIC_OPTNEG: what the server can do."""

    version: int
    actions: int
    steps: int


class Macros(NamedTuple):
    """SMFIC_MACRO: what the server tells beside the command that comes next."""

    stage: str
    """The letter of that command."""
    words: bytes
    """Names and values in turn, each with a NUL behind it."""

    @property
    def values(self) -> dict[str, str]:
        """Each macro's value by its name, which is without braces."""
        words = [_text(word) for word in _strings(self.words)]
        names = (name.removeprefix("{").removesuffix("}") for name in words[::2])
        return dict(zip(names, words[1::2], strict=False))


class Connect(NamedTuple):
    """SMFIC_CONNECT: who speaks to the server."""

    host: str
    family: str
    """4, 6, L (a local socket) or U (unknown)."""
    port: int
    address: str


class Helo(NamedTuple):
    """SMFIC_HELO: how the client calls itself."""

    name: str


class Mail(NamedTuple):
    """SMFIC_MAIL: the envelope's sender, empty for bounces, and the arguments of MAIL FROM."""

    address: str
    arguments: tuple[str, ...]


class Recipient(NamedTuple):
    """SMFIC_RCPT: one recipient of the envelope."""

    address: str
    arguments: tuple[str, ...]


class Data(NamedTuple):
    """SMFIC_DATA: the client is about to send the message."""


class Header(NamedTuple):
    """SMFIC_HEADER: one field, folded lines with a bare LF between them."""

    name: bytes
    value: bytes


class EndOfHeaders(NamedTuple):
    """SMFIC_EOH."""


class Body(NamedTuple):
    """SMFIC_BODY: a piece of the body as it goes over the wire, with CRLF."""

    chunk: bytes


class EndOfMessage(NamedTuple):
    """SMFIC_BODYEOB: all has been sent, with the body's last piece or none; the server waits for the verdict."""

    chunk: bytes


class Abort(NamedTuple):
    """SMFIC_ABORT: this message will not be sent; another one may follow."""


class Quit(NamedTuple):
    """SMFIC_QUIT: the connection ends."""


class QuitNewConnection(NamedTuple):
    """SMFIC_QUIT_NC: the client's connection ends; the server keeps this one for the next client."""


class Unknown(NamedTuple):
    """SMFIC_UNKNOWN: the client sent a command that the server does not know."""

    command: str


Command: TypeAlias = (
    Negotiate
    | Macros
    | Connect
    | Helo
    | Mail
    | Recipient
    | Data
    | Header
    | EndOfHeaders
    | Body
    | EndOfMessage
    | Abort
    | Quit
    | QuitNewConnection
    | Unknown
)


def decode(packet: bytes) -> Command:
    """The command of one packet, its length taken off.

    Raises:
        ProtocolError: there is no such command, or it lacks what it must hold.
    """
    read = _READERS.get(packet[:1])
    if read is None:
        raise ProtocolError(f"no such command: {packet[:1]!r}")
    return read(packet[1:])


def length_of(octets: bytes, at: int = 0) -> int:
    """How many octets follow the four that every packet starts with; ``at`` is where these stand.

    Raises:
        ProtocolError: no packet is as short or as long as that.
    """
    length: int = HEAD.unpack_from(octets, at)[0]
    if not 0 < length <= LONGEST_PACKET:
        raise ProtocolError(f"a packet of {length} octets")
    return length


def _text(octets: bytes) -> str:
    return octets.decode("utf-8", "surrogateescape")


def _strings(data: bytes) -> list[bytes]:
    """The strings of a packet, each of which ends in a NUL; one that was forgotten at the end is forgiven."""
    return data.removesuffix(b"\0").split(b"\0")


def _negotiate(data: bytes) -> Negotiate:
    if len(data) < _OPTIONS.size:
        raise ProtocolError("options cut short")
    return Negotiate(*_OPTIONS.unpack_from(data))


def _connect(data: bytes) -> Connect:
    host, _, rest = data.partition(b"\0")
    family = chr(rest[0]) if rest else "U"
    if family not in "46L" or len(rest) < 3:
        return Connect(_text(host), "U", 0, "")
    port = int.from_bytes(rest[1:3], "big")
    return Connect(_text(host), family, port, _text(rest[3:].partition(b"\0")[0]))


def _path(octets: bytes) -> str:
    return _text(octets.removeprefix(b"<").removesuffix(b">"))


def _mail(data: bytes) -> Mail:
    address, *arguments = _strings(data)
    return Mail(_path(address), tuple(map(_text, arguments)))


def _recipient(data: bytes) -> Recipient:
    address, *arguments = _strings(data)
    return Recipient(_path(address), tuple(map(_text, arguments)))


def _header(data: bytes) -> Header:
    name, _, value = data.partition(b"\0")
    return Header(name, value.removesuffix(b"\0"))


_READERS: dict[bytes, Callable[[bytes], Command]] = {
    b"O": _negotiate,
    b"D": lambda data: Macros(_text(data[:1]), data[1:]),
    b"C": _connect,
    b"H": lambda data: Helo(_text(_strings(data)[0])),
    b"M": _mail,
    b"R": _recipient,
    b"T": lambda _: Data(),
    b"L": _header,
    b"N": lambda _: EndOfHeaders(),
    b"B": Body,
    b"E": EndOfMessage,
    b"A": lambda _: Abort(),
    b"Q": lambda _: Quit(),
    b"K": lambda _: QuitNewConnection(),
    b"U": lambda data: Unknown(_text(_strings(data)[0])),
}
