"""Asking for what the customer has already told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.authoring import Span, advise, answer_sentences, asked, says

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from maillint.authoring import Draft, Finding, Hit, Rule

_KINDS = ("number", "phone", "address")


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:  # noqa: ARG001
    """What is asked for, when the quoted message already holds it."""
    told = asked(draft)
    kinds = [kind for kind in _KINDS if told and says(f"given-{kind}", told)]
    for span, words in answer_sentences(draft) if kinds else ():
        if not says("asking", words):
            continue
        for kind in kinds:
            if match := says(f"asked-{kind}", words):
                place = Span(span.zone, span.start + match.start(), span.start + match.end())
                yield rule.finding(draft, place, rewrite=advise())
