"""Better subjects for a draft, taken from its own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.finding import Edit, Grade, Rewrite, Span

if TYPE_CHECKING:
    from maillint.message.draft import Draft


def better_subjects(draft: Draft) -> Rewrite:
    """A rewrite of the subject behind its prefixes: up to three choices, the best first; advice when none is found."""
    subject = draft.subject or ""
    start = sum(len(prefix) for prefix in draft.reply_prefixes)
    span = Span("subject", start, len(subject))
    space = " " if start and subject[start - 1] == ":" else ""
    choices = [(Edit(span, space + text),) for text in subject_proposals(draft)]
    return Rewrite(Grade.SUGGESTED, choices[0], tuple(choices[1:])) if choices else Rewrite(Grade.ADVICE)


def subject_proposals(draft: Draft) -> tuple[str, ...]:
    """Up to three subjects made of the author's sentences, the best first."""
    return ()
