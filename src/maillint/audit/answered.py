"""When the message that a draft answers was sent, as its quote says: "On 25 Nov 2026, at 10:04, Tom Reed wrote:"."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta, timezone
from typing import TYPE_CHECKING

from maillint.message.zones import markers

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, tzinfo

    from maillint.language.dates import Expression
    from maillint.message.draft import Draft

_LINES = 12
"""Lines of a quote among which its head stands."""
_LONGEST = 300
_EARLIEST = timedelta(days=366)
"""Answers to older messages are threads taken up again, no answers."""
_WHEN = ("Sent:", "Date:", "发送时间", "發送時間", "发送日期", "發送日期", "寄件日期", "日期", "时间", "時間")
"""Fields of a copied head that give the time."""


def answered(draft: Draft) -> int | None:
    """The time of the newest quoted message, in seconds since 1970; None where the quote does not say or it cannot be.

    A head without an offset is read in the writer's own: mail programs show times in the zone they run in.
    """
    if draft.date is None:
        return None
    for line in _heads(draft):
        if moments := sorted({moment for found in _found(line, draft.date) for moment in _moments(found, line, draft)}):
            return int(moments[0].timestamp()) if len(moments) == 1 else None
    return None


def _heads(draft: Draft) -> Iterator[str]:
    """The lines at the head of the first quote that may give its time, an attribution on several lines as one."""
    zone = draft.zone("quote")
    if zone is None:
        return
    lines = [line.strip("> \t|*") for line in draft.text[zone.start : zone.end][:4000].split("\n")]
    lines = [line for line in lines if line][:_LINES]
    for number, line in enumerate(lines):
        if line.startswith(_WHEN):
            yield line[:_LONGEST]
        for end in range(number, min(number + 3, len(lines))):
            if lines[end].endswith(markers.WROTE):
                yield " ".join(lines[number : end + 1])[:_LONGEST]
                return


def _found(line: str, reference: datetime) -> list[Expression]:
    from maillint.language.dates import find

    return [one for one in find(line, reference=reference) if one.time is not None and one.readings]


def _moments(found: Expression, line: str, draft: Draft) -> Iterator[datetime]:
    """The readings that lie before the answer, within a year."""
    assert draft.date is not None
    assert found.time is not None
    clock = found.time
    if clock.hour == 12 and ("上午" in found.text or "凌晨" in found.text):
        clock = clock.replace(hour=0)
    zone = _offset(line[found.end : found.end + 16]) or draft.date.tzinfo
    for first, _ in found.readings:
        moment = _at(first, clock, zone)
        if draft.date - _EARLIEST < moment <= draft.date:
            yield moment


def _at(day: date, clock: time, zone: tzinfo | None) -> datetime:
    return datetime.combine(day, clock, zone)


def _offset(after: str) -> tzinfo | None:
    """The offset that follows a time: ``+0800``, ``GMT``."""
    word = after.split(maxsplit=1)[0].rstrip(",，:：") if after.split() else ""
    if word in ("GMT", "UTC", "Z", "+0000"):
        return UTC
    if len(word) == 5 and word[0] in "+-" and word[1:].isdecimal() and word[1:3] < "15" and word[3:] < "60":
        minutes = int(word[1:3]) * 60 + int(word[3:])
        return timezone(timedelta(minutes=minutes if word[0] == "+" else -minutes))
    return None
