"""What an expression is for: a deadline, a habit, a tale of the past; and what only looks like a date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.language.dates import cues_en, english
from maillint.language.dates.sentences import Sentences

if TYPE_CHECKING:
    from datetime import date

    from maillint.language.dates.found import Found

_TOWARDS = frozenset(
    ("by", "before", "until", "till", "in", "around", "about", "during", "在", "于", "於", "到", "最迟", "最晚")
)
_LIMITS = frozenset(("latest", "preferably", "ideally", "deadline"))
_NEAR = 9
_ROTA_REACH = 60
_DATED = ("exact", "range", "relative", "ambiguous")


def settle(items: list[Found], flat: str, text: str, today: date) -> list[Found]:
    """Drop what is no date, and say of the rest whether it is over, habitual, a length, or asked for."""
    sentences = Sentences(flat, text)
    kept: list[Found] = []
    for item in items:
        if _is_settled(item, today):
            kept.append(item)
            continue
        if _settle(item, flat, text, sentences, kept[-1] if kept else None):
            if item.later and item.asks and item.lead in _TOWARDS and item.kind != "past":
                item.readings = item.later
            if item.kind in ("relative", "ambiguous") and item.form != "figures" and _is_over(item, today):
                item.kind = "past"
            kept.append(item)
    if len(kept) > 1:
        _rota(kept, sentences, flat)
        _pin(kept, sentences, flat)
        _after_deadlines(kept, sentences, flat, today)
    return kept


def _after_deadlines(items: list[Found], sentences: Sentences, flat: str, today: date) -> None:
    dated = [item for item in items if item.kind == "exact"]
    if dated and any(item.form == "weekday" and item.is_open and item.start > dated[0].start for item in items):
        from maillint.language.dates import deadlines  # loaded when a message needs it

        deadlines.put_after(items, sentences, flat, today)


def _settle(item: Found, flat: str, text: str, sentences: Sentences, before: Found | None) -> bool:
    if not item.is_han:
        return english.settle(item, flat, text, sentences, before)
    from maillint.language.dates.han import settle as settle_han  # loaded when a message needs it

    return settle_han(item, flat, text, sentences, before)


def _rota(items: list[Found], sentences: Sentences, flat: str) -> None:
    """Three weekdays in a row, or two beside a word like 值班, are a list of duties or opening days."""
    if sum(item.form == "weekday" for item in items) < 2:
        return
    for index in range(len(items) - 1):
        row = [item for item in items[index : index + 3] if item.form == "weekday" and item.is_open]
        if any(item.kind == "past" for item in row):
            continue
        if len(row) < 2 or row[1].start - row[0].end >= _ROTA_REACH or _is_choice(row, sentences):
            continue
        is_long = len(row) == 3 and row[2].start - row[0].end < _ROTA_REACH
        if is_long or (row[0].is_han and any(_is_rota(sentences.around(one.start).text) for one in row[:2])):
            for item in row if is_long else row[:2]:
                if not _is_limit_day(item, flat):
                    item.kind = "habitual"


def _is_limit_day(item: Found, flat: str) -> bool:
    """By Friday, 周五前: a deadline is no duty of a list."""
    return item.lead in cues_en.DEADLINE or (item.is_han and flat.startswith(("前", "之前", "以前"), item.end))


def _is_choice(row: list[Found], sentences: Sentences) -> bool:
    """Mon, Tue or Fri?"""
    sentence = sentences.around(row[0].start)
    return sentence.text.rstrip()[-1:] in ("?", "？") or " or " in sentence.text or "或" in sentence.text


def _is_rota(text: str) -> bool:
    from maillint.language.dates.cues_zh import ROTA  # loaded when a message needs it

    return ROTA.stand_in(text)


def _is_settled(item: Found, today: date) -> bool:
    """Nothing around it changes what it is: yesterday, 三天, a day of its own still ahead."""
    if item.kind == "past" or item.form == "now" or (item.is_han and item.kind == "duration"):
        return True
    is_ahead = item.kind == "exact" and bool(item.readings) and item.readings[0][0] >= today
    return is_ahead and item.form in ("written", "iso")


def _is_over(item: Found, today: date) -> bool:
    return bool(item.readings) and all(last < today for _, last in item.readings)


def _pin(items: list[Found], sentences: Sentences, flat: str) -> None:
    """Mark the vague words that have a real date in their sentence."""
    for index, item in enumerate(items):
        if not _may_be_pinned(item):
            continue
        sentence = sentences.around(item.start)
        near = items[max(0, index - _NEAR) : index] + items[index + 1 : index + _NEAR]
        beside = [
            other for other in near if sentence.start <= other.start < sentence.end and _are_together(item, other, flat)
        ]
        item.is_pinned = any(_pins(item, other) for other in beside)


def _are_together(item: Found, other: Found, flat: str) -> bool:
    """Whether a date says when the vague word is: in its own clause, or as its limit (尽快答复，周五前也行)."""
    first, last = (item, other) if item.start < other.start else (other, item)
    between = flat[first.end : last.start]
    if any(mark in between for mark in "；;。"):
        return False
    if item.is_han:
        return not any(mark in between for mark in "，,") or _is_limit(other, between, flat)
    parts = between.replace(",", " and ").split(" and ")
    if len(parts) == 1:
        return True
    is_limit = english.lead_of(flat, other.start) in cues_en.DEADLINE or not _LIMITS.isdisjoint(parts[-1].split())
    return other is last and is_limit


def _is_limit(item: Found, between: str, flat: str) -> bool:
    """Whether a date at the head of the next clause is the vague word's limit: 请尽快付款，最好周五前."""
    if between.endswith(("最迟", "最遲", "最晚", "不迟于", "不遲於")):
        return True
    after = flat[item.end : item.end + 3].lstrip("之以")
    is_before = after[:1] == "前" and not after[1:2].isdecimal()
    return is_before and len(between.replace(",", "，").rpartition("，")[2].strip()) <= len("最好")


def _may_be_pinned(item: Found) -> bool:
    """A vague word, or a week or month that a day in the same sentence may fix."""
    return item.kind == "indefinite" or (item.kind == "relative" and item.readings[0][0] < item.readings[0][1])


def _pins(item: Found, other: Found) -> bool:
    if item.kind == "indefinite" and other.kind == "indefinite":
        return item.is_finding and not other.is_finding  # 年后找个时间
    if item.kind == "indefinite":
        return other.kind in _DATED and other.grain in ("time", "day", "week") and other.form != "now"
    return (
        other.kind == "exact"
        and other.grain == "day"
        and any(first <= day <= last and first < last for first, last in item.readings for day, _ in other.readings)
    )
