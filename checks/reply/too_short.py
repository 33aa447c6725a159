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
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


_ALL = (
    *("both", "all ", "each", "every", "neither", "none", "below", "inline", "attach", "call you", "will "),
    *(
        "都",
        "全",
        "均",
        "两个",
        "兩個",
        "一样",
        "一樣",
        "附件",
        "见下",
        "見下",
        "电话",
        "電話",
        "另",
        "稍后",
        "稍後",
        "再",
    ),
)
"""Words that answer several questions at once, or say where or when the answer comes."""


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:  # noqa: ARG001
    """The author's words, when they are fewer than the questions need."""
    if draft.is_forward or draft.attachments:
        return
    own = [paragraph for paragraph in draft.paragraphs if paragraph.zone != "salutation"]
    words = " ".join(paragraph.text for paragraph in own)
    length = count_words(words) + count_han(words) / 2
    if not 0 < length <= rule.options["most-words"] or any(map(str.isdigit, words)):
        return
    low = words.lower() + " "
    if "?" in words or "？" in words or any(word in low for word in _ALL):
        return
    asked = questions(answered(draft))
    if len(asked) >= rule.options["questions"]:
        span = opening_words(draft)
        assert span is not None
        yield rule.finding(draft, span, rewrite=advise(), count=len(asked))
