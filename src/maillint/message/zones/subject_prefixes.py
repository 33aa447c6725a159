"""Reply and forward prefixes at the head of a subject, as mail programs of many languages write them."""

from __future__ import annotations

import re
from functools import cache

from maillint.language.tables import words

_REPLY = words("""
re aw antw antwort sv vs rv ref res réf rif r odp ynt vá bls 回复 回覆 答复 答覆 答复全部 回复全部 返信
""")
_FORWARD = words("""
fw fwd wg tr enc rv i vb vl pd doorst vidarebefordrat weitergeleitet 转发 轉寄 轉發 转寄 転送
""")


@cache
def _pattern() -> re.Pattern[str]:
    words = "|".join(sorted({*_REPLY, *_FORWARD}, key=len, reverse=True))
    return re.compile(
        rf"\s*(?:(?:{words})(?:\s*[\[(（]?\d{{1,3}}[\])）]?)?\s*[:：]|\[(?:fwd?|转发)[:：]?\])\s*", re.IGNORECASE
    )


def prefixes(subject: str) -> tuple[str, ...]:
    """The prefixes in order, verbatim with the spaces behind them: "Re: ", "回复：", "AW: ", "Re[2]: "."""
    found: list[str] = []
    at = 0
    while match := _pattern().match(subject, at):
        found.append(match[0])
        at = match.end()
    return tuple(found)


def is_forward_prefix(prefix: str) -> bool:
    """Whether the prefix says that the message is passed on rather than answered."""
    word = prefix.strip().strip("[]:：").rstrip("0123456789[]()（） ").lower()
    return word in _FORWARD
