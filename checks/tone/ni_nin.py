"""你 in a mail that says 您 to its reader elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.authoring import Grade, is_said, own_zones, replace

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from maillint.authoring import Draft, Finding, Hit, Rule


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:
    """Each 你; no finding where 您 never stands, or only in a greeting."""
    if not any("您" in text.replace("您好", "") for _, _, text in own_zones(draft)):
        return
    for hit in hits:
        if is_said(draft, hit):
            yield rule.finding(draft, hit.span, rewrite=replace(Grade.SUGGESTED, [(hit.span, "您")]))
