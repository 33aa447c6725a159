"""Days the calendar does not have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.authoring import Span, advise

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from maillint.authoring import Draft, Finding, Hit, Rule


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:
    """31 June, 2月30日, 29 February of a year that has none."""
    del hits
    for zone, expression in draft.dates:
        if not expression.is_possible:
            yield rule.finding(draft, Span(zone, expression.start, expression.end), rewrite=advise())
