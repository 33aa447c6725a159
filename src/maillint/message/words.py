"""Encoded words in header fields (RFC 2047)."""

from __future__ import annotations

import binascii
from functools import cache
from typing import TYPE_CHECKING

from maillint.message.charset import decode as decode_octets

if TYPE_CHECKING:
    import re


@cache
def _word() -> re.Pattern[str]:
    import re

    return re.compile(r"=\?([^?\s]+)\?([bBqQ])\?([^?]*)\?=")


def decode(value: str) -> str:
    """A header value with its encoded words decoded."""
    if "=?" not in value:
        return value
    found = []
    end = 0
    for match in _word().finditer(value):
        gap = value[end : match.start()]
        if not end or gap.strip():
            found.append(gap)
        charset, encoding, payload = match.groups()
        found.append(decode_octets(_octets(encoding.lower(), payload), charset.partition("*")[0]))
        end = match.end()
    return "".join((*found, value[end:]))


def _octets(encoding: str, payload: str) -> bytes:
    raw = payload.encode("ascii", "ignore")
    if encoding == "q":
        return binascii.a2b_qp(raw, header=True)
    return binascii.a2b_base64(raw.rstrip(b"=") + b"==")
