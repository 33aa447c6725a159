"""An answer that does not ask whether anything is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.authoring import advise, answer_sentences, asked, says, tail_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from maillint.authoring import Draft, Finding, Hit, Rule


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:  # noqa: ARG001
    """The end of the answer, when its last sentences leave no door open."""
    sentences = answer_sentences(draft)
    if not sentences or not asked(draft):
        return
    ending = " ".join(words for _, words in sentences[-rule.options["sentences"] :])
    below = "\n".join(draft.zone_texts("signature")).lower()
    if not any(says(kind, words) for kind in ("offer", "reach") for words in (ending, below)):
        yield rule.finding(draft, tail_of(draft), rewrite=advise())
