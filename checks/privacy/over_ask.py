"""Secrets that nobody should be asked to write into a mail."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.authoring import Draft, Finding, Hit, Rule, Severity, advise

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


_BEFORE = 60
_ASKS = (
    *("send", "provide", "tell", "reply", "give", "email", "e-mail", "share", "need", "supply", "let me have", "what is"),
    *("what's", "forward", "include", "submit", "text me", "let us have", "enter it here", "state", "quote"),
    *("提供", "发给", "發給", "发来", "發來", "发一下", "發一下", "告知", "告诉", "告訴", "回复", "回覆", "发送", "發送", "报给", "報給"),
    *("给我", "給我", "需要您", "需要你", "附上", "写明", "寫明", "填写", "填寫", "报上", "傳給", "传给", "寄來", "寄给", "寄給"),
)
_NEVER = (
    *("never", "don't", "do not", "not ask", "no need", "without", "won't", "will not", "not need", "not send", "not to"),
    *("not share", "nobody", "no one", "not require", "how to", "link", "reset", "change", "forgot", "should not"),
    *("不会", "不會", "请勿", "請勿", "不要", "切勿", "无需", "無需", "不必", "不用", "不得", "勿", "重置", "重設", "修改", "更改", "忘记", "忘記"),
    *("谨防", "謹防", "任何人", "别把", "別把", "不需", "泄露", "洩漏", "洩露"),
)


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:
    """Each secret that the sentence asks the reader for."""
    for hit in hits:
        start, end = _sentence(draft.flat, hit.span.start, hit.span.end)
        before, behind = draft.flat[start : hit.span.start], draft.flat[hit.span.end : end]
        whole = before + behind
        if any(word in whole for word in _NEVER) or not (_asks(before) or _asks_behind(behind)):
            continue
        finding = rule.finding(draft, hit.span, key=hit.value, rewrite=advise())
        yield finding if hit.value == "main" else finding._replace(severity=Severity.ADVICE, cost=0.0)


def _asks(before: str) -> bool:
    return any(word in before for word in _ASKS)


def _asks_behind(behind: str) -> bool:
    """A Chinese request may end in its verb: 请把密码发给我."""
    return any(word in behind[:12] for word in _ASKS if word > "一")


def _sentence(flat: str, start: int, end: int) -> tuple[int, int]:
    first = max(flat.rfind(mark, max(start - _BEFORE, 0), start) for mark in (". ", "! ", "? ", "\n", "。", "！", "？", "；"))
    stops = [place for mark in (". ", "! ", "? ", "\n", "。", "！", "？", "；") if (place := flat.find(mark, end, end + _BEFORE)) >= 0]
    return max(first + 1, start - _BEFORE, 0), min(stops, default=end + _BEFORE)
