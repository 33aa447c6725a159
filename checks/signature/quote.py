"""Mottos and quotations under the name."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from maillint.authoring import Draft, Finding, Grade, Hit, Rule, Span, count_han, count_words, replace

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Sequence

_LEAST_WORDS, _LEAST_HAN = 4, 4


@cache
def _motto() -> re.Pattern[str]:
    """Whole lines between quotation marks, or sentences with who said them on the next line."""
    import re

    said = r"(?:[^\n@]{4,120}\n){0,2}[^\n@]{4,120}[.!?。！？…]"
    by = r"(?:--?|[–—―]{1,2}) ?(?:[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){1,3}|[\u4e00-\u9fff·《》]{2,12})"
    return re.compile(
        r"(?m)^[ \t*~_]*(?:[“\"]([^“”\"@]{4,300})[”\"]|[「『《«]([^「」『』@]{4,120})[」』》»])"
        r"[ .。*~_]*(?:\n?[ \t]*(?:[-–—~(（]|by ).{2,60})?[ \t]*$"
        rf"|(?:(?<=-- \n)|(?<=\n\n))({said}[ \t]*\n[ \t]*{by})[ \t]*$"
    )


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:  # noqa: ARG001
    """The motto, which the rewrite takes out."""
    zone = draft.zone("signature")
    if zone is None:
        return
    match = _motto().search(draft.text, zone.start, zone.end)
    if match is None or not _is_said(next(filter(None, match.groups()))) or _is_own(draft, match[3] or ""):
        return
    start, end = match.start() + len(match.group()) - len(match.group().lstrip()), match.end()
    before = draft.text[zone.start : start].rstrip()
    cut = Span("signature", zone.start + len(before), end)
    yield rule.finding(draft, Span("signature", start, end), rewrite=replace(Grade.SUGGESTED, [(cut, "")]))


def _is_own(draft: Draft, said: str) -> bool:
    """Whether the name below the sentence is the sender's."""
    names = draft.sender.name.split() if draft.sender else []
    return any(name in said for name in names)


def _is_said(words: str) -> bool:
    return count_words(words) >= _LEAST_WORDS or count_han(words) >= _LEAST_HAN
