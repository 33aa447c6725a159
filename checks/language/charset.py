"""Characters that were garbled on their way into the draft, or will be on their way out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.authoring import (
    Draft,
    Finding,
    Grade,
    Hit,
    Rule,
    Severity,
    Span,
    advise,
    odd_characters,
    own_zones,
    replace,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_DEFECTS = frozenset(("charset-wrong", "charset-unknown"))


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:  # noqa: ARG001
    """The first garbled stretch, with a rewrite of all; else a wrong statement of the encoding."""
    garbled = list(_garbled(draft))
    if garbled:
        is_legible = all(plain for _, plain in garbled)
        rewrite = replace(Grade.SUGGESTED, garbled) if is_legible else advise()
        yield rule.finding(draft, garbled[0][0], rewrite=rewrite)
    elif not _DEFECTS.isdisjoint(draft.defects):
        free = rule._replace(severity=Severity.ADVICE, cost=0.0)
        yield free.finding(draft, Span("body", 0, 0), key="declared", rewrite=advise("declared"))


def _garbled(draft: Draft) -> Iterator[tuple[Span, str]]:
    """Each garbled stretch and what it was, as far as that can be told."""
    for zone, offset, text in own_zones(draft):
        for start, end, kind, plain in odd_characters(text):
            if kind == "lost":
                yield Span(zone, offset + start, offset + end), plain
