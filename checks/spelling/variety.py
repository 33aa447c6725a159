"""British and American spellings, held to the one that is configured or that the message itself keeps to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.authoring import Grade, is_code, is_quoted, line_around, replace

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from maillint.authoring import Draft, Finding, Hit, Rule

_ENGLISH = ("en-GB", "en-US")
_CLEAR = 3
"""Different words in one spelling from which a message keeps to it, when only one word is in the other."""


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:
    """A finding for each word of the other spelling; names keep their own, as do quoted words and code."""
    own = [hit for hit in hits if hit.text.islower() and not _is_copied(draft, hit)]
    wanted = str(rule.options["english"])
    if wanted == "auto":
        wanted = _kept_to(own)
    for hit in own:
        english, _, right = hit.value.partition(" ")
        if wanted in _ENGLISH and english != wanted:
            key = "american" if wanted == "en-US" else "main"
            yield rule.finding(
                draft, hit.span, key=key, rewrite=replace(Grade.SUGGESTED, [(hit.span, right)]), right=right
            )


def _kept_to(hits: Sequence[Hit]) -> str:
    """The English a message keeps to but for one word; "" where it has one spelling only, or no clear one."""
    words = {english: {hit.text for hit in hits if hit.value.startswith(english)} for english in _ENGLISH}
    few, many = sorted(words, key=lambda english: len(words[english]))
    return many if len(words[few]) == 1 and len(words[many]) >= _CLEAR else ""


def _is_copied(draft: Draft, hit: Hit) -> bool:
    text = (draft.subject or "") if hit.span.zone == "subject" else draft.text
    return is_code(line_around(text, hit.span.start)) or is_quoted(text, hit.span.start, hit.span.end)
