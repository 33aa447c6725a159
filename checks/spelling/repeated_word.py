"""Function words written twice in a row, from a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.authoring import slips

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from maillint.authoring import Draft, Finding, Hit, Rule


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:
    """A finding for each doubled word."""
    yield from slips(draft, rule, hits, whole=True)
