"""Octets to text: by the charset a part names, by the one it should have named where that one cannot be right.

``gb2312`` and ``gbk`` are read as GB 18030 and ``big5`` with its Hong Kong characters, since that is what people send
under these names. UTF-8 proves itself, so that it wins over any label it contradicts; everything else is weighed.
"""

from __future__ import annotations

import itertools
from functools import lru_cache

_CHINESE = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "gb18030": "gb18030",
    "gb": "gb18030",
    "cp936": "gb18030",
    "ms936": "gb18030",
    "936": "gb18030",
    "windows936": "gb18030",
    "xgbk": "gb18030",
    "xgb2312": "gb18030",
    "eucgb2312cn": "gb18030",
    "euccn": "gb18030",
    "xeuccn": "gb18030",
    "gb231280": "gb18030",
    "isoir58": "gb18030",
    "chinese": "gb18030",
    "big5": "big5hkscs",
    "big5hkscs": "big5hkscs",
    "cp950": "big5hkscs",
    "windows950": "big5hkscs",
    "950": "big5hkscs",
    "xxbig5": "big5hkscs",
    "xbig5": "big5hkscs",
    "cnbig5": "big5hkscs",
    "big5eten": "big5hkscs",
}
_WESTERN = frozenset(
    ("usascii", "ascii", "iso88591", "latin1", "cp1252", "windows1252", "l1", "ansi", "iso646us", "8bit", "7bit")
)
_OTHER = {
    "unicode11utf8": "utf-8",
    "utf8mb4": "utf-8",
    "xutf8": "utf-8",
    "unicodefffe": "utf-16",
    "unicode": "utf-16",
    "iso88598i": "iso8859-8",
    "iso88598e": "iso8859-8",
    "ksc56011987": "cp949",
    "euckr": "cp949",
    "ksc5601": "cp949",
    "shiftjis": "cp932",
    "sjis": "cp932",
    "xsjis": "cp932",
    "windows31j": "cp932",
    "eucjp": "euc_jp",
    "iso2022jp": "iso2022_jp_2",
    "iso2022jpms": "iso2022_jp_ext",
    "cp50220": "iso2022_jp_ext",
    "hzgb2312": "hz",
    "windows874": "cp874",
    "tis620": "cp874",
    "iso885911": "cp874",
    "xmacroman": "mac-roman",
    "macintosh": "mac-roman",
    "xmacce": "mac-latin2",
    "xmaccyrillic": "mac-cyrillic",
}
_FAMILIES = (
    *("utf", "iso", "cp", "windows", "ibm", "koi8", "euc", "shift", "mac", "hz", "latin", "johab", "tis", "ks", "ptcp"),
    *("arabic", "greek", "hebrew", "cyrillic", "kz", "viscii"),
)
"""What Python knows beyond these are not charsets of mail, and some of them cost quadratic time."""
_RIVALS = ("gb18030", "big5hkscs", "cp950")
_TELLING = 8
"""Octets that it takes to contradict a Chinese label with another one: two characters may be anything."""
_SAMPLE = 1 << 20
"""Octets that are weighed at most; beyond, a damaged part is read as it claims to be."""
_NONSENSE = -0.6
"""The score of a reading that holds private-use characters: rare but real names score better."""
_JAPANESE = ("iso2022_jp_2", "iso2022_jp_ext", "euc_jp", "cp932")
_ESCAPED = ("iso2022", "hz", "utf16", "utf32", "utf7", "unicode", "cp50220")


def decode(octets: bytes, label: str = "") -> tuple[str, str]:
    """Decode ``octets`` that claim to be in charset ``label`` (empty: none was named).

    Returns the text and the defect found: ``""``, ``"charset-unknown"`` or ``"charset-wrong"``. Never raises.
    """
    key = _key(label[:40])
    if octets.isascii() and not key.startswith(_ESCAPED):
        return _plain_ascii(octets, key)
    if key in ("utf8", ""):
        return _utf8(octets, key)
    if key in _CHINESE:
        return _chinese(octets, _CHINESE[key])
    if key in _WESTERN:
        return _western(octets)
    return _named(octets, key, label)


def guess(octets: bytes, hint: str = "") -> str:
    """The text of octets that name no charset, such as a raw 8-bit header field; ``hint`` is the body's charset."""
    family = _CHINESE.get(_key(hint[:40]))
    if not family:
        return decode(octets)[0]
    from maillint.message.plausible import score

    text = _chinese(octets, family)[0]
    return text if score(text) > 0 else decode(octets)[0]


def readings(label: str) -> tuple[str, ...]:
    """Python's names of the codecs that ``decode`` may have read a part of this charset with, likeliest first."""
    key = _key(label[:40])
    named = _CHINESE.get(key) or _OTHER.get(key) or (label.strip().strip("\"'")[:40] if key not in _WESTERN else "")
    return tuple(filter(None, (named, "utf-8", *_RIVALS, "cp1252", "latin-1")))


@lru_cache(256)
def _key(label: str) -> str:
    kept = label.lower().encode("ascii", "ignore").decode()
    return "".join(char for char in kept.removeprefix("charset=") if char.isalnum())


def _plain_ascii(octets: bytes, key: str) -> tuple[str, str]:
    text = octets.decode("ascii")
    if "\x1b$" in text or (not key and "~{" in text):
        codec = "iso2022_jp_2" if "\x1b$" in text else "hz"
        return _strict(octets, codec) or text, ""
    return text, ""


def _strict(octets: bytes, codec: str) -> str:
    """The decoded text, or nothing where the octets are not of that charset."""
    try:
        return octets.decode(codec)
    except (LookupError, ValueError):
        return ""


def _utf8(octets: bytes, key: str) -> tuple[str, str]:
    text = _strict(octets, "utf-8")
    if text:
        twice = _encoded_twice(text)
        return (twice, "charset-wrong") if twice else (text, "")
    return _weigh(octets, "utf-8"), "charset-wrong" if key else "charset-missing"


def _chinese(octets: bytes, codec: str) -> tuple[str, str]:
    """UTF-8 under a Chinese label gives itself away: no GB or Big5 text is a run of valid three-octet sequences."""
    as_utf8 = _strict(octets, "utf-8")
    if as_utf8 and (max(as_utf8) >= "\u2e80" or not _has_neighbours(as_utf8)):
        return as_utf8, "charset-wrong"
    if as_utf8 and (twice := _encoded_twice(as_utf8)):
        return twice, "charset-wrong"
    text = _strict(octets, codec)
    if text and (len(octets) < _TELLING or _is_usual(text)):
        return text, ""
    best = _weigh(octets, codec)
    return best, "" if best == text else "charset-wrong"


def _has_neighbours(text: str) -> bool:
    """Two characters beyond ASCII side by side: rare in accented words, the rule in Chinese."""
    return any(first > "\x7f" < second for first, second in itertools.pairwise(text))


def _encoded_twice(text: str) -> str:
    """Chinese octets that some gateway took for Latin-1 and made UTF-8 of, read back; empty when it is no such text."""
    try:
        octets = text.encode("latin-1")
    except UnicodeEncodeError:
        return ""
    if len(octets) < 2 * _TELLING or not _is_dense(octets):
        return ""
    from maillint.message.plausible import score

    inner = _weigh(octets, "latin-1")
    return inner if score(inner) > 0.5 else ""


def _is_usual(text: str) -> bool:
    """A cheap sign that Chinese text was read rightly, so that nothing need be weighed."""
    return any(sign in text for sign in "的，。：一是不有")


def _western(octets: bytes) -> tuple[str, str]:
    text = _strict(octets, "utf-8")
    if text:
        return text, "charset-wrong"
    if _is_dense(octets):
        best = _weigh(octets, "cp1252")
        return best, "" if best == _cp1252(octets) else "charset-wrong"
    return _cp1252(octets), ""


def _is_dense(octets: bytes) -> bool:
    """So many octets are above ASCII that they can hardly be accents."""
    plain = len(octets.decode("ascii", "ignore"))
    return (len(octets) - plain) * 8 > len(octets)


def _named(octets: bytes, key: str, label: str) -> tuple[str, str]:
    """A charset that only Python's codecs know, or nobody does."""
    codec = _OTHER.get(key, label.strip().strip("\"'")[:40])
    if key not in _OTHER and not key.startswith(_FAMILIES):
        return decode(octets)[0], "charset-unknown"
    if text := _strict(octets, codec):
        return text, ""
    rivals = ("utf-8", *(_JAPANESE if codec in _JAPANESE else ())) if not octets.isascii() else ()
    for rival in rivals:
        if text := _strict(octets, rival):
            return text, "charset-wrong"
    try:
        return octets.decode(codec, "replace"), "charset-wrong"
    except (LookupError, ValueError):
        return decode(octets)[0], "charset-unknown"


def _weigh(octets: bytes, named: str) -> str:
    """The most plausible reading of the whole; line by line when no charset fits all of it."""
    from maillint.message.plausible import score

    if len(octets) > _SAMPLE:
        return octets.decode(named, "replace")
    if _is_mostly_utf8(octets):
        return _by_lines(octets, named)
    at_hand = score(octets.decode(named, "replace"))
    readings = {codec: text for codec in _rivals(octets) if codec != named and (text := _strict(octets, codec))}
    points, best = max(((score(text), codec) for codec, text in readings.items()), default=(-9.0, ""))
    text = _strict(octets, named)
    margin = 0.5 if text and named in _RIVALS else 0.15
    if points > max(0.3, at_hand + margin):
        return readings[best]
    if text and at_hand > _NONSENSE:
        return text
    return _by_lines(octets, named)


def _rivals(octets: bytes) -> tuple[str, ...]:
    """Where octets above ASCII are few they may be accents: then only pairs of them, as in GB 2312, can be Chinese."""
    return _RIVALS if _is_dense(octets) else _RIVALS[: bool(_strict(octets, "gb2312"))]


def _is_mostly_utf8(octets: bytes) -> bool:
    """UTF-8 with a few broken characters, rather than something else."""
    text = octets.decode("utf-8", "replace")
    strange = len(text) - len(text.encode("ascii", "ignore"))
    return 0 < text.count("\ufffd") * 5 <= strange


def _by_lines(octets: bytes, named: str) -> str:
    """Each line by its own evidence: footers and quotes are pasted in other charsets than they are labelled with."""
    return "\n".join(_line(line, named) for line in octets.split(b"\n"))


def _line(octets: bytes, named: str) -> str:
    from maillint.message.plausible import score

    if octets.isascii():
        return octets.decode("ascii")
    text = _strict(octets, "utf-8") or (named != "cp1252" and _strict(octets, named))
    if text and score(text) > _NONSENSE:
        return text
    if _is_mostly_utf8(octets):
        return octets.decode("utf-8", "replace")
    best = max((octets.decode(codec, "replace") for codec in ("utf-8", *_rivals(octets))), key=score)
    return best if score(best) > 0 else _cp1252(octets)


def _cp1252(octets: bytes) -> str:
    return _strict(octets, "cp1252") or octets.decode("latin-1")
