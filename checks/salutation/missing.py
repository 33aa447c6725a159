"""Letters that greet nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.authoring import Draft, Finding, Grade, Hit, Rule, Span, courtesy, replace

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:  # noqa: ARG001
    """One finding at the start of the author's words, when nobody is greeted there."""
    if draft.salutation or not draft.is_personal:
        return
    first = next(zone for zone in draft.zones if zone.kind in ("body", "closing"))
    start = first.end - len(draft.text[first.start : first.end].lstrip())
    start = max(first.start, draft.text.rfind("\n", 0, start) + 1)  # an indented paragraph keeps its indent
    span = Span(first.kind, start, start)
    choices = [[(span, f"{line}\n\n")] for line in courtesy.salutations(draft)]
    yield rule.finding(draft, span, rewrite=replace(Grade.SUGGESTED, *choices))
