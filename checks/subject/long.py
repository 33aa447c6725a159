"""Subjects that no list of messages shows whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.authoring import Draft, Finding, Hit, Rule, Span, columns

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:  # noqa: ARG001
    """The subject, when it is wider than a list shows; an answer keeps the one it was given."""
    bare = draft.bare_subject
    most = rule.options["max-columns"]
    if 2 * len(bare) <= most or draft.reply_prefixes:
        return
    width = columns(bare)
    if width > most:
        from maillint.authoring import shorter_subjects

        start = (draft.subject or "").find(bare)
        span = Span("subject", start, start + len(bare))
        yield rule.finding(draft, span, rewrite=shorter_subjects(draft, most), width=width, most=most)
