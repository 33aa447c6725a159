"""Thanks, congratulations or a question of understanding to everybody at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.authoring import (
    Draft,
    Finding,
    Hit,
    Rule,
    Severity,
    advise,
    count_han,
    count_words,
    is_everybody,
    opening_words,
    told_besides,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_VOTES = ("agree", "approve", "+1", "yes", "同意", "赞成", "贊成", "没意见", "沒意見", "可以")
"""What all may be waiting for."""
_DOUBTS = (
    *("what do you mean", "don't understand", "do not understand", "did you mean", "not clear to me", "you mean by"),
    *("什么意思", "什麼意思", "没看懂", "沒看懂", "不太明白", "没明白", "沒明白", "您是指", "你是指", "不太理解"),
)
_LONGEST_DOUBT = 30


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:  # noqa: ARG001
    """The author's words, when they concern one reader only."""
    span = opening_words(draft)
    if span is None or draft.is_forward or draft.attachments or not _is_crowd(draft, rule.options["most-readers"]):
        return
    words = " ".join(paragraph.text for paragraph in draft.paragraphs if paragraph.zone != "salutation")
    length = count_words(words) + count_han(words) / 2
    if _is_courtesy(words, length, rule.options["most-words"]):
        yield rule.finding(draft, span, rewrite=advise(), count=len(draft.readers))
    elif length <= _LONGEST_DOUBT and any(doubt in words.lower().replace("’", "'") for doubt in _DOUBTS):
        finding = rule.finding(draft, span, key="doubt", rewrite=advise(), count=len(draft.readers))
        yield finding._replace(severity=Severity.ADVICE, cost=0.0)


def _is_crowd(draft: Draft, most: int) -> bool:
    return len(draft.readers) > most or any(map(is_everybody, draft.readers))


def _is_courtesy(words: str, length: float, most: int) -> bool:
    if not 0 < length <= most or any(map(str.isdigit, words)) or "?" in words or "？" in words:
        return False
    low = words.lower()
    return not any(vote in low for vote in _VOTES) and told_besides(words) <= min(1, length / 3)
