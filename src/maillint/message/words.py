"""Encoded words in header fields (RFC 2047), in every form people send them."""

from __future__ import annotations

import binascii
from functools import lru_cache

from maillint.message.charset import decode as decode_octets
from maillint.records import NamedTuple

_LONGEST_KEPT = 1000
"""Characters of a value and of its encoded words whose text is kept for the next time."""


class _Word(NamedTuple):
    start: int
    end: int
    charset: str
    encoding: str
    payload: str


def decode(value: str) -> str:
    """A header value with its encoded words decoded; neighbours are joined first, since some split a character."""
    if "=?" not in value:
        return value
    return _decode(value) if len(value) < _LONGEST_KEPT else _decode.__wrapped__(value)


@lru_cache(512)
def _decode(value: str) -> str:
    out: list[str] = []
    run: list[_Word] = []
    end = 0
    for word in _find(value):
        gap = value[end : word.start]
        if run and not gap.strip():
            gap = ""
        if gap or (run and (run[0].charset, run[0].encoding) != (word.charset, word.encoding)):
            out.append(_join(run))
            run = []
        out.append(gap)
        run.append(word)
        end = word.end
    return "".join((*out, _join(run), value[end:]))


def _find(value: str) -> list[_Word]:
    """The encoded words of a value, by plain searches: a hostile value stays linear."""
    words = []
    position = value.find("=?")
    while position >= 0:
        word = _at(value, position)
        if word:
            words.append(word)
        elif value.find("?=", position + 2) < 0:
            break
        position = value.find("=?", word.end if word else position + 2)
    return words


def _at(value: str, start: int) -> _Word | None:
    charset_end = value.find("?", start + 2, start + 80)
    if charset_end < 0 or value[charset_end + 2 : charset_end + 3] != "?":
        return None
    encoding = value[charset_end + 1].lower()
    end = value.find("?=", charset_end + 3)
    if end < 0 or encoding not in "bq":
        return None
    charset = value[start + 2 : charset_end].partition("*")[0].strip().lower()
    return _Word(start, end + 2, charset, encoding, value[charset_end + 3 : end])


def _join(run: list[_Word]) -> str:
    """The text of words that belong together; names and subjects come back within a message and in the next."""
    if not run:
        return ""
    payloads = tuple([word.payload for word in run])
    decoder = _decoded if sum(map(len, payloads)) < _LONGEST_KEPT else _decoded.__wrapped__
    return decoder(run[0].charset, run[0].encoding, payloads)


@lru_cache(512)
def _decoded(charset: str, encoding: str, payloads: tuple[str, ...]) -> str:
    from maillint.message.transfer import from_base64

    if encoding == "q":
        octets = b"".join([binascii.a2b_qp(payload.encode("latin-1", "ignore"), header=True) for payload in payloads])
    elif all(len(payload.strip()) % 4 == 0 for payload in payloads):
        octets = b"".join([from_base64(payload.encode("ascii", "ignore")) for payload in payloads])
    else:
        octets = from_base64("".join(payloads).encode("ascii", "ignore"))
    text = decode_octets(octets, charset)[0]
    return text.replace("\r\n", " ").replace("\n", " ").replace("\r", " ")
