"""Signatures in larger letters than the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.authoring import Draft, Finding, Hit, Rule, Span, advise, size_in_points

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_USUAL = 12.0
"""Points of text whose size nothing states: the size browsers and mail programs begin with."""


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:  # noqa: ARG001
    """The first line in large letters, when most of the block is plainly larger than most of the text."""
    zone = draft.zone("signature")
    if zone is None:
        return
    bodies = [(other.start, other.end) for other in draft.zones if other.kind in ("salutation", "body", "closing")]
    text = _usual_size(draft, bodies, _USUAL)
    block = _usual_size(draft, [(zone.start, zone.end)], 0.0)
    if block >= text + rule.options["least-points-more"]:
        at = zone.start
        yield rule.finding(draft, Span("signature", at, at), rewrite=advise(), size=round(block), usual=round(text))


def _usual_size(draft: Draft, places: list[tuple[int, int]], unstated: float) -> float:
    """The size, in points, that most of these places' letters have; ``unstated`` for what states none."""
    sizes: dict[float, int] = {}
    whole = sum(_weight(draft.text[start:end]) for start, end in places)
    for style in draft.shown.styles:
        shared = sum(
            _weight(draft.text[max(start, style.start) : min(end, style.end)])
            for start, end in places
            if style.start < end and start < style.end
        )
        size = size_in_points(style.size) or unstated
        sizes[size] = sizes.get(size, 0) + shared
    sizes[unstated] = sizes.get(unstated, 0) + whole - sum(sizes.values())
    return max(sizes, key=lambda size: sizes[size])


def _weight(text: str) -> int:
    return len(text) - text.count(" ") - text.count("\n")
