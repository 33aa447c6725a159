"""Emoji and smileys, when there are several."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.authoring import (
    Draft,
    Finding,
    Grade,
    Hit,
    Rewrite,
    Rule,
    Span,
    advise,
    emoji,
    emoticons,
    is_code,
    line_around,
    replace,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_WANTS_MORE = frozenset(
    ("is", "was", "are", "were", "be", "so", "very", "a", "the", "of", "to", "with", "for", "and", "or")
)

_NEAR = 40


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:  # noqa: ARG001
    """Rows of emoji; single ones and smileys too, when the message is full of them."""
    pictures, smileys = _pictures(draft), _smileys(draft)
    total = sum(count for _, count in pictures) + len(smileys)
    if not total:
        return
    is_full = total > rule.options["most"]
    shown = [span for span, count in pictures if is_full or count >= rule.options["row"]]
    for span in sorted(shown + smileys if is_full else shown):
        text = (draft.subject or "") if span.zone == "subject" else draft.text
        yield rule.finding(draft, span, rewrite=_without(text, span), count=total)


def _pictures(draft: Draft) -> list[tuple[Span, int]]:
    subject = "" if draft.reply_prefixes else draft.subject or ""
    found = [(Span("subject", *place), count) for *place, count in emoji(subject)]
    return found + [
        (Span(paragraph.zone, paragraph.start + start, paragraph.start + end), count)
        for paragraph in draft.paragraphs
        for start, end, count in emoji(paragraph.text)
    ]


def _smileys(draft: Draft) -> list[Span]:
    return [
        Span(paragraph.zone, paragraph.start + start, paragraph.start + end)
        for paragraph in draft.paragraphs
        for start, end in emoticons(paragraph.text)
        if not is_code(line_around(paragraph.text, start))
    ]


def _without(text: str, span: Span) -> Rewrite:
    """Take it out with the blank before it; where it stands for a word, only the author can."""
    before = text[max(0, span.start - _NEAR) : span.start]
    said = before.rstrip(" ")
    if said[said.rfind(" ") + 1 :].lower() in _WANTS_MORE or said[-1:] in "很是太超":
        return advise()
    start, end = span.start, span.end
    if said and said[-1] != "\n":
        start -= len(before) - len(said)
    else:
        end += len(text[end : end + _NEAR]) - len(text[end : end + _NEAR].lstrip(" "))
    return replace(Grade.SUGGESTED, [(Span(span.zone, start, end), "")])
