"""Guilt admitted in words a lawyer would quote."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.authoring import Span, advise, answer_sentences, says

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from maillint.authoring import Draft, Finding, Hit, Rule


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:  # noqa: ARG001
    """Words that admit guilt, where an organisation has asked for caution."""
    if not rule.options["careful"]:
        return
    for span, words in answer_sentences(draft):
        if match := says("guilt", words):
            place = Span(span.zone, span.start + match.start(), span.start + match.end())
            yield rule.finding(draft, place, rewrite=advise())
