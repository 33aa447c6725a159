"""RE: RE: AW: 回复：, piled up by mail programs that do not know each other's prefixes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.authoring import Draft, Finding, Grade, Hit, Rule, Span, is_forward_prefix, replace

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:  # noqa: ARG001
    """The prefixes, when they say the same twice; the outermost one stays."""
    prefixes = draft.reply_prefixes
    if not prefixes:
        return
    first = prefixes[0].rstrip()
    counter = first.rstrip(":： ")
    is_counted = counter[-1:] in ")]）" or counter[-1:].isdigit()
    forwards = sum(map(is_forward_prefix, prefixes))
    if not is_counted and len(prefixes) < 3 and (len(prefixes) < 2 or forwards == 1):
        return
    end = sum(map(len, prefixes))
    start = len(counter.rstrip("0123456789()[]（） ")) if is_counted else len(first)
    gap = " " if first.endswith(":") and end < len(draft.subject or "") else ""
    colon = first[-1:] if is_counted else ""
    rewrite = replace(Grade.SAFE, [(Span("subject", start, end), colon + gap)])
    span = Span("subject", 0, len("".join(prefixes).rstrip()))
    yield rule.finding(draft, span, rewrite=rewrite, count=max(len(prefixes), _told(counter) if is_counted else 0))


def _told(counter: str) -> int:
    """The number that a program counted up to: 4 of ``RE[4]``."""
    digits = "".join(filter(str.isdecimal, counter))
    return int(digits[:3]) if digits else 0
