"""Answers that carry the whole talk along."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.authoring import Draft, Finding, Hit, Rule, Span, advise, quote_depth

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:  # noqa: ARG001
    """The head of the quote, when too many messages stand in it."""
    quote = draft.zone("quote") or draft.zone("forward")
    is_answer = draft.is_reply or draft.is_forward
    if quote is None or not is_answer or not any(paragraph.text.strip() for paragraph in draft.paragraphs):
        return
    depth = quote_depth(draft)
    if depth > rule.options["most-messages"]:
        span = Span("body", quote.start, quote.start)
        yield rule.finding(draft, span, rewrite=advise(), count=depth)
