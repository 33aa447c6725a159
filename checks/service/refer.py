"""Sent away as not ours, and no word of whose it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.authoring import Span, advise, answer, answer_sentences, asked, says

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from maillint.authoring import Draft, Finding, Hit, Rule


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:  # noqa: ARG001
    """Words that send the customer away, when no place to ask stands anywhere in the answer."""
    if not asked(draft) or any(says(kind, answer(draft)) for kind in ("reach", "handed-on", "referral")):
        return
    for span, words in answer_sentences(draft):
        if match := says("not-ours", words):
            place = Span(span.zone, span.start + match.start(), span.start + match.end())
            yield rule.finding(draft, place, rewrite=advise())
