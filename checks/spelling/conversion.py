"""Characters that a conversion from simplified to traditional Chinese got wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.authoring import slips

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from maillint.authoring import Draft, Finding, Hit, Rule


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:
    """A finding for each slip, in traditional drafts only: 制造 is right in simplified ones."""
    if draft.language == "zh-Hant":
        yield from slips(draft, rule, hits)
