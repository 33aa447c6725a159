"""Names people mistype: the nearest known one."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def nearest(name: str, known: Iterable[str]) -> str:
    """The known name most like ``name``; the first in order when none is like it."""
    from difflib import get_close_matches

    names = sorted(known)
    return next(iter(get_close_matches(name, names, n=1, cutoff=0.0)), "")
