"""One person greeted, many in To."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.authoring import Draft, Finding, Hit, Rule, Span, advise, is_called

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:  # noqa: ARG001
    """The salutation, when it calls one of many addressees by name."""
    called = draft.salutation
    if called is None or called.is_group or not called.name or len(draft.to) <= rule.options["most"]:
        return
    name = called.name
    if any(sign in name.lower() for sign in (" and ", "&", ",", "/", "、", "和", "与", "與")):
        return
    if sum(is_called(name, address) for address in draft.to) == 1:
        span = Span("salutation", called.start, called.end)
        yield rule.finding(draft, span, rewrite=advise(), name=name, count=len(draft.to))
