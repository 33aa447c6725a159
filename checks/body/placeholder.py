"""What is left of a template: fields nobody filled in."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from maillint.authoring import Draft, Finding, Hit, Rule, Span, advise, is_code, is_quoted, line_around

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Sequence

_OPENERS = "[{<%#*【〔（"
_PROMPTS = (
    "lorem ipsum",
    "click or tap",
    "insert name here",
    "insert date here",
    "单击此处输入",
    "单击或点击此处",
    "按一下這裡以輸入",
    "此处填写",
    "此處填寫",
    "在此输入",
    "在此輸入",
)
_CROSSES = ("XX", "xxx", "X月", "x月", "××", "○○", "某某", "＿＿")
_OPEN = ("tbd", "t.b.d", "to be determined", "yyyy", "待定")

_TAGS = frozenset("project product event team topic customer order company 项目 項目 产品 產品 公司 客户 客戶".split())
"""What a mailing list or a tracker puts in front of its subjects."""

_FIELD = (
    r"(?:first|last|full|given|family|your|client|customer|company|contact|recipient|candidate|project|product|team|event|"
    r"hiring|manager|job|position|bank|account|order|invoice|start|end|due|delivery|meeting|street|email|phone|their|the|his|her)"
)
_NOUN = (
    r"(?:name|surname|firstname|lastname|date|time|day|month|year|amount|price|sum|number|no\.?|address|company|client|customer|"
    r"recipient|candidate|title|position|department|project|product|venue|place|location|city|country|link|url|e-?mail|phone|"
    r"signature|reason|topic|subject|salutation|manager|deadline|percentage|currency)"
)
_DO = r"(?:insert|enter|add|fill in|specify|type|put|choose|select|link to|link for|your|describe|to be (?:completed|filled|added|confirmed))"
_NOUN_HAN = (
    r"(?:公司名称|公司名稱|公司|姓名|名字|客户|客戶|客户名称|客戶名稱|客户姓名|客戶姓名|收件人|收件人姓名|联系人|聯絡人|称呼|稱呼|职位|職位|部门|部門|日期|时间|時間|"
    r"地点|地點|地址|金额|金額|数量|數量|电话|電話|链接|連結|产品|產品|产品名称|產品名稱|项目名称|項目名稱|专案名称|專案名稱|订单号|訂單號|原因|主题|主題)"
)
_DO_HAN = r"(?:请填写|請填寫|此处|此處|填写|填寫|插入|待填|待补|待補|输入|輸入|请输入|請輸入|您的|你的)"


@cache
def _fields() -> re.Pattern[str]:
    import re

    inside = rf"(?:{_DO}\b[^\[\]{{}}<>\n]{{0,40}}|(?:{_FIELD}[ _-]?){{0,2}}{_NOUN})"
    inside_han = rf"(?:{_DO_HAN}[^\[\]【】（）()<>\n]{{0,20}}|{_NOUN_HAN})"
    patterns = (
        rf"\[{{1,2}}\s?{inside}\s?\]{{1,2}}(?!\s?[(<])",
        rf"\{{\s?(?:{inside}|{inside_han})\s?\}}",
        r"\{\{[^{}\n]{1,40}\}\}|\{![\w.]{2,40}\}|%%?[a-z][a-z_]{2,24}%%?|\*\|[a-z_:]{2,30}\|\*",
        rf"<<\s?(?!file:)[^<>\n.]{{1,40}}>>|<{inside}>|#(?:first_?name|last_?name|name|company|date|email)#",
        rf"[\[【〔<]\s?{inside_han}\s?[\]】〕>]|（{_DO_HAN}[^（）()\n]{{0,20}}）",
    )
    return re.compile("|".join(patterns), re.IGNORECASE)


@cache
def _openers() -> re.Pattern[str]:
    import re

    return re.compile(f"[{re.escape(_OPENERS)}]")


@cache
def _crosses() -> re.Pattern[str]:
    import re

    amount = r"(?<![A-Za-z0-9,.])X{1,3}(?:,X{2,3}){1,3}(?![A-Za-z0-9])"
    row = r"(?<![A-Za-z0-9*•#&+=_./@\\-])(?:X{3,}|x{3,}|×{2,}|○{2,})(?![A-Za-z0-9*•@/\\]|[-_.][A-Za-z0-9])"
    unit = "公司|集团|集團|先生|女士|小姐|经理|經理|总|總|老师|老師|月|日|年|元|万|萬|部|项目|項目|产品|產品|号|號|银行|銀行|医院|醫院|学校|學校|大学|大學"
    han = rf"[Xx]{{1,4}}(?=月[Xx]{{1,2}}日)|(?<![A-Za-z0-9尾号號])[Xx×○]{{2,4}}(?={unit})|某某|＿{{2,}}"
    latin = r"(?<![A-Za-z0-9])XX(?=%| ?(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)"
    title = r"(?<=\bMr\. )XX\b|(?<=\bMs\. )XX\b|(?<=\bMr )XX\b|(?<=\bMs )XX\b|(?<=\bDr )XX\b|(?<=USD )XX\b|(?<=EUR )XX\b|(?<=[€$£])XX\b"
    return re.compile("|".join((amount, row, han, latin, title)))


@cache
def _open_points() -> re.Pattern[str]:
    import re

    tbd = r"(?<![A-Za-z0-9_-])(?:TBD|tbd|T\.B\.D\.)(?![A-Za-z0-9_]|-[A-Za-z0-9])"
    words = r"(?<=[-–—:(,] )to be determined(?=\s*(?:[.,;)]|$))|(?<=[-–—:(])to be determined(?=\s*(?:[.,;)]|$))"
    date = r"(?<=\b(?:by|on) )(?:DD/MM/YYYY|MM/DD/YYYY|dd/mm/yyyy|mm/dd/yyyy)"
    return re.compile(rf"{tbd}|{words}|{date}|(?<![A-Za-z0-9])(?:时间|時間|日期|地点|地點|场地|場地|人选|人選)待定", re.MULTILINE)


@cache
def _blanks() -> re.Pattern[str]:
    import re

    return re.compile(r"_{3,}")


@cache
def _mask() -> re.Pattern[str]:
    import re

    return re.compile(
        r"(?i)尾号|尾號|末四码|末四碼|卡号|卡號|身份证|身分證|ending|last four|format|格式|e\.g\.|such as|for example|例如|比如|marked|chapter|"
        r"bowl|volume|part|size|尺码|尺碼|louis|annex|roman"
    )


@cache
def _form() -> re.Pattern[str]:
    import re

    return re.compile(r"(?i)\bfill|complete (?:the|this)|\bsign|return (?:the|this)|tick|填|签|簽|勾|回执|回執|回條")


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:  # noqa: ARG001
    """Every field, cross or open point left in the subject or in the author's own text."""
    for zone, text, offset in _own(draft):
        seen = 0
        for start, end in sorted(_left_over(text)):
            if start >= seen:
                seen = end
                span = Span(zone, offset + start, offset + end)
                yield rule.finding(draft, span, rewrite=advise())


def _own(draft: Draft) -> Iterator[tuple[str, str, int]]:
    if draft.subject:
        yield "subject", draft.subject, 0
    for zone in draft.zones:
        if zone.kind in ("salutation", "body", "closing", "signature"):
            yield zone.kind, draft.text[zone.start : zone.end], zone.start


def _left_over(text: str) -> Iterator[tuple[int, int]]:
    end = 0
    for opener in _openers().finditer(text):
        match = _fields().match(text, opener.start()) if opener.start() >= end else None
        if match and not _is_shown(text, match):
            end = match.end()
            yield match.span()
    low = text.lower()
    for prompt in _PROMPTS:
        if prompt in low and (start := low.find(prompt)) >= 0:
            yield start, start + len(prompt)
    for signs, searched, pattern in ((_CROSSES, text, _crosses), (_OPEN, low, _open_points)):
        if any(sign in searched for sign in signs):
            yield from (match.span() for match in pattern().finditer(text) if not _is_masked(text, match))
    if "___" in text:
        yield from (match.span() for match in _blanks().finditer(text) if _is_gap(text, match))


def _is_shown(text: str, match: re.Match[str]) -> bool:
    """It is code, or a heading such as 【时间】 with its entry behind it."""
    line = line_around(text, match.start())
    first = match.group()[0]
    before, _, after = line.partition(match.group())
    opens_line = bool(after.strip()) and before.rstrip()[-1:] in ("", "]", "】")
    is_tag = "\n" not in text and match.group().strip("[]【】").lower() in _TAGS
    return is_code(line.replace(match.group(), "")) or (opens_line and (first == "【" or is_tag))


def _is_masked(text: str, match: re.Match[str]) -> bool:
    """A number half hidden, an example, a size or a kiss rather than a gap."""
    before, after = text[max(0, match.start() - 30) : match.start()], text[match.end() : match.end() + 12]
    if before.rstrip(" -")[-1:].isdigit() or (after.lstrip(" -")[:1].isdigit() and match.group()[:1] in "Xx×"):
        return True
    is_kiss = match.group().islower() and match.group()[0] == "x" and not after.strip(" \n!.")
    if is_kiss or is_code(line_around(text, match.start())) or is_quoted(text, *match.span()):
        return True
    return _mask().search(before) is not None


def _is_gap(text: str, match: re.Match[str]) -> bool:
    """A blank inside a sentence of a mail that asks nobody to fill it in."""
    line = line_around(text, match.start())
    words = line.replace("_", " ").split()
    is_label = line.strip().rstrip("_ ").endswith((":", "："))
    return len(words) > 2 and not is_label and not _form().search(text)
