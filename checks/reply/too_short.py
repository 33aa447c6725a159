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

_LONG_WORD = 60
"""Characters; longer texts than so many for each word allowed are not counted, they are no short answer."""
_ALL = ("both", "all ", "each", "every", "都", "全", "均", "两个", "兩個", "一样", "一樣")
"""Words that answer several questions at once."""
_YES = (
    "yes",
    "sure",
    "will do",
    "of course",
    "certainly",
    "absolutely",
    "definitely",
    "no problem",
    "agree",
    "no worries",
)
_YES_HAN = ("可以", "没问题", "沒問題", "同意", "行", "是的", "对", "對", "会的", "會的")
_MILD_YES = ("ok", "fine", "alright", "all right", "sounds good", "好", "成", "嗯")
_RECEIPTS = ("noted", "got it", "received", "thank", "thx", "收到", "知悉", "谢", "謝", "知道", "明白")
_OPEN = frozenset(("who", "what", "when", "where", "which", "whose", "how", "why", "or", "who's", "what's", "when's"))
_OPEN_HAN = (
    *("谁", "誰", "哪", "什么", "什麼", "几", "幾", "多少", "多久", "多长", "多長", "怎", "何", "还是", "還是"),
    *("为啥", "為啥", "啥"),
)
_GREETINGS = (
    "how are",
    "how's it",
    "how is it going",
    "how have",
    "hope ",
    "you ok",
    "你好吗",
    "您好吗",
    "你好嗎",
    "您好嗎",
)


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:  # noqa: ARG001
    """The author's words, when they only say yes or thanks and several things were asked."""
    span = opening_words(draft)
    if span is None or draft.is_forward or draft.attachments:
        return
    words = " ".join(paragraph.text for paragraph in draft.paragraphs if paragraph.zone != "salutation")
    if len(words) > _LONG_WORD * rule.options["most-words"]:
        return
    if not 0 < count_words(words) + count_han(words) / 2 <= rule.options["most-words"] or any(map(str.isdigit, words)):
        return
    low = words.lower() + " "
    if "?" in words or "？" in words or any(word in low for word in _ALL) or told_besides(words) > 0.5:
        return
    asked = [question for question in questions(answered(draft)) if not question.lower().startswith(_GREETINGS)]
    if len(asked) >= rule.options["questions"] and (any(map(_is_open, asked)) or not _says_yes(low)):
        yield rule.finding(draft, span, rewrite=advise(), count=len(asked))


def _is_open(question: str) -> bool:
    """Whether yes is no answer to it: what, who, this or that."""
    low = question.lower()
    words = low.replace(" or not", "").replace(",", " ").split()
    return not _OPEN.isdisjoint(words) or any(word in low for word in _OPEN_HAN)


def _says_yes(low: str) -> bool:
    if any(word in low for word in (*_YES, *_YES_HAN)):
        return True
    return any(word in low for word in _MILD_YES) and not any(word in low for word in _RECEIPTS)
