"""Grumbling about one's own company, in company with the customer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.authoring import Span, advise, answer_sentences, asked, says

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from maillint.authoring import Draft, Finding, Hit, Rule


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:  # noqa: ARG001
    """Words that run down the writer's own people and systems."""
    if not asked(draft):
        return
    for span, words in answer_sentences(draft):
        if match := says("grumble", words):
            place = Span(span.zone, span.start + match.start(), span.start + match.end())
            yield rule.finding(draft, place, rewrite=advise())
