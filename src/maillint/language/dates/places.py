"""What tells where people are: country domains, telephone codes and the names of time zones, with their clocks."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache

# Hours east of Greenwich; "s" has the summer time of the European Union (Directive 2000/84/EC). Countries with several
# clocks list them all, those with a summer time of their own too. Domains that firms everywhere use are left out.
_CLOCKS = """
0s: uk gb ie pt|1s: de at ch fr nl be lu it pl cz sk hu dk se no hr si rs mt li al mk ba|0s 1s: es
2s: fi ee lv lt gr ro bg cy ua|2 3: il eg|0: is gh|0 1: ma|1: ng|2: za|3: tr by sa qa kw ke iq
2 3 4 5 6 7 8 9 10 11 12: ru|4: ae om az ge|5: pk uz|5.5: in lk|5.75: np|5 6: kz|6: bd|6.5: mm|7: th vn kh|7 8 9: id
8: cn hk mo tw sg my ph|9: jp kr|8 9.5 10 10.5 11: au|12 13: nz|-3: ar uy|-4 -3: cl|-5 -4 -3 -2: br|-5: pe ec pa jm
-8 -7 -6 -5: mx|-10 -9 -8 -7 -6 -5 -4: us|-8 -7 -6 -5 -4 -3.5 -3 -2.5: ca
"""
_CODES = {
    "44": "uk", "353": "ie", "351": "pt", "49": "de", "43": "at", "41": "ch", "33": "fr", "31": "nl", "32": "be",
    "352": "lu", "39": "it", "48": "pl", "420": "cz", "421": "sk", "36": "hu", "45": "dk", "46": "se", "47": "no",
    "34": "es", "358": "fi", "30": "gr", "40": "ro", "359": "bg", "380": "ua", "972": "il", "90": "tr", "27": "za",
    "971": "ae", "92": "pk", "91": "in", "66": "th", "84": "vn", "62": "id", "86": "cn", "852": "hk", "853": "mo",
    "886": "tw", "65": "sg", "60": "my", "63": "ph", "81": "jp", "82": "kr", "61": "au", "64": "nz", "54": "ar",
    "56": "cl", "55": "br", "51": "pe", "52": "mx", "1": "us",
}  # fmt: skip
_ZONES = {
    "gmt": 0, "wet": 0, "west": 1, "cet": 1, "mez": 1, "cest": 2, "mesz": 2, "eet": 2, "eest": 3, "msk": 3, "gst": 4,
    "pkt": 5, "ict": 7, "sgt": 8, "hkt": 8, "pht": 8, "myt": 8, "jst": 9, "kst": 9, "aest": 10, "aedt": 11,
    "nzst": 12, "nzdt": 13, "est": -5, "edt": -4, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7,
    "北京时间": 8, "北京時間": 8, "东京时间": 9, "東京時間": 9, "台北時間": 8, "台北时间": 8, "香港时间": 8,
    "香港時間": 8,
    "beijing time": 8, "tokyo time": 9, "singapore time": 8, "hong kong time": 8,
}  # fmt: skip
AMBIGUOUS: dict[str, tuple[float, ...]] = {"cst": (-6, 8), "ist": (5.5, 1, 2), "bst": (1, 6)}
"""Abbreviations that name a clock in several countries: hours east of Greenwich of each."""


def of_domain(domain: str, day: date) -> frozenset[float]:
    """The clocks of a country by its top-level domain (ISO 3166-1, with .uk) on a day; empty for other domains."""
    return _on(_table().get(domain.rpartition(".")[2], ()), day)


def of_numbers(text: str, day: date) -> list[frozenset[float]]:
    """The clocks of the countries whose international telephone numbers (ITU-T E.164) stand in a text."""
    if "+" not in text:
        return []
    found = (_country(match[1]) for match in _number().finditer(text))
    return [_on(_table()[country], day) for country in found if country]


def named(text: str) -> list[float]:
    """The clocks that a text names beside its times: 10:00 CET, 北京时间, UTC+8."""
    return [clock for match in _zone().finditer(text) if (clock := _clock(match)) is not None]


def holidays_of(setting: str, domain: str, offset: timedelta | None, language: str) -> str:
    """Whose public holidays count: an ISO 3166-1 code, or "" for none but weekends.

    Args:
        setting: a code, which is kept; "none"; or "auto" to go by what follows.
        domain: of the sender's address; a country's counts where its clocks agree with the sender's.
        offset: of the sender's clock from UTC; None when the message does not say.
        language: of the message; simplified Chinese at UTC+8 is China's.
    """
    if setting != "auto":
        return "" if setting == "none" else setting.upper()
    top = domain.rpartition(".")[2]
    hours = offset.total_seconds() / 3600 if offset is not None else None
    clocks = _table().get(top, ())
    if clocks and (hours is None or any(hours - float(clock.rstrip("s")) in (0, "s" in clock) for clock in clocks)):
        return "GB" if top == "uk" else top.upper()
    return "CN" if language == "zh-Hans" and hours == 8 and not clocks else ""


@cache
def _table() -> dict[str, tuple[str, ...]]:
    rows = (row.partition(":") for row in _CLOCKS.strip().replace("\n", "|").split("|"))
    return {top: tuple(clocks.split()) for clocks, _, tops in rows for top in tops.split()}


def _on(clocks: tuple[str, ...], day: date) -> frozenset[float]:
    return frozenset(float(clock.rstrip("s")) + ("s" in clock and is_summer(day)) for clock in clocks)


def is_summer(day: date) -> bool:
    """Between the last Sundays of March and October."""
    first, last = (date(day.year, month, 31) for month in (3, 10))
    return first - timedelta(days=first.isoweekday() % 7) <= day < last - timedelta(days=last.isoweekday() % 7)


@cache
def _number() -> re.Pattern[str]:
    return re.compile(r"(?<![\w+])\+(\d{1,4})[-\s.(/]{0,3}\d[\d\s().\-/]{5,16}")


def _country(digits: str) -> str | None:
    return next((_CODES[digits[:length]] for length in (3, 2, 1) if digits[:length] in _CODES), None)


@cache
def _zone() -> re.Pattern[str]:
    words = "|".join(sorted((word for word in _ZONES if word.isascii()), key=len, reverse=True))
    han = "|".join(word for word in _ZONES if not word.isascii())
    clock = r"(?:\d[:：]\d\d|\d\s?[ap]\.?m\.?|\d)\s?\(?"
    offset = r"[+-]\d\d:?\d\d(?=\s*$)|(?:utc|gmt)\s?[+-]\d{1,2}(?::?\d\d)?(?!\d)"
    return re.compile(rf"{clock}({words})(?![a-z+-])|({han})|(?<=\d\d)\s\(?({offset})", re.IGNORECASE | re.MULTILINE)


def _clock(match: re.Match[str]) -> float | None:
    word = match[1] or match[2]
    if word:
        return _ZONES.get(word.lower())
    return _hours(match[3])


def _hours(text: str) -> float | None:
    """-0500, UTC+5:30, GMT+8 in hours."""
    figures = text.lstrip("UTCGMutcgm ").replace(":", "")
    digits = figures[1:]
    hours, minutes = (digits[:-2], digits[-2:]) if len(digits) > 2 else (digits, "0")
    value = int(hours) + int(minutes) / 60
    return None if value > 14 else -value if figures[0] == "-" else value


def written(offset: float) -> str:
    """UTC+1, UTC-5, UTC+5:30."""
    minutes = round(abs(offset) * 60)
    tail = f":{minutes % 60:02}" if minutes % 60 else ""
    return f"UTC{'-' if offset < 0 else '+'}{minutes // 60}{tail}" if minutes else "UTC"


def behind(text: str, place: int) -> str:
    """The zone that stands right behind a time which ends at a place, as written: CET, (UTC+8), Berlin time; or ""."""
    match = _behind().match(text, place)
    return match[1] if match else ""


def is_stated(text: str) -> bool:
    """Whether a text says anywhere which clock its times go by: CET, UTC+8, your time, 北京时间, 时差."""
    return bool(_stated().search(text))


@cache
def _behind() -> re.Pattern[str]:
    return re.compile(
        r"\s?[(（\[]?((?:UTC|GMT)(?:\s?[+-]\d{1,2}(?::?\d\d)?)?|Z|[+-]\d\d:?\d\d|[A-Z]{2,3}T|[ECMP]T|MESZ|MEZ|MSK"
        r"|(?:[A-Z][A-Za-z]+|your|our|my|local)(?:['’]s)?(?: standard| daylight| summer)?\s[Tt]ime"
        r"|Eastern|Central|Pacific|Mountain)(?![A-Za-z])"
    )


@cache
def _stated() -> re.Pattern[str]:
    return re.compile(
        r"(?<![A-Za-z])(?:UTC|GMT|CES?T|MES?Z|EES?T|WES?T|[EMP][SD]T|CDT|[JKAP]ST|SGT|HKT|AES?T|AEDT|NZ[SD]T|MSK"
        r"|(?:local|UK|US) time|time ?zones?)(?![A-Za-z])|[时時](?:区|區|差)"
        r"|(?:\d|[ap]\.?m\.?|noon|midnight|o['’]clock|morning|afternoon|evening)[\s(,]{1,3}(?:your|our|my) time"
        r"(?![A-Za-z])"
        r"|(?:当地|當地|北京|东京|東京|台北|臺北|香港|纽约|紐約|伦敦|倫敦|美国|美國|欧洲|歐洲|德国|德國|新加坡|日本|美东|美東"
        r"|中国|中國)(?:时间|時間)"
    )
