"""Checks that are a list of slips: which of their hits are slips, and what to write instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.finding import Finding, Grade
from maillint.language.spelling import meant
from maillint.rule import replace

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from maillint.message.draft import Draft
    from maillint.rule import Hit, Rule


def slips(draft: Draft, rule: Rule, hits: Iterable[Hit]) -> Iterator[Finding]:
    """A finding with its rewrite for each hit that its neighbours do not excuse.

    The values of the phrase list are entries ``meant|before|after``; see ``maillint.language.spelling.listed``.
    """
    for hit in hits:
        text = (draft.subject or "") if hit.span.zone == "subject" else draft.text
        right = meant(text, hit.span.start, hit.span.end, hit.value, draft.language)
        if right:
            yield rule.finding(draft, hit.span, rewrite=replace(Grade.SUGGESTED, [(hit.span, right)]), right=right)
