"""A word or two to somebody who asked more: "Sounds good." below three questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.authoring import (
    Draft,
    Finding,
    Hit,
    Rule,
    advise,
    answered,
    count_han,
    count_words,
    opening_words,
    questions,
    told_besides,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_ALL = ("both", "all ", "each", "every", "都", "全", "均", "两个", "兩個", "一样", "一樣")
"""Words that answer several questions at once."""


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:  # noqa: ARG001
    """The author's words, when they only say yes or thanks and several things were asked."""
    span = opening_words(draft)
    if span is None or draft.is_forward or draft.attachments:
        return
    words = " ".join(paragraph.text for paragraph in draft.paragraphs if paragraph.zone != "salutation")
    if not 0 < count_words(words) + count_han(words) / 2 <= rule.options["most-words"] or any(map(str.isdigit, words)):
        return
    low = words.lower() + " "
    if "?" in words or "？" in words or any(word in low for word in _ALL) or told_besides(words) > 0.5:
        return
    asked = questions(answered(draft))
    if len(asked) >= rule.options["questions"]:
        yield rule.finding(draft, span, rewrite=advise(), count=len(asked))
