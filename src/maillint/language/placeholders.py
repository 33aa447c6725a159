"""Fields of a template that nobody filled in: [Name], {{company}}, XX,XXX, TBD, ＿＿."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from maillint.language.lists import read
from maillint.language.text import is_han
from maillint.language.verbatim import is_code, is_quoted, line_around

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

_FILE = "placeholders.txt"
_HAN_DIGITS = frozenset("一二三四五六七八九")
"""Beside which ○ is a nought: 二○○九年."""
_CROSSES = ("XX", "xxx", "X月", "x月", "××", "○○", "某某", "＿＿", "__月", "__年", "__日", " ??? ")
_SIGNS = ("[", "<", "{", "【", "〔", "%", "*", "#")
_OPEN = ("tbd", "t.b.d", "to be determined", "yyyy", "待定")
_NEAR = 30
_TAGS = frozenset(("title", "address", "time", "link", "signature", "url"))
"""Elements of HTML, which are shown, not left open."""
_TITLES = ("M[rs]", "M[rs]\\.", "Dr", "USD", "EUR", "GBP")
_PLACES = (("r", "oom"), ("s", "uite"), ("b", "uilding"), ("f", "loor"), ("d", "esk"), ("g", "ate"), ("t", "able"))
_LONGEST_GAP = 30
_LONGEST_HAN = 8
_ART = frozenset("/\\|`<>^'")
"""Beside these, strokes are part of a drawing made of letters."""


def placeholders(text: str) -> Iterator[tuple[int, int]]:
    """The fields left open in a subject or a zone as (start, end), in no order; they never overlap by much.

    References ([1]), code, form blanks for the reader, half-hidden numbers, sizes and examples are none.
    """
    for match in _bracketed().finditer(text) if _has_brackets(text) else ():
        is_percent = match.group()[0] == "%" and text[max(0, match.start() - 1) : match.start()].isalnum()
        if not is_percent and _is_field(match.group()) and not _is_shown(text, match):
            yield match.span()
    low = text.lower()
    yield from ((low.find(prompt), low.find(prompt) + len(prompt)) for prompt in _words("prompts") if prompt in low)
    if any(map(text.__contains__, _CROSSES)):
        yield from (match.span() for match in _crosses().finditer(text) if not _is_masked(text, match))
        yield from _doubts(text)
    if any(map(low.__contains__, _OPEN)):
        yield from (match.span() for match in _open_points().finditer(text) if not _is_masked(text, match))
    if "___" in text and not _form().search(text):
        yield from (match.span() for match in _blanks().finditer(text) if _is_gap(text, match))


def _doubts(text: str) -> Iterator[tuple[int, int]]:
    """Question marks in the place of a figure: "capped at ??? a foot"."""
    place = text.find(" ??? ")
    while place >= 0:
        end = place + len(" ???")
        if text[place - 1 : place].isalnum() and text[end + 1 : end + 2].islower():
            yield place + 1, end
        place = text.find(" ??? ", end)


def has_placeholders(text: str) -> bool:
    """Whether a field may be left open in ``text``; cheap."""
    if "___" in text or _has_brackets(text) or any(map(text.__contains__, _CROSSES)):
        return True
    low = text.lower()
    may_prompt = not low.isascii() or "here" in low or "lorem" in low
    return any(map(low.__contains__, _OPEN)) or (may_prompt and any(prompt in low for prompt in _words("prompts")))


def _has_brackets(text: str) -> bool:
    """Whether a bracket or sign stands there that templates use; round ones count beside a request to fill in only."""
    return any(map(text.__contains__, _SIGNS)) or ("（" in text and ("填" in text or "此" in text or "待" in text))


@cache
def _words(name: str) -> tuple[str, ...]:
    return tuple(word.replace("_", " ") for word in read(_FILE)[name])


def _any(name: str) -> str:
    """A group that matches any word of a list, the longest first."""
    import re

    words = sorted(_words(name), key=len, reverse=True)
    return f"(?:{'|'.join(map(re.escape, words))})"


@cache
def _bracketed() -> re.Pattern[str]:
    import re

    # Every branch starts with a plain character, so that the search runs from one opener to the next.
    square, angle, curly = r"\[\[?[^][\n]{1,50}\]{1,2}", r"<<?[^<>\n]{1,50}>{1,2}", r"\{\{?[^{}\n]{1,50}\}{1,2}"
    wide = r"【[^【】\n]{1,30}】|〔[^〔〕\n]{1,30}〕|（[^（）\n]{1,30}）"
    signs = r"%%?[A-Za-z_]{3,25}%{1,2}|\*\|[A-Za-z_:]{2,30}\|\*|#[A-Za-z_]{4,12}#"
    return re.compile(f"{square}|{angle}|{curly}|{wide}|{signs}")


def _is_field(bracketed: str) -> bool:
    """Whether a bracket holds what a template asks for rather than a note, a reference or an address."""
    inside = bracketed.strip("[]<>{}【】〔〕（）%#*|! ").replace("_", " ")
    if _is_merge_field(bracketed, inside):
        return True
    low = inside.lower()
    if bracketed[0] == "（":
        return _asks(low)
    is_element = bracketed[0] == "<" and bracketed[1] != "<" and low in _TAGS
    return not is_element and (_asks(low) or _names_a_thing(low, is_loud=inside.isupper()))


def _is_merge_field(bracketed: str, inside: str) -> bool:
    """{{first_name}}, {!Contact.Name}, %NAME%, *|FNAME|*, <<DATE>>: what mailing programs fill in."""
    if bracketed[:2] == "<<":
        return inside.replace(" ", "").isalpha() and inside.isupper()
    return bool(inside) and (bracketed[0] in "%*" or bracketed[:2] in ("{{", "{!"))


def _asks(low: str) -> bool:
    """[insert date], [link to the form], （请填写金额）: it begins with what to do."""
    verb = next((verb for verb in _words("do") if low.startswith(verb)), "")
    return bool(verb) and not (verb.isascii() and low[len(verb) : len(verb) + 1].isalpha())


def _names_a_thing(low: str, *, is_loud: bool) -> bool:
    """[name], [company name], [ADJUSTER NAME], 【岗位名称】: at most two words of whose, then what; [NAME OF BANK]."""
    head, of, _ = low.partition(" of ")
    if of and head in _words("what") and (is_loud or head == "name"):
        return True
    *whose, what = low.replace("-", " ").split() or [""]
    is_thing = what in _words("what") or low in _words("what")
    if is_thing and len(whose) < 3 and (is_loud or all(word in _words("whose") for word in whose)):
        return True
    return len(low) <= _LONGEST_HAN and low.endswith(_words("han_ends")) and all(map(is_han, low))


@cache
def _crosses() -> re.Pattern[str]:
    import re

    month = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
    amount = r"(?<![A-Za-z0-9,.])X{1,3}(?:,X{2,3}){1,3}(?![A-Za-z0-9])"
    row = r"(?<![A-Za-z0-9*•#&+=_./@\\-])(?:X{3,8}|x{3,6}|×{2,6}|○{2,6})(?![A-Za-z0-9*•@/\\×○]|[-_.][A-Za-z0-9])"
    count = "(?:days|weeks|months|hours|people|pieces|units|copies|per ?cent)"
    date = rf"[Xx]{{1,4}}(?=月[Xx]{{1,2}}日)|(?<![A-Za-z0-9])XX(?=%| ?{month}| {count}\b)"
    han = rf"(?<![A-Za-z0-9尾号號])[Xx×○]{{2,4}}(?={_any('units')})|某某|＿{{2,}}|(?<!_)__(?=[年月日])"
    heads = (*(rf"\b{title} " for title in _TITLES), *(rf"\b[{a}{a.upper()}]{b} " for a, b in _PLACES), "[€$£]")
    phone = r"(?<![\w(-])(?:\(X{2,4}\) ?|X{2,4}-)X{3,4}(?:-X{3,4}){0,2}(?![\w-])"
    title = "|".join(rf"(?<={head})XX\b" for head in heads)
    return re.compile(f"{phone}|{amount}|{row}|{date}|{han}|{title}")


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
    """It is code, a heading such as 【时间】, the tag of a mailing list or the label of a button or column."""
    line, field = line_around(text, match.start()), match.group()
    before, _, after = line.partition(field)
    opens_line = before.rstrip()[-1:] in ("", "]", "】")
    if field[0] == "【" and opens_line:
        return True
    is_tag = field.strip("[]").lower() in _words("tags") and "\n" not in text
    is_label = after.lstrip().startswith(_words("labels")) or before.rstrip().lower().endswith(_words("clicks"))
    return is_label or (opens_line and is_tag and bool(after.strip())) or is_code(line.replace(field, ""))


def _is_masked(text: str, match: re.Match[str]) -> bool:
    """A number half hidden, an example, a size or a kiss rather than a gap."""
    before, after = text[max(0, match.start() - _NEAR) : match.start()], text[match.end() : match.end() + _NEAR]
    is_cross = match.group()[0] in "Xx×○"
    is_han_figure = match.group()[0] == "○" and not _HAN_DIGITS.isdisjoint(before[-1:] + after[:1])
    if is_han_figure or (is_cross and (before.rstrip(" -Xx")[-1:].isdigit() or after.lstrip(" -Xx")[:1].isdigit())):
        return True
    is_kiss = match.group()[0] == "x" and not after.strip(" \n!.")
    if is_kiss or is_code(line_around(text, match.start())) or is_quoted(text, *match.span()):
        return True
    low = before.lower()
    return any(word in low for word in _words("masks"))


def _is_gap(text: str, match: re.Match[str]) -> bool:
    """A blank inside a sentence; one behind a label, or alone on its line, is for the reader or a mere rule."""
    line = line_around(text, match.start())
    if is_code(line) or {text[max(0, match.start() - 1) : match.start()], text[match.end() : match.end() + 1]} & _ART:
        return False
    before, _, after = line.partition(match.group())
    is_inside = bool(before.strip(" _")) and bool(after.strip(" _.")) and not before.rstrip(" _").endswith((":", "："))
    return is_inside and len(match.group()) < _LONGEST_GAP
