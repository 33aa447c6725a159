"""Names people mistype: the nearest known one."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_NEAR = 0.6
"""Share of letters in common from which a name may be a slip for another."""


def nearest(name: str, known: Iterable[str]) -> str:
    """The known name most like ``name``; empty when none is near."""
    from difflib import get_close_matches

    return next(iter(get_close_matches(name, sorted(known), n=1, cutoff=_NEAR)), "")


def hint(name: str, known: Iterable[str]) -> str:
    """The end of a message about an unknown ``name``: the nearest known one, or nothing."""
    near = nearest(name, known)
    return f"; the nearest is {near!r}" if near else ""
