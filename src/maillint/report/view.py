"""A finding as people see it: words, place and rewrite put together once, for every format."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.engine.results import CRASHED
from maillint.records import NamedTuple
from maillint.report.change import COLUMNS, preview
from maillint.report.places import Place, Places

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from maillint.engine import Report
    from maillint.engine.catalog import Catalog
    from maillint.finding import Edit, Finding


class Look(NamedTuple):
    """How the user wants it shown."""

    language: str
    catalog: Catalog
    colour: bool = False
    why: bool = False
    breakdown: bool = False
    stats: bool = False
    quiet: bool = False
    threshold: int = 1
    """Rank of the least severe finding that fails a message; -1 when none does."""
    columns: int = COLUMNS
    """Columns for a line of the message."""


class Seen(NamedTuple):
    """One finding in the user's language."""

    finding: Finding
    place: Place
    message: str
    why: str
    advice: str
    besides: tuple[str, ...] = ()
    """Checks that say the same of the same words."""

    @property
    def checks(self) -> str:
        """The names of all checks that it stands for."""
        return ", ".join((self.finding.check, *self.besides))

    @property
    def edits(self) -> tuple[Edit, ...]:
        """The rewrite's edits; none when it is words only."""
        return self.finding.rewrite.edits if self.finding.rewrite else ()


def seen(report: Report, look: Look) -> Iterable[Seen]:
    """The report's findings, in order."""
    places = Places(report)
    for finding in report.findings:
        yield Seen(
            finding,
            places.find(finding.span),
            look.catalog.message(finding) or look.catalog.title(finding.check),
            look.catalog.why(finding.check) if finding.key != CRASHED else "",
            look.catalog.advice(finding) if finding.key != CRASHED else "",
        )


def matters(report: Report, look: Look) -> Iterator[Seen]:
    """The report's findings as people are told them: what two checks say of the same words stands there once.

    It is the same where they go by the same norm and the milder one has nothing to put in place of the words.
    """
    last: Seen | None = None
    for item in seen(report, look):
        if last and _repeats(last, item, look.catalog):
            last = last._replace(besides=(*last.besides, item.finding.check))
            continue
        if last:
            yield last
        last = item
    if last:
        yield last


def _repeats(last: Seen, item: Seen, catalog: Catalog) -> bool:
    one, other = last.finding, item.finding
    if not one.text or one.span != other.span or one.check == other.check or item.edits:
        return False
    return not set(catalog.norms(one.check)).isdisjoint(catalog.norms(other.check))


def choices(report: Report, finding: Finding, columns: int = COLUMNS) -> tuple[str, ...]:
    """How the touched lines read after each choice of the rewrite, the first one first."""
    if finding.rewrite is None or not finding.rewrite.edits:
        return ()
    return tuple(preview(report, edits, columns) for edits in (finding.rewrite.edits, *finding.rewrite.alternatives))


def number(value: float) -> str:
    """Points as people write them: 8, 7.5."""
    return f"{value:.1f}".removesuffix(".0")
