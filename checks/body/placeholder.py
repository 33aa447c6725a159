"""What is left of a template: fields nobody filled in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.authoring import Draft, Finding, Hit, Rule, Span, advise, has_placeholders, placeholders

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_ZONES = ("salutation", "body", "closing", "signature")


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:  # noqa: ARG001
    """Every field, cross or open point left in the subject or in the author's own text."""
    own = _own(draft)
    if not has_placeholders("\n\n".join(text for _, text, _ in own)):
        return
    for zone, text, offset in own:
        end = 0
        for start, stop in sorted(placeholders(text)):
            if start >= end:
                end = stop
                yield rule.finding(draft, Span(zone, offset + start, offset + stop), rewrite=advise())


def _own(draft: Draft) -> list[tuple[str, str, int]]:
    """The author's zones, the signature among them: kind, text, and where it begins."""
    text = draft.text
    zones = [(zone.kind, text[zone.start : zone.end], zone.start) for zone in draft.zones if zone.kind in _ZONES]
    return [("subject", draft.subject or "", 0), *zones]
