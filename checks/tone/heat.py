"""Anger put into words, or heard from several signs in one sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.authoring import reproaches, signs, weight

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from maillint.authoring import Draft, Finding, Hit, Rule


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:
    """Outright words first; then each sentence without any whose signs add up."""
    outright = list(reproaches(draft, rule, [hit for hit in hits if not weight(hit)]))
    yield from outright
    weighed = [hit for hit in hits if weight(hit)]
    if weighed:
        for finding in signs(draft, rule, weighed):
            if not any(finding.span.start <= other.span.start < finding.span.end for other in outright):
                yield finding
