"""Secrets that nobody should be asked to write into a mail."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from maillint.authoring import Draft, Finding, Hit, Rule, Severity, advise

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Sequence

_REACH = 60
_STOPS = (". ", "! ", "? ", "\n", "。", "！", "？", "；")


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:
    """Each secret that its sentence asks the reader to write back."""
    for hit in hits:
        before, behind = _around(draft.flat, hit.span.start, hit.span.end)
        if (
            _harmless().search(f"{before}|{behind}")
            or _is_other_pin(hit.text, behind)
            or not (_asks().search(before) or _sends().match(behind))
        ):
            continue
        finding = rule.finding(draft, hit.span, key=hit.value, rewrite=advise())
        yield finding if hit.value == "main" else finding._replace(severity=Severity.ADVICE, cost=0.0)


def _is_other_pin(phrase: str, behind: str) -> bool:
    """PIN codes are post codes in India, and a plug has pins."""
    following = behind.split(maxsplit=1)[0] if behind.startswith(" ") and behind.strip() else ""
    return phrase.lower().endswith("pin") and following not in (
        "",
        "and",
        "or",
        "so",
        "to",
        "for",
        "by",
        "with",
        "here",
    )


def _around(flat: str, start: int, end: int) -> tuple[str, str]:
    """What stands in the sentence before and behind a place."""
    top = max(start - _REACH, 0)
    first = max(top - 1, *(flat.rfind(mark, top, start) + len(mark) - 1 for mark in _STOPS)) + 1
    last = min((at for mark in _STOPS if (at := flat.find(mark, end, end + _REACH)) >= 0), default=end + _REACH)
    return flat[max(first, top) : start], flat[end:last]


@cache
def _asks() -> re.Pattern[str]:
    """A request right before the secret."""
    import re

    verbs = "send|provide|tell|give|share|supply|include|state|confirm|reply|forward|quote|submit|email|e-mail|text"
    return re.compile(
        rf"(?:(?:send|give|tell|text|e-?mail|forward) (?:me|us)|(?:please|kindly) (?:also )?(?:{verbs})"
        rf"|(?:can|could|would|will) you (?:please )?(?:{verbs})|reply with|let (?:me|us) have"
        r"|(?:i|we)(?:'ll|'d| will| would)? (?:also )?(?:need|require)|what(?:'s| is))\b[^.!?]{0,36}$"
        "|(?:[请請]|麻[烦煩]|[烦煩劳勞][请請您你]|需要[您你]).{0,16}"
        "(?:提供|告[知诉訴]|回[复覆].{0,4}|[发發寄传傳][给給来來送一].{0,4}|[报報]上|附上|[写寫]明)[^。，,]{0,12}$"
        "|(?:[请請]|麻[烦煩]).{0,6}[将將把].{0,10}$"
    )


@cache
def _sends() -> re.Pattern[str]:
    """What a Chinese request ends with: 密码发给我, 验证码是多少."""
    import re

    return re.compile("[^，。]{0,6}(?:[发發傳传][给給]?我|[发發]來?来?我|告[诉訴知]我|[给給]我|是多少)")


@cache
def _harmless() -> re.Pattern[str]:
    """Warnings not to tell, pages to enter it on, the last four figures, and passwords of files, networks, meetings."""
    import re

    return re.compile(
        r"\b(?:never|not|don't|won't|without|nobody|no one|about|regarding|reset|change|forgot|settings"
        r"|(?:on|in|at|via|through) (?:the|our|your|this) (?:\w+ ){0,2}(?:page|portal|website|app)"
        r"|link|expire[sd]?|log in|login|sign in|using|will send|how to|last (?:four|six|[46]))\b"
        "|[后後末尾].?[0-9四六]{1,2}[位码碼]"
        "|不[会會要必用得需]|勿|[无無]需|重[置设設]|[修更][改换換]|忘[记記]|[谨謹]防|任何人|[别別]把|[泄洩]|[登登][录錄入].{0,4}(?:[页頁]|系[统統])"
        "|[门門锁鎖柜櫃房]|[页頁]面|後台|后台|附件|[压壓][缩縮]|解[压壓]|文[件档檔]|wi-?fi|[无無][线線]|[会會][议議]|已.{0,6}[发發]|[会會投][议議]"
    )
