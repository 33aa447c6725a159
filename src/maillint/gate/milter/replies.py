"""Packets of the milter protocol as we send them: what the server shall do, or answer its client."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

from maillint.gate.milter.flags import CHUNK
from maillint.gate.milter.packets import HEAD
from maillint.gate.refusal import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

MOST_LINES = 5
LONGEST_LINE = 200
"""Octets of text in one line of a reply: with code and status it stays far below SMTP's 512 (RFC 5321 4.5.3.1.5)."""
_NUMBER = struct.Struct("!I")
_OPTIONS = struct.Struct("!III")


def packet(code: bytes, data: bytes = b"") -> bytes:
    """One packet: its length, a letter, and what belongs to it."""
    return HEAD.pack(len(data) + 1) + code + data


CONTINUE = packet(b"c")
ACCEPT = packet(b"a")
SKIP = packet(b"s")
PROGRESS = packet(b"p")
"""SMFIR_PROGRESS: still at work; the server's clock starts anew."""


def options(version: int, actions: int, steps: int, macros: Mapping[int, str] | None = None) -> bytes:
    """SMFIC_OPTNEG: what we shall do and what we need not be sent; the macros we want, by stage."""
    wanted = b"".join(_NUMBER.pack(stage) + names.encode("ascii") + b"\0" for stage, names in (macros or {}).items())
    return packet(b"O", _OPTIONS.pack(version, actions, steps) + wanted)


def refuse(code: int, status: str, lines: Sequence[str]) -> bytes:
    """SMFIR_REPLYCODE: the server answers its client with these lines instead of taking the message.

    Args:
        code: 4xx (try again) or 5xx (RFC 5321 4.2.1).
        status: the enhanced code, such as ``5.7.1`` (RFC 3463).
        lines: what the person reads, in words of any script; at most five are sent, each cut to 200 octets. No
            text of a message can end a line or begin another reply.
    """
    texts = [_shown(line) for line in lines[:MOST_LINES]] or ["refused"]
    last = len(texts) - 1
    whole = "\r\n".join(f"{code}{' ' if at == last else '-'}{status} {text}" for at, text in enumerate(texts))
    return packet(b"y", whole.encode("ascii") + b"\0")


def _shown(text: str) -> str:
    """Text in one line of a reply, without per cent signs, which Sendmail takes for the start of a format."""
    return plain(text.replace("%", " percent "), LONGEST_LINE)


def add_header(name: str, value: str, *, spaced: bool) -> bytes:
    """SMFIR_ADDHEADER: one field behind all others; ``spaced`` where the space behind the colon is ours to send."""
    return packet(b"h", _field(name, value, spaced=spaced))


def insert_header(index: int, name: str, value: str, *, spaced: bool) -> bytes:
    """SMFIR_INSHEADER: one field before the one that stands at ``index``, from 0."""
    return packet(b"i", _NUMBER.pack(index) + _field(name, value, spaced=spaced))


def change_header(index: int, name: str, value: str, *, spaced: bool) -> bytes:
    """SMFIR_CHGHEADER: another value for the ``index``-th field of that name, from 1; no value takes it out.

    The value comes with the space behind the colon and may have folds, each a line feed before space or tab.
    """
    folded = "\n".join(_folds(value if spaced else value.removeprefix(" ")))
    return packet(b"m", _NUMBER.pack(index) + f"{_name(name)}\0{folded}\0".encode("utf-8", "surrogateescape"))


def quarantine(reason: str) -> bytes:
    """SMFIR_QUARANTINE: the server keeps the message until a person lets it go (Postfix: the hold queue)."""
    return packet(b"q", _shown(reason).encode("ascii") + b"\0")


def replace_body(body: bytes) -> Iterator[bytes]:
    """SMFIR_REPLBODY: another body, in as many packets as it takes."""
    for start in range(0, max(len(body), 1), CHUNK):
        yield packet(b"b", body[start : start + CHUNK])


def headers(fields: Iterable[tuple[str, str]], *, spaced: bool) -> Iterator[bytes]:
    """One packet for each field to be added."""
    for name, value in fields:
        yield add_header(name, value, spaced=spaced)


def _field(name: str, value: str, *, spaced: bool) -> bytes:
    lead = " " if spaced else ""
    return f"{_name(name)}\0{lead}{_value(value)}\0".encode("utf-8", "replace")


def _folds(value: str) -> Iterator[str]:
    """The lines of a folded value (RFC 5322 2.2.3): none can begin another field."""
    for at, line in enumerate(value.replace("\r\n", "\n").split("\n")):
        shown = "".join(sign for sign in line if sign >= " " or sign == "\t")
        if not at or shown.strip():
            yield shown if not at or shown[:1] in " \t" else f"\t{shown}"


def _name(text: str) -> str:
    """A field's name as RFC 5322 2.2 allows it."""
    return "".join(sign for sign in text if "!" <= sign <= "~" and sign != ":")


def _value(text: str) -> str:
    """A field's value in one line: nothing in it can begin another field."""
    return "".join(sign for sign in " ".join(text.split()) if sign >= " " and sign != "\x7f")
