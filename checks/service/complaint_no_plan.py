"""An apology, and nothing behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.authoring import advise, answer, complaint, says, tail_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from maillint.authoring import Draft, Finding, Hit, Rule

_ACTS = ("plan", "promise", "refusal", "alternative", "moment")


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:  # noqa: ARG001
    """The end of the answer, when it says sorry and nothing is done or will be."""
    own = answer(draft)
    if complaint(draft) and says("apology", own) and not any(says(kind, own) for kind in _ACTS):
        yield rule.finding(draft, tail_of(draft), rewrite=advise())
