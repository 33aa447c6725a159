"""Days that count from the day of sending, with the date to put beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.authoring import (
    Grade,
    Severity,
    Span,
    advise,
    dates,
    is_code,
    is_own_plan,
    is_quoted,
    line_around,
    misspellings,
    replace,
    script_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date, datetime

    from maillint.authoring import Draft, Expression, Finding, Hit, Rewrite, Rule

_split = str.split

_EVENTS = frozenset(
    _split(
        """
        class meeting call session training workshop deadline lunch appointment webinar interview delivery shift
        review demo rehearsal visit inspection concert hearing match show performance audit exam test flight
        """
    )
)
_STEPS_EN = frozenset(("next", "this", "coming", "the", "last"))
_STEPS = frozenset("下本这這上")
_NIGHTS = ("tonight", "今晚", "今夜")
_PART_ENDS = (
    *((part, 10) for part in "今早 早上 今晨 凌晨 清晨".split()),
    *((part, 12) for part in ("上午", "morning")),
    *((part, 18) for part in ("下午", "afternoon")),
)
"""The hour by which a part of the day is over."""
_PARTS = tuple(_split("前半 后半 後半 上半 下半 头几 頭幾 前几天 前幾天 最后几天 最後幾天 初 中 底"))
_NEAR = 60
_BESIDE = len(", the ")
_SLIGHT = 1.0
"""Points that the author's own plan for today or tomorrow costs."""
_OPENING, _CLOSING = "(（", (")", "）", "\n\n")
_REMARK = 400
"""Characters of a remark in brackets that are looked back over."""
_DEADLINES = frozenset(("by", "before", "until", "till", "than"))


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:
    """Each word whose day changes with the day the mail is read."""
    del hits
    found = [(zone, expression) for zone, expression in draft.dates if expression.is_deictic]
    if not found:
        return
    today = draft.reference.date()
    if any(expression.workdays is not None for _, expression in found):
        country = _country(draft, rule)
        found = [(zone, dates.workdays.recounted(expression, today, country)) for zone, expression in found]
    known = _Known(draft.dates, today)
    month_first = dates.is_month_first(expression for _, expression in draft.dates)
    for zone, expression in found:
        if expression.grain == "time" or not _is_meant(expression, draft.reference) or known.fixes(expression):
            continue
        text = (draft.subject or "") if zone == "subject" else draft.text
        if (
            _is_in_name(draft, text, expression)
            or is_quoted(text, expression.start, expression.end)
            or is_code(line_around(text, expression.start))
        ):
            continue
        following = text[expression.end : expression.end + 24]
        if following[:2] in ("'s", "’s") and not _names_event(following[2:]):
            continue
        script = script_of(expression.text) or script_of(text) or "zh-Hans"
        choices = [
            _unnested(text, expression, dates.beside(expression, reading, today, script, month_first=month_first))
            for reading in expression.readings
        ]
        is_slight = _is_near(expression, today) and is_own_plan(text, expression.start, expression.end)
        yield (_softened(rule) if is_slight else rule).finding(
            draft,
            Span(zone, expression.start, expression.end),
            key=_key(expression, following),
            rewrite=_rewrite(zone, expression, choices, following),
            first=expression.readings[0][0],
            last=expression.readings[0][1],
            second=expression.readings[-1][0],
        )


def _unnested(text: str, expression: Expression, beside: str) -> str:
    """The date behind a comma where brackets are open already: no bracket stands within another."""
    before = text[max(0, expression.start - _REMARK) : expression.start]
    opened = max(before.rfind(sign) for sign in _OPENING)
    if opened < 0 or any(sign in before[opened:] for sign in _CLOSING):
        return beside
    inner = beside.strip(" ()（）")
    return f"即{inner.partition('，')[0]}" if beside[:1] == "（" else f", {inner}"


class _Known:
    """What the dates of the message that need no reckoning tell about the others."""

    def __init__(self, found: Sequence[tuple[str, Expression]], today: date) -> None:
        fixed = [(zone, one) for zone, one in found if one.kind in ("exact", "range") and one.grain == "day"]
        own = [one for _, one in fixed]
        self._days = {first for one in own for first, _ in one.readings if first >= today}
        self._ends = {last for one in own for _, last in one.readings}
        self._written = [one for zone, one in fixed if zone != "subject" and one.form in ("written", "iso")]
        self._weekdays = {weekday for one in own for weekday, day in one.pairs if day >= today}
        ends = [day for one in own if one.form == "written" for reading in one.readings for day in reading]
        self._months = {(day.year, day.month) for day in ends}

    def fixes(self, expression: Expression) -> bool:
        """Whether the message itself gives the day elsewhere, or a day of that week, or the month of a bare day."""
        first = expression.readings[0][0]
        if expression.is_pinned or (expression.form == "ordinal" and (first.year, first.month) in self._months):
            return True
        if expression.form == "ordinal" and self._goes_on(expression):
            return True
        if expression.weekday in self._weekdays and _is_bare(expression.text):
            return True  # Monday, where the message names Monday 9 March
        if expression.form == "edge" and self._ends_there(expression):
            return True  # the end of the year, where the message says until 31 December 2026
        return expression.grain in ("day", "week") and any(
            first <= day <= last for day in self._days for first, last in expression.readings
        )

    def _ends_there(self, expression: Expression) -> bool:
        """Until 31 March 2027, the end of the quarter."""
        if expression.readings[0][0] in self._ends:
            return True
        return any(0 < expression.start - one.end <= _BESIDE for one in self._written if one.readings)

    def _goes_on(self, expression: Expression) -> bool:
        """From 11 January to the 15th: a later day of the month that was just named."""
        before = [one for one in self._written if one.readings and 0 <= expression.start - one.end < _NEAR]
        return bool(before) and before[-1].readings[0][1].day < expression.readings[0][0].day


def _is_in_name(draft: Draft, text: str, expression: Expression) -> bool:
    """Whether it is a part of the sender's or a reader's name: Joy Sunday, 周一鸣."""
    people = draft.readers if draft.sender is None else (draft.sender, *draft.readers)
    for name in (address.name for address in people):
        at = name.find(expression.text)
        if at >= 0 and len(name) > len(expression.text) and text.startswith(name, expression.start - at):
            return expression.start >= at
    return False


def _country(draft: Draft, rule: Rule) -> str:
    domain = draft.sender.domain if draft.sender else ""
    return dates.places.holidays_of(rule.options["holidays"], domain, draft.reference.utcoffset(), draft.language)


def _key(expression: Expression, following: str) -> str:
    """Which message says it: one day, a period, a part of one, or two readings."""
    if _is_part(expression, following):
        return "part"
    if len(expression.readings) > 1:
        return "two-readings"
    first, last = expression.readings[0]
    return "main" if first == last else "period"


def _is_part(expression: Expression, following: str) -> bool:
    """Early next month, 下周初, 下周前半: a part of a period whose first or last day nobody knows."""
    if expression.form == "edge":
        return expression.grain != "day"
    return expression.form == "period" and following.removeprefix("的").startswith(_PARTS)


def _is_meant(expression: Expression, sent: datetime) -> bool:
    """Today, this week and this month only where something is asked or promised; a year only as a deadline."""
    today = sent.date()
    if _is_gone(expression, sent):
        return False
    if expression.grain == "year" and expression.lead not in _DEADLINES:
        return False
    if expression.text.lower().startswith(_NIGHTS):
        return True
    return expression.asks or any(not first <= today <= last for first, last in expression.readings)


def _is_gone(expression: Expression, sent: datetime) -> bool:
    """Whether it was over when the mail was sent: this morning, 今天上午; unknown without the author's zone."""
    first, last = expression.readings[0]
    if not (first == last == sent.date()) or expression.time is not None or not sent.utcoffset():
        return False
    text = expression.text.lower()
    return any(part in text and sent.hour >= hour for part, hour in _PART_ENDS)


def _is_near(expression: Expression, today: date) -> bool:
    """Today or tomorrow, and no deadline: whoever reads the mail in time knows the day."""
    first, last = expression.readings[0]
    is_one_day = len(expression.readings) == 1 and first == last and expression.form in ("word", "part")
    return is_one_day and (first - today).days <= 1 and expression.lead not in _DEADLINES


def _softened(rule: Rule) -> Rule:
    return rule._replace(severity=Severity.INFO, cost=min(rule.cost, _SLIGHT))


def _is_bare(text: str) -> bool:
    """Whether a weekday stands without "next" or 下, with or without its hour."""
    return text.split(maxsplit=1)[0].lower() not in _STEPS_EN and "week" not in text.lower() and text[0] not in _STEPS


def _names_event(following: str) -> bool:
    return any(word.strip(".,;:!?") in _EVENTS for word in following.lower().split()[:3])


def _rewrite(zone: str, expression: Expression, choices: list[str], following: str) -> Rewrite:
    is_contradicted = any(weekday != day.weekday() for weekday, day in expression.pairs)
    if following[:2] in ("'s", "’s") or is_contradicted or _is_part(expression, following):
        return advise()
    place = Span(zone, expression.anchor, expression.anchor)
    mended = _mended(zone, expression)
    is_sure = (
        len(choices) == 1 and expression.form not in ("offset", "closing") and expression.grain in ("day", "month")
    )
    return replace(Grade.SAFE if is_sure else Grade.SUGGESTED, *([*mended, (place, choice)] for choice in choices))


def _mended(zone: str, expression: Expression) -> list[tuple[Span, str]]:
    """The misspelt words of the expression, put right: no date is put beside "tommorow"."""
    return [
        (Span(zone, expression.start + slip.start, expression.start + slip.end), slip.suggestions[0])
        for slip in misspellings(expression.text, lambda _word, _is_slip: False)
        if slip.is_known_slip
    ]
