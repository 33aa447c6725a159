"""When the mail was written that a reply answers, as the line above its quote says."""

from __future__ import annotations

from datetime import datetime, time
from typing import TYPE_CHECKING

from maillint.language import dates
from maillint.message.zones import markers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maillint.language.dates import Expression
    from maillint.message.draft import Draft

_REACH = 1500
"""Characters of a quote in which its head is sought."""
_SENT = (
    *("Sent:", "Date:", "发送时间", "發送時間", "发送日期", "發送日期", "寄件日期", "日期", "时间", "時間"),
    *("Gesendet:", "Datum:"),
)


def moment(draft: Draft) -> int | None:
    """Seconds of UTC; None when nothing says so, or what it says lies after the reply or a year before it.

    Mail programs write that line in the clock of whoever answers, so it is read in the offset of the Date field.
    """
    sent = draft.date
    assert sent is not None
    for line in _heads(draft):
        found = _read(line, sent)
        if found and 0 <= (sent - found).total_seconds() < 366 * 86400:
            return int(found.timestamp())
    return None


def _heads(draft: Draft) -> Iterator[str]:
    """Lines of the first quote that may say when it was written: an attribution, or a copied field."""
    zone = draft.zone("quote")
    if zone is None:
        return
    lines = [line.lstrip("*>| \t") for line in draft.text[zone.start : min(zone.end, zone.start + _REACH)].split("\n")]
    for number, line in enumerate(lines[:12]):
        if line.startswith(_SENT):
            yield line.replace("*", "")[:200]
        elif line.rstrip().endswith(markers.WROTE):
            yield " ".join(lines[max(0, number - 2) : number + 1])[-400:]


def _read(line: str, sent: datetime) -> datetime | None:
    """The day and clock time a line names."""
    found = dates.find(line, reference=sent)
    day = next((expression for expression in found if _is_day(expression)), None)
    clock = next((expression.time for expression in found if expression.time is not None), None)
    if day is None or clock is None:
        return None
    return datetime.combine(day.readings[0][0], time(clock.hour, clock.minute), sent.tzinfo)


def _is_day(expression: Expression) -> bool:
    readings = expression.readings
    return bool(readings) and expression.form != "clock" and readings[0][0] == readings[0][1]
