"""The emphasis that stands out: what the whole message looks like is no emphasis."""

from __future__ import annotations

from maillint.message.draft import Style
from maillint.message.html.styles import PLAIN, Look, rgb

_DARK = 0x180
"""Sum of the three channels below which a colour used throughout passes for black, such as Outlook's #1f497d."""


def of_runs(runs: list[tuple[int, int, Look]], length: int) -> tuple[Style, ...]:
    """The runs as styles; the size and the dark colour that most of the text has are taken as its default.

    ``length`` is that of the text above the first quote: quotes come in all sizes.
    """
    if not runs:
        return ()
    size = _usual([(run[2].size or "", min(run[1], length) - run[0]) for run in runs if run[0] < length], length)
    colour = _usual([(run[2].colour or "", min(run[1], length) - run[0]) for run in runs if run[0] < length], length)
    if sum(rgb(colour) or (255, 255, 255)) >= _DARK and colour != "navy":
        colour = ""
    found = (_style(start, end, look, size, colour) for start, end, look in runs)
    return tuple(style for style in found if style)


def _usual(values: list[tuple[str, int]], length: int) -> str:
    """The value that more than half of all characters have; empty when there is none."""
    totals: dict[str, int] = {}
    for value, weight in values:
        totals[value] = totals.get(value, 0) + weight
    best = max(totals, key=totals.__getitem__, default="")
    return best if best and totals[best] * 2 > length else ""


def _style(start: int, end: int, look: Look, size: str, colour: str) -> Style | None:
    shown = look._replace(
        size="" if look.size == size else look.size, colour="" if look.colour == colour else look.colour
    )
    if shown == PLAIN:
        return None
    return Style(
        start,
        end,
        bold=bool(shown.bold),
        italic=bool(shown.italic),
        underline=bool(shown.underline),
        colour=shown.colour or "",
        background=shown.background or "",
        size=shown.size or "",
    )
