"""Names people mistype: the nearest known one; and how a wrong value is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

_NEAR = 0.6
"""Share of letters in common from which a name may be a slip for another."""
_LONGEST = 60
"""Characters of a wrong value that are shown."""


def nearest(name: str, known: Iterable[str]) -> str:
    """The known name most like ``name``; empty when none is near."""
    from difflib import get_close_matches

    return next(iter(get_close_matches(name, sorted(known), n=1, cutoff=_NEAR)), "")


def nearest_language(tag: str, known: Iterable[str]) -> str:
    """The known tag of a language most like one that is not: of zh_CN zh-Hans, of zh-TW zh-Hant."""
    words = set(tag.lower().replace("_", "-").split("-"))
    if words & {"tw", "hk", "mo", "hant"}:
        return "zh-Hant"
    return "zh-Hans" if words & {"zh", "cn", "sg", "hans"} else nearest(tag, known)


def hint(name: str, known: Iterable[str]) -> str:
    """The end of a message about an unknown ``name``: the nearest known one, or nothing."""
    return _hint(nearest(name, known))


def language_hint(tag: str, known: Iterable[str]) -> str:
    """The same about an unknown tag of a language."""
    return _hint(nearest_language(tag, known))


def _hint(near: str) -> str:
    return f"; the nearest is {near!r}" if near else ""


def shown(value: Any) -> str:
    """A wrong value, cut where it is long."""
    words = repr(value)
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
