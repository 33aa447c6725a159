"""Long mails that end on something else than they began with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.authoring import (
    Draft,
    Finding,
    Hit,
    Rule,
    Span,
    advise,
    content_words,
    count_han,
    count_words,
    first_request,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_WORDS, _HAN = 220, 400
_LEAST = 6
"""Paragraphs a mail has that loses its thread; one of fewer is seen at a glance."""


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:  # noqa: ARG001
    """The last paragraph, when it has no word in common with the subject and the first, and asks for nothing."""
    own = [paragraph for paragraph in draft.paragraphs if paragraph.zone == "body"]
    size = sum(count_words(p.text) / _WORDS + count_han(p.text) / _HAN for p in own)
    if len(own) < _LEAST or size <= rule.options["screens"] or not draft.is_personal:
        return
    last = own[-1]
    if last.is_item or first_request(draft.flat, last.start, last.end) >= 0:
        return
    if content_words(f"{draft.subject}\n{own[0].text}").isdisjoint(content_words(last.text)):
        yield rule.finding(draft, Span("body", last.start, last.end), rewrite=advise())
