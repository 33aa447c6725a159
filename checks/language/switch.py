"""English words sprinkled over Chinese that has its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.authoring import Draft, Finding, Grade, Hit, Rule, Span, is_quoted, replace

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_FIRST_HAN = "\u3400"


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:
    """One finding at the first word, when several different ones stand among Chinese."""
    inside = [hit for hit in hits if _is_inside(draft.text, hit.span.start, hit.span.end)]
    words = tuple(dict.fromkeys(hit.text.lower() for hit in inside))
    if len({hit.value for hit in inside}) < rule.options["least-words"]:
        return
    is_traditional = draft.language == "zh-Hant"
    edits = [(_with_spaces(draft.text, hit.span), hit.value.split("/")[is_traditional]) for hit in inside]
    yield rule.finding(draft, inside[0].span, rewrite=replace(Grade.SUGGESTED, edits), words=words)


def _with_spaces(text: str, span: Span) -> Span:
    """A word with the spaces that tell it from the Chinese beside it: between Chinese words there are none."""
    start, end = span.start, span.end
    start -= text[start - 1 : start] == " " and text[start - 2 : start - 1] >= _FIRST_HAN
    end += text[end : end + 1] == " " and text[end + 1 : end + 2] >= _FIRST_HAN
    return Span(span.zone, start, end)


def _is_inside(text: str, start: int, end: int) -> bool:
    """Whether a word stands alone between Chinese: not in an English name, title, quotation or clause."""
    before, after = text[max(0, start - 2) : start].rstrip(" "), text[end : end + 2].lstrip(" ")
    sides = before[-1:], after[:1]
    if any(side.isalnum() and side < _FIRST_HAN for side in sides) or not any(side >= _FIRST_HAN for side in sides):
        return False
    return sides[0] not in _JOINTS and sides[1] not in _JOINTS and not is_quoted(text, start, end)


_JOINTS = frozenset("/-_.@#:&+")
"""What ties a word to a path, an address or a longer term. The end of a text is none of these."""
