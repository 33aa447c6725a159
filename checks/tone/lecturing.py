"""Turns of a teacher, heaped up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.authoring import advise, is_said

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from maillint.authoring import Draft, Finding, Hit, Rule


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:
    """The first of them, where there are as many as the option says."""
    if len(hits) < rule.options["turns"]:
        return
    said = [hit for hit in hits if is_said(draft, hit)]
    if len(said) >= rule.options["turns"]:
        yield rule.finding(draft, said[0].span, rewrite=advise(), count=len(said))
