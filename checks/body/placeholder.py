"""What is left of a template: fields nobody filled in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.authoring import Draft, Finding, Hit, Rule, Span, advise, placeholders

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:  # noqa: ARG001
    """Every field, cross or open point left in the subject or in the author's own text."""
    for zone, text, offset in _own(draft):
        end = 0
        for start, stop in sorted(placeholders(text)):
            if start >= end:
                end = stop
                yield rule.finding(draft, Span(zone, offset + start, offset + stop), rewrite=advise())


def _own(draft: Draft) -> Iterator[tuple[str, str, int]]:
    if draft.subject:
        yield "subject", draft.subject, 0
    for zone in draft.zones:
        if zone.kind in ("salutation", "body", "closing", "signature"):
            yield zone.kind, draft.text[zone.start : zone.end], zone.start
