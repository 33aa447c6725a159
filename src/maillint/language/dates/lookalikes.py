"""English words that look like dates and are none: Friday Logistics, may, the 5th floor, 2/10."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.language.dates import cues_en as cues
from maillint.language.dates.sentences import words

if TYPE_CHECKING:
    from maillint.language.dates.found import Found

_LONGEST_ABBREVIATION = 5
_RISKY_DAYS = ("sat", "sun", "mon", "wed")
_RISKY_LOWER = ("the sun", "the sat", "the mon", "the wed", "the fri")
_FIRMS = frozenset(
    ("Ltd", "Limited", "Inc", "LLC", "GmbH", "AG", "SA", "AB", "Corp", "Group", "plc", "PLC", "Co", "Company")
)
_DAY_HEADS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_RISKY_MONTHS = ("may", "march", "mar", "jan", "dec", "sep", "jun")
_BEFORE_FIGURES = cues.DEADLINE | {"on", "from", "since", "for", "starting", "beginning", "dated", "effective"}
_BEFORE_DAY = cues.PREPOSITIONS - {"and", "or", "of", "is", "as", "in", "at", "about"}
_BEFORE_ORDINAL = ("the", "on", "by", "before", "until", "till", "from")
_BEFORE_YEAR = cues.DEADLINE | frozenset("in after since from between during year cy of to".split())
_MEETING = frozenset("i'll we'll he'll she'll they'll it'll will see talk speak going shall won't".split())
_ASKED_WHEN = (
    "tell me ", "tell us ", "advise ", "advise me ", "advise us ", "ask ", "say ", "to know ", "not know ", "sure ",
    "check ", "see ",
)  # fmt: skip
_PROMISING = frozenset("i'll we'll he'll she'll they'll it'll will shall".split())
_NO_LATER = frozenset(
    "no not or than days weeks months years hours minutes day week month year hour the a any see".split()
)
_NAMING = ("the", "our", "my", "your", "their", "his", "her", "weekly", "a")
_BEFORE_HAN = ("于", "於", "在", "到", "至", "自", "从", "從")
_AFTER_HAN = (
    "前", "（", "之", "日", "起", "周", "星", "举行", "舉行", "开会", "開會", "召开", "召開", "截止", "开始", "開始",
    "到货", "到貨", "交货", "交貨", "发货", "發貨", "出发", "出發", "有空", "有时间", "有時間",
    "上午", "下午", "晚上", "早上", "中午",
)  # fmt: skip
_BEFORE_OF = ("as of ", "morning of ", "afternoon of ", "evening of ", "end of ", "noon of ")
_TITLES = frozenset(("Mr", "Mrs", "Ms", "Dr", "Prof", "Professor", "Miss"))
_STEPS = frozenset(("next", "last", "coming", "following", "first", "second", "third", "fourth", "same", "previous"))
_STOPS = ".,;?!)"


def is_date(item: Found, flat: str, text: str, last: Found | None) -> bool:  # noqa: C901, PLR0911, PLR0912 - one case a form
    """Whether an expression is what its words look like.

    Args:
        item: the expression; offsets count in ``flat`` and ``text``.
        flat: the text in lower case.
        text: the text as written; capitals tell Friday from a firm's name, and May from may.
        last: the expression before it, if any.
    """
    word = flat[item.start : item.end]
    match item.form:
        case "weekday":
            return _is_weekday(item, flat, text) and not (item.start and _is_named(item, flat, text))
        case "month":
            return _is_month(item, word, text)
        case "year":
            return item.lead in _BEFORE_YEAR or "-" in word
        case "figures":
            return _is_figures(item, word, flat, last)
        case "ordinal":
            return _is_ordinal(item, flat)
        case "part":
            return flat.endswith("in the ", 0, item.start) and _is_last(flat, item.end) and _is_next_morning(item, flat)
        case "period":
            return _is_period(item, word, flat)
        case "edge":
            return _is_edge(item, word, flat, text)
        case "word" if _is_firm(item, text):
            return False
        case "word" if item.lead == "of":
            return flat.endswith(_BEFORE_OF, 0, item.start)
        case "word" if word.startswith("next "):
            return not flat.endswith("the ", 0, item.start)
        case "later":
            return _is_later(item, flat)
        case "strong" | "weak":
            return _is_vague(item, word, flat, text)
        case "closing":
            return _is_closing(item, word)
    return True


def _is_named(item: Found, flat: str, text: str) -> bool:
    """Ms Friday; her cat is called Sunday; our Taco Tuesday."""
    from maillint.language.dates import modifiers_en, people  # loaded when a message needs them

    written = text[max(0, item.start - 24) : item.start].split()
    is_event = (
        len(written) > 1
        and written[-1].isalpha()
        and written[-1][0].isupper()
        and written[-2].lower() in _NAMING
        and written[-1].lower() not in _STEPS
    )
    return is_event or modifiers_en.is_named(item, flat) or people.is_person(item, text)


def _is_period(item: Found, word: str, flat: str) -> bool:
    if word.startswith("week after"):
        return _is_last(flat, item.end) or "next" in word
    return item.lead in cues.PREPOSITIONS or word not in ("weekend", "week-end", "wkend")


def _is_vague(item: Found, word: str, flat: str, text: str) -> bool:
    """Whether a vague word is one: not in Soon Heng Engineering, tell me when you are free, three crates at once."""
    if word.startswith("when "):
        is_known = word.endswith(("free", "available")) and flat.endswith("know ", 0, item.start)
        return not is_known and not flat.endswith(_ASKED_WHEN, 0, item.start)
    if word.startswith("in the "):
        return not flat.startswith(" of ", item.end)
    if word.startswith(("mid-year", "mid year", "midyear")):
        is_numbered = flat[item.end : item.end + 2].strip().isdecimal()
        return item.lead in cues.PREPOSITIONS - {"and", "for", "or"} and not is_numbered
    if word == "later on":
        return _is_later(item, flat)
    if word == "at once":
        before = flat[max(0, item.start - 24) : item.start].split()[-3:]
        return cues.COUNTS.isdisjoint(before) and not any(one.isdecimal() for one in before)
    is_name = item.form == "weak" and text[item.start].isupper() and text[item.start + 1].islower()
    return not (is_name and _is_in_name(item, text))


def _is_later(item: Found, flat: str) -> bool:
    """I will send it later; but not no later than, a week later, the later lots."""
    before = words(flat[max(0, item.start - 48) : item.start])
    item.form = "weak"
    is_last = flat.endswith(" on", 0, item.end) or _is_last(flat, item.end)
    return is_last and not _PROMISING.isdisjoint(before) and before[-1] not in _NO_LATER


def _is_next_morning(item: Found, flat: str) -> bool:
    """See you in the morning; but not at 6 in the morning, or: run the tap in the morning."""
    before = words(flat[max(0, item.start - 80) : item.start])
    return not flat[max(0, item.start - 16) : item.start - len("in the ")].rstrip()[
        -1:
    ].isdecimal() and not _MEETING.isdisjoint(before)


def _is_closing(item: Found, word: str) -> bool:
    """By end of day, but not the end of business as usual."""
    if word == "eom":
        return item.lead in cues.PREPOSITIONS
    is_plain = not word.startswith(("end of", "close of", "cop"))
    return is_plain or item.lead in cues.DEADLINE or len(word) > len("close of business") or word == "end of today"


def _is_edge(item: Found, word: str, flat: str, text: str) -> bool:
    """Early May, but no "may"; by year-end, but not the year-end freeze."""
    if word[:3] in ("may", "mar"):
        return text[item.start].isupper()
    if word == "eom" and flat.startswith("(", item.start - 1):
        return False  # the end of the message
    if word.startswith(("year", "month", "quarter")):
        return item.lead in cues.PREPOSITIONS and (item.lead in cues.DEADLINE or _is_before_day_word(flat, item.end))
    return True


def _is_firm(item: Found, text: str) -> bool:
    """Tomorrow Foods Ltd."""
    if not text[item.start].isupper() or not _is_in_name(item, text):
        return False
    return not _FIRMS.isdisjoint(_after(item, text)) or (
        item.start > 0 and text[item.start - 2 : item.start - 1] not in ".!?:\n"
    )


def _after(item: Found, text: str) -> list[str]:
    return [word.strip(".,;:()") for word in text[item.end : item.end + 40].split()[:4]]


def is_attribute(item: Found, flat: str) -> bool:
    """Whether a weekday only names something: our Monday meetings, the Friday call."""
    if item.lead == "on" or item.end - item.start > len("wednesday") or item.time is not None:
        return False
    before = flat[max(0, item.start - 8) : item.start].split()
    following = words(flat[item.end : item.end + 24])
    if flat[item.end : item.end + 1] != " " or not following:
        return False
    return bool(before) and before[-1] in _NAMING and following[0] not in cues.AFTER_DAY


def _is_weekday(item: Found, flat: str, text: str) -> bool:
    """No product or company name; sat, sun, mon and wed only behind a preposition or at the end of a clause."""
    word = flat[item.start : item.end]
    has_lead = item.lead in cues.PREPOSITIONS
    is_short = len(word) <= _LONGEST_ABBREVIATION and not has_lead
    if flat.endswith(_RISKY_LOWER, 0, item.end) and text[item.end - 3].islower():
        return False  # we sat in the sun
    if is_short and word in _RISKY_DAYS and (text[item.start].islower() or not _ends_or_goes_on(flat, item.end)):
        return False
    if (
        flat[item.end : item.end + 1] in (".", "-", "_", "/")
        and flat[item.end + 1 : item.end + 2].isalnum()
        and not flat.startswith(_DAY_HEADS, item.end + 1)
    ):
        return False
    if _is_in_name(item, text) and (word in _RISKY_DAYS or not _FIRMS.isdisjoint(_after(item, text))):
        return False
    return item.lead in _BEFORE_DAY or item.time is not None or not _is_in_name(item, text)


def _ends_or_goes_on(flat: str, end: int) -> bool:
    """Nothing follows, or another day does: Mon or Tue, Mon/Tue."""
    following = flat[end : end + 12].lstrip(" ,/&-–")
    return _is_last(flat, end) or following.removeprefix("or ").removeprefix("and ").startswith(_DAY_HEADS)


def _is_last(flat: str, end: int) -> bool:
    return not flat[end : end + 2].strip() or flat[end] in _STOPS


def _is_in_name(item: Found, text: str) -> bool:
    """Whether a capitalised word follows that makes it a name: Friday Logistics."""
    after = text[item.end + 1 : item.end + 20].split(" ", 1)[0] if text[item.end : item.end + 1] == " " else ""
    after = after.rstrip(".,;:!?)")
    if " " in text[item.start : item.end] or after in _TITLES:
        return False  # next Monday Dr Malik
    is_name = after[:1].isupper() and len(after) > 1 and not after.startswith(("I'", "I’"))
    return is_name and after.isalpha() and text[item.start].isupper() and after.lower() not in cues.AFTER_DAY


def _is_month(item: Found, word: str, text: str) -> bool:
    if any(character.isdecimal() for character in word):
        return True
    if text[item.start : item.end].islower():
        return False
    return word not in _RISKY_MONTHS or item.lead in cues.PREPOSITIONS


def _is_figures(item: Found, word: str, flat: str, last: Found | None) -> bool:
    """Whether 5/11 without a year stands behind by, on, until ... or after another one; else it is a fraction."""
    if not word.replace("/", "").isdecimal() or word.count("/") != 1:
        return True
    if word == "24/7" or flat.startswith((" of ", " the "), item.end):
        return False
    if flat[item.start - 1 : item.start] in _BEFORE_HAN or flat.startswith(_AFTER_HAN, item.end):
        item.kind, item.readings = "exact", item.readings[-1:]
        return True
    if item.kind == "exact" and not flat[: item.start].rstrip("( ")[-1:].strip(".?!:\n") and _is_last(flat, item.end):
        return True
    if last is not None and last.form == "figures" and 0 <= item.start - last.end <= len(" and "):
        return True
    return item.lead in _BEFORE_FIGURES


def _is_ordinal(item: Found, flat: str) -> bool:
    if flat.startswith(("week", "w/c", "wk"), item.start):
        return True
    before = flat[max(0, item.start - 12) : item.start].split()
    if not before or before[-1] not in _BEFORE_ORDINAL or not flat[item.start].isdecimal():
        return False
    return _is_before_day_word(flat, item.end)


def _is_before_day_word(flat: str, end: int) -> bool:
    """Nothing follows that a number could count, as in the 5th floor."""
    following = flat[end : end + 24].split() if flat[end : end + 1] == " " else []
    is_of = following[:1] == ["of"] and following[1:2] in (["the"], ["our"], ["your"])
    if is_of and following[2:3] not in (["month"], ["month."]):
        return False
    word = following[0].strip(",.;:!?)") if following else ""
    return not word.isalpha() or word in cues.AFTER_DAY
