"""A file that the text promises and the message does not carry."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from maillint.authoring import Draft, Finding, Hit, Rule, Span, advise, is_promise, promised_thing

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Sequence

_REACH = 160
_MOST_WORDS = 200
_ENDS = (". ", "! ", "? ", "; ", "。", "！", "？", "；", "\n\n")


@cache
def _elsewhere() -> re.Pattern[str]:
    import re

    return re.compile(
        r"https?://|www\.|\b(?:sharepoint|onedrive|dropbox|google drive|wetransfer)\b"
        r"|网盘|網盤|云盘|雲端硬碟|腾讯文档|石墨|飞书|共享盘|群文件|链接|連結|鏈接"
    )


@cache
def _picture() -> re.Pattern[str]:
    import re

    return re.compile(
        r"\b(?:screen ?shots?|pictures?|images?|photos?|photographs?|snips?|below)\b|截[图圖屏]|[图圖]片|照片|附[图圖]"
    )


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:
    """The first promise of a file, when no file is there and no link stands for it."""
    if any(not attachment.inline for attachment in draft.attachments) or "\nbegin 6" in draft.text:
        return  # a part, or a file in uuencode below the text
    for hit in hits[:_MOST_WORDS]:
        if hit.value == "here" and "http" in draft.flat:
            continue
        before, after = _sentence(draft.flat, hit.span)
        if _elsewhere().search(before + after) or not is_promise(hit.value, before, after):
            continue
        if not (draft.attachments and _picture().search(before[-60:] + hit.text + after[:60])):
            thing = promised_thing(hit.value, *_sentence(draft.text, hit.span))
            key = "named" if thing else "main"
            yield rule.finding(draft, hit.span, key=key, rewrite=advise(key), thing=thing)
            return


def _sentence(text: str, span: Span) -> tuple[str, str]:
    """What stands before and behind a word in its own sentence."""
    before = text[max(0, span.start - _REACH) : span.start]
    after = text[span.end : span.end + _REACH]
    start = max(before.rfind(end) + len(end) if end in before else 0 for end in _ENDS)
    stop = min((at for end in _ENDS if (at := after.find(end)) >= 0), default=_REACH)
    tail = after[:stop].rstrip()
    return " ".join(before[start:].split()), " " * tail[:1].isspace() + " ".join(tail.split())
