"""Parameters of Content-Type and Content-Disposition (RFC 2045 5.1, RFC 2231), as written and as meant."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from maillint.message import words
from maillint.message.charset import decode as decode_octets

if TYPE_CHECKING:
    from collections.abc import Mapping

_LONGEST_KEPT = 300
"""Characters of a value that is kept for the next time: most are the same few."""


def parse(value: str) -> tuple[str, Mapping[str, str]]:
    """The lower-case main value and the parameters by lower-case name, decoded.

    Missing quotes, spaces in bare values, encoded words (which RFC 2047 forbids here and everybody sends) and
    continuations in any order are understood.
    """
    if ";" not in value:
        return value.strip().lower(), {}
    return (_parse if len(value) < _LONGEST_KEPT else _parse.__wrapped__)(value[:65536])


@lru_cache(256)
def _parse(value: str) -> tuple[str, Mapping[str, str]]:
    main, _, rest = value.partition(";")
    found = dict(_pairs(rest))
    if any("*" in name for name in found):
        found = _continued(found)
    return main.strip().lower(), {name: words.decode(text) if "=?" in text else text for name, text in found.items()}


def _pairs(rest: str) -> list[tuple[str, str]]:
    pairs: list[tuple[str, str]] = []
    position = 0
    while position < len(rest) and len(pairs) < 64:
        equals = rest.find("=", position)
        if equals < 0:
            break
        name = rest[position:equals].rpartition(";")[2].strip().lower()
        text, position = _value(rest, equals + 1)
        if name and all(name != known for known, _ in pairs):
            pairs.append((name, text))
    return pairs


def _value(rest: str, start: int) -> tuple[str, int]:
    """A quoted or bare value from ``start``, and the offset behind it."""
    while rest[start : start + 1].isspace():
        start += 1
    if rest[start : start + 1] == '"':
        end = _closing_quote(rest, start + 1)
        if end >= 0:
            after = rest.find(";", end)
            return _unescape(rest[start + 1 : end]), len(rest) if after < 0 else after + 1
        start += 1
    end = rest.find(";", start)
    if end < 0:
        end = len(rest)
    return rest[start:end].strip().strip('"'), end + 1


def _closing_quote(rest: str, start: int) -> int:
    end = rest.find('"', start)
    while end > 0 and rest[end - 1] == "\\" and not _ends_value(rest, end):
        end = rest.find('"', end + 1)
    return end


def _ends_value(rest: str, quote: int) -> bool:
    """A quote before a semicolon or the end closes even after a backslash: Windows paths are sent unescaped."""
    return rest[quote + 1 : quote + 20].lstrip()[:1] in ("", ";")


def _unescape(text: str) -> str:
    return text.replace('\\"', '"').replace("\\\\", "\\") if "\\" in text else text


def _continued(found: dict[str, str]) -> dict[str, str]:
    """RFC 2231: ``name*0*=utf-8''%E4..; name*1=..`` joined, then decoded."""
    plain = {name: text for name, text in found.items() if "*" not in name}
    sections: dict[str, dict[int, tuple[bool, str]]] = {}
    for name, text in found.items():
        base, star, section = name.partition("*")
        if star and base:
            number = section.removesuffix("*")
            index = int(number) if number.isascii() and number.isdigit() and len(number) < 4 else 0
            sections.setdefault(base, {})[index] = (section.endswith("*") or not number, text)
    return plain | {base: _decoded([parts[index] for index in sorted(parts)]) for base, parts in sections.items()}


def _decoded(parts: list[tuple[bool, str]]) -> str:
    charset = ""
    if parts[0][0] and parts[0][1].count("'") >= 2:
        charset, _, first = parts[0][1].split("'", 2)
        parts = [(True, first), *parts[1:]]
    octets = b"".join(_unquoted(text) if is_encoded else text.encode("utf-8", "replace") for is_encoded, text in parts)
    return decode_octets(octets, charset)[0]


def _unquoted(text: str) -> bytes:
    head, *tail = text.encode("utf-8", "replace").split(b"%")
    return head + b"".join(_percent(piece) for piece in tail)


def _percent(piece: bytes) -> bytes:
    try:
        return bytes.fromhex(piece[:2].decode("ascii")) + piece[2:] if len(piece) > 1 else b"%" + piece
    except ValueError:
        return b"%" + piece
