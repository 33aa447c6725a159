"""Hedges, heaped up in a short text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.authoring import advise, is_said

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from maillint.authoring import Draft, Finding, Hit, Rule


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:
    """The first of them, where there are many for the length of the text."""
    if len(hits) < rule.options["hedges"]:
        return
    from maillint.authoring import count_han, count_words

    said = [hit for hit in hits if is_said(draft, hit)]
    body = [paragraph.text for paragraph in draft.paragraphs if paragraph.zone == "body"]
    words = sum(count_han(text) or count_words(text) for text in body)
    if len(said) >= rule.options["hedges"] and words <= len(said) * rule.options["words"]:
        yield rule.finding(draft, said[0].span, rewrite=advise(), count=len(said) - 1, words=words)
