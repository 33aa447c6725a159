"""Repeated marks, and too many exclamation marks altogether."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from maillint.authoring import (
    Draft,
    Finding,
    Grade,
    Hit,
    Rule,
    Span,
    is_copied,
    is_question,
    is_quoted,
    replace,
)

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Sequence

_PAIRS = (*(left + right for left in "!！?？" for right in "!！?？"), "~~", "～～")
_ENDS = ".!?。！？；;：\n"
_REACH = 80


@cache
def _runs() -> re.Pattern[str]:
    import re

    return re.compile(r"[!！?？]{2,}|(?<![~～\d])[~～]{2,}(?!\w)")


@cache
def _single() -> re.Pattern[str]:
    import re

    return re.compile(r"(?<![!！?？])[!！](?![!！?？])")


@cache
def _courtesy() -> re.Pattern[str]:
    import re

    return re.compile(
        r"(?i)thank|congrat|welcome|happy |hello|well done|cheers|谢|謝|[您你家上们們位]好|祝|恭|辛苦|欢迎|歡迎|期待"
    )


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:  # noqa: ARG001
    """Every repeated mark, and the one exclamation mark that is one too many."""
    if any(pair in draft.own_text for pair in _PAIRS):
        yield from _repeated(draft, rule)
    if draft.own_text.count("!") + draft.own_text.count("！") > rule.options["most"]:
        singles = list(_singles(draft))
        if len(singles) > rule.options["most"]:
            yield rule.finding(draft, singles[-1], key="many", count=len(singles))


def _repeated(draft: Draft, rule: Rule) -> Iterator[Finding]:
    for paragraph in draft.paragraphs:
        text = paragraph.text
        for match in _runs().finditer(text):
            start = _clause(text, match.start())
            if not _is_overdone(text, start, match) or is_copied(draft.text, paragraph.start + match.start()):
                continue
            word = text.rfind(" ", start, match.start() - 1) + 1 or start
            span = Span(paragraph.zone, paragraph.start + word, paragraph.start + match.end())
            calm = _calm(text[start : match.start()], match.group(), text[match.end() : match.end() + 1])
            if calm == "." == text[match.start() - 1 : match.start()]:
                calm = ""  # at 2 p.m.!!!
            marks = Span(paragraph.zone, paragraph.start + match.start(), span.end)
            yield rule.finding(
                draft, span, rewrite=replace(Grade.SAFE, [(marks, calm)]), marks=match.group(), calm=calm
            )


def _singles(draft: Draft) -> Iterator[Span]:
    """The clauses of the body that end in one exclamation mark and are no thanks or wish."""
    for paragraph in draft.paragraphs:
        for match in _single().finditer(paragraph.text) if paragraph.zone == "body" else ():
            start = _clause(paragraph.text, match.start())
            is_said = not is_copied(draft.text, paragraph.start + match.start())
            if is_said and not _courtesy().search(paragraph.text, start, match.end()):
                yield Span(paragraph.zone, paragraph.start + start, paragraph.start + match.end())


def _is_overdone(text: str, start: int, match: re.Match[str]) -> bool:
    marks = match.group()
    if text.endswith("Yahoo", 0, match.start()):
        return False
    if start == match.start() and marks[0] in "~～":
        return False
    # A row of question marks before or inside a word, or a very long one, is what is left of a lost encoding.
    is_before_word = start == match.start() or text[match.end() : match.end() + 1].isalnum()
    is_debris = set(marks) == {"?"} and (len(marks) > 5 or is_before_word or _is_open_point(text, match))
    return not is_debris and not is_quoted(text, match.start(), match.end())


def _is_open_point(text: str, match: re.Match[str]) -> bool:
    """Whether the marks stand where a figure is still missing: "capped at ??? a foot"."""
    before, behind = text[max(0, match.start() - 2) : match.start()], text[match.end() : match.end() + 2]
    return before[-1:] == " " == behind[:1] and before[:1].isalnum() and behind[1:].islower()


def _clause(text: str, end: int) -> int:
    """Where the clause begins that ends at ``end``."""
    start = end
    while start and end - start < _REACH and text[start - 1] not in _ENDS and not _is_comma(text, start - 1):
        start -= 1
    while start < end and text[start].isspace():
        start += 1
    return start


def _is_comma(text: str, place: int) -> bool:
    return text[place] == "，" or (text[place] == "," and not text[place + 1 : place + 2].isdigit())


def _calm(clause: str, marks: str, following: str) -> str:
    is_wide = any(mark in "！？～" for mark in marks) or clause[-1:] > "⺀" or following > "⺀"
    if "?" in marks or "？" in marks:
        return "？" if is_wide else "?"
    if "~" in marks or "～" in marks:
        return "。" if is_wide else ""
    if _courtesy().search(clause):
        return "！" if is_wide else "!"
    if is_question(clause):
        return "？" if is_wide else "?"
    return "。" if is_wide else "."
