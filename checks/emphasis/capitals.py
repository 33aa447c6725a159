"""Shouted words in the author's own text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.authoring import Draft, Finding, Grade, Hit, Rule, Span, is_copied, replace, shouts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:  # noqa: ARG001
    """Every shout, with the same said in lower case."""
    for paragraph in draft.paragraphs:
        if paragraph.zone == "salutation" or paragraph.text.islower():
            continue
        for shout in shouts(paragraph.text):
            span = Span(paragraph.zone, paragraph.start + shout.start, paragraph.start + shout.end)
            if is_copied(draft.text, span.start):
                continue
            grade = Grade.SAFE if shout.is_plain else Grade.SUGGESTED
            yield rule.finding(draft, span, rewrite=replace(grade, [(span, shout.calm)]), calm=shout.calm)
