"""Rules of an organisation: which messages, from whom, to whom, with which findings, get which answer."""

from __future__ import annotations

from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, Any, Self

from maillint.finding import Severity
from maillint.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from maillint.engine import Report
    from maillint.finding import Finding
    from maillint.message.draft import Draft


class Rule(NamedTuple):
    """One ``[[gate.rules]]``: it fits a message that meets all that it names."""

    action: str
    sender: str = ""
    """Pattern of the envelope's sender, or of From where the door knows none."""
    recipient: str = ""
    """Pattern that one of the recipients must match."""
    profile: str = ""
    severity: str = ""
    """Least severity that one finding must have."""
    below: float | None = None
    """The score must be less."""
    checks: tuple[str, ...] = ()
    """Checks or groups of which there must be a finding."""

    @classmethod
    def of(cls, entry: Mapping[str, Any]) -> Self:
        """A rule from its table in the configuration."""
        return cls(**{**entry, "checks": tuple(entry.get("checks", ()))})

    def fits(self, report: Report, sender: str, recipients: Iterable[str]) -> bool:
        """Whether the rule is for this message."""
        return (
            (not self.sender or _matches(sender, self.sender))
            and (not self.recipient or any(_matches(one, self.recipient) for one in recipients))
            and (not self.profile or report.profile == self.profile)
            and (self.below is None or report.score < self.below)
            and (not (self.severity or self.checks) or any(map(self._counts, report.findings)))
        )

    def _counts(self, finding: Finding) -> bool:
        is_bad_enough = not self.severity or finding.severity.rank <= Severity(self.severity).rank
        return is_bad_enough and (not self.checks or not {finding.check, finding.group}.isdisjoint(self.checks))


def first(
    rules: tuple[Rule, ...], report: Report, draft: Draft, sender: str | None, recipients: tuple[str, ...]
) -> int:
    """The number, from 1, of the first rule that fits a message; 0 when none does.

    Args:
        rules: in the order of the configuration.
        report: what was found.
        draft: the message, whose header fields stand in where the envelope is not known.
        sender: the envelope's sender, or None.
        recipients: the envelope's recipients, or none.
    """
    if not rules:
        return 0
    writer = address(sender) if sender else draft.sender.email.lower() if draft.sender else ""
    readers = tuple(address(one) for one in recipients) or tuple(_readers(draft))
    return next((number for number, rule in enumerate(rules, 1) if rule.fits(report, writer, readers)), 0)


def address(text: str) -> str:
    """A mailbox of an envelope in lower case, without angle brackets."""
    return text.strip().strip("<>").lower()


def _readers(draft: Draft) -> Iterator[str]:
    return (one.email.lower() for one in (*draft.readers, *draft.bcc))


def _matches(email: str, pattern: str) -> bool:
    return fnmatchcase(email, pattern.lower())
