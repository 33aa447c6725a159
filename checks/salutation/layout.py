"""Salutations that do not stand alone on their line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.authoring import Draft, Finding, Grade, Hit, Rule, Span, count_han, count_words, replace

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from maillint.authoring import Salutation

_LEAST_HAN, _LEAST_WORDS = 12, 6
"""A line that goes on with less than this is a greeting in two halves, or a chat."""
_LINE = 400
_MARKS = frozenset(",:!.，：！。、")


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:  # noqa: ARG001
    """The salutation, when text follows on its line, blanks stand before it, or its colon is a narrow one."""
    salutation = draft.salutation
    if salutation is None or not (salutation.name or salutation.title) or not draft.is_personal:
        return
    span = Span("salutation", salutation.start, salutation.end)
    rest = draft.text[salutation.end : salutation.end + _LINE].partition("\n")[0]
    if _is_text(salutation, draft.text[salutation.end - 1], rest):
        gap = Span(span.zone, span.end, span.end + len(rest) - len(rest.lstrip()))
        yield rule.finding(draft, span, key="shared", rewrite=replace(Grade.SUGGESTED, [(gap, "\n\n")]))
    elif indent := _indent(draft, salutation):
        yield rule.finding(draft, span, key="indented", rewrite=replace(Grade.SAFE, [(indent, "")]))
    elif salutation.language == "zh" and _has_narrow_colon(draft.text, salutation.end):
        colon = Span(span.zone, span.end - 1, span.end)
        yield rule.finding(draft, span, key="colon", rewrite=replace(Grade.SAFE, [(colon, "：")]))


def _is_text(salutation: Salutation, mark: str, rest: str) -> bool:
    """Whether the letter itself begins here; in English a name may lead into the sentence, a greeting may not."""
    if mark not in _MARKS:
        return False
    if salutation.language == "zh":
        return count_han(rest) >= _LEAST_HAN
    return bool(salutation.greeting) and count_words(rest) >= _LEAST_WORDS


def _indent(draft: Draft, salutation: Salutation) -> Span | None:
    """The blanks before a Chinese salutation that stands further in than the margin."""
    start = draft.text.rfind("\n", 0, salutation.start) + 1
    before = draft.text[start : salutation.start]
    if not before or before.strip() or salutation.language != "zh":
        return None
    return Span("salutation", start, salutation.start)


def _has_narrow_colon(text: str, end: int) -> bool:
    return text[end - 1] == ":" and "\u3400" <= text[end - 2 : end - 1] <= "\u9fff"
