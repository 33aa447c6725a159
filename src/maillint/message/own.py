"""The author's own words, zone by zone."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maillint.finding import Span
    from maillint.message.draft import Draft

_ABOVE_RULE = 3
"""Fewer lines than this above a rule sign the letter; the block itself begins below."""


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


def signature_lines(draft: Draft) -> list[tuple[int, str]]:
    """The full lines of the signature block, each with its offset.

    What stands above a rule such as ``-- `` signs the letter; a public key below is no line either.
    """
    found: list[tuple[int, str]] = []
    zone = draft.zone("signature")
    if zone is None:
        return found
    at = zone.start
    for line in draft.text[zone.start : zone.end].split("\n"):
        bare = line.strip()
        if bare.startswith("-----BEGIN "):
            break
        is_rule = len(bare) > 1 and not bare.strip("-_=*~#+—– ")
        if is_rule and len(found) < _ABOVE_RULE:
            found.clear()
        elif bare and not is_rule:
            found.append((at + line.index(bare), bare))
        at += len(line) + 1
    return found
