"""Addressees out of the house's order of rank."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from maillint.authoring import Draft, Finding, Hit, Rule, Span, advise

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:  # noqa: ARG001
    """The first addressee who stands before somebody of higher rank; silent while no order is configured."""
    ranks = {str(email).lower(): place for place, email in enumerate(rule.options["order"])}
    for field in (draft.to, draft.cc) if ranks else ():
        known = [address for address in field if address.email.lower() in ranks]
        for first, second in pairwise(known):
            if ranks[first.email.lower()] > ranks[second.email.lower()]:
                start = draft.paragraphs[0].start if draft.paragraphs else 0
                first_name, second_name = first.name or first.email, second.name or second.email
                span = Span("body", start, start)
                yield rule.finding(draft, span, rewrite=advise(), first=first_name, second=second_name)
                return
