"""The rewrites of findings in the subject and in every form of the text, whatever these are to become part of."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from maillint.message.rendering import gap
from maillint.records import NamedTuple
from maillint.rewrite.choosing import choose, edits_of
from maillint.rewrite.outcome import Left, Refused
from maillint.rewrite.splices import Splice, spliced
from maillint.rewrite.twins import Twin

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maillint.finding import Finding, Grade
    from maillint.rewrite.carriers import Carrier


class Content(NamedTuple):
    """What a message says, in all its forms."""

    subject: str
    shown: tuple[Carrier, ...]
    """The parts that are shown, whose texts follow each other."""
    twin: Carrier | None = None
    """The plain text that goes with the HTML, where it says the same."""
    faults: tuple[tuple[str, str], ...] = ()
    """Why "subject" or "text" cannot be rewritten: pairs of these words and reasons."""


class Written(NamedTuple):
    """The content with rewrites in it."""

    content: Content
    applied: tuple[Finding, ...]
    left: tuple[Left, ...]


class _Work(NamedTuple):
    """The changes of one finding, in the subject, in each shown part and in the twin."""

    finding: Finding
    subject: tuple[Splice, ...]
    shown: tuple[tuple[Splice, ...], ...]
    twin: tuple[Splice, ...]


def write(content: Content, findings: Sequence[Finding], grade: Grade) -> Written:
    """Apply what can be applied: all at once where that works out, else one after the other."""
    chosen, left = choose(findings, grade)
    planner = _Planner(content)
    works: list[_Work] = []
    for finding in chosen:
        try:
            works.append(planner.work(finding))
        except Refused as refusal:
            left.append(Left(finding, refusal.reason))
    try:
        done = _applied(content, works)
    except Refused:
        works, done = _one_by_one(content, works, left)
    return Written(done, tuple(work.finding for work in works), tuple(left))


def _one_by_one(content: Content, works: Sequence[_Work], left: list[Left]) -> tuple[list[_Work], Content]:
    taken: list[_Work] = []
    done = content
    for work in works:
        try:
            done = _applied(content, [*taken, work])
            taken.append(work)
        except Refused as refusal:
            left.append(Left(work.finding, refusal.reason))
    return taken, done


def _applied(content: Content, works: Sequence[_Work]) -> Content:
    subject = [splice for work in works for splice in work.subject]
    shown = []
    for number, carrier in enumerate(content.shown):
        changes = [splice for work in works for splice in work.shown[number]]
        shown.append(carrier.changed(changes) if changes else carrier)
    twin_changes = [splice for work in works for splice in work.twin]
    twin = content.twin
    if twin and twin_changes:
        try:
            twin = twin.changed(_apart(twin_changes))
        except Refused as refusal:
            raise Refused("twin") from refusal
    return content._replace(subject=spliced(content.subject, subject), shown=tuple(shown), twin=twin)


def _apart(changes: Sequence[Splice]) -> Sequence[Splice]:
    ordered = sorted(changes)
    if any(second.start < first.end for first, second in pairwise(ordered)):
        raise Refused("twin")
    return ordered


class _Planner:
    """Says what a finding means in each form of the text."""

    def __init__(self, content: Content) -> None:
        self._content = content
        self._faults = dict(content.faults)
        text, self._starts = joined(content.shown)
        self._twin = Twin(text, content.twin.text) if content.twin else None
        self._has_twin = bool(self._twin and self._twin.is_same_text)

    def work(self, finding: Finding) -> _Work:
        """The changes that its edits are."""
        edits = edits_of(finding)
        subject = tuple(Splice(*edit.span[1:], edit.replacement) for edit in edits if edit.span.zone == "subject")
        text = [Splice(*edit.span[1:], edit.replacement) for edit in edits if edit.span.zone != "subject"]
        if subject and "subject" in self._faults:
            raise Refused(self._faults["subject"])
        if text and "text" in self._faults:
            raise Refused(self._faults["text"])
        return _Work(finding, subject, self._in_parts(text), self._in_twin(text))

    def _in_parts(self, changes: Sequence[Splice]) -> tuple[tuple[Splice, ...], ...]:
        found: list[list[Splice]] = [[] for _ in self._content.shown]
        for change in changes:
            number = self._part_of(change)
            start = self._starts[number]
            found[number].append(Splice(change.start - start, change.end - start, change.new))
        return tuple(map(tuple, found))

    def _part_of(self, change: Splice) -> int:
        for number, carrier in enumerate(self._content.shown):
            start = self._starts[number]
            if start <= change.start and change.end <= start + len(carrier.text):
                return number
        raise Refused("place")

    def _in_twin(self, changes: Sequence[Splice]) -> tuple[Splice, ...]:
        if not (changes and self._has_twin and self._twin):
            return ()
        found = [self._twin.changes(change) for change in changes]
        if None in found:
            raise Refused("twin")
        return tuple(splice for part in found if part for splice in part)


def joined(shown: Sequence[Carrier]) -> tuple[str, list[int]]:
    """The text of all shown parts together, and where in it each begins."""
    text = ""
    starts = []
    for carrier in shown:
        text += gap(text)
        starts.append(len(text))
        text += carrier.text
    return text, starts
