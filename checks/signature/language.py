"""Signatures in another language or script than the text above them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.authoring import (
    Draft,
    Finding,
    Hit,
    Rule,
    Span,
    advise,
    count_han,
    script_of,
    signature_lines,
    strays,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_LEAST_LINES, _LEAST_WORDS, _LEAST_HAN, _LEAST_STRAYS = 3, 5, 4, 2


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:  # noqa: ARG001
    """The head of the block, when the reader of the text cannot be expected to read it."""
    lines = signature_lines(draft)
    if len(lines) < _LEAST_LINES:
        return
    key = _clash(draft.language, "\n".join(line for _, line in lines))
    if key:
        at = lines[0][0]
        yield rule.finding(draft, Span("signature", at, at), key=key, rewrite=advise(key))


def _clash(language: str, block: str) -> str:
    han, words = count_han(block), _latin_words(block)
    if language == "en":
        return "han" if han >= _LEAST_HAN and words < 2 else ""
    if not language.startswith("zh"):
        return ""
    if not han:
        return "latin" if words >= _LEAST_WORDS else ""
    is_other = script_of(block) not in ("", language) and len(strays(block, language)) >= _LEAST_STRAYS
    return "script" if is_other else ""


def _latin_words(block: str) -> int:
    """Words in Latin letters; addresses of mail and web, numbers and single letters are none."""
    words = (word.strip(",.:;()|/&-") for word in block.split())
    return sum(len(word) > 1 and word.isascii() and word.isalpha() for word in words)
