"""The Date field (RFC 5322 3.3), with its obsolete forms (4.3) and those that are merely common."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = {
    name: number
    for number, name in enumerate(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), start=1
    )
}
_HOURS: tuple[tuple[float, tuple[str, ...]], ...] = (
    (0, ("ut", "utc", "gmt", "z", "wet")),
    (1, ("bst", "cet")),
    (2, ("cest", "eet")),
    (3, ("eest", "msk")),
    (5.5, ("ist",)),
    (8, ("hkt", "sgt")),
    (9, ("jst", "kst")),
    (10, ("aest",)),
    (11, ("aedt",)),
    (-4, ("edt",)),
    (-5, ("est", "cdt")),
    (-6, ("cst", "mdt")),
    (-7, ("mst", "pdt")),
    (-8, ("pst",)),
)
"""East of Greenwich: the obsolete zones of RFC 5322 4.3 and some that people write."""


def parse(value: str) -> datetime | None:
    """The moment in the offset the sender wrote; None when the field cannot be read.

    A field without a zone, or with ``-0000`` or a military letter (RFC 5322 4.3), counts as UTC.
    """
    text = value.strip()[:200]
    try:
        return _fields(text.partition("(")[0] if "(" in text[12:] else text)
    except (ValueError, KeyError, OverflowError):
        return _iso(text) or (_by_stdlib(text) if any(char.isdigit() for char in text) else None)


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
    return datetime(_year(year), _MONTHS[month[:3].lower()], int(day), hour, minute, second, tzinfo=_zone(zone))


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
    hours = next((hours for hours, names in _HOURS if name in names), None)
    minutes = _offset(name) if hours is None else int(hours * 60)
    return timezone(timedelta(minutes=minutes)) if minutes else UTC


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
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _by_stdlib(text: str) -> datetime | None:
    from email.utils import parsedate_to_datetime

    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
