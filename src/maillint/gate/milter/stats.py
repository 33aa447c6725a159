"""What the milter counts while it runs."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

BOUNDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
"""Seconds: upper bounds of the classes that waiting times are counted in."""


class Stats:
    """Numbers since the start."""

    def __init__(self) -> None:
        self.messages: Counter[tuple[str, str]] = Counter()
        """By action and reason."""
        self.seconds = 0.0
        """What all messages together waited for their verdicts."""
        self.connections = 0
        """Open now."""
        self.broken = 0
        """Connections that ended with something that is no milter protocol."""
        self.unlogged = 0
        """Decisions that could not be written to the log."""
        self._classes: Counter[float] = Counter()

    def count(self, action: str, reason: str, seconds: float) -> None:
        """Count one verdict."""
        self.messages[action, reason] += 1
        self.seconds += seconds
        self._classes[next((bound for bound in BOUNDS if seconds <= bound), float("inf"))] += 1

    def waits(self) -> Iterator[tuple[float, int]]:
        """Each bound, and how many messages waited no longer than that."""
        total = 0
        for bound in (*BOUNDS, float("inf")):
            total += self._classes[bound]
            yield bound, total
