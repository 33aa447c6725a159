"""Strangers who see each other's addresses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.authoring import Draft, Finding, Hit, Rule, Span, into_bcc

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:  # noqa: ARG001
    """The message as a whole, when many outsiders of several houses stand in To and Cc."""
    hidden = set(draft.bcc)
    shown = [address for address in draft.outsiders(rule.internal_domains) if address not in hidden]
    houses = {address.domain for address in shown}
    if len(shown) > rule.options["most"] and len(houses) >= rule.options["houses"]:
        start = draft.paragraphs[0].start if draft.paragraphs else 0
        rewrite = into_bcc(address.email for address in shown)
        yield rule.finding(draft, Span("body", start, start), rewrite=rewrite, count=len(shown), houses=len(houses))
