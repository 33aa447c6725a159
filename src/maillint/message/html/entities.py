"""Character references (HTML 5, 13.5) as the characters they stand for."""

from __future__ import annotations

_COMMON = {
    "nbsp": "\xa0",
    "amp": "&",
    "lt": "<",
    "gt": ">",
    "quot": '"',
    "apos": "'",
    "rsquo": "’",
    "lsquo": "‘",
    "rdquo": "”",
    "ldquo": "“",
    "mdash": "—",
    "ndash": "–",
    "hellip": "…",
    "middot": "·",
    "bull": "•",
    "copy": "©",
    "reg": "®",
    "trade": "™",
    "euro": "€",
    "pound": "£",
    "deg": "°",
    "times": "×",
    "ensp": "\u2002",
    "emsp": "\u2003",
    "zwnj": "\u200c",
    "zwj": "\u200d",
    "shy": "\xad",
}


def decode(reference: str) -> str:
    """The text of ``&name;``, ``&#8217;`` or ``&#x4f60;`` (the semicolon may be missing); itself when unknown."""
    name = reference[1:].removesuffix(";")
    if name in _COMMON:
        return _COMMON[name]
    if name.startswith("#"):
        return _numbered(name[1:]) or reference
    from html import unescape

    return unescape(reference)


def _numbered(digits: str) -> str:
    """By HTML 5, references to the C1 controls mean what Windows put there."""
    try:
        number = int(digits[1:], 16) if digits[:1] in "xX" else int(digits)
    except ValueError:
        return ""
    if 0x80 <= number <= 0x9F:
        return bytes((number,)).decode("cp1252", "replace")
    if not 0 < number < 0x110000 or 0xD800 <= number < 0xE000:
        return "\ufffd"
    return chr(number)
