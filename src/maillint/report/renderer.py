"""What every format does: a head, one body for each message, a foot that knows the whole run."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from maillint.engine import Report
    from maillint.report.view import Look


UNJUDGED = ("off", "automatic", "foreign")
"""Notes of messages that no check looked at."""


PASSED_OVER = "passed-over"
"""Note of a file in a folder that is no mail. It fails nothing; formats for people only count it."""


class Summary:
    """A whole run in numbers."""

    def __init__(self) -> None:
        self.messages = 0
        self.judged = 0
        self.failed = 0
        self.skipped: list[str] = []
        """Files in folders that are no mail."""
        self.points = 0.0
        """Sum of the scores of the judged messages."""
        self.severities: dict[str, int] = {}
        self.checks: dict[str, int] = {}
        """Findings of each check."""
        self.unreadable: dict[str, tuple[str, str]] = {}
        """Path -> stable word of the error, and what is known of its reason."""

    @property
    def average(self) -> float:
        """The mean score of the judged messages; 100 when there are none."""
        return round(self.points / self.judged, 1) if self.judged else 100.0

    def count(self, report: Report, *, failed: bool) -> None:
        """Add one message."""
        self.messages += 1
        self.failed += failed
        if report.error:
            self.unreadable[report.path] = (report.error, report.details.get("reason", ""))
            return
        if report.note in UNJUDGED:
            return
        self.judged += 1
        self.points += report.score
        for finding in report.findings:
            self.severities[finding.severity.value] = self.severities.get(finding.severity.value, 0) + 1
            self.checks[finding.check] = self.checks.get(finding.check, 0) + 1

    def add(self, other: Summary) -> None:
        """Add the numbers of another part of the run."""
        self.messages += other.messages
        self.judged += other.judged
        self.failed += other.failed
        self.points += other.points
        self.skipped += other.skipped
        self.unreadable |= other.unreadable
        for mine, theirs in ((self.severities, other.severities), (self.checks, other.checks)):
            for name, count in theirs.items():
                mine[name] = mine.get(name, 0) + count


class Renderer:
    """One output format. ``body`` depends on nothing but its message, so that processes can share the work."""

    separator = ""
    """Stands between two bodies."""

    def __init__(self, look: Look) -> None:
        self.look = look

    def head(self) -> str:
        """What comes before the first message."""
        return ""

    def body(self, report: Report, data: bytes = b"") -> str:
        """One message; ``data`` are its octets, for lines of the file."""
        raise NotImplementedError

    def foot(self, summary: Summary) -> str:  # noqa: ARG002
        """What comes after the last message."""
        return ""
