"""此致 and 敬礼 on one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.authoring import Draft, Finding, Grade, Hit, Rule, replace

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:
    """The formula, where it stands on a line of its own; the rewrite gives each half its line."""
    for hit in hits:
        start, end = hit.span.start, hit.span.end
        line = draft.text[draft.text.rfind("\n", 0, start) + 1 : start] + (draft.text[end:] + "\n").partition("\n")[0]
        if "\n" not in hit.text and not line.strip(" \t\u3000!！。."):
            halves = f"{hit.text[:2]}\n{hit.text[-2:]}"
            yield rule.finding(draft, hit.span, rewrite=replace(Grade.SUGGESTED, [(hit.span, halves)]))
