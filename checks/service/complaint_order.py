"""Facts first, feelings later."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.authoring import advise, answer_sentences, complaint, count_han, count_words, says

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from maillint.authoring import Draft, Finding, Hit, Rule

_GREETING = 3
"""Words up to which a sentence is a greeting: "Good morning!"; two Chinese characters count as one."""


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:  # noqa: ARG001
    """The first word of regret or sympathy, when too many sentences of facts stand before it."""
    if not complaint(draft):
        return
    facts = 0
    for span, words in answer_sentences(draft):
        if says("apology", words) or says("empathy", words):
            if facts > rule.options["most-sentences"]:
                yield rule.finding(draft, span, rewrite=advise(), count=facts)
            return
        facts += not (
            says("thanks", words)
            or says("introduction", words)
            or count_words(words) + count_han(words) / 2 <= _GREETING
        )
