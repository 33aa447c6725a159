"""A complaint answered without a word of regret."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.authoring import advise, answer, complaint, head_of, says

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from maillint.authoring import Draft, Finding, Hit, Rule


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:  # noqa: ARG001
    """The head of the answer, when a complaint is answered and nothing in it says sorry."""
    own = answer(draft)
    if own and complaint(draft) and not says("apology", own):
        yield rule.finding(draft, head_of(draft), rewrite=advise())
