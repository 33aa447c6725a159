"""Mails that take long to read, measured in minutes and in lines of a screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.authoring import Draft, Finding, Hit, Rule, Span, advise, count_han, count_words, is_code

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_WORDS_A_MINUTE, _HAN_A_MINUTE = 220, 400
_COLUMNS, _HAN_COLUMNS = 76, 38


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:  # noqa: ARG001
    """The length of the body, when it asks for more than a few minutes or screens."""
    own = [
        paragraph for paragraph in draft.paragraphs if paragraph.zone == "body" and not is_code(paragraph.text[:200])
    ]
    minutes = sum(count_words(p.text) / _WORDS_A_MINUTE + count_han(p.text) / _HAN_A_MINUTE for p in own)
    lines = sum(_lines(paragraph.text) for paragraph in own)
    if minutes <= rule.options["max-minutes"] and lines <= rule.options["max-lines"]:
        return
    if not own or draft.header("List-Id") or draft.header("List-Unsubscribe"):
        return
    start = own[0].start
    key = "main" if minutes > rule.options["max-minutes"] else "lines"
    told = str(round(minutes * 2) / 2).removesuffix(".0")
    yield rule.finding(draft, Span("body", start, start), key=key, rewrite=advise(), minutes=told, lines=lines)


def _lines(text: str) -> int:
    """How many lines of a screen the paragraph fills, the blank one below it included."""
    han = count_han(text)
    return 2 + int((len(text) - han) / _COLUMNS + han / _HAN_COLUMNS)
