"""What a run says of one message."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from maillint.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from maillint.finding import Finding

CRASHED = "crashed"
"""Message key of a finding about a check itself: it failed, and what it would advise is beside the point."""


class Report(NamedTuple):
    """Findings and score of one message."""

    path: str
    score: float
    """100 minus the points of ``groups``, never below 0."""
    after: float
    """The score once every rewrite with edits is applied."""
    language: str
    profile: str
    groups: Mapping[str, float]
    """Group -> points lost, after its cap; only groups that lost some."""
    findings: tuple[Finding, ...]
    subject: str = ""
    text: str = ""
    """The text the findings' spans count in, for showing the place; never stored."""
    defects: tuple[str, ...] = ()
    unused: tuple[str, ...] = ()
    """Checks that were to be ignored and had nothing to say."""
    unknown: tuple[str, ...] = ()
    """What the header asked to be ignored and is no check or group."""
    note: str = ""
    """Why the message was not judged, or not wholly: "off", "locked" (off, but for locked checks), "automatic",
    "encrypted", "foreign"."""
    error: str | None = None
    """Why the input could not be read, as a stable word; everything else is empty then."""
    details: Mapping[str, str] = MappingProxyType({})
    after_safe: float = 0
    """The score once every safe rewrite is applied, those that cannot change the meaning."""
    locked: tuple[str, ...] = ()
    """What the header asked to be ignored and the configuration has locked."""

    @property
    def has_crash(self) -> bool:
        """Whether a check failed, so that the message was not judged by all of them."""
        return any(finding.key == CRASHED for finding in self.findings)

    @property
    def grade(self) -> str:
        """A (90 and more), B (75), C (60), D (40) or E."""
        return next((letter for letter, least in _GRADES if self.score >= least), "E")


_GRADES = (("A", 90), ("B", 75), ("C", 60), ("D", 40))


def unreadable(path: str, error: str, **details: str) -> Report:
    """The report of an input that is no readable message."""
    return Report(path, 0, 0, "other", "", {}, (), error=error, details=details)
