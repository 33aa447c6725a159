"""More files than a reader will open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.authoring import Draft, Finding, Hit, Rule, Span, advise

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:  # noqa: ARG001
    """The number of files, when there are too many; pictures in the text are none."""
    count = sum(not attachment.inline for attachment in draft.attachments)
    if count > rule.options["most"]:
        body = draft.zone("body")
        start = body.start if body else 0
        yield rule.finding(draft, Span("body", start, start), rewrite=advise(), count=count, most=rule.options["most"])
