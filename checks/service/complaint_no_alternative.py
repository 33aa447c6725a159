"""A refusal that leaves the customer with nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.authoring import advise, answer, answer_sentences, asked, says

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from maillint.authoring import Draft, Finding, Hit, Rule


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:  # noqa: ARG001
    """The sentence that refuses, when no other way is offered."""
    if not asked(draft) or says("alternative", answer(draft)):
        return
    for span, words in answer_sentences(draft):
        if says("refusal", words):
            yield rule.finding(draft, span, rewrite=advise())
            return
