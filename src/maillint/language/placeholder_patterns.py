"""What fields of templates look like, as patterns that are compiled when a text may hold one."""

from __future__ import annotations

import re
from functools import cache

from maillint.language.lists import read

_FILE = "placeholders.txt"
_TITLES = ("M[rs]", "M[rs]\\.", "Dr", "USD", "EUR", "GBP")
_PLACES = ("page", "room", "suite", "building", "floor", "desk", "gate", "table")


@cache
def words(name: str) -> tuple[str, ...]:
    """A list of ``placeholders.txt``."""
    return tuple(word.replace("_", " ") for word in read(_FILE)[name])


def _any(name: str) -> str:
    """A group that matches any word of a list, the longest first."""
    longest_first = sorted(words(name), key=len, reverse=True)
    return f"(?:{'|'.join(map(re.escape, longest_first))})"


@cache
def bracketed() -> re.Pattern[str]:
    """A bracket or pair of signs and what stands in it."""
    # Every branch starts with a plain character, so that the search runs from one opener to the next.
    square, angle, curly = r"\[\[?[^][\n]{1,50}\]{1,2}", r"<<?[^<>\n]{1,50}>{1,2}", r"\{\{?[^{}\n]{1,50}\}{1,2}"
    wide = r"【[^【】\n]{1,30}】|〔[^〔〕\n]{1,30}〕|（[^（）\n]{1,30}）"
    signs = r"%%?[A-Za-z_]{3,25}%{1,2}|\*\|[A-Za-z_:]{2,30}\|\*|#[A-Za-z_]{4,12}#"
    return re.compile(f"{square}|{angle}|{curly}|{wide}|{signs}")


@cache
def crosses() -> re.Pattern[str]:
    """Crosses, circles and strokes in the place of a name or figure: XX,XXX, 某某公司, ○○月."""
    month = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
    amount = r"(?<![A-Za-z0-9,.])X{1,3}(?:,X{2,3}){1,3}(?![A-Za-z0-9])"
    signs = r"(?:X{3,8}|x{3,6}|×{2,6}|[○〇]{2,6})"
    row = rf"(?<![A-Za-z0-9*•#&+=_./@\\-]){signs}(?![A-Za-z0-9*•@/\\×○〇后後]|[-_.][A-Za-z0-9])"
    count = (
        "(?:days|weeks|months|hours|minutes|nights|people|guests|seats|pieces|units|items|copies|boxes|pallets"
        "|per ?cent|kg|km|tonnes|tons|litres|sqm)"
    )
    behind = rf"%| ?{month}|th of {month}| {count}\b"
    date = rf"[Xx]{{1,4}}(?=月[Xx]{{1,2}}日)|(?<![A-Za-z0-9])(?:XX(?={behind})|NN(?= {count}\b))"
    share = r"(?:(?<=\b(?:of|by|at|to) )|(?<=[为為是到达達约約]))[Xx]{1,2}(?= ?%)"
    han = rf"(?<![A-Za-z0-9尾号號])[Xx×○]{{2,4}}(?={_any('units')})|某年?某?月某日|某某|＿{{2,}}|(?<!_)__(?=[年月日])"
    heads = (
        *(rf"\b{title} " for title in _TITLES),
        *(rf"\b[{word[0]}{word[0].upper()}]{word[1:]} " for word in _PLACES),
        "[€$£]",
    )
    phone = r"(?<![\w(-])(?:(?:\(X{2,4}\) ?|X{2,4}-)X{3,4}(?:-X{3,4}){0,2}|0?X{2,4}(?: X{3,4}){2})(?![\w-])"
    title = "|".join(rf"(?<={head})XX\b" for head in heads)
    return re.compile(f"{phone}|{amount}|{row}|{date}|{share}|{han}|{title}")


@cache
def doubts() -> re.Pattern[str]:
    """Question marks in the place of a name or a figure: "capped at ??? a foot", "Mr ???", 总价为？？元."""
    money = r"(?:(?<=[€$£] )|(?<=[€$£]))\?{2,}"
    titles = "|".join(rf"(?<=\b{title} )" for title in ("Mr", "Ms", "Mrs", "Dr"))
    han = r"(?<=[为為是共：:约約])[？?]{2,}(?=[元万萬天个個件%％号號日月])"
    return re.compile(rf"(?<=\w )\?\?\?(?= [a-z])|{money}|(?:{titles})\?{{2,}}|{han}")


@cache
def open_points() -> re.Pattern[str]:
    """Words that leave something open: TBD, by DD/MM/YYYY, (amount), 日期待定."""
    short = r"(?<![A-Za-z0-9_-])(?:TBD|tbd|T\.B\.D\.)(?![A-Za-z0-9_]|-[A-Za-z0-9])"
    ending = r"to be determined(?=\s*(?:[.,;)]|$))"
    words = rf"(?<=[-–—:(,] ){ending}|(?<=[-–—:(]){ending}"
    date = r"(?<=\b(?:by|on) )(?:DD/MM|MM/DD|dd/mm|mm/dd)(?:/YYYY|/yyyy|/YY|/yy)?(?![\w/])"
    what = (
        r"\((?:insert|paste) [^()\n]{2,40}\)|(?<=\b(?:is|on|by|at|of|to) )\((?:name|date|amount|number|price|address)\)"
    )
    han = r"(?:时间|時間|日期|地点|地點|场地|場地|人选|人選)待定"
    return re.compile(f"{short}|{words}|{date}|{what}|{han}", re.MULTILINE)


@cache
def blanks() -> re.Pattern[str]:
    """Rows of low lines."""
    return re.compile(r"_{2,4}[/.]_{2,4}[/.](?:_{2,4}|\d{2,4})|_{3,}")


@cache
def form() -> re.Pattern[str]:
    """Words of a text that the reader is to fill in."""
    return re.compile(r"(?i)\bfill|complete (?:the|this)|\bsign|return (?:the|this)|tick|填|签|簽|勾|回执|回執|回條")
