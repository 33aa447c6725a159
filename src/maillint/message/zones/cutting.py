"""Cuts a message's text into zones: first what others wrote, then the author's own parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.language import closings, names
from maillint.message.zones import endings, footers, openings, quotes
from maillint.message.zones.lines import Lines, Region
from maillint.message.zones.signatures import Signer
from maillint.message.zones.zone import Zone

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_AT_EDGES = 6
"""Regions at the head and the foot of a message among which salutation and signature are sought; between is body."""
_AUTHORS = frozenset(("salutation", "body", "closing"))


def cut(  # noqa: PLR0913
    text: str,
    *,
    sender: str = "",
    sender_email: str = "",
    readers: Sequence[tuple[str, str]] = (),
    marks: Sequence[tuple[str, int, int]] = (),
    is_forward: bool = False,
) -> tuple[Zone, ...]:
    """The zones of a message's text, in order; they never overlap and cover every character but blanks.

    Args:
        text: the whole text the reader sees.
        sender: display name of From; its forms are what a signature is known by.
        sender_email: address of From, a second source for the name.
        readers: names and addresses of To and Cc, who may be greeted without "Dear".
        marks: what the markup says: ("quote" or "signature", start, end).
        is_forward: the subject says that the message is passed on, so copied mail in it is a "forward".
    """
    lines = Lines(text)
    blocks = quotes.find(lines, marks, is_forward=is_forward)
    signer = Signer(names.person(sender, sender_email), sender)
    signature = next((lines.at(start) for kind, start, end in marks if kind == "signature" and start < end), -1)
    known = openings.known_names(readers)
    zones: list[Zone] = []
    regions = list(_regions(lines, blocks))
    last_own = next((number for number in range(len(regions) - 1, -1, -1) if regions[number][0] == "own"), -1)
    is_opening = True
    for number, (kind, first, last) in enumerate(regions):
        if kind != "own" or (_AT_EDGES <= number < len(regions) - _AT_EDGES):
            zones.append(Zone("body" if kind == "own" else kind, lines.start(first), lines.start(last)))
            continue
        region = Region(first, last, signature, is_last=number == last_own)
        own = list(_own(lines, region, signer, known if is_opening else None))
        is_opening = is_opening and not any(zone.kind in _AUTHORS for zone in own)
        zones.extend(own)
    return tuple(zone for zone in zones if text[zone.start : zone.end].strip())


def _regions(lines: Lines, blocks: Sequence[quotes.Block]) -> Iterator[tuple[str, int, int]]:
    """The whole text in turns of "own", "quote" and "forward", as ranges of lines."""
    at = 0
    for block in blocks:
        if at < block.first and lines.next_full(at, block.first) < block.first:
            yield "own", at, block.first
        yield block.kind, block.first, block.last
        at = block.last
    if lines.next_full(at, len(lines)) < len(lines):
        yield "own", at, len(lines)


def _own(lines: Lines, region: Region, signer: Signer, known: frozenset[str] | None) -> Iterator[Zone]:
    """The zones of a region; a salutation is sought when the readers' names are ``known``."""
    foot = footers.start(lines, region.first, region.last)
    start, stop = lines.start(region.first), lines.start(foot)
    opening = openings.find(lines, region.first, foot, known, signer) if known is not None else None
    greeted, body = opening or (start, start)
    yield Zone("body", start, greeted)
    yield Zone("salutation", greeted, body)
    line = lines.at(body) if body < stop else foot
    line += line < foot and not lines.text[body : lines.start(line + 1)].strip()
    ending = endings.find(lines, region.narrowed(line, foot), signer)
    closing, signature = max(ending.closing, body), max(ending.signature, body)
    if not lines.text[body:closing].strip() and not closings.is_valediction(lines.text[closing:signature].strip()):
        closing = signature  # a message that is one sentence of thanks has its matter there
    yield Zone("body", body, closing)
    yield Zone("closing", closing, signature)
    yield Zone("signature", signature, max(ending.end, body))
    yield Zone("body", max(ending.end, body), stop)
    yield Zone("footer", stop, lines.start(region.last))
