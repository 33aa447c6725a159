"""Marks of the wrong width, one finding for the subject and one for the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.authoring import Grade, Span, misfits, own_zones, replace

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from maillint.authoring import Draft, Finding, Hit, Rule

    Edits = list[tuple[Span, str]]


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:  # noqa: ARG001
    """The first mark of the wrong width in the subject and in the text, with a rewrite of all of them."""
    in_subject: Edits = []
    in_text: Edits = []
    for zone, offset, text in own_zones(draft):
        edits = in_subject if zone == "subject" else in_text
        for start, end, new in misfits(text, is_english=draft.language == "en"):
            edits.append((Span(zone, offset + start, offset + end), new))
    yield from (_finding(draft, rule, edits) for edits in (in_subject, in_text) if edits)


def _finding(draft: Draft, rule: Rule, edits: Edits) -> Finding:
    place, new = edits[0]
    source = (draft.subject or "") if place.zone == "subject" else draft.text
    span = Span(place.zone, place.start - 1, place.start + 1)
    kind = "english" if new.isascii() else "main"
    key = kind if len(edits) == 1 else {"main": "several", "english": "english-several"}[kind]
    mark, right = source[place.start], new.strip()
    return rule.finding(
        draft, span, key=key, rewrite=replace(Grade.SAFE, edits), mark=mark, right=right, count=len(edits)
    )
