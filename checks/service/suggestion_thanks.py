"""A suggestion answered without thanks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.authoring import advise, answer, asked, head_of, says

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from maillint.authoring import Draft, Finding, Hit, Rule


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:  # noqa: ARG001
    """The head of the answer, when a suggestion was made and nobody is thanked for it."""
    own = answer(draft)
    if own and says("suggestion", asked(draft)) and not says("thanks", own):
        yield rule.finding(draft, head_of(draft), rewrite=advise())
