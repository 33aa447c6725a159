"""The Date field (RFC 5322 3.3), with its obsolete forms (4.3) and those that are merely common."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = {
    name: number
    for number, name in enumerate(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), start=1
    )
}
_ZONES = {
    **{"ut": 0, "utc": 0, "gmt": 0, "z": 0, "wet": 0, "bst": 60, "cet": 60, "cest": 120, "eet": 120, "eest": 180},
    **{"est": -300, "edt": -240, "cst": -360, "cdt": -300, "mst": -420, "mdt": -360, "pst": -480, "pdt": -420},
    **{"jst": 540, "kst": 540, "hkt": 480, "sgt": 480, "ist": 330, "msk": 180, "aest": 600, "aedt": 660},
}
"""Minutes east of Greenwich."""


def parse(value: str) -> datetime | None:
    """The moment in the offset the sender wrote; None when the field cannot be read.

    A field without a zone, or with ``-0000`` or a military letter (RFC 5322 4.3), counts as UTC.
    """
    text = value.strip()[:200]
    try:
        return _fields(text.partition("(")[0] if "(" in text[12:] else text)
    except (ValueError, KeyError, OverflowError):
        return _iso(text) or _by_stdlib(text)


def write(moment: datetime) -> str:
    """The moment as a Date field, in English whatever the locale."""
    day = _DAYS[moment.weekday()]
    month = next(name for name, number in _MONTHS.items() if number == moment.month).capitalize()
    return f"{day}, {moment.day} {month} {moment.year:04} {moment:%H:%M:%S %z}"


def _fields(text: str) -> datetime:
    words = text.replace(",", " ").split()
    if words and words[0][:1].isalpha() and words[0][:3].lower() not in _MONTHS:
        del words[0]
    if words and words[0][:3].lower() in _MONTHS:
        words = _asctime_in_order(words)
    elif len(words) > 1 and "-" in words[0]:
        words = [*words[0].split("-"), *words[1:]]
    day, month, year, clock, *zone = words
    hour, minute, second = _clock(clock)
    if zone and zone[0].lower() in ("am", "pm"):
        hour = hour % 12 + 12 * (zone.pop(0).lower() == "pm")
    return datetime(
        _year(year), _MONTHS[month[:3].lower()], int(day), hour, minute, second, tzinfo=_zone(zone)
    )


def _asctime_in_order(words: list[str]) -> list[str]:
    """``Nov 25 10:00:00 2026`` and ``Nov 25 10:00:00 CST 2026`` to day, month, year, clock, zone."""
    month, day, clock, *rest = words
    if ":" not in clock:
        return [day, month, clock, *rest]
    year = next((word for word in rest if word.isdigit() and len(word) == 4), "")
    return [day, month, year, clock, *(word for word in rest if word is not year)]


def _year(text: str) -> int:
    year = int(text)
    if year < 50:
        return year + 2000
    return year + 1900 if year < 1000 else year


def _clock(text: str) -> tuple[int, int, int]:
    parts = text.replace(".", ":").split(":")
    hour, minute, *second = (int(part) for part in parts[:3])
    return hour, minute, min(second[0], 59) if second else 0


def _zone(words: list[str]) -> timezone:
    name = words[0].lower() if words else ""
    if name in ("utc", "gmt") and len(words) > 1 and words[1][:1] in "+-":
        name = words[1]
    elif name[:3] in ("utc", "gmt") and len(name) > 3:
        name = name[3:]
    minutes = _ZONES[name] if name in _ZONES else _offset(name)
    return timezone(timedelta(minutes=minutes)) if minutes else timezone.utc


def _offset(text: str) -> int:
    """Minutes of ``+0800``, ``+08:00`` or ``+8``; nought for what is no offset, as RFC 5322 4.3 wants."""
    sign, digits = text[:1], text[1:6].replace(":", "")
    if sign not in "+-" or not digits.isdigit():
        return 0
    if len(digits) <= 2:
        digits += "00"
    minutes = int(digits[:-2]) * 60 + int(digits[-2:])
    if minutes >= 24 * 60:
        return 0
    return -minutes if sign == "-" else minutes


def _iso(text: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=timezone.utc)


def _by_stdlib(text: str) -> datetime | None:
    from email.utils import parsedate_to_datetime

    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=timezone.utc)
