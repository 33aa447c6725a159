"""The context of English expressions."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from maillint.language.dates import cues_en as cues
from maillint.language.dates import lookalikes, tense_en
from maillint.language.dates.sentences import Sentence, Sentences, words
from maillint.language.text import may_hold_han

if TYPE_CHECKING:
    from maillint.language.dates.found import Found

_MAY_BE_TOLD = frozenset(("weak", "strong", "offset", "some", "month", "period", "edge", "closing", "nth"))
_MONTHLY = (" of every", " of each")
_WISHING = frozenset(("happy", "glad", "keen", "i'd", "we'd", "you'd"))
_WISHES = (
    "happy to ",
    "glad to ",
    "keen to ",
    "'d like",
    "’d like",
    "'d love",
    "’d love",
    "'d rather",
    "’d rather",
    "'d suggest",
)
_NEARBY = (
    "around ",
    "about ",
    "over ",
    "run-up to ",
    "run up to ",
    "this side of ",
    "near ",
    "other side of ",
    "past ",
)
_WORKING = frozenset(("work", "works", "working", "open", "opens", "staffed", "manned"))
_OWED = frozenset(("reminder", "overdue", "invoice", "invoices", "outstanding", "unpaid", "statement"))
_WEEKS = {"week": 1, "fortnight": 2}
_OFTEN = ("once ", "twice ", "times ", "time ", "days ", "day ", "hours ", "hour ", "shifts ", "shift ")
_PLURALS = ("mornings", "afternoons", "evenings", "nights")


def settle(item: Found, flat: str, text: str, sentences: Sentences, last: Found | None) -> bool:
    """Read the context of one expression into it; False when it is no date at all."""
    item.lead = lead_of(flat, item.start)
    if item.form == "clock":
        return True
    if not _is_date(item, flat, text, sentences, last):
        return False
    if item.form in ("weekday", "ordinal") and (_is_habit(item, flat, last) or _is_regular(item, flat, sentences)):
        item.kind = "habitual"
        return True
    if _is_general(item, flat, sentences):
        item.kind = "habitual"
        return True
    _count_on(item, flat, last)
    if item.kind == "duration":
        from maillint.language.dates.lengths_en import settle as settle_length  # loaded when a message needs it

        settle_length(item, flat, sentences)
    elif item.kind == "holiday":
        _holiday(item, flat, sentences)
    elif item.is_open or item.form in _MAY_BE_TOLD or item.kind in ("exact", "range"):
        _told(item, flat, sentences.around(item.start))
        if item.form == "weekday" and item.kind != "past" and not item.asks and _lacks_plan(item, flat, sentences):
            item.kind = "habitual"
        if item.form == "nth" and not item.asks and item.kind == "relative":
            item.kind = "habitual"  # we meet on the last Friday of the month
    return not _is_wish(item, flat)


def _count_on(item: Found, flat: str, last: Found | None) -> None:
    """A week on Thursday, a fortnight today: so many weeks behind the day named; but not twice a week on Thursday."""
    if last is None or last.kind != "duration":
        return
    count, unit = last.length or (0, "")
    weeks = count * _WEEKS.get(unit, 0)
    if not weeks or item.form not in ("weekday", "word") or flat[last.end : item.start].strip() not in ("", "on"):
        return
    if not flat[max(0, last.start - 12) : last.start].endswith(_OFTEN):
        step = timedelta(days=7 * weeks)
        item.readings = tuple((first + step, until + step) for first, until in item.readings)


def _is_date(item: Found, flat: str, text: str, sentences: Sentences, last: Found | None) -> bool:
    if item.form[:4] != "open":
        return lookalikes.is_date(item, flat, text, last)
    from maillint.language.dates import openings  # loaded when a message needs it

    return openings.settle(item, flat, sentences.around(item.start), last)


def _is_general(item: Found, flat: str, sentences: Sentences) -> bool:
    """Any day of its kind, a made-up one, or one that says which of several things is meant."""
    if item.kind not in ("relative", "ambiguous", "indefinite", "duration") or item.form in ("now", "figures"):
        return False
    from maillint.language.dates.habits_en import is_aside, is_general  # loaded when a message needs them
    from maillint.language.dates.modifiers_en import is_modifier, is_record, is_weekend_modifier

    sentence = sentences.around(item.start)
    if item.form in ("weak", "offset", "some") or item.kind == "duration":
        return is_aside(item, flat, sentence)
    if item.form == "weekday":
        if is_record(item, flat):
            return True
        if flat[item.end : item.end + 1] == " " and is_modifier(item, flat, asks=asks(item, flat, sentence)):
            return True
    if item.form == "period" and is_weekend_modifier(item, flat):
        return True
    return is_general(item, flat, sentence)


def _lacks_plan(item: Found, flat: str, sentences: Sentences) -> bool:
    from maillint.language.dates import habits_en  # loaded when a message needs it

    return habits_en.lacks_plan(item, flat, sentences.around(item.start))


def _holiday(item: Found, flat: str, sentences: Sentences) -> None:
    """By Easter is a day that counts from the day of sending; after Easter is none."""
    before = flat[max(0, item.start - 24) : item.start]
    if before.endswith(_NEARBY):
        item.lead = "after"
    if item.lead not in ("by", "before", "until", "till", "after"):
        return
    sentence = sentences.around(item.start)
    if not commits(sentence) or tense_en.is_past(item, flat, sentence):
        return
    if item.lead == "after":
        item.kind, item.form = "indefinite", "strong"
    elif item.readings:
        item.kind, item.form, item.asks = "relative", "edge", True


def _told(item: Found, flat: str, sentence: Sentence) -> None:
    """What the rest of the sentence makes of it."""
    item.asks = asks(item, flat, sentence)
    if item.is_open:
        if tense_en.is_past(item, flat, sentence):
            item.kind = "past"
    elif item.kind in ("exact", "range"):
        item.is_due = _is_due(item, flat, sentence)
    elif item.form == "weak":
        _haste(item, flat, sentence)
    elif (
        item.form == "strong"
        and not item.asks
        and not flat.startswith("any ", item.start)
        and tense_en.is_past(item, flat, sentence)
    ):
        item.kind = "past"


def lead_of(flat: str, start: int) -> str:
    """The word before an expression that says what it is for: by, until, every."""
    before = flat[max(0, start - 24) : start].split()
    while before and before[-1] in ("the", "about", "around", "approximately", "roughly", "say", "this"):
        before.pop()
    return before[-1].strip("(\"'“") if before else ""


def asks(item: Found, flat: str, sentence: Sentence) -> bool:
    """Whether the sentence of an expression commits somebody, asks, or holds nothing else."""
    if commits(sentence) or sentence.text.rstrip().endswith("?"):
        return True
    return not sentence.text.replace(flat[item.start : item.end], "").strip(" .,!\n")


def commits(sentence: Sentence) -> bool:
    """It holds a word of request, promise or plan, or begins as a command."""
    if (sentence.holds(cues.ASKING) or " is to " in sentence.text or " are to " in sentence.text) and not (
        "in due course" in sentence.text and _only_due(sentence)
    ):
        return True
    found = sentence.words
    if not _WISHING.isdisjoint(found) and any(wish in sentence.text for wish in _WISHES):
        return True
    if found and found[0] in cues.IMPERATIVES and (found[0] not in cues.ADVERTISED or "me" in found or "us" in found):
        return True
    if not may_hold_han(sentence.text):
        return False
    from maillint.language.dates.cues_zh import ASKING as HAN_ASKING

    return HAN_ASKING.stand_in(sentence.text)


def _only_due(sentence: Sentence) -> bool:
    return cues.ASKING.intersection(sentence.words) == {"due"}


def _is_habit(item: Found, flat: str, last: Found | None) -> bool:
    """Every Monday and Thursday, the first Monday of each month, our Friday call."""
    if item.lead in cues.EVERY or flat.startswith(_MONTHLY, item.end) or flat[item.start : item.end].endswith(_PLURALS):
        return True
    if (
        last is not None
        and last.kind == "habitual"
        and flat[last.end : item.start].strip() in ("and", "or", ",", "&", "/")
    ):
        return True
    return item.form == "weekday" and (
        _are_opening_days(item, flat) or _are_working_days(item, flat) or lookalikes.is_attribute(item, flat)
    )


def _are_opening_days(item: Found, flat: str) -> bool:
    """Tuesday to Sunday, 10 am to 6 pm."""
    if item.weekday is not None or item.time is None or all(first == last for first, last in item.readings):
        return False
    return flat[item.end : item.end + 4].lstrip().startswith(("to ", "-", "–", "—"))


def _are_working_days(item: Found, flat: str) -> bool:
    """We are open from Monday to Thursday; the office is open Tuesday to Friday."""
    if item.weekday is not None or all(first == last for first, last in item.readings):
        return False
    before = words(flat[max(0, item.start - 24) : item.start])
    return not _WORKING.isdisjoint(before[-3:]) and before[-3:-2] not in (["will"], ["to"])


def _is_regular(item: Found, flat: str, sentences: Sentences) -> bool:
    """Sunday lunch is served; Saturday delivery costs extra: what every such day has, unless somebody asks for it."""
    if item.form != "weekday" or item.time is not None or item.lead == "on" or flat[item.end : item.end + 1] != " ":
        return False
    following = words(flat[item.end : item.end + 24])
    if not following or following[0] not in cues.REGULAR:
        return False
    return following[0].endswith("s") or not asks(item, flat, sentences.around(item.start))


def _is_due(item: Found, flat: str, sentence: Sentence) -> bool:
    before = flat[sentence.start : item.start]
    found = words(before)
    if item.lead == "due" and not _OWED.isdisjoint(sentence.words):
        return False  # a reminder of an invoice that was due on 3 May
    if item.lead in cues.DEADLINE:
        return not cues.REQUESTS.isdisjoint(found) and not any(tense_en.looks_back(word, "") for word in found[-4:])
    is_appointment = item.lead == "on" or bool(item.pairs and item.lead not in ("of", "from", "since"))
    return is_appointment and "will" in found[-8:] and tense_en.nearest(before, item.lead) is True


def _haste(item: Found, flat: str, sentence: Sentence) -> None:
    """Words of haste count beside a request or the author's own promise, not in a tale about others."""
    if flat[item.start : item.end] not in cues.HASTE:
        return
    found = sentence.words
    is_promised = any(
        word in ("i", "we") and "will" in found[index + 1 : index + 3] for index, word in enumerate(found)
    )
    is_footer = "sender" in found and "error" in found
    is_soft = flat[item.start : item.end] in ("promptly", "right away", "straight away", "straightaway")
    is_promised = is_promised or ("will" in found and ("your" in found or (is_soft and "our" in found)))
    item.asks = not is_footer and (is_promised or not cues.REQUESTS.isdisjoint(found))


def _is_wish(item: Found, flat: str) -> bool:
    """Happy Friday, have a great weekend."""
    if item.form not in ("weekday", "period", "word", "holiday"):
        return False
    return not cues.WISHES.isdisjoint(flat[max(0, item.start - 24) : item.start].split()[-2:])
