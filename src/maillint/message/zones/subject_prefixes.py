"""Reply and forward prefixes at the head of a subject, as mail programs of many languages write them."""

from __future__ import annotations

from maillint.language.tables import words

_REPLY = frozenset(
    words("""
re aw antw antwort sv vs ref res réf rif odp ynt vá bls 回复 回覆 答复 答覆 答复全部 回复全部 返信 回復 답장 отв
ответ
""")
)
_FORWARD = frozenset(
    words("""
fw fwd wg tr enc rv vb vl pd doorst vidarebefordrat weitergeleitet 转发 轉寄 轉發 转寄 転送 전달 пересл
""")
)
_LONGEST = 20
_COUNTERS = "0123456789[](){}（）* "


def prefixes(subject: str) -> tuple[str, ...]:
    """The prefixes in order, verbatim with the blanks behind them: "Re: ", "回复：", "AW: ", "Re[2]: "."""
    found: list[str] = []
    at = 0
    while (end := _end_of_prefix(subject, at)) > at:
        found.append(subject[at:end])
        at = end
    return tuple(found)


def is_forward_prefix(prefix: str) -> bool:
    """Whether the prefix says that the message is passed on rather than answered."""
    return _word(prefix.strip().rstrip(":：]")) in _FORWARD


def _end_of_prefix(subject: str, at: int) -> int:
    """Where the subject goes on behind a prefix at ``at``; ``at`` when there is none."""
    head = subject[at : at + _LONGEST]
    colons = [place for mark in ":：" if (place := head.find(mark)) > 0]
    if not colons:
        return at
    word = _word(head[: min(colons)])
    if word not in _REPLY and word not in _FORWARD:
        return at
    end = at + min(colons) + 1
    while end < len(subject) and (subject[end].isspace() or (head.lstrip().startswith("[") and subject[end] == "]")):
        end += 1
    return end


def _word(prefix: str) -> str:
    return prefix.strip().strip(_COUNTERS).lower()
