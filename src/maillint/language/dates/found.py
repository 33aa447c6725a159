"""What stands between a matched row of the grammar and a finished expression."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date, time

    from maillint.language.dates.expression import Reading

_ROC_YEARS = range(90, 200)


class Found:
    """An expression in the making; neighbours are joined and the context read before it is frozen."""

    weekday: int | None = None
    is_pinned: bool = False
    is_open: bool = False
    """The words alone do not say whether the day is over: Friday, this week, today."""
    is_due: bool = False
    is_bare: bool = False
    """A weekday with the bare number of its day: Friday 27."""
    day_number: int = 0
    later: tuple[Reading, ...] = ()
    """What it means instead where something over is asked for: by the end of Q1, said in November."""
    start: int = 0
    end: int = 0
    anchor: int = 0
    lead: str = ""
    asks: bool = False
    is_han: bool = False
    workdays: int | None = None
    is_finding: bool = False
    """It finds or makes time (抽空, 找个时间): any other word of time says more."""

    def __init__(  # noqa: PLR0913
        self,
        kind: str,
        form: str,
        readings: tuple[Reading, ...] = (),
        grain: str = "day",
        *,
        time: time | None = None,
        pairs: tuple[tuple[int, date], ...] = (),
        is_possible: bool = True,
        length: tuple[float, str] | None = None,
    ) -> None:
        self.kind = kind
        self.form = form
        self.readings = readings
        self.grain = grain
        self.time = time
        self.pairs = pairs
        self.is_possible = is_possible
        self.length = length
        if length is not None and length[1] == "workday":
            self.workdays = int(length[0])
        """Count and unit of a length (three weeks), for "three weeks after Easter"."""


class Parts:
    """The words a row matched, by class: ``parts("n")`` is the first number, ``parts("n", 1)`` the second."""

    __slots__ = ("_values", "is_han")

    def __init__(self, values: Mapping[str, Sequence[Any]], *, is_han: bool) -> None:
        self._values = values
        self.is_han = is_han

    def __call__(self, kind: str, index: int = 0) -> Any:
        """The value of the ``index``-th word of a class; None when there is none."""
        values = self._values.get(kind, ())
        value = values[index] if index < len(values) else None
        return int(value) if kind == "rel" and value is not None else value

    @property
    def is_loose(self) -> bool:
        """The step is "coming", "past" or "following": the nearest of its kind, not that of a calendar week."""
        return isinstance(self._values.get("rel", (0,))[0], float)

    @property
    def classes(self) -> set[str]:
        """The classes of its words."""
        return set(self._values)

    def __contains__(self, kind: str) -> bool:
        return kind in self._values


def day(kind: str, form: str, *days: date | None) -> Found | None:
    """A meaning whose readings are single days; None when there is none left."""
    readings = tuple((one, one) for one in days if one is not None)
    return Found(kind, form, readings) if readings else None


def span(kind: str, form: str, grain: str, *readings: Reading | None) -> Found | None:
    """A meaning whose readings are periods; None when there is none left."""
    kept = tuple(reading for reading in readings if reading is not None)
    return Found(kind, form, kept, grain) if kept else None


def impossible(form: str) -> Found:
    """A day the calendar does not have."""
    return Found("exact", form, is_possible=False)


def worked(found: Found | None, count: float | None) -> Found | None:
    """Note how many working days an expression counts."""
    if found and count is not None:
        found.workdays = int(count)
    return found


def han_year(parts: Parts, today: date) -> int | None:
    """The year of a Chinese date: four digits, two (26年), the Republic's (民國115年) or a word (明年)."""
    if "year" in parts:
        return int(parts("year"))
    if "yearword" in parts:
        return today.year + int(parts("yearword"))
    if "年" not in parts:
        return None
    short = int(parts("n"))
    if "roc" in parts or short in _ROC_YEARS:
        return short + 1911
    return 2000 + short if short < 60 else 1900 + short
