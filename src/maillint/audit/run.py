"""An audit's way: sources hand out batches, processes judge them, one store takes them in."""

from __future__ import annotations

import multiprocessing
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Protocol

from maillint.audit.record import failed
from maillint.audit.store import AGAIN
from maillint.audit.worker import Judge, start, work
from maillint.processes import Processes, cores

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from maillint.audit.sources import Batch, Source
    from maillint.audit.store import Store
    from maillint.audit.worker import Judged, Terms
    from maillint.engine import Ruleset

WORTHWHILE = 600
"""Messages from which several processes save more time than starting them takes."""


class Watcher(Protocol):
    """Somebody who waits."""

    def begins(self, weight: int) -> None:
        """All that is to be done, in the units of the sources; 0 where nobody knows."""

    def at(self, messages: int, weight: int) -> None:
        """So many messages have been gone through, and so much of the weight."""


@dataclass(slots=True)
class Outcome:
    """What a run came to."""

    met: int = 0
    """Messages gone through."""
    judged: int = 0
    """Of them, those that the store did not have."""


@dataclass(frozen=True, slots=True)
class Run:
    """One run over some sources."""

    store: Store
    terms: Terms
    ruleset: Ruleset
    jobs: int = 0
    """Processes; 0 for one each core, where there is enough mail for them."""

    def through(self, sources: Sequence[Source], watcher: Watcher | None = None) -> Outcome:
        """Judge all that the sources have and the store has not.

        It may end anywhere, by an exception such as ``KeyboardInterrupt`` or by ``kill -9``: what was stored by then
        stays, and the next run goes on from there.
        """
        outcome = Outcome()
        if watcher:
            watcher.begins(sum(source.weight() for source in sources))
        weight = 0
        for batch, judged in self._judged(batch for source in sources for batch in source.batches()):
            outcome.judged += self.store.add(judged, batch.folder)
            if batch.container is not None:
                self.store.complete(batch.container)
            outcome.met += len(judged)
            weight += batch.weight
            if watcher:
                watcher.at(outcome.met, weight)
        return outcome

    def _judged(self, batches: Iterator[Batch]) -> Iterator[tuple[Batch, Judged]]:
        """Each batch with its records, in order: by this process alone where several are not worth their start."""
        jobs = self.jobs or cores()
        first: list[Batch] = []
        messages = 0
        for batch in batches if jobs > 1 else ():
            first.append(batch)
            messages += len(batch.pieces)
            if messages >= (1 if self.jobs else WORTHWHILE):
                break
        is_much = bool(first) and messages >= (1 if self.jobs else WORTHWHILE)
        processes = self._processes(jobs) if is_much else None
        if processes is None:
            yield from self._alone(chain(first, batches))
            return
        try:
            yield from _paired(processes, chain(first, batches))
        finally:
            processes.close()

    def _processes(self, jobs: int) -> Processes[Batch, Judged] | None:
        """None where the system has no shared memory for them, as in some containers."""
        try:
            return Processes(jobs, work, start, (self.terms,), _context())
        except (OSError, ImportError):
            return None

    def _alone(self, batches: Iterable[Batch]) -> Iterator[tuple[Batch, Judged]]:
        judge = Judge(self.terms, self.ruleset)
        try:
            yield from ((batch, judge.judged(batch)) for batch in batches)
        finally:
            judge.close()


def _paired(processes: Processes[Batch, Judged], batches: Iterable[Batch]) -> Iterator[tuple[Batch, Judged]]:
    """Each batch with its result; one at which a process ended is taken apart until the message is found."""
    given: list[Batch] = []

    def handed() -> Iterator[Batch]:
        for batch in batches:
            given.append(batch)
            yield batch

    for judged in processes.in_order(handed(), lambda batch: _mended(batch, processes.alone)):
        yield given.pop(0), judged


def _mended(batch: Batch, alone: Callable[[Batch], Judged]) -> Judged:
    """The records of a batch at which a worker ended: halved, until a message alone is the reason."""
    try:
        return alone(batch)
    except BrokenProcessPool:
        pieces = batch.pieces
    if len(pieces) == 1:
        place = pieces[0].place
        return [(place._replace(size=AGAIN), failed(place.path, "crashed", "the process ended"))]
    half = len(pieces) // 2
    return [
        *_mended(batch._replace(pieces=pieces[:half]), alone),
        *_mended(batch._replace(pieces=pieces[half:]), alone),
    ]


def _context() -> multiprocessing.context.BaseContext:
    """Processes that do not inherit our open store: SQLite's locks do not survive a fork."""
    methods = multiprocessing.get_all_start_methods()
    return multiprocessing.get_context("forkserver" if "forkserver" in methods else "spawn")
