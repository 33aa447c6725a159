"""Attachments too big for many mailboxes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.authoring import Draft, Finding, Hit, Rule, Span, advise

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_MIB = 1024 * 1024


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:  # noqa: ARG001
    """All parts together, when they are over the limit; pictures in the text travel too and count."""
    size = sum(attachment.size for attachment in draft.attachments)
    if size <= rule.options["max-mib"] * _MIB:
        return
    biggest = max(draft.attachments, key=lambda attachment: attachment.size)
    body = draft.zone("body")
    start = body.start if body else 0
    span = Span("body", start, start)
    mib, most = f"{size / _MIB:.0f}", f"{rule.options['max-mib']:g}"
    yield rule.finding(draft, span, rewrite=advise(), mib=mib, most=most, name=biggest.name)
