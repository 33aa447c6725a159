"""Files that travel without a word about them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from maillint.authoring import Draft, Finding, Hit, Rule, Span, advise

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Sequence

_BESIDE = (".ics", ".vcf", ".p7s", ".p7m", ".asc", ".sig", ".patch", ".diff", "winmail.dat", ".eml", ".msg")
"""What programs add, and what is the message itself."""


_PLAINLY = ("attach", "enclos", "附件", "附上", "如附")
"""What most mails with files say; looked for first, since the pattern takes milliseconds to compile."""


@cache
def _spoken() -> re.Pattern[str]:
    import re

    return re.compile(
        r"attach|enclos|append|file|document|docs?\b|pdf|\.\w{3,4}\b|spreadsheet|excel|word\b"
        r"|slides|deck|version|draft|copy|copies"
        r"|scans?\b|scanned|photo|picture|image|screen ?shot|drawing|form\b|report|invoice|contract|agreement|table"
        r"|letter|minutes"
        r"|agenda|presentation|\bcv\b|r[eé]sum[eé]|zip|\bhere\b.{0,24}?(?: is | are |'s )"
        r"|below|附|[文档檔案][件案档檔]|[请請详詳][见見看]"
        r"|[见見][下上附]|随信|隨信|[图圖]|表|稿"
        r"|[报報]告|合同|合約|[发發]票|[简簡]历|[简簡]歷|照片|截[图圖屏]|扫描|掃描"
        r"|[资資]料|材料|清[单單]|方案|[计計][划劃]|函|[压壓][缩縮]包|[课課]件|版"
    )


@cache
def _words() -> re.Pattern[str]:
    import re

    return re.compile(r"[a-z]{4,}|\d{4,}|[㐀-鿿]{2}")


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:  # noqa: ARG001
    """The files, when neither they nor anything in their names is spoken of."""
    names = [a.name for a in draft.attachments if a.name and not a.inline and not a.name.lower().endswith(_BESIDE)]
    body = draft.zone("body")
    if not names or body is None or not draft.is_personal:
        return
    said = f"{draft.own_text}\n{draft.subject}".lower()
    if (
        any(word in said for word in _PLAINLY)
        or any(word in said for name in names for word in _words().findall(name.lower()))
        or _spoken().search(said)
    ):
        return
    yield rule.finding(draft, Span("body", body.start, body.start), rewrite=advise(), names=names[:5], count=len(names))
