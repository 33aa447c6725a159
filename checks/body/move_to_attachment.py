"""Tables too long for the text of a mail."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.authoring import Draft, Finding, Hit, Rule, Span, advise

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_CELLS = 3


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:  # noqa: ARG001
    """The rows of tables in the body, when they are too many and no file carries them."""
    if any(not attachment.inline for attachment in draft.attachments):
        return
    start = rows = 0
    for zone in draft.zones:
        place = zone.start
        for line in draft.text[zone.start : zone.end].split("\n") if zone.kind == "body" else ():
            if _is_row(line):
                start = start if rows else place
                rows += 1
            place += len(line) + 1
    if rows > rule.options["max-rows"]:
        yield rule.finding(draft, Span("body", start, start), rewrite=advise(), rows=rows)


def _is_row(line: str) -> bool:
    """Whether a line is set in columns: tabs, bars, or wide gaps between several cells."""
    cells = [cell for cell in line.replace("|", "\t").replace("    ", "\t").split("\t") if cell.strip()]
    return len(cells) >= _CELLS
