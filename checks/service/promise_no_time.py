"""Promises without a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.authoring import Span, advise, answer_sentences, asked, says

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from maillint.authoring import Draft, Expression, Finding, Hit, Rule


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:  # noqa: ARG001
    """Each promise to act that no day or event holds to its word; vague words are left to date-indefinite."""
    sentences = answer_sentences(draft) if asked(draft) else []
    vague = [expression.start for _, expression in draft.dates if _is_marked(expression)]
    for number, (span, words) in enumerate(sentences):
        match = says("promise", words)
        following = sentences[number + 1][1] if number + 1 < len(sentences) else ""
        if not match or says("event", words) or says("moment", words + " " + following):
            continue
        if not any(span.start <= start < span.end for start in vague):
            place = Span(span.zone, span.start + match.start(), span.start + match.end())
            yield rule.finding(draft, place, rewrite=advise())


def _is_marked(expression: Expression) -> bool:
    """Whether date-indefinite speaks of it."""
    return (
        expression.kind == "indefinite"
        and not expression.is_pinned
        and (expression.form == "strong" or expression.asks)
    )
