"""A comma, full stop or semicolon typed twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.authoring import Grade, Span, is_copied, is_quoted, replace

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from maillint.authoring import Draft, Finding, Hit, Rule

_STOPS = ".。"
_FIRST_WIDE = "\u2e80"


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:
    """A finding for each mark that stands twice behind a word, never for an ellipsis, a path or an empty cell."""
    for hit in hits:
        text = (draft.subject or "") if hit.span.zone == "subject" else draft.text
        start = hit.span.start
        if not _is_behind_word(text, start):
            continue  # as within a row of marks, whose end is looked for once
        end = _end(text, hit)
        if not _is_doubled(text, start, end) or is_quoted(text, start, end) or is_copied(text, start):
            continue
        right = _right(text[start - 1], hit)
        is_sure = len(set(hit.text)) == 1 and hit.text[0] != "."
        span = Span(hit.span.zone, start - 1, end)
        marks = Span(hit.span.zone, start, end)
        rewrite = replace(Grade.SAFE if is_sure else Grade.SUGGESTED, [(marks, right)])
        yield rule.finding(draft, span, rewrite=rewrite, marks=text[start:end], right=right)


def _end(text: str, hit: Hit) -> int:
    """Where the row of marks ends, the last of which may be one more of the same."""
    end = hit.span.end
    while text[end : end + 1] == hit.text[-1]:
        end += 1
    return end


def _right(before: str, hit: Hit) -> str:
    """The one mark that was meant: full-width behind Han."""
    mark = hit.value or hit.text[0]
    return {",": "，", ".": "。"}.get(mark, mark) if before >= _FIRST_WIDE else mark


def _is_behind_word(text: str, start: int) -> bool:
    return start > 0 and (text[start - 1].isalnum() or text[start - 1] in ")）”」》%")


def _is_doubled(text: str, start: int, end: int) -> bool:
    if text[start] in _STOPS and text[start:end].count(text[start]) > 2:
        return False
    behind = text[end : end + 1]
    if behind and behind in ".。…,，":
        return False
    if text[start:end] == ".." and text[end : end + 2].strip().isdigit():
        return False  # a line of figures: frequency.. 2932
    return text[start] >= _FIRST_WIDE or not behind or behind.isspace() or behind >= _FIRST_WIDE
