"""Chinese that runs into letters and figures without a space."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.authoring import Grade, Span, own_zones, replace, unspaced

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from maillint.authoring import Draft, Finding, Hit, Rule


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:  # noqa: ARG001
    """The first place without a space in the subject and in the text, with a rewrite of all of them."""
    for is_subject in (True, False):
        places = [
            (zone, offset + at)
            for zone, offset, text in own_zones(draft)
            if (zone == "subject") == is_subject
            for at in unspaced(text)
        ]
        if places:
            zone, at = places[0]
            edits = [(Span(zone, at, at), " ") for zone, at in places]
            yield rule.finding(draft, Span(zone, at - 1, at + 1), rewrite=replace(Grade.SAFE, edits), count=len(places))
