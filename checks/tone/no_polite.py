"""Orders in a mail that nowhere says please or thank you."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.authoring import advise, is_said, own_zones

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from maillint.authoring import Draft, Finding, Hit, Rule

_POLITE = (
    *("please", "thank", "kindly", "pls", "grateful", "appreciate", "could you", "would you", "can you", "welcome"),
    *(
        "sorry",
        "congratulat",
        "cheers",
        "happy to",
        "glad",
        "feel free",
        "if you like",
        "would be great",
        "help yourself",
    ),
    *(
        "请",
        "谢",
        "麻烦",
        "烦",
        "劳",
        "辛苦",
        "拜托",
        "抱歉",
        "不好意思",
        "感谢",
        "敬",
        "望",
        "祝",
        "恭喜",
        "您好",
        "欢迎",
    ),
    *("請", "謝", "麻煩", "煩", "勞", "拜託", "感謝", "唔該", "勞駕", "歡迎", "能否", "可否", "方便"),
)


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:
    """The first order, where no polite word stands in the author's own text."""
    order = next((hit for hit in hits if is_said(draft, hit)), None)
    if order is None:
        return
    own = " ".join(text for _, _, text in own_zones(draft)).lower()
    if not any(word in own for word in _POLITE):
        yield rule.finding(draft, order.span, rewrite=advise())
