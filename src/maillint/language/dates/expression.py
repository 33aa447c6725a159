"""What the engine finds: one expression of a day, time or deadline, with every calendar reading it has."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from maillint.records import NamedTuple

if TYPE_CHECKING:
    from datetime import date, time

    Reading: TypeAlias = tuple[date, date]


TRAITS = ("relative", "indefinite", "ambiguous", "weekday", "impossible", "due", "clock")
"""What a check may ask of dates before it is loaded; see ``Expression.traits``."""


class Expression(NamedTuple):
    """``text`` stands at ``start:end`` of the text that was searched.

    ``kind`` is one of

    * ``exact``: its own words fix one day or clock time (12 August, 8月12日（周三）, 15:00);
    * ``range``: its own words fix a period (March 2027, 10月1日至7日);
    * ``relative``: counted from the day of sending, one reading (tomorrow, next week, 月底);
    * ``ambiguous``: several calendar readings (03/04/2026, next Friday said on a Monday);
    * ``indefinite``: no day can be computed (soon, 尽快, early March);
    * ``past``, ``habitual``, ``duration``: yesterday, every Friday, for three weeks;
    * ``holiday``: named, not dated (Easter, 春节).
    """

    start: int
    end: int
    text: str
    kind: str
    readings: tuple[Reading, ...] = ()
    """First and last day of each reading, the likeliest first; empty when no day can be computed."""
    form: str = ""
    """How it is written: "written", "figures", "iso", "weekday", "word", "offset", "edge", "period", "clock",
    "strong" and "weak" (indefinite words that speak for themselves, or only beside a request or promise)."""
    grain: str = "day"
    """"time", "day", "week", "month", "quarter" or "year"."""
    time: time | None = None
    weekday: int | None = None
    """The weekday it names, Monday = 0, where it is one word of that kind (Friday, 下周三)."""
    pairs: tuple[tuple[int, date], ...] = ()
    """Each weekday that stands beside a date, and that date (Wednesday 5 November, 10月30日（周四）)."""
    lead: str = ""
    """The word before it that says what it is for: by, until, every, 截至 ... in lower case."""
    asks: bool = False
    """Its sentence asks, promises or plans something; told of what may be narration too: today, this week, soon."""
    is_pinned: bool = False
    """A day or clock time stands in the same sentence."""
    is_due: bool = False
    """A deadline or an appointment that the author takes for still ahead, with a date of its own."""
    is_possible: bool = True
    """False for a day the calendar does not have (31 June)."""
    workdays: int | None = None
    """Counted in working days: how many; ``readings`` skip weekends only, ``workdays.recounted`` holidays too."""
    anchor: int = 0
    """Where a date may be put beside it: after "tomorrow morning", but before the 上午 of 明天上午."""

    @property
    def is_deictic(self) -> bool:
        """Counted from the day of sending, so that a reader who opens the mail later reads another day."""
        return self.kind == "relative" or (self.kind == "ambiguous" and self.form != "figures")

    @property
    def traits(self) -> list[str]:
        """Those of ``TRAITS`` it has."""
        found = ["weekday"] if self.pairs else []
        if self.is_deictic:
            found.append("relative")
        elif self.kind == "ambiguous":
            found.append("ambiguous")
        if self.kind == "indefinite" or self.form == "month":
            found.append("indefinite")
        if not self.is_possible:
            found.append("impossible")
        if self.is_due:
            found.append("due")
        if self.time is not None:
            found.append("clock")
        return found
