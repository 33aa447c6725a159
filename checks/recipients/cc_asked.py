"""Requests to somebody who stands in Cc only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.authoring import Draft, Finding, Hit, Rule, Span, advise, called_upon, is_called

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:  # noqa: ARG001
    """Each name that the text calls on and that only Cc holds."""
    seen = set()
    for called in called_upon(draft):
        if called.name in seen or any(is_called(called.name, address) for address in draft.to):
            continue
        if any(is_called(called.name, address) for address in draft.cc):
            seen.add(called.name)
            yield rule.finding(draft, Span(called.zone, called.start, called.end), rewrite=advise())
