"""Several points written, fewer answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.authoring import advise, answer, asked, content_words, count_han, count_words, points, tail_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from maillint.authoring import Draft, Finding, Hit, Rule

_LEAST = 2
_SHORT = 4
_FRAME = 2
"""Paragraphs that open and close an answer."""
_LONGEST = 60


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:  # noqa: ARG001
    """The end of the answer, when it passes over a numbered point and is not numbered itself."""
    raised, own = points(asked(draft)), answer(draft)
    if len(raised) < _LEAST or not own or _answers_each(draft, len(raised)):
        return
    said = content_words(own)
    open_ones = [point for point in raised if content_words(point) and not said & content_words(point)]
    if open_ones:
        shown = open_ones[0].split("\n")[0][:_LONGEST]
        yield rule.finding(draft, tail_of(draft), rewrite=advise(), count=len(raised), point=shown)


def _answers_each(draft: Draft, count: int) -> bool:
    """Whether the answer has as many points, or paragraphs; what is short beyond help, reply-too-short speaks of."""
    body = [paragraph for paragraph in draft.paragraphs if paragraph.zone == "body"]
    own = answer(draft)
    is_short = count_words(own) + count_han(own) / 2 <= _SHORT
    return is_short or max(len(points(own)), len(body) - _FRAME) >= count
