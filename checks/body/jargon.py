"""Words of the office and of the trade that a reader outside has to translate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.authoring import Draft, Finding, Hit, Rule, advise, is_said

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:
    """Each of them once, with the plain words that say the same, and the house's own list."""
    seen: set[str] = set()
    for hit in hits:
        low = hit.text.lower()
        if low not in seen and low not in rule.options["known"] and is_said(draft, hit):
            seen.add(low)
            yield rule.finding(draft, hit.span, rewrite=advise(), plain=hit.value.rpartition("] ")[2])
