"""A clock time that morning and evening both have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.authoring import Grade, Span, dates, is_quoted, replace

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from maillint.authoring import Draft, Expression, Finding, Hit, Rewrite, Rule

_PARTS = (
    "morning", "afternoon", "evening", "night", "breakfast", "lunch", "dinner", "tonight", "noon", "p.m", "a.m", "pm",
    "上午", "下午", "早", "晚", "午", "夜", "凌晨", "清晨", "傍晚", "晨", "下班", "上班",
)  # fmt: skip
_TO = (" and ", " to ", "-", "–")
"""A span of hours tells which half of the day it is in."""
_NEAR = 40


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:
    """Each hour from six to eight on a day to come, where nothing says which half of the day is meant."""
    del hits
    timed = [(zone, one) for zone, one in draft.dates if one.time is not None]
    if not timed or any(_counts_to_24(one) for _, one in timed):
        return
    today = draft.reference.date()
    hours = range(1, 13) if rule.options["strict"] else range(6, 9)
    for zone, expression in timed:
        source = (draft.subject or "") if zone == "subject" else draft.text
        if expression.form == "clock" or not any(last >= today for _, last in expression.readings):
            continue
        if expression.kind in ("past", "habitual") or not _is_open(expression, source, hours):
            continue
        rewrite = _rewrite(zone, expression)
        if rewrite is not None:
            yield rule.finding(draft, Span(zone, expression.start, expression.end), rewrite=rewrite)


def _counts_to_24(expression: Expression) -> bool:
    """15:00, 08:30: the author counts the hours of the whole day."""
    clock = dates.clocks.written(expression.text)
    return clock[:1] == "0" or (clock[:2].isdecimal() and int(clock[:2]) > 12)


def _is_open(expression: Expression, source: str, hours: range) -> bool:
    hour = expression.time.hour if expression.time else 0
    if hour not in hours or is_quoted(source, expression.start, expression.end):
        return False
    if source[expression.end : expression.end + 5].lower().startswith(_TO):
        return False
    around = source[max(0, expression.start - _NEAR) : expression.end + _NEAR].lower()
    return not any(part in around for part in _PARTS) and "-" not in expression.text and "–" not in expression.text


def _rewrite(zone: str, expression: Expression) -> Rewrite | None:
    """Both hours of the 24-hour clock; in Chinese with 上午 or 晚上 before them."""
    clock = dates.clocks.written(expression.text)
    at = expression.text.find(clock)
    if not clock or at < 0:
        return None
    start = expression.start + at
    span = Span(zone, start, start + len(clock))
    hour = expression.time.hour if expression.time else 0
    if any("\u4e00" <= character <= "\u9fff" for character in clock):
        texts = [f"上午{clock}", f"{'下午' if hour < 6 or hour == 12 else '晚上'}{clock}"]
    else:
        written, mark, minute = clock.partition("：" if "：" in clock else ":")
        if not mark:
            return None
        texts = [f"{int(written):02}{mark}{minute}", f"{int(written) % 12 + 12}{mark}{minute}"]
    if hour < 6 or hour == 12:
        texts.reverse()
    return replace(Grade.SUGGESTED, *([(span, text)] for text in texts))
