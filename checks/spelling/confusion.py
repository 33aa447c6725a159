"""English words that exist but are not the ones meant, from a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.authoring import slips, told

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from maillint.authoring import Draft, Finding, Hit, Rule


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:
    """A finding for each slip of the list; "until" and "he have" are slips only in sentences of a certain shape."""
    yield from slips(draft, rule, told(draft, hits))
