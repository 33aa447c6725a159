"""Characters the reader may see as a box: private signs, radicals and variants of common ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.authoring import Draft, Finding, Grade, Hit, Rule, Span, advise, odd_characters, replace, surnames

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_KEYS = {"private": "private", "twin": "main", "rare": "rare"}
_MOST = 10
_EVERYDAY = frozenset("𨋢𡃁𠝹𠮶𠻺𢱕𠵱𢯎𦧺")
"""Characters of Hong Kong's daily life, which the fonts there have."""


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:
    """Each odd character and each variant, but for those in names."""
    for hit in hits:
        if not _is_in_name(draft.text, hit.span.start):
            yield rule.finding(
                draft, hit.span, rewrite=replace(Grade.SUGGESTED, [(hit.span, hit.value)]), plain=hit.value
            )
    shown = 0
    for paragraph in draft.paragraphs:
        for start, end, kind, plain in odd_characters(paragraph.text) if not paragraph.text.isascii() else ():
            if shown == _MOST or kind == "lost" or (kind == "rare" and _is_known(paragraph.text, start)):
                continue
            shown += 1
            span = Span(paragraph.zone, paragraph.start + start, paragraph.start + end)
            yield _finding(draft, rule, span, _KEYS[kind], plain)


def _finding(draft: Draft, rule: Rule, span: Span, key: str, plain: str) -> Finding:
    rewrite = replace(Grade.SUGGESTED, [(span, plain)]) if plain else advise()
    return rule.finding(draft, span, key=key, rewrite=rewrite, plain=plain, code=f"U+{ord(draft.text[span.start]):04X}")


def _is_known(text: str, place: int) -> bool:
    return text[place] in _EVERYDAY or _is_in_name(text, place)


def _is_in_name(text: str, place: int) -> bool:
    """Whether a surname stands just before: names keep the characters they have."""
    return any(surnames.is_surname(text[at : at + 1]) for at in range(max(0, place - 2), place))
