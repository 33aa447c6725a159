"""Words that promise or ask for a time and name none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.authoring import Severity, Span, advise, is_code, is_own_plan, is_quoted, line_around

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from maillint.authoring import Draft, Expression, Finding, Hit, Rule

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
        is_slight = expression.lead in _UNTIL and is_own_plan(text, expression.start, expression.end)
        yield (_softened(rule) if is_slight else rule).finding(
            draft, Span(zone, expression.start, expression.end), rewrite=advise()
        )


def _softened(rule: Rule) -> Rule:
    """The rule for a state the author keeps up till then (the price holds until mid-December): nobody has to act."""
    return rule._replace(severity=Severity.INFO, cost=min(rule.cost, _SLIGHT))


def _is_vague(expression: Expression) -> bool:
    if expression.form == "month":
        return expression.kind == "range" and expression.lead in _DEADLINES and expression.asks
    if expression.kind != "indefinite" or expression.is_pinned:
        return False
    return expression.form == "strong" or expression.asks
