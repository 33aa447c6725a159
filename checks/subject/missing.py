"""Messages without a subject."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.authoring import Draft, Finding, Hit, Rule, Span, better_subjects, is_blank

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:  # noqa: ARG001
    """The place of the subject, where nothing but prefixes or what programs put in stands there."""
    if is_blank(draft.bare_subject):
        subject = draft.subject or ""
        key = "prefix" if draft.reply_prefixes else "main"
        yield rule.finding(draft, Span("subject", 0, len(subject)), key=key, rewrite=better_subjects(draft))
