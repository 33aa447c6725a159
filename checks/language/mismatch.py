"""Answers in another language than the message they answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.authoring import Draft, Finding, Hit, Rule, Span, advise, answered, count_han, count_words, language_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_LEAST_WORDS = 12
_LEAST_HAN = 16
"""Less than this is a formula such as "Noted, thanks" or a name, and tells nothing of the language people share."""


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:  # noqa: ARG001
    """The head of an English answer to Chinese, or of a Chinese answer to English."""
    own = [paragraph for paragraph in draft.paragraphs if paragraph.text.strip()]
    if not draft.is_reply or draft.is_forward or not own:
        return
    mine, theirs = _said_in(draft.own_text), _said_in(answered(draft))
    if {mine, theirs} != {"en", "zh"} or any(_is_in(theirs, paragraph.language) for paragraph in own):
        return
    key = "main" if mine == "en" else "in-chinese"
    span = Span(own[0].zone, own[0].start, own[0].start)
    yield rule.finding(draft, span, key=key, rewrite=advise(key))


def _said_in(text: str) -> str:
    """The language, "en" or "zh", where enough is said to tell; else nothing."""
    language = language_of(text)
    if language == "en":
        return "en" if count_words(text) >= _LEAST_WORDS else ""
    return "zh" if language.startswith("zh") and count_han(text) >= _LEAST_HAN else ""


def _is_in(language: str, paragraph_language: str) -> bool:
    return paragraph_language == "mixed" or paragraph_language.startswith(language)
