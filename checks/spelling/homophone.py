"""Chinese words of the same sound that the input method slipped in, from a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.authoring import slips

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from maillint.authoring import Draft, Finding, Hit, Rule

_PAIRED = frozenset(("既使", "既便", "既将", "既將"))
"""Right when 又 follows: 既使企业受益，又…"""


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:
    """A finding for each slip of the list; none where 既 pairs with 又."""
    for finding in slips(draft, rule, hits):
        if finding.text in _PAIRED and "又" in draft.text[finding.span.end : finding.span.end + 30]:
            continue
        yield finding
