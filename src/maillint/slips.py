"""Checks that are a list of slips: which of their hits are slips, and what to write instead.

An entry of the list reads ``meant|before|after``, see ``maillint.language.spelling.listed``; or "~" and the word that
may be wrong, where that is not the whole phrase, and below it the patterns of neighbours that tell what was meant, see
``maillint.language.spelling.contexts``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.finding import Finding, Grade, Span
from maillint.language.spelling import meant, narrow
from maillint.language.verbatim import is_code, is_quoted, line_around
from maillint.rule import TOLD, Hit, replace

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from maillint.message.draft import Draft
    from maillint.rule import Rule


def slips(draft: Draft, rule: Rule, hits: Iterable[Hit], *, whole: bool = False) -> Iterator[Finding]:
    """A finding with its rewrite for each hit that its neighbours do not excuse.

    Only what differs is marked, unless ``whole`` says that the phrase belongs together.
    """
    for hit in hits:
        zone, start, end = hit.span
        text = (draft.subject or "") if zone == "subject" else draft.text
        right = meant(text, start, end, hit.value, draft.language)
        if right and not is_quoted(text, start, end) and not is_code(line_around(text, start)):
            head, tail = (0, 0) if whole else narrow(hit.text, right)
            span, right = Span(zone, start + head, end - tail), right[head : len(right) - tail]
            yield rule.finding(draft, span, rewrite=replace(Grade.SUGGESTED, [(span, right)]), right=right)


def told(draft: Draft, hits: Iterable[Hit]) -> Iterator[Hit]:
    """The hits without those that their neighbours show to be none, and of the others the one word that is wrong."""
    from maillint.language.spelling.contexts import told

    last = ("", -1)
    for hit in hits:
        if hit.value[:1] != TOLD:
            yield hit
            continue
        zone, start, end = hit.span
        flat = draft.flat_subject if zone == "subject" else draft.flat
        start, end, right = told(flat, start, end, hit.value)
        if right and (zone, start) != last:
            last = (zone, start)
            text = hit.text[start - hit.span.start :][: end - start]
            yield Hit(Span(zone, start, end), text, f"{right}||-")
