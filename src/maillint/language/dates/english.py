"""The context of English expressions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.language.dates import cues_en as cues
from maillint.language.dates.cues_zh import ASKING as HAN_ASKING
from maillint.language.dates.sentences import Sentence, Sentences, words

if TYPE_CHECKING:
    from maillint.language.dates.found import Found

_LONGEST_ABBREVIATION = 5


def settle(item: Found, flat: str, text: str, sentences: Sentences, last: Found | None) -> bool:
    """Read the context of one expression into it; False when it is no date at all."""
    item.lead = _lead(flat, item.start)
    if item.form == "clock":
        return True
    if not _is_date(item, flat, text, last):
        return False
    sentence = sentences.around(item.start)
    item.asks = _asks(item, flat, sentence)
    if item.kind == "duration":
        _length(item, flat, sentence)
    elif item.form == "weekday" and (item.lead in cues.EVERY or _is_attribute(item, flat)):
        item.kind = "habitual"
    elif item.is_open:
        _tense(item, flat, sentence)
    elif item.kind in ("exact", "range"):
        item.is_due = _is_due(item, flat, sentence)
    elif item.kind == "indefinite":
        _vague(item, flat, sentence)
    return not _is_wish(item, flat, sentence)


def _lead(flat: str, start: int) -> str:
    before = flat[max(0, start - 24) : start].split()
    while before and before[-1] in ("the", "about", "around", "approximately", "roughly", "say", "this"):
        before.pop()
    return before[-1].strip("(\"'“") if before else ""


def _is_date(item: Found, flat: str, text: str, last: Found | None) -> bool:
    if item.form == "weekday":
        return _is_weekday(item, flat, text)
    if item.form == "month":
        return _is_month(item, flat, text)
    if item.form == "figures":
        return _is_figures(item, flat, last)
    if item.form == "ordinal":
        return _is_ordinal(item, flat)
    if item.form == "part":
        return flat.endswith("in the ", 0, item.start) and flat[item.end : item.end + 1] in ("", ".", ",", "!", "?", ";", ")")
    if item.form == "period" and flat.startswith("week after", item.start):
        return flat[item.end : item.end + 2].strip(" .,;!?)") == ""
    if item.form == "period" and flat.startswith(("weekend", "week-end", "wkend"), item.start):
        return item.lead in cues.PREPOSITIONS
    if item.form == "closing" and flat.startswith(("end of", "close of", "cop"), item.start):
        return item.lead in cues.DEADLINE or item.end - item.start > len("close of business")
    return True


def _is_weekday(item: Found, flat: str, text: str) -> bool:
    """No product or company name, and an abbreviation only in capitals or behind a preposition."""
    word = flat[item.start : item.end]
    has_lead = item.lead in cues.PREPOSITIONS
    if item.end - item.start <= _LONGEST_ABBREVIATION and not word.endswith("day"):
        if word in ("sat", "sun", "mon", "wed") and not has_lead and not _is_last(flat, item.end):
            return False
        if text[item.start].islower() and not has_lead:
            return False
    if flat[item.end : item.end + 1] in (".", "-", "_", "/") and flat[item.end + 1 : item.end + 2].isalnum():
        return False
    return has_lead or item.time is not None or not _is_in_name(item, text)


def _is_last(flat: str, end: int) -> bool:
    return not flat[end : end + 2].strip(" .,;?!)") or flat[end : end + 1] in ".,;?!)"


def _is_in_name(item: Found, text: str) -> bool:
    """Another capitalised word touches it: Friday Logistics, Robinson Friday."""
    after = text[item.end + 1 : item.end + 20].split(" ", 1)[0] if text[item.end : item.end + 1] == " " else ""
    is_name = after[:1].isupper() and len(after) > 1 and not after.startswith(("I'", "I’"))
    return is_name and after.isalpha() and text[item.start].isupper() and after.lower() not in cues.AFTER_DAY


def _is_month(item: Found, flat: str, text: str) -> bool:
    word = flat[item.start : item.end]
    if any(character.isdecimal() for character in word):
        return True
    if text[item.start].islower():
        return False
    return word not in ("may", "march", "mar", "jan", "dec", "sep", "jun") or item.lead in cues.PREPOSITIONS


def _is_figures(item: Found, flat: str, last: Found | None) -> bool:
    """5/11 without a year is a date behind by, on, until ..., beside a weekday or after another one; else a fraction."""
    word = flat[item.start : item.end]
    if not word.replace("/", "").isdecimal() or word.count("/") != 1:
        return True
    if last is not None and last.form == "figures" and 0 <= item.start - last.end <= 5:  # noqa: PLR2004
        return True
    return item.lead in cues.PREPOSITIONS - {"to", "of", "in", "per", "is", "about", "or", "and", "within", "as", "over"}


def _is_ordinal(item: Found, flat: str) -> bool:
    before = flat[max(0, item.start - 12) : item.start].split()
    if not before or before[-1] not in ("the", "on", "by", "before", "until", "till", "from") or not flat[item.start].isdecimal():
        return False
    following = words(flat[item.end : item.end + 16])
    return flat[item.end : item.end + 1] != " " or not following or following[0] in cues.AFTER_DAY


def _asks(item: Found, flat: str, sentence: Sentence) -> bool:
    if _commits(sentence) or sentence.text.rstrip().endswith("?"):
        return True
    return not sentence.text.replace(flat[item.start : item.end], "").strip(" .,!\n")


def _commits(sentence: Sentence) -> bool:
    """It holds a word of request, promise or plan, or begins as a command."""
    found = words(sentence.text)
    if not cues.ASKING.isdisjoint(found):
        return True
    if found and found[0] in cues.IMPERATIVES and (found[0] not in cues.ADVERTISED or "me" in found or "us" in found):
        return True
    return not sentence.text.isascii() and any(cue in sentence.text for cue in HAN_ASKING)


def _length(item: Found, flat: str, sentence: Sentence) -> None:
    """In two weeks, within three days: counted from today unless another event is named."""
    start = _offset_start(item, flat)
    if start is None:
        return
    is_event = flat[item.end : item.end + 24].lstrip().startswith(cues.EVENTS)
    found = words(sentence.text)
    if is_event or not _commits(sentence) or not cues.CONDITIONS.isdisjoint(found) or _is_past(item, flat, sentence):
        return
    if item.form == "some":
        item.kind, item.form = "indefinite", "strong"
    else:
        item.kind = "relative"
    item.start, item.lead = start, "in"


def _offset_start(item: Found, flat: str) -> int | None:
    """Where "in" or "within" before a length begins; None when neither stands there."""
    before = flat[max(0, item.start - 24) : item.start].rstrip()
    for filler in (" about", " approximately", " around", " another", " a", " the", " the next", " just"):
        if before.endswith(filler):
            before = before[: -len(filler)]
            break
    for lead in ("in", "within"):
        if before == lead or before.endswith((" " + lead, "(" + lead)):
            return max(0, item.start - 24) + len(before) - len(lead)
    return None


def _is_attribute(item: Found, flat: str) -> bool:
    """Our Monday meetings, the Friday call: the weekday only names something."""
    if item.lead == "on" or item.end - item.start > len("wednesday") or item.time is not None:
        return False
    before = flat[max(0, item.start - 6) : item.start].split()
    following = words(flat[item.end : item.end + 24])
    if flat[item.end : item.end + 1] != " " or not following:
        return False
    is_named = bool(before) and before[-1] in ("the", "our", "my", "your", "their", "his", "her", "weekly", "a")
    return is_named and following[0] not in cues.AFTER_DAY


def _tense(item: Found, flat: str, sentence: Sentence) -> None:
    if _is_past(item, flat, sentence):
        item.kind = "past"


def _is_past(item: Found, flat: str, sentence: Sentence) -> bool:
    if item.lead in cues.DEADLINE:
        return False
    if item.lead in ("since", "last") or (item.lead == "from" and item.form == "period"):
        return True
    before = words(flat[sentence.start : item.start])
    verdict = _nearest(before, item.lead)
    if verdict is None:
        verdict = _first(words(flat[item.end : sentence.end]))
    return verdict is False


def _nearest(before: list[str], lead: str) -> bool | None:
    """Whether the verb nearest before an expression looks ahead (True) or back (False)."""
    for index in range(len(before) - 1, -1, -1):
        word = before[index]
        if word in (";", "—"):
            return None
        if word in cues.FUTURE:
            return True
        if _looks_back(word, before[index - 1] if index else "") and not (lead in ("for", "to") and word.endswith("ed")):
            return False
    return None


def _first(after: list[str]) -> bool | None:
    for index, word in enumerate(after):
        if word in (";", "—"):
            return None
        if word in cues.FUTURE:
            return True
        if _looks_back(word, after[index - 1] if index else ""):
            return False
    return None


def _looks_back(word: str, previous: str) -> bool:
    if word in cues.PAST:
        return previous not in cues.PASSIVE
    if word.endswith("ed") and len(word) > 3 and word not in cues.NEUTRAL:  # noqa: PLR2004
        return previous not in cues.PASSIVE and previous not in cues.ADJECTIVAL
    return False


def _is_due(item: Found, flat: str, sentence: Sentence) -> bool:
    before = words(flat[sentence.start : item.start])
    if item.lead in cues.DEADLINE:
        return not cues.REQUESTS.isdisjoint(before) and not any(_looks_back(word, "") for word in before[-4:])
    is_appointment = item.lead == "on" or bool(item.pairs and item.lead not in ("of", "from", "since"))
    return is_appointment and "will" in before[-8:] and _nearest(before, item.lead) is True


def _vague(item: Found, flat: str, sentence: Sentence) -> None:
    """Words of haste count beside a request or the author's own promise, not in a tale about others."""
    if item.form != "weak" or flat[item.start : item.end] not in cues.HASTE:
        return
    found = words(sentence.text)
    is_promised = any(word in ("i", "we") and "will" in found[index + 1 : index + 3] for index, word in enumerate(found))
    item.asks = is_promised or not cues.REQUESTS.isdisjoint(found)


def _is_wish(item: Found, flat: str, sentence: Sentence) -> bool:
    """Happy Friday, have a great weekend."""
    before = words(flat[max(sentence.start, item.start - 24) : item.start])[-3:]
    return item.form in ("weekday", "period", "word", "holiday") and not cues.WISHES.isdisjoint(before)
