"""Mail to more people than it can concern."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.authoring import Draft, Finding, Hit, Rule, Span, advise

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:  # noqa: ARG001
    """The message as a whole, when To and Cc name too many."""
    count = len(draft.readers)
    if count > rule.options["most"]:
        start = draft.paragraphs[0].start if draft.paragraphs else 0
        yield rule.finding(draft, Span("body", start, start), rewrite=advise(), count=count)
