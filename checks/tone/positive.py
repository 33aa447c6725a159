"""An answer to a customer without one kind word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.authoring import Span, advise, own_zones

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from maillint.authoring import Draft, Finding, Hit, Rule

_KIND = (
    *(
        "thank",
        "understand",
        "glad",
        "happy",
        "pleas",
        "appreciat",
        "sorry",
        "apolog",
        "welcome",
        "great",
        "kind of you",
    ),
    *("would it", "would you", "could you", "may we", "suit you", "congratulat", "good idea", "help", "you are right"),
    *(
        "谢",
        "謝",
        "理解",
        "乐意",
        "樂意",
        "高兴",
        "高興",
        "抱歉",
        "歉意",
        "辛苦",
        "欢迎",
        "歡迎",
        "放心",
        "体谅",
        "體諒",
    ),
    *(
        "方便吗",
        "方便嗎",
        "可以吗",
        "可以嗎",
        "您看",
        "麻烦",
        "麻煩",
        "建议很",
        "建議很",
        "您说得对",
        "您說得對",
        "恭喜",
    ),
)


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:  # noqa: ARG001
    """One for the mail, at the head of its text."""
    texts = [(start, text) for zone, start, text in own_zones(draft) if zone == "body" and text.strip()]
    own = " ".join(text for _, text in texts).lower()
    if texts and not any(word in own for word in _KIND):
        start = texts[0][0]
        yield rule.finding(draft, Span("body", start, start), rewrite=advise())
