"""Questions of the quoted mail that no word of the answer takes up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.authoring import (
    Draft,
    Finding,
    Hit,
    Rule,
    Span,
    advise,
    answered,
    content_words,
    count_han,
    count_words,
    questions,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


_SOON = (
    *("get back to you", "let you know", "will answer", "will reply", "looking into", "check and", "call you"),
    *("below", "inline"),
)
_SOON_HAN = (
    *("再回复", "再回覆", "再答复", "再答覆", "再告知", "核实后", "核實後", "确认后", "確認後", "见下", "見下"),
    *("电话", "電話", "逐条", "逐條"),
)


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:  # noqa: ARG001
    """The questions whose words the answer does not share, when it has fewer points than there are questions."""
    if draft.is_forward or not draft.is_reply:
        return
    asked = [question for question in questions(answered(draft)) if _is_real(question)]
    body = [paragraph for paragraph in draft.paragraphs if paragraph.zone == "body"]
    if len(asked) < 2 or not body:
        return
    own = "\n".join(paragraph.text for paragraph in body)
    low = own.lower()
    points = sum(len(paragraph.sentences) for paragraph in body)
    is_short = count_words(own) + count_han(own) / 2 <= rule.options["least-words"]
    if points >= len(asked) or is_short or any(word in low for word in (*_SOON, *_SOON_HAN)):
        return
    said = content_words(own)
    open_ones = [question for question in asked if not said & content_words(question)]
    if open_ones and len(open_ones) < len(asked):
        end = body[-1].end
        span = Span("body", end, end)
        yield rule.finding(draft, span, rewrite=advise(), question=open_ones[0][:80], count=len(open_ones))


def _is_real(question: str) -> bool:
    """Whether it asks for something, and not after the reader's health."""
    low = question.lower()
    if low.startswith(("how are you", "how's it going", "right", "ok")) or "你好吗" in low or "您好吗" in low:
        return False
    return count_words(question) + count_han(question) / 2 >= 3
