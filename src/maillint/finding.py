"""The records everybody passes on: where something stands, what is wrong there, and what to write instead."""

from __future__ import annotations

from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from maillint.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

LANGUAGES = ("en", "zh-Hans", "zh-Hant")
"""Those that maillint speaks; texts that stand side by side are in this order."""


class Severity(StrEnum):
    """How much a finding hurts the reader, worst first."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    ADVICE = "advice"

    @property
    def rank(self) -> int:
        """0 for the worst; smaller is worse."""
        return _RANKS[self.value]


_RANKS = {"error": 0, "warning": 1, "info": 2, "advice": 3}


class Confidence(StrEnum):
    """How sure the check is, apart from how bad it is."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Grade(StrEnum):
    """How freely a rewrite may be applied."""

    SAFE = "safe"
    """The meaning cannot change."""
    SUGGESTED = "suggested"
    """Needs a human yes."""
    ADVICE = "advice"
    """Words only; there is nothing to apply."""


class Span(NamedTuple):
    """A stretch of one zone.

    ``start`` and ``end`` count code points in the decoded subject when ``zone`` is ``"subject"``,
    otherwise in ``Draft.text``, the text the reader sees.
    """

    zone: str
    start: int
    end: int


class Edit(NamedTuple):
    """Put ``replacement`` in the place of ``span``; an empty span inserts."""

    span: Span
    replacement: str


class HeaderEdit(NamedTuple):
    """A change of the header: ``kind`` says which, and what ``old`` and ``new`` are.

    "move": the address ``old`` goes out of To and Cc into the field ``new``, which is "bcc".
    "rename": the attached file ``old`` is called ``new``.
    """

    kind: str
    old: str
    new: str


class Rewrite(NamedTuple):
    """What to write instead: sorted edits that never overlap, and how freely they may be applied.

    ``alternatives`` holds further choices of the same standing (three subjects, two readings of a date).
    ``key`` names the advice text in the check's file, for rewrites that are words only.
    """

    grade: Grade
    edits: tuple[Edit, ...] = ()
    alternatives: tuple[tuple[Edit, ...], ...] = ()
    key: str = "main"
    header: tuple[HeaderEdit, ...] = ()
    """What changes in the header, instead of in the text."""

    @property
    def changes_something(self) -> bool:
        """Whether there is anything to apply."""
        return bool(self.edits or self.header)


class Finding(NamedTuple):
    """One thing a check saw. It holds no prose: ``key`` and ``args`` are rendered late, in the user's language."""

    check: str
    severity: Severity
    confidence: Confidence
    span: Span
    text: str
    cost: float
    key: str = "main"
    args: Mapping[str, Any] = MappingProxyType({})
    rewrite: Rewrite | None = None

    @property
    def group(self) -> str:
        """The chapter of the norms: the first word of the check's name."""
        return self.check.partition("-")[0]
