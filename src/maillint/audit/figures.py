"""What the page shows beyond the summary, as plain numbers: over time, by hour, by whom and to whom."""

from __future__ import annotations

from maillint.records import NamedTuple


class Period(NamedTuple):
    """The messages of a day, week or month."""

    start: str
    """Its first day, ISO 8601, by the writers' own calendars."""
    messages: int
    average: float
    low: float
    """A quarter of the messages score no more."""
    high: float
    """A quarter of the messages score no less."""


class Part(NamedTuple):
    """The messages that share a recipient's domain, a profile, a language or a sender."""

    name: str
    messages: int
    average: float
    findings: float
    """Findings a message."""
    impolite: float
    """Messages with a finding of tone or service, as a share (0 to 1)."""


class Hour(NamedTuple):
    """The messages written in one hour of the week, by the clock of the writer."""

    weekday: int
    """Monday is 0."""
    hour: int
    messages: int
    average: float


class Low(NamedTuple):
    """A message that is worth another look."""

    path: str
    date: str
    score: float
    checks: tuple[str, ...]
    """Those that cost it most, the dearest first."""


class Figures(NamedTuple):
    """Counted over the messages that were judged as a whole."""

    first: str
    """The first and last day, ISO 8601, clocks that are plainly wrong left out; empty where no message has a date."""
    last: str
    undated: int
    histogram: tuple[int, ...]
    """Messages by score in steps of five: 0 to under 5, ..., 95 to 100."""
    unit: str
    """What a period is: "day", "week" or "month"."""
    periods: tuple[Period, ...]
    examples: dict[str, tuple[str, ...]]
    """Check -> masked sentences; empty unless texts were kept."""
    domains: tuple[Part, ...]
    profiles: tuple[Part, ...]
    languages: tuple[Part, ...]
    senders: tuple[Part, ...]
    hours: tuple[Hour, ...]
    lowest: tuple[Low, ...]
