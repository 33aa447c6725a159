"""Thanks, congratulations or a private question to everybody at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.authoring import Draft, Finding, Hit, Rule, advise, count_han, count_words, is_everybody, opening_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


_COURTESIES = (
    *(
        "thanks",
        "thank you",
        "thx",
        "congrat",
        "noted",
        "got it",
        "received",
        "well done",
        "well deserved",
        "great news",
    ),
    *("sounds good", "will do", "understood", "happy birthday", "good job", "great job", "nice work", "welcome aboard"),
    *("best wishes", "good luck", "awesome", "cheers", "+1", "agreed", "me too", "same here", "perfect"),
    *("收到", "谢谢", "謝謝", "感谢", "感謝", "恭喜", "祝贺", "祝賀", "好的", "知悉", "知道了", "辛苦", "明白", "点赞"),
    *("點讚", "欢迎", "歡迎", "太好了", "赞", "讚", "了解", "加油", "生日快乐", "生日快樂", "同意"),
)


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:  # noqa: ARG001
    """The author's words, when they are a courtesy that concerns one reader only."""
    if draft.is_forward or draft.attachments or not _is_crowd(draft, rule.options["most-readers"]):
        return
    own = [paragraph for paragraph in draft.paragraphs if paragraph.zone != "salutation"]
    words = " ".join(paragraph.text for paragraph in own).lower()
    length = count_words(words) + count_han(words) / 2
    if not 0 < length <= rule.options["most-words"] or "?" in words or "？" in words or any(map(str.isdigit, words)):
        return
    if any(courtesy in words for courtesy in _COURTESIES):
        span = opening_words(draft)
        assert span is not None
        yield rule.finding(draft, span, rewrite=advise(), count=len(draft.readers))


def _is_crowd(draft: Draft, most: int) -> bool:
    return len(draft.readers) > most or any(map(is_everybody, draft.readers))
