"""Sent to somebody else, without a way to get there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.authoring import Span, advise, answer_sentences, asked, says

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from maillint.authoring import Draft, Finding, Hit, Rule


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:  # noqa: ARG001
    """Each referral that comes without a name, a number, an address or hours in its own sentence or the next."""
    sentences = answer_sentences(draft) if asked(draft) else []
    for number, (span, words) in enumerate(sentences):
        match = says("referral", words)
        following = sentences[number + 1][1] if number + 1 < len(sentences) else ""
        if match and not says("ours", match[0]) and not _is_led(words + " " + following):
            place = Span(span.zone, span.start + match.start(), span.start + match.end())
            yield rule.finding(draft, place, rewrite=advise())


def _is_led(words: str) -> bool:
    """Whether the customer is told how to get there, or is taken there."""
    return bool(says("reach", words) or says("handed-on", words))
