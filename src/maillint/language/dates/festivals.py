"""The days that have names: by date, by weekday, by Easter, and the festivals of the Chinese calendar to 2035."""

from __future__ import annotations

from datetime import date, timedelta

from maillint.language.dates import calendar

_FIXED = {
    "christmas-eve": (12, 24), "christmas": (12, 25), "boxing-day": (12, 26), "new-year-eve": (12, 31),
    "new-year": (1, 1), "labour-day": (5, 1), "independence-day": (7, 4), "halloween": (10, 31), "valentine": (2, 14),
    "veterans-day": (11, 11), "patrick": (3, 17), "earth-day": (4, 22), "national-day": (10, 1),
    "childrens-day": (6, 1), "teachers-day": (9, 10), "womens-day": (3, 8), "fools-day": (4, 1), "arbor-day": (3, 12),
    "singles-day": (11, 11), "juneteenth": (6, 19),
    "epiphany": (1, 6), "all-saints": (11, 1), "stephen": (12, 26), "guy-fawkes": (11, 5), "canada-day": (7, 1),
    "australia-day": (1, 26), "anzac-day": (4, 25), "bastille-day": (7, 14), "groundhog-day": (2, 2),
}  # fmt: skip
# Month, weekday (Monday = 0), which of them (-1: the last), days added.
_FLOATING = {
    "thanksgiving": (11, 3, 4, 0), "black-friday": (11, 3, 4, 1), "cyber-monday": (11, 3, 4, 4),
    "labour-day-us": (9, 0, 1, 0), "memorial-day": (5, 0, -1, 0), "king-day": (1, 0, 3, 0),
    "presidents-day": (2, 0, 3, 0), "columbus-day": (10, 0, 2, 0), "mothers-day": (5, 6, 2, 0),
    "fathers-day": (6, 6, 3, 0),
}  # fmt: skip
_EASTER = {
    "easter": 0, "good-friday": -2, "easter-monday": 1, "maundy-thursday": -3, "holy-saturday": -1, "ascension": 39,
    "pentecost": 49, "whit-monday": 50,
}  # fmt: skip
_FIRST_YEAR = 2024
# Month and day as mmdd for each year from 2024 on.
_CHINESE = {
    "spring-festival": "0210 0129 0217 0206 0126 0213 0203 0123 0211 0131 0219 0208",
    "qingming": "0404 0404 0405 0405 0404 0404 0405 0405 0404 0404 0405 0405",
    "dragon-boat": "0610 0531 0619 0609 0528 0616 0605 0624 0612 0601 0620 0610",
    "mid-autumn": "0917 1006 0925 0915 1003 0922 0912 1001 0919 0908 0927 0916",
}


def coming(name: str, today: date) -> date | None:
    """The next such day, or the one gone by at most two weeks ago; None when it is not known."""
    for year in (today.year, today.year + 1):
        found = of_year(name, year)
        if found and found >= today - 2 * calendar.WEEK:
            return found
    return None


def of_year(name: str, year: int) -> date | None:
    """The day of a year that has a name; None when it is not known."""
    if not 1 < year < 9998:
        return None
    if name in _FIXED:
        return date(year, *_FIXED[name])
    if name in _EASTER:
        return _easter(year) + timedelta(days=_EASTER[name])
    if name in _FLOATING:
        return _floating(year, *_FLOATING[name])
    if name == "spring-eve":
        found = of_year("spring-festival", year)
        return found and found - calendar.DAY
    days = _CHINESE.get(name, "").split()
    index = year - _FIRST_YEAR
    return date(year, int(days[index][:2]), int(days[index][2:])) if 0 <= index < len(days) else None


def _floating(year: int, month: int, weekday: int, which: int, added: int) -> date:
    first, last = calendar.month(year, month)
    if which > 0:
        found = first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (which - 1))
    else:
        found = last - timedelta(days=(last.weekday() - weekday) % 7)
    return found + timedelta(days=added)


def _easter(year: int) -> date:
    """Easter Sunday (Gregorian calendar, the method of Meeus, Jones and Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = b // 4, b % 4
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    j = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * j) // 451
    month, day = divmod(h + j - 7 * m + 114, 31)
    return date(year, month, day + 1)
