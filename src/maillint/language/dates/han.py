"""The context of Chinese expressions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.language.dates import cues_zh as cues
from maillint.language.dates.sentences import Sentences, clause

if TYPE_CHECKING:
    from maillint.language.dates.found import Found


def settle(item: Found, flat: str, text: str, sentences: Sentences, last: Found | None) -> bool:
    """Read the context of one expression into it; False when it is no date at all."""
    del text, last
    item.lead = next((lead for lead in cues.LEADS if flat.startswith(lead, item.start - len(lead))), "")
    if item.form == "clock":
        return True
    if item.form == "ordinal" and not _is_day(item, flat):
        return False
    around = clause(flat, item.start, item.end)
    sentence = sentences.around(item.start).text
    item.asks = any(cue in sentence for cue in cues.ASKING)
    if item.form == "weekday" and (item.lead in ("每", "逢") or any(word in sentence for word in cues.HABITS)):
        item.kind = "habitual"
    elif item.kind == "relative" and item.form == "offset":
        _offset(item, flat)
    elif item.is_open and _is_past(around):
        item.kind = "past"
    elif item.kind in ("exact", "range"):
        item.is_due = _is_due(item, flat, around)
    elif item.kind == "indefinite":
        return _vague(item, around)
    return True


def _is_day(item: Found, flat: str) -> bool:
    after = flat[item.end : item.end + 1]
    if flat[item.end - 1] in ("号", "號"):
        return not after or after in cues.AFTER_DAY
    before = flat[item.start - 1 : item.start] if item.start else "。"
    return not after or after in cues.AFTER_DAY or before in cues.BEFORE_DAY


def _offset(item: Found, flat: str) -> None:
    """三天内 counts from another event where one is named before it (收到后三天内)."""
    before = flat[max(0, item.start - 12) : item.start]
    cut = max(before.rfind(mark) for mark in "。；！？;!?")
    if any(event in before[cut + 1 :] for event in cues.EVENTS) or not item.asks:
        item.kind = "duration"


def _is_past(around: str) -> bool:
    if any(cue in around for cue in cues.STRONG_FUTURE):
        return False
    if any(cue in around for cue in cues.PAST):
        return True
    if not any(mark in around for mark in cues.VERB_PAST):
        return False
    for phrase in cues.NOT_PAST:
        around = around.replace(phrase, "")
    return any(mark in around for mark in cues.VERB_PAST)


def _is_due(item: Found, flat: str, around: str) -> bool:
    is_deadline = flat[item.end : item.end + 2].lstrip("之以").startswith("前")
    if is_deadline and any(cue in around for cue in cues.REQUESTS):
        return True
    return any(flat.startswith(lead, item.start - len(lead)) for lead in cues.APPOINTMENTS)


def _vague(item: Found, around: str) -> bool:
    if item.form == "strong":
        return not _is_past(around) or item.readings != ()
    item.asks = any(cue in around for cue in cues.COMMITTING) and not _is_past(around)
    return True
