"""Deadlines and appointments that are over when the mail leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.authoring import Span, advise, is_quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from maillint.authoring import Draft, Finding, Hit, Rule


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:
    """Each day the author still looks ahead to, and that is gone."""
    del hits
    today = draft.reference.date()
    for zone, expression in draft.dates:
        if not expression.is_due or expression.kind not in ("exact", "range") or not expression.readings:
            continue
        last = expression.readings[0][1]
        text = (draft.subject or "") if zone == "subject" else draft.text
        if last < today and expression.grain == "day" and not is_quoted(text, expression.start, expression.end):
            yield rule.finding(draft, Span(zone, expression.start, expression.end), rewrite=advise(), day=last)
