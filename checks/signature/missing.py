"""Letters without a name at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.authoring import (
    Draft,
    Finding,
    Grade,
    Hit,
    Rule,
    Span,
    advise,
    courtesy,
    is_valediction,
    replace,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:  # noqa: ARG001
    """One finding behind the last words, when nobody signs."""
    if draft.zone("signature") or not draft.is_personal:
        return
    last = [zone for zone in draft.zones if zone.kind in ("salutation", "body", "closing")][-1]
    at = last.start + len(draft.text[last.start : last.end].rstrip())
    own = courtesy.fitting(rule.options["own"], draft)
    name = own[0] if own else courtesy.signature(draft)
    last_line = draft.text[:at].rpartition("\n")[2].strip()
    gap = "\n" if is_valediction(last_line) or courtesy.is_chinese(draft) else "\n\n"
    span = Span(last.kind, at, at)
    yield rule.finding(draft, span, rewrite=replace(Grade.SUGGESTED, [(span, gap + name)]) if name else advise())
