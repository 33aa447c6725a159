"""Signatures that are longer than most answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.authoring import Draft, Finding, Hit, Rule, Span, advise, signature_lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:  # noqa: ARG001
    """The head of the block, when it has too many lines."""
    lines = signature_lines(draft) if draft.is_personal else []
    if len(lines) > rule.options["most-lines"]:
        at = lines[0][0]
        yield rule.finding(draft, Span("signature", at, at), rewrite=advise(), count=len(lines))
