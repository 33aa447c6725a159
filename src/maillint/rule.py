"""A check as its file says it, with the options of the run filled in."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from maillint.finding import Confidence, Edit, Finding, Grade, HeaderEdit, Rewrite, Severity, Span
from maillint.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from maillint.message.draft import Draft


TOLD = "~"
"""What the value of a phrase begins with whose neighbours tell what was meant, see ``maillint.slips``."""


class Hit(NamedTuple):
    """One phrase of the check's lists, found in the author's own words at a word boundary."""

    span: Span
    text: str
    """Verbatim, as the author wrote it."""
    value: str
    """What the list maps the phrase to: a replacement or a label; empty for a plain list."""


class Rule(NamedTuple):
    """One check, ready to run."""

    name: str
    severity: Severity
    confidence: Confidence
    cost: float
    """Points a finding takes from the score, before the cap of the group."""
    zones: frozenset[str]
    """The zones its phrases are looked for in."""
    options: Mapping[str, Any] = MappingProxyType({})
    internal_domains: frozenset[str] = frozenset()
    """The configured ``internal-domains``, in lower case, for ``draft.outsiders``."""

    def finding(  # noqa: PLR0913
        self,
        draft: Draft,
        span: Span,
        *,
        key: str = "main",
        rewrite: Rewrite | None = None,
        confidence: Confidence | None = None,
        severity: Severity | None = None,
        **args: Any,
    ) -> Finding:
        """A finding of this check at a span; ``args`` fill the message text of ``key``."""
        source = (draft.subject or "") if span.zone == "subject" else draft.text
        text = source[span.start : span.end]
        return Finding(
            check=self.name,
            severity=severity or self.severity,
            confidence=confidence or self.confidence,
            span=span,
            text=text,
            cost=self.cost,
            key=key,
            args={"text": text, **args},
            rewrite=rewrite,
        )


def replace(grade: Grade, *choices: Sequence[tuple[Span, str]]) -> Rewrite:
    """A rewrite from one or more choices, each a list of (span, new text); the first is the one that is applied."""
    edits = [tuple(sorted(Edit(span, text) for span, text in choice)) for choice in choices]
    return Rewrite(grade, edits[0], tuple(edits[1:]))


def advise(key: str = "main") -> Rewrite:
    """A rewrite in words only; ``key`` names the advice text in the check's file."""
    return Rewrite(Grade.ADVICE, key=key)


def into_bcc(addresses: Iterable[str], key: str = "main") -> Rewrite:
    """A rewrite that takes addresses out of To and Cc and puts them into Bcc; ``key`` names the advice that says so."""
    moves = tuple(HeaderEdit("move", address, "bcc") for address in dict.fromkeys(addresses))
    return Rewrite(Grade.SUGGESTED, key=key, header=moves)


def rename(old: str, new: str, key: str = "main") -> Rewrite:
    """A rewrite that gives an attached file another name; ``key`` names the advice that says so."""
    return Rewrite(Grade.SUGGESTED, key=key, header=(HeaderEdit("rename", old, new),))
