"""Days, times and deadlines in English and Chinese text: found, classed and resolved by one table-driven engine."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from maillint.language.dates.search import find, find_all

if TYPE_CHECKING:
    from maillint.language.dates import abroad, cities, clocks, places, workdays
    from maillint.language.dates.expression import Expression
    from maillint.language.dates.render import beside, in_words, is_month_first
    from maillint.language.dates.reword import with_day, with_weekday

_ROOMS = {
    "abroad": "",
    "cities": "",
    "clocks": "",
    "places": "",
    "workdays": "",
    "Expression": "expression",
    "beside": "render",
    "in_words": "render",
    "is_month_first": "render",
    "with_day": "reword",
    "with_weekday": "reword",
}
"""Name -> its room, "" for a room of that name."""

__all__ = [
    "Expression",
    "abroad",
    "beside",
    "cities",
    "clocks",
    "find",
    "find_all",
    "in_words",
    "is_month_first",
    "places",
    "with_day",
    "with_weekday",
    "workdays",
]


def __getattr__(name: str) -> Any:
    """What few messages need is loaded when it is asked for (PEP 562)."""
    if name not in _ROOMS:
        raise AttributeError(name)
    from importlib import import_module

    room = _ROOMS[name]
    module = import_module(f"{__name__}.{room or name}")
    found = getattr(module, name) if room else module
    globals()[name] = found
    return found
