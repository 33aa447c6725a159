"""How far an audit is: how many messages, how fast, how long it will still take."""

from __future__ import annotations

import sys
from time import monotonic

from maillint.audit.texts import say
from maillint.cli.guard import tell

_EVERY = 0.2
_SURE = 2.0
"""Seconds after which the time that is left can be told."""


class Meter:
    """A line on standard error, for whoever waits at a terminal."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._is_on = sys.stderr.isatty()
        self._weight = 0
        self._begun = self._last = monotonic()
        self._is_shown = False

    def begins(self, weight: int) -> None:
        """All there is to do."""
        self._weight = weight
        self._begun = monotonic()

    def at(self, messages: int, weight: int) -> None:
        """So many messages were gone through."""
        now = monotonic()
        if not self._is_on or now - self._last < _EVERY:
            return
        self._last, self._is_shown = now, True
        sys.stderr.write(f"\r{self.line(messages, weight, now - self._begun)}\x1b[K")
        sys.stderr.flush()

    def told(self, line: str) -> None:
        """Something that whoever waits should know."""
        self.clear()
        tell(f"maillint: {line}")

    def line(self, messages: int, weight: int, seconds: float) -> str:
        """What is shown after so many seconds."""
        rate = messages / seconds if seconds else 0.0
        told = say(self._language, "progress", n=f"{messages:,}", rate=f"{rate:,.0f}")
        share = min(1.0, weight / self._weight) if self._weight else 0.0
        if not share or seconds < _SURE:
            return told
        left = seconds / share - seconds
        return told + say(self._language, "left", percent=f"{100 * share:.0f}", time=clock(left))

    def clear(self) -> None:
        """Leave the line clean."""
        if self._is_shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
            self._is_shown = False


def clock(seconds: float) -> str:
    """``0:42``, ``1:05:00``."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
