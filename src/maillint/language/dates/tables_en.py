"""English words of dates, times and deadlines: word -> (class of the grammar, value)."""

from __future__ import annotations

_MONTHS = (
    ("january", "jan"), ("february", "feb", "febr"), ("march", "mar"), ("april", "apr"), ("may",), ("june", "jun"),
    ("july", "jul"), ("august", "aug"), ("september", "sep", "sept"), ("october", "oct"), ("november", "nov"),
    ("december", "dec"),
)  # fmt: skip
_WEEKDAYS = (
    ("monday", "mon"), ("tuesday", "tue", "tues"), ("wednesday", "wed", "weds"), ("thursday", "thu", "thur", "thurs"),
    ("friday", "fri"), ("saturday", "sat"), ("sunday", "sun"),
)  # fmt: skip
_NUMBERS = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split()
_TENS = (("twenty", 20), ("thirty", 30), ("forty", 40), ("sixty", 60), ("ninety", 90))
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
_UNITS = {
    "day": "day days", "week": "week weeks wk wks", "month": "month months mth mths", "quarter": "quarter quarters",
    "year": "year years yr yrs", "hour": "hour hours hr hrs", "minute": "minute minutes min mins",
    "workday": "workday workdays", "fortnight": "fortnight fortnights", "time": "sec secs seconds",
}  # fmt: skip
_ONE_UNITS = ("day", "week", "fortnight", "month", "quarter", "year", "hour", "minute")
_WORKDAYS = ("business day", "business days", "working day", "working days", "banking days", "trading days")
_RELATIVES = {
    "next": 1, "following": 1.0, "coming": 0, "upcoming": 0, "this coming": 0, "this": 0, "current": 0, "last": -1,
    "previous": -1, "past": -1,
}  # fmt: skip
_DAYS = {
    0: "today tonight tonite 2day", 1: "tomorrow tmr tmrw tomo 2moro tomorow tommorow tommorrow tomarrow",
    -1: "yesterday yday",
}  # fmt: skip
_DAY_PHRASES = {
    "day after tomorrow": 2, "day before yesterday": -2, "last night": -1, "later today": 0, "later tonight": 0,
    "overmorrow": 2,
}  # fmt: skip
_PARTS = {
    "morning": 9, "mornings": 9, "afternoon": 15, "evening": 19, "night": 21, "noon": 12, "midday": 12,
    "lunchtime": 12, "first thing": 9, "midnight": 0, "am": 9, "pm": 15, "later in the day": 15,
}  # fmt: skip
_EDGES = {
    "end": "end", "close": "end", "beginning": "start", "start": "start", "middle": "middle", "mid": "middle",
    "early": "early", "earlier": "past", "late": "late", "later": "late", "latter part": "late",
    "first half": "early", "second half": "late", "1st half": "early", "2nd half": "late", "top": "start",
    "very end": "end", "early part": "early", "latter half": "late", "early-to-mid": "early", "mid-to-late": "late",
}  # fmt: skip
_CLOSINGS = {
    "eod": "day", "e.o.d.": "day", "cob": "day", "c.o.b.": "day", "cop": "day", "eob": "day", "end of day": "day",
    "end of the day": "day", "end of today": "day", "close of business": "day", "close of play": "day",
    "end of business": "day", "end of play": "day", "the day's end": "day", "eow": "week", "eom": "month",
    "eoq": "quarter", "eoy": "year",
}  # fmt: skip
_STRONG = (
    "at your earliest convenience", "at your convenience", "at the earliest convenience", "at your earliest",
    "at the earliest opportunity", "at the earliest possible", "at the earliest", "at your earliest opportunity",
    "sooner rather than later", "in due course", "in the near future", "in the not too distant future",
    "one of these days", "some day soon", "when you get a chance", "when you get the chance", "when you have a chance",
    "when you get a moment", "when you have a moment", "when you have a minute", "when you get a minute",
    "when you have time", "when you get time", "whenever you get a chance", "whenever you have time",
    "whenever you can", "when you find time", "when time permits", "when time allows", "time permitting",
    "as and when", "as soon as you can", "as soon as you are able", "at some point", "some time soon", "sometime soon",
    "any time soon", "anytime soon", "before long", "before too long", "in a little while", "in a while", "in a bit",
    "very soon", "quite soon", "pretty soon", "real soon", "before it is too late", "at a later date", "at a later time",
    "at a later stage", "on a later date", "at the first opportunity", "over the coming period", "in no time",
    "in the foreseeable future", "after the holiday", "after the holidays", "after the break", "after the summer break",
    "after the festival", "after the long weekend",
)  # fmt: skip
_WEAK = (
    "as soon as possible", "as soon as practicable", "as soon as practical", "as early as possible",
    "as quickly as possible", "as fast as possible", "as promptly as possible", "asap", "a.s.a.p.", "a.s.a.p",
    "soonest", "soon", "shortly", "immediately", "promptly", "right away", "straight away", "straightaway",
    "without delay", "urgently", "in a timely manner", "in a timely fashion", "when possible", "when convenient",
    "when ready", "once ready", "at once", "with immediate effect", "without further delay",
    "as time permits", "the sooner the better", "forthwith", "earliest possible",
)  # fmt: skip
_SOMETIME = ("sometime", "some time", "at some point in", "at some point during", "at some stage in", "anytime")
_WEEK_OF = ("week of", "week commencing", "week beginning", "w/c", "wk of", "week starting")
_HOLIDAYS = {
    "christmas eve": "christmas-eve", "christmas day": "christmas", "christmas": "christmas", "xmas": "christmas",
    "boxing day": "boxing-day", "new year's eve": "new-year-eve", "new years eve": "new-year-eve",
    "new year's day": "new-year", "new years day": "new-year", "new year's": "new-year", "good friday": "good-friday",
    "easter monday": "easter-monday", "easter sunday": "easter", "easter": "easter", "thanksgiving": "thanksgiving",
    "thanksgiving day": "thanksgiving", "black friday": "black-friday", "cyber monday": "cyber-monday",
    "labor day": "labour-day-us", "labour day": "labour-day", "memorial day": "memorial-day",
    "independence day": "independence-day", "halloween": "halloween", "valentine's day": "valentine",
    "veterans day": "veterans-day", "chinese new year": "spring-festival", "lunar new year": "spring-festival",
    "martin luther king day": "king-day", "mlk day": "king-day", "presidents day": "presidents-day",
    "columbus day": "columbus-day", "mother's day": "mothers-day", "father's day": "fathers-day",
    "st. patrick's day": "patrick", "earth day": "earth-day",
}  # fmt: skip
_STOPS = (
    "super tuesday", "giving tuesday", "casual friday", "dress-down friday", "man friday", "ruby tuesday",
    "ash wednesday", "bloody sunday", "palm sunday", "the other day", "these days", "as soon as", "so soon", "too soon",
    "get well soon", "no sooner", "soon after", "shortly after", "shortly before", "shortly thereafter",
    "effective immediately", "immediately after", "immediately before", "immediately following", "immediately upon",
    "immediately available", "not immediately", "of the day", "end user", "end users",
)  # fmt: skip


def words() -> dict[str, tuple[str, object]]:
    """The whole lexicon; built once, when the first text is searched."""
    table: dict[str, tuple[str, object]] = {}
    for kind, groups in (("month", _MONTHS), ("weekday", _WEEKDAYS)):
        for number, names in enumerate(groups, start=1 if kind == "month" else 0):
            table.update((name, (kind, number)) for name in names)
    table.update((word, ("n", number)) for number, word in enumerate(_NUMBERS, start=1))
    table.update((word, ("n", number)) for word, number in _TENS)
    table.update((word, ("ordinal", number)) for number, word in enumerate(_ORDINALS, start=1))
    table.update((f"{tens}-{word}", ("ordinal", number)) for tens, number, word in _compound_ordinals())
    table.update((f"{tens} {word}", ("ordinal", number)) for tens, number, word in _compound_ordinals())
    table["thirtieth"] = ("ordinal", 30)
    for unit, names in _UNITS.items():
        table.update((name, ("unit", (unit, name.endswith("s")))) for name in names.split())
    table.update((f"{unit}s' time", ("unit", (unit, True))) for unit in ("day", "week", "month", "year"))
    table.update((f"{unit}s time", ("unit", (unit, True))) for unit in ("day", "week", "month"))
    table.update((f"a {unit}'s time", ("aunit", (unit, False))) for unit in ("day", "week", "month", "year"))
    table.update((word, ("unit", ("workday", word.endswith("s")))) for word in _WORKDAYS)
    table.update((word, ("rel", step)) for word, step in _RELATIVES.items())
    for offset, names in _DAYS.items():
        table.update((name, ("dayword", offset)) for name in names.split())
    table.update((word, ("dayword", offset)) for word, offset in _DAY_PHRASES.items())
    table.update((word, ("some", 0)) for word in ("few", "couple of", "couple", "several", "handful of", "number of"))
    table.update((word, ("ago", -1)) for word in ("ago", "back"))
    table.update((word, ("hence", 1)) for word in ("from now", "from today", "hence"))
    for kind, mapping in (
        ("part", _PARTS), ("edge", _EDGES), ("closing", _CLOSINGS), ("holiday", _HOLIDAYS),
    ):  # fmt: skip
        table.update((word, (kind, value)) for word, value in mapping.items())
    table.update((f"{one} {unit}", ("aunit", (unit, False))) for one in ("a", "an", "1") for unit in _ONE_UNITS)
    table.update((f"q{number}", ("quarter", number)) for number in range(1, 5))
    table.update((word, ("weekend", 0)) for word in ("weekend", "week-end", "wkend"))
    table.update((word, ("weekafter", 2)) for word in ("week after next", "week after", "week thereafter"))
    table.update((word, ("sometime", 0)) for word in _SOMETIME)
    table.update((word, ("weekof", 0)) for word in _WEEK_OF)
    table.update((word, ("vague", "strong")) for word in _STRONG)
    table.update((word, ("vague", "weak")) for word in _WEAK)
    table.update((word, ("stop", 0)) for word in _STOPS)
    return table


def _compound_ordinals() -> list[tuple[str, int, str]]:
    ones = list(enumerate(_ORDINALS[:9], start=1))
    return [("twenty", 20 + number, word) for number, word in ones] + [("thirty", 31, "first")]
