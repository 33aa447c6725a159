"""Thanks and congratulations to everybody at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.authoring import (
    Draft,
    Finding,
    Hit,
    Rule,
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


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:  # noqa: ARG001
    """The author's words, when they are a courtesy that concerns one reader only."""
    span = opening_words(draft)
    if span is None or draft.is_forward or draft.attachments or not _is_crowd(draft, rule.options["most-readers"]):
        return
    words = " ".join(paragraph.text for paragraph in draft.paragraphs if paragraph.zone != "salutation")
    length = count_words(words) + count_han(words) / 2
    if not 0 < length <= rule.options["most-words"] or any(map(str.isdigit, words)):
        return
    low = words.lower()
    if "?" in words or "？" in words or any(vote in low for vote in _VOTES) or told_besides(words) > min(1, length / 3):
        return
    yield rule.finding(draft, span, rewrite=advise(), count=len(draft.readers))


def _is_crowd(draft: Draft, most: int) -> bool:
    return len(draft.readers) > most or any(map(is_everybody, draft.readers))
