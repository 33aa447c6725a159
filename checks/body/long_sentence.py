"""Sentences too long to be kept in mind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.authoring import Draft, Finding, Hit, Rule, Span, advise, count_han, count_words, is_code

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_LISTS = "\t|;；"
_LINES = 8
"""Line breaks in a sentence that is no sentence but a list without stops."""


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:  # noqa: ARG001
    """Every sentence with more words than a reader keeps in mind."""
    most_words, most_han = rule.options["max-words"], rule.options["max-han"]
    for paragraph in draft.paragraphs:
        if paragraph.zone != "body" or len(paragraph.text) < min(most_words * 4, most_han):
            continue
        for start, end in paragraph.sentences:
            text = draft.text[start:end]
            words, han = count_words(text), count_han(text)
            if words / most_words + han / most_han > 1 and not _is_list(text):
                key = "han" if han / most_han > words / most_words else "main"
                span = Span(paragraph.zone, start, end)
                yield rule.finding(draft, span, key=key, rewrite=advise(), words=words, han=han)


def _is_list(text: str) -> bool:
    """Whether it is an enumeration, a table or code, which the eye does not read as one sentence."""
    if is_code(text.partition("\n")[0]) or "http" in text or text.count("@") > 1:
        return True
    return sum(map(text.count, _LISTS)) > 2 or _short_lines(text) > _LINES


def _short_lines(text: str) -> int:
    """The lines that end before the margin: those of a list, not those a mail program wrapped."""
    return sum(len(line) < 50 for line in text.split("\n")[:-1])
