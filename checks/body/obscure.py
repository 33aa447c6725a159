"""Sentences that have to be read twice: negations of negations, chains of 的, brackets in brackets."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from maillint.authoring import Draft, Finding, Hit, Rule, Span, advise, is_quoted

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Sequence

_SETTLED = (
    "目的",
    "的确",
    "的確",
    "的士",
    "似的",
    "的话",
    "的話",
    "有的",
    "的时候",
    "的時候",
    "是的",
    "打的",
    "标的",
    "標的",
)


@cache
def _chain() -> re.Pattern[str]:
    """的 … 的 … 的 … with no comma between: one noun behind a row of attributes."""
    import re

    return re.compile("[^的，,。！？；、：\n]{1,12}(?:的[^的，,。！？；、：\n]{1,12}){3,}")


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:
    """Each double negation, and each noun with too many 的 before it."""
    for hit in hits:
        if not draft.flat.endswith("if ", 0, hit.span.start) and not is_quoted(
            draft.text, hit.span.start, hit.span.end
        ):
            yield rule.finding(draft, hit.span, rewrite=advise())
    for paragraph in draft.paragraphs:
        if paragraph.zone == "body" and paragraph.text.count("的") > rule.options["max-de"]:
            yield from _chains(draft, rule, paragraph.start, paragraph.text)


def _chains(draft: Draft, rule: Rule, offset: int, text: str) -> Iterator[Finding]:
    for match in _chain().finditer(text):
        chain = match.group()
        count = chain.count("的") - sum(map(chain.count, _SETTLED))
        if count > rule.options["max-de"]:
            span = Span("body", offset + match.start(), offset + match.end())
            yield rule.finding(draft, span, key="chain", rewrite=advise("chain"), count=count)
