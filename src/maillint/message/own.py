"""The author's own words, zone by zone."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maillint.message.draft import Draft


def own_zones(draft: Draft) -> Iterator[tuple[str, int, str]]:
    """The subject without its reply prefixes, then salutation, body and closing: (zone, offset, text).

    The offset is what to add to a place in the text for a ``Span`` of that zone.
    """
    if draft.subject:
        bare = sum(map(len, draft.reply_prefixes))
        yield "subject", bare, draft.subject[bare:]
    for zone in draft.zones:
        if zone.kind in ("salutation", "body", "closing"):
            yield zone.kind, zone.start, draft.text[zone.start : zone.end]
