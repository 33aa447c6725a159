"""Fields of a template that nobody filled in: [Name], {{company}}, XX,XXX, TBD, ＿＿."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.language import placeholder_patterns as patterns
from maillint.language.placeholder_patterns import words
from maillint.language.text import is_han
from maillint.language.verbatim import is_code, is_quoted, line_around

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

_HAN_DIGITS = frozenset("一二三四五六七八九")
"""Beside which ○ is a nought: 二○○九年."""
_CROSSES = (
    *("XX", "xxx", "X月", "x月", "X%", "x%", "NN ", "××", "○○", "〇〇", "某某", "某月", "＿＿", "__月", "__年", "__日"),
    *("??", "？？"),
)
_SIGNS = ("[", "<", "{", "【", "〔", "%", "*", "#")
_OPEN = (
    *("tbd", "t.b.d", "to be determined", "yyyy", "dd/mm", "mm/dd", "待定", "(insert ", "(paste ", "(name)", "(date)"),
    *("(amount)", "(number)", "(price)", "(address)"),
)
_NEAR = 30
_TAGS = frozenset(("title", "address", "time", "link", "signature", "url"))
"""Elements of HTML, which are shown, not left open."""
_DOTS = ("●", "•")
"""What lawyers put into a bracket that is to be filled in."""
_LONGEST_GAP = 30
_LONGEST_HAN = 8
_NAMED = ("name", "number", "date", "amount", "address")
"""What a template asks for of anything: [hotel name], [batch number]."""
_ART = frozenset("/\\|`<>^'")
"""Beside these, strokes are part of a drawing made of letters."""


def placeholders(text: str) -> Iterator[tuple[int, int]]:
    """The fields left open in a subject or a zone as (start, end), in no order; they never overlap by much.

    References ([1]), code, form blanks for the reader, half-hidden numbers, sizes and examples are none.
    """
    for match in patterns.bracketed().finditer(text) if _has_brackets(text) else ():
        is_percent = match.group()[0] == "%" and text[max(0, match.start() - 1) : match.start()].isalnum()
        if not is_percent and _is_field(match.group()) and not _is_shown(text, match):
            yield match.span()
    low = text.lower()
    yield from ((low.find(prompt), low.find(prompt) + len(prompt)) for prompt in words("prompts") if prompt in low)
    if any(map(text.__contains__, _CROSSES)):
        yield from (match.span() for match in patterns.crosses().finditer(text) if not _is_masked(text, match))
        yield from (match.span() for match in patterns.doubts().finditer(text))
    if any(map(low.__contains__, _OPEN)):
        yield from (match.span() for match in patterns.open_points().finditer(text) if not _is_masked(text, match))
    if "__" in text and not patterns.form().search(text):
        yield from (match.span() for match in patterns.blanks().finditer(text) if _is_gap(text, match))


def has_placeholders(text: str) -> bool:
    """Whether a field may be left open in ``text``; cheap."""
    if "__" in text or _has_brackets(text) or any(map(text.__contains__, _CROSSES)):
        return True
    low = text.lower()
    may_prompt = not low.isascii() or "here" in low or "lorem" in low
    return any(map(low.__contains__, _OPEN)) or (may_prompt and any(prompt in low for prompt in words("prompts")))


def _has_brackets(text: str) -> bool:
    """Whether a bracket or sign stands there that templates use; round ones count beside a request to fill in only."""
    return any(map(text.__contains__, _SIGNS)) or ("（" in text and ("填" in text or "此" in text or "待" in text))


def _is_field(bracketed: str) -> bool:
    """Whether a bracket holds what a template asks for rather than a note, a reference or an address."""
    inside = bracketed.strip("[]<>{}【】〔〕（）%#*|! ").replace("_", " ")
    if _is_merge_field(bracketed, inside):
        return True
    low = inside.lower()
    if bracketed[0] == "（":
        return _asks(low)
    is_element = bracketed[0] == "<" and bracketed[1] != "<" and low in _TAGS
    return not is_element and (low in _DOTS or _asks(low) or _names_a_thing(low, is_loud=inside.isupper()))


def _is_merge_field(bracketed: str, inside: str) -> bool:
    """{{first_name}}, {!Contact.Name}, %NAME%, *|FNAME|*, <<DATE>>: what mailing programs fill in."""
    if bracketed[:2] == "<<":
        return inside.replace(" ", "").isalpha() and inside.isupper()
    return bool(inside) and (bracketed[0] in "%*" or bracketed[:2] in ("{{", "{!"))


def _asks(low: str) -> bool:
    """[insert date], （请填写金额）: it begins with what is to be done, or ends in it ([fee to be added])."""
    if low.endswith(words("wanted")):
        return True
    verb = next((verb for verb in words("do") if low.startswith(verb)), "")
    return bool(verb) and not (verb.isascii() and low[len(verb) : len(verb) + 1].isalpha())


def _names_a_thing(low: str, *, is_loud: bool) -> bool:
    """[name], [company name], [ADJUSTER NAME], 【岗位名称】: at most two words of whose, then what; [NAME OF BANK]."""
    head, of, _ = low.partition(" of ")
    if of and head in words("what") and (is_loud or head == "name"):
        return True
    *whose, what = low.replace("-", " ").split() or [""]
    is_thing = what in words("what") or low in words("what")
    is_any = what in _NAMED and len(whose) == 1 and whose[0].isalpha() and whose[0] not in words("notes")
    if is_thing and len(whose) < 3 and (is_loud or is_any or all(word in words("whose") for word in whose)):
        return True
    return len(low) <= _LONGEST_HAN and low.endswith(words("han_ends")) and all(map(is_han, low))


def _is_shown(text: str, match: re.Match[str]) -> bool:
    """It is code, a heading such as 【时间】, the tag of a mailing list or the label of a button or column."""
    line, field = line_around(text, match.start()), match.group()
    before, _, after = line.partition(field)
    opens_line = before.rstrip()[-1:] in ("", "]", "】")
    if field[0] == "【" and opens_line:
        return True
    is_tag = field.strip("[]").lower() in words("tags") and "\n" not in text
    is_label = after.lstrip().startswith(words("labels")) or before.rstrip().lower().endswith(words("clicks"))
    return is_label or (opens_line and is_tag and bool(after.strip())) or is_code(line.replace(field, ""))


def _is_masked(text: str, match: re.Match[str]) -> bool:
    """A number half hidden, an example, a size or a kiss rather than a gap."""
    before, after = text[max(0, match.start() - _NEAR) : match.start()], text[match.end() : match.end() + _NEAR]
    is_cross = match.group()[0] in "Xx×○"
    is_han_figure = match.group()[0] in "○〇" and not _HAN_DIGITS.isdisjoint(before[-1:] + after[:1])
    if is_han_figure or (is_cross and (before.rstrip(" -Xx")[-1:].isdigit() or after.lstrip(" -Xx")[:1].isdigit())):
        return True
    is_kiss = match.group()[0] == "x" and not after.strip(" \n!.")
    if is_kiss or is_code(line_around(text, match.start())) or is_quoted(text, *match.span()):
        return True
    low = before.lower()
    return any(word in low for word in words("masks"))


def _is_gap(text: str, match: re.Match[str]) -> bool:
    """A blank inside a sentence; one behind a label, or alone on its line, is for the reader or a mere rule."""
    line = line_around(text, match.start())
    if is_code(line) or {text[max(0, match.start() - 1) : match.start()], text[match.end() : match.end() + 1]} & _ART:
        return False
    before, _, after = line.partition(match.group())
    is_inside = bool(before.strip(" _")) and bool(after.strip(" _.")) and not before.rstrip(" _").endswith((":", "："))
    return is_inside and len(match.group()) < _LONGEST_GAP
