"""Fields of a template that nobody filled in: [Name], {{company}}, XX,XXX, TBD, ＿＿."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from maillint.language.lists import read
from maillint.language.verbatim import is_code, is_quoted, line_around

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

_FILE = "placeholders.txt"
_CROSSES = ("XX", "xxx", "X月", "x月", "××", "○○", "某某", "＿＿")
_OPEN = ("tbd", "t.b.d", "to be determined", "yyyy", "待定")
_NEAR = 30
_LONGEST_GAP = 30


def placeholders(text: str) -> Iterator[tuple[int, int]]:
    """The fields left open in a subject or a zone as (start, end), in no order; they never overlap by much.

    References ([1]), code, form blanks for the reader, half-hidden numbers, sizes and examples are none.
    """
    end = 0
    for opener in _openers().finditer(text):
        start = opener.start()
        is_percent = opener.group() == "%" and text[max(0, start - 1) : start].isalnum()
        match = None if start < end or is_percent else _fields().match(text, start)
        if match and not _is_shown(text, match):
            end = match.end()
            yield match.span()
    low = text.lower()
    yield from ((low.find(prompt), low.find(prompt) + len(prompt)) for prompt in _words("prompts") if prompt in low)
    if any(sign in text for sign in _CROSSES):
        yield from (match.span() for match in _crosses().finditer(text) if not _is_masked(text, match))
    if any(sign in low for sign in _OPEN):
        yield from (match.span() for match in _open_points().finditer(text) if not _is_masked(text, match))
    if "___" in text:
        yield from (match.span() for match in _blanks().finditer(text) if _is_gap(text, match))


@cache
def _words(name: str) -> tuple[str, ...]:
    return tuple(word.replace("_", " ") for word in read(_FILE)[name])


def _any(name: str) -> str:
    """A group that matches any word of a list, the longest first."""
    import re

    words = sorted(_words(name), key=len, reverse=True)
    return f"(?:{'|'.join(map(re.escape, words))})"


@cache
def _openers() -> re.Pattern[str]:
    import re

    return re.compile(r"[\[{<%#*【〔（]")


@cache
def _fields() -> re.Pattern[str]:
    import re

    inside = (
        rf"(?:{_any('do')}(?![a-z])[^\[\]{{}}<>【】〔〕（）\n]{{0,40}}|(?:{_any('whose')}[ _-]?){{0,2}}{_any('what')})"
    )
    brackets = rf"\[{{1,2}}\s?{inside}\s?\]{{1,2}}(?!\s?[(<])|\{{\s?{inside}\s?\}}|[【〔]\s?{inside}\s?[】〕]"
    request = r"（(?:请填写|請填寫|此处|此處|填写|填寫|待填|待补|待補|请输入|請輸入)[^（）\n]{0,20}）"
    merge = r"\{\{[^{}\n]{1,40}\}\}|\{![\w.]{2,40}\}|%%?[a-z][a-z_]{2,24}%%?|\*\|[a-z_:]{2,30}\|\*"
    tag = "(?:title|address|time|link|signature|url)>"
    angles = rf"<<\s?{inside}\s?>>|(?-i:<<\s?[A-Z][A-Z_ ]{{1,30}}>>)|<(?!{tag}){inside}>"
    hashes = r"#(?:first_?name|last_?name|name|company|date|email)#"
    return re.compile(f"{brackets}|{request}|{merge}|{angles}|{hashes}", re.IGNORECASE)


@cache
def _crosses() -> re.Pattern[str]:
    import re

    month = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
    amount = r"(?<![A-Za-z0-9,.])X{1,3}(?:,X{2,3}){1,3}(?![A-Za-z0-9])"
    row = r"(?<![A-Za-z0-9*•#&+=_./@\\-])(?:X{3,8}|x{3,6}|×{2,6}|○{2,6})(?![A-Za-z0-9*•@/\\×○]|[-_.][A-Za-z0-9])"
    date = rf"[Xx]{{1,4}}(?=月[Xx]{{1,2}}日)|(?<![A-Za-z0-9])XX(?=%| ?{month})"
    han = rf"(?<![A-Za-z0-9尾号號])[Xx×○]{{2,4}}(?={_any('units')})|某某|＿{{2,}}"
    heads = (r"\bM[rs] ", r"\bM[rs]\. ", r"\bDr ", "USD ", "EUR ", "[€$£]")
    title = "|".join(rf"(?<={head})XX\b" for head in heads)
    return re.compile(f"{amount}|{row}|{date}|{han}|{title}")


@cache
def _open_points() -> re.Pattern[str]:
    import re

    short = r"(?<![A-Za-z0-9_-])(?:TBD|tbd|T\.B\.D\.)(?![A-Za-z0-9_]|-[A-Za-z0-9])"
    ending = r"to be determined(?=\s*(?:[.,;)]|$))"
    words = rf"(?<=[-–—:(,] ){ending}|(?<=[-–—:(]){ending}"
    date = r"(?<=\b(?:by|on) )(?:DD/MM/YYYY|MM/DD/YYYY|dd/mm/yyyy|mm/dd/yyyy)"
    han = r"(?:时间|時間|日期|地点|地點|场地|場地|人选|人選)待定"
    return re.compile(f"{short}|{words}|{date}|{han}", re.MULTILINE)


@cache
def _blanks() -> re.Pattern[str]:
    import re

    return re.compile(r"_{3,}")


@cache
def _form() -> re.Pattern[str]:
    import re

    return re.compile(r"(?i)\bfill|complete (?:the|this)|\bsign|return (?:the|this)|tick|填|签|簽|勾|回执|回執|回條")


def _is_shown(text: str, match: re.Match[str]) -> bool:
    """It is code, a heading such as 【时间】 with its entry behind it, or the tag of a mailing list."""
    line, field = line_around(text, match.start()), match.group()
    before, _, after = line.partition(field)
    opens_line = bool(after.strip()) and before.rstrip()[-1:] in ("", "]", "】")
    is_tag = "\n" not in text and field.strip("[]【】").lower() in _words("tags")
    return is_code(line.replace(field, "")) or (opens_line and (field[0] == "【" or is_tag))


def _is_masked(text: str, match: re.Match[str]) -> bool:
    """A number half hidden, an example, a size or a kiss rather than a gap."""
    before, after = text[max(0, match.start() - _NEAR) : match.start()], text[match.end() : match.end() + _NEAR]
    is_cross = match.group()[0] in "Xx×○"
    if is_cross and (before.rstrip(" -Xx")[-1:].isdigit() or after.lstrip(" -Xx")[:1].isdigit()):
        return True
    is_kiss = match.group()[0] == "x" and not after.strip(" \n!.")
    if is_kiss or is_code(line_around(text, match.start())) or is_quoted(text, *match.span()):
        return True
    low = before.lower()
    return any(word in low for word in _words("masks"))


def _is_gap(text: str, match: re.Match[str]) -> bool:
    """A blank inside a sentence of a mail that asks nobody to fill it in."""
    line = line_around(text, match.start())
    before, _, after = line.partition(match.group())
    is_inside = bool(before.strip(" _")) and bool(after.strip(" _.")) and not before.rstrip(" _").endswith((":", "："))
    return is_inside and len(match.group()) < _LONGEST_GAP and not _form().search(text)
