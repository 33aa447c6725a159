"""A paragraph that goes elsewhere in HTML: its whole element with all the markup in it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from maillint.rewrite.sources import Sources

if TYPE_CHECKING:
    import re
    from collections.abc import Sequence

    from maillint.rewrite.carriers import Carrier
    from maillint.rewrite.splices import Splice

_NEAR = 2000
"""Octets of markup that may stand between a block's start tag and its words."""


def moved(carrier: Carrier, changes: Sequence[Splice]) -> Carrier | None:
    """The carrier with a paragraph in another place; None when the changes are no move, or not of a whole block."""
    if len(changes) != 2:
        return None
    put, taken = sorted(changes, key=lambda change: change.end - change.start)
    text = put.new.strip()
    if put.start != put.end or taken.new or not text or carrier.text[taken.start : taken.end].strip() != text:
        return None
    start = carrier.text.index(text, taken.start)
    own, target = _block(carrier, start, start + len(text)), _block(carrier, put.start, put.start + 1)
    if own is None or target is None or target[0] >= own[0]:
        return None
    source = carrier.shown.source
    block = source[own[0] : own[1]]
    return carrier.with_source(source[: target[0]] + block + source[target[0] : own[0]] + source[own[1] :])


def _block(carrier: Carrier, start: int, end: int) -> tuple[int, int] | None:
    """Where the paragraph or division stands in the source that begins with these words, and where it ends."""
    runs = Sources(carrier.shown).runs(start, end)
    if not runs:
        return None
    source, first, last = carrier.shown.source, runs[0][0], runs[-1][1]
    opened = _opening().search(source, max(0, first - _NEAR), first)
    if opened is None:
        return None
    closed = _closing().match(source, last) if end > start + 1 else None
    if end > start + 1 and (closed is None or closed[1].lower() != opened[1].lower()):
        return None
    return opened.start(), closed.end() if closed else last


@cache
def _opening() -> re.Pattern[str]:
    """The innermost block's start tag, with none but inline elements opened between it and its words."""
    import re

    return re.compile(
        r"<(p|div)(?:\s[^<>]*+)?>(?=(?:\s|<(?:span|font|b|strong|i|em|u|o:p)(?:\s[^<>]*)?>)*\Z)", re.IGNORECASE
    )


@cache
def _closing() -> re.Pattern[str]:
    import re

    return re.compile(r"(?:\s|</(?:span|font|b|strong|i|em|u|o:p)>|<o:p></o:p>)*</(p|div)>\s*", re.IGNORECASE)
