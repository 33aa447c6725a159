"""Rows of stars and other decoration."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.authoring import (
    Draft,
    Finding,
    Grade,
    Hit,
    Rule,
    Span,
    decorations,
    is_code,
    line_around,
    replace,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_SIGNS = "★☆♥♡♪♫◆◇❤►▶◀◄✿❀※*=~#<>+"
_TO_COMMAS = dict.fromkeys(map(ord, "★☆♥♡✿❀"), "、")
_RATING = frozenset(("rated", "rating", "ratings", "score", "scores", "review", "reviews", "stars", "hotel", "hotels"))
_RATING_HAN = "评評星分"


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:  # noqa: ARG001
    """Every row of decoration, with the words it frames."""
    for paragraph in draft.paragraphs:
        text = paragraph.text
        for start, end in decorations(text):
            line = line_around(text, start)
            if is_code(line) or _is_rating(line, text[start:end]) or set(line.strip()) <= set(_SIGNS + "-_ "):
                continue
            span = Span(paragraph.zone, paragraph.start + start, paragraph.start + end)
            plain = text[start:end].strip(_SIGNS + " ").translate(_TO_COMMAS)
            yield rule.finding(draft, span, rewrite=replace(Grade.SAFE, [(span, plain)]), plain=plain)


def _is_rating(line: str, row: str) -> bool:
    is_about_rating = bool(_RATING & set(line.lower().split())) or any(sign in line for sign in _RATING_HAN)
    return "★" in row and ("☆" in row or is_about_rating)
