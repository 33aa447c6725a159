"""Words that promise or ask for a time and name none."""

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
    replace,
    script_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from maillint.authoring import Draft, Expression, Finding, Hit, Rewrite, Rule

_AFTER_HOLIDAY = (*"节后 節後 假期后 假期後 长假后 連假後 假后".split(), "after the holiday", "after the break")
_SLIGHT = 1.0
_UNTIL = frozenset(("until", "till", "through"))
_DEADLINES = frozenset(("by", "before", "until", "till", "than"))


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:
    """Each vague word beside a request or promise that has no real date in its sentence."""
    del hits
    for zone, expression in draft.dates:
        if not _is_vague(expression):
            continue
        text = (draft.subject or "") if zone == "subject" else draft.text
        if is_quoted(text, expression.start, expression.end) or is_code(line_around(text, expression.start)):
            continue
        span = Span(zone, expression.start, expression.end)
        is_slight = expression.lead in _UNTIL and is_own_plan(text, expression.start, expression.end)
        if is_slight and expression.form == "month":
            continue  # the repair takes until January: nobody waits for a day
        day = _after_holiday(draft, rule, expression)
        if day is None:
            yield (_softened(rule) if is_slight else rule).finding(draft, span, rewrite=advise())
        else:
            rewrite = _rewrite(draft, span, expression, day)
            yield rule.finding(draft, span, key="after-holiday", rewrite=rewrite, day=day)


def _softened(rule: Rule) -> Rule:
    """The rule for a state the author keeps up till then (the price holds until mid-December): nobody has to act."""
    return rule._replace(severity=Severity.INFO, cost=min(rule.cost, _SLIGHT))


def _country(draft: Draft, rule: Rule) -> str:
    domain = draft.sender.domain if draft.sender else ""
    return dates.places.holidays_of(rule.options["holidays"], domain, draft.reference.utcoffset(), draft.language)


def _after_holiday(draft: Draft, rule: Rule, expression: Expression) -> date | None:
    """The first working day after the holiday that is near, for 节后 and "after the holidays"."""
    if not expression.text.lower().startswith(_AFTER_HOLIDAY):
        return None
    country = _country(draft, rule)
    return dates.workdays.after_holiday(draft.reference.date(), country)


def _rewrite(draft: Draft, span: Span, expression: Expression, day: date) -> Rewrite:
    place = Span(span.zone, span.end, span.end)
    dated = expression._replace(readings=((day, day),), form="word", grain="day")
    script = script_of(expression.text) or script_of(draft.text) or "zh-Hans"
    beside = dates.beside(dated, (day, day), draft.reference.date(), script)
    return replace(Grade.SUGGESTED, [(place, beside)])


def _is_vague(expression: Expression) -> bool:
    if expression.form == "month":
        return expression.kind == "range" and expression.lead in _DEADLINES and expression.asks
    if expression.kind != "indefinite" or expression.is_pinned:
        return False
    return expression.form == "strong" or expression.asks
