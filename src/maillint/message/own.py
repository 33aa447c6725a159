"""The author's own words, zone by zone."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maillint.finding import Span
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


def opening_words(draft: Draft) -> Span | None:
    """The first paragraph behind the salutation, with what stands on its last line: "收到，谢谢！" is one stretch."""
    from maillint.finding import Span

    own = [paragraph for paragraph in draft.paragraphs if paragraph.zone != "salutation"]
    if not own:
        return None
    end = own[0].end
    for paragraph in own[1:]:
        if "\n" in draft.text[end : paragraph.start]:
            break
        end = paragraph.end
    return Span(own[0].zone, own[0].start, end)
