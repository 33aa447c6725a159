"""Misspelt English words."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from maillint.authoring import (
    Confidence,
    Finding,
    Grade,
    Severity,
    Span,
    is_code,
    is_quoted,
    line_around,
    misspellings,
    own_zones,
    replace,
)

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Sequence

    from maillint.authoring import Draft, Hit, Misspelling, Rule


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:
    """One finding a misspelt word; a slip in the subject weighs more, since everybody reads it."""
    del hits
    allowed = {word.lower() for word in rule.options["words"]}
    names: set[str] = set()

    def is_familiar(word: str, is_known_slip: bool) -> bool:  # noqa: FBT001
        if not names:
            names.update(_words().findall(" ".join(_addressed(draft)).lower()))
        return word in names or word in allowed or (not is_known_slip and _is_elsewhere(draft, word))

    for zone, offset, text in own_zones(draft):
        for wrong in misspellings(text, is_familiar):
            is_english = wrong.is_known_slip or draft.language in ("en", "mixed")
            is_cited = is_code(line_around(text, wrong.start)) or is_quoted(text, wrong.start, wrong.end)
            if is_english and not is_cited:
                yield _finding(draft, rule, Span(zone, offset + wrong.start, offset + wrong.end), wrong)


def _finding(draft: Draft, rule: Rule, span: Span, wrong: Misspelling) -> Finding:
    is_sure = wrong.is_known_slip and len(wrong.suggestions) == 1
    suggestions = wrong.suggestions if len(wrong.suggestions) == 1 else _in_english(draft, rule, wrong.suggestions)
    choices = [[(span, suggestion)] for suggestion in suggestions]
    return rule.finding(
        draft,
        span,
        rewrite=replace(Grade.SAFE if is_sure else Grade.SUGGESTED, *choices),
        confidence=Confidence.HIGH if wrong.is_known_slip else Confidence.MEDIUM,
        severity=Severity.ERROR if span.zone == "subject" and rule.severity == Severity.WARNING else rule.severity,
        right=suggestions[0],
    )


def _in_english(draft: Draft, rule: Rule, suggestions: tuple[str, ...]) -> tuple[str, ...]:
    """The corrections, with the spelling that is configured, or that the message uses elsewhere, ahead of the other."""
    from maillint.authoring import english_used, in_english

    wanted = str(rule.options["english"])
    return in_english(suggestions, english_used(draft.own_text) if wanted == "auto" else wanted)


def _addressed(draft: Draft) -> Iterator[str]:
    for address in (draft.sender, *draft.readers, *draft.bcc):
        if address:
            yield address.name
            yield address.email


def _is_elsewhere(draft: Draft, word: str) -> bool:
    """Whether others use the word too, or a file or the signature is named so: then it is a term."""
    others = draft.zone_texts("signature", "footer", "quote", "forward")
    return any(word in text.lower() for text in (*others, *(file.name for file in draft.attachments)))


@cache
def _words() -> re.Pattern[str]:
    import re

    return re.compile(r"[a-z]{3,}")
