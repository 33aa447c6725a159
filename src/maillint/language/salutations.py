"""How people are greeted in English and Chinese letters."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True, slots=True)
class Salutation:
    """"Dear Ms Reed," or 王经理，您好：, in parts. ``start`` and ``end`` frame the salutation proper."""

    start: int
    end: int
    greeting: str
    title: str
    name: str
    is_group: bool
    is_placeholder: bool
    language: str


@cache
def _latin() -> re.Pattern[str]:
    return re.compile(
        r"(dear|hi|hello|hey|good (?:morning|afternoon|evening))\b[ ,]*((?:mr|mrs|ms|dr|prof)\.? )?([^,:!\n]{0,40})[,:!]?",
        re.IGNORECASE,
    )


@cache
def _han() -> re.Pattern[str]:
    return re.compile(r"(尊敬的|敬爱的|亲爱的|親愛的)?([\u4e00-\u9fff]{1,6}?)(先生|女士|小姐|经理|經理|总|總|老师|老師|主任)?[，,：:]?\s*(您好|你好)?[！!：:，,]")


def parse(text: str, start: int, end: int) -> Salutation | None:
    """The salutation at the head of ``text[start:end]``; None when there is none."""
    if match := _latin().match(text, start, end):
        name = match[3].strip()
        group = name.lower() in ("all", "everyone", "team", "colleagues")
        return Salutation(start, match.end(), match[1], (match[2] or "").strip(), name, group, "[" in name, "en")
    if match := _han().match(text, start, end):
        group = match[2] in ("各位", "大家")
        return Salutation(start, match.end(), match[1] or match[4] or "", match[3] or "", match[2], group, False, "zh-Hans")
    return None
