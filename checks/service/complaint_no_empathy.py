"""An answer to a complaint that takes no notice of how the customer feels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.authoring import advise, answer, complaint, content_words, head_of, says

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from maillint.authoring import Draft, Finding, Hit, Rule


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:  # noqa: ARG001
    """The head of the answer, when it has no word for what the customer went through."""
    own, told = answer(draft), complaint(draft)
    if own and told and not says("empathy", own) and not _names_it(told, own):
        yield rule.finding(draft, head_of(draft), rewrite=advise())


def _names_it(told: str, own: str) -> bool:
    """Whether the apology names what happened: its paragraph shares a word with the complaint."""
    regrets = [paragraph for paragraph in own.split("\n\n") if says("apology", paragraph)]
    return bool(regrets) and not content_words(told).isdisjoint(content_words(regrets[0]))
