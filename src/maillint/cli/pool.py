"""Many messages on several cores: processes that each judge and render a chunk, results in the order of the input."""

from __future__ import annotations

from itertools import chain, islice
from typing import TYPE_CHECKING

from maillint import report as formats
from maillint.cli.lint import Part, passed_over, show
from maillint.cli.session import Session
from maillint.message import sources
from maillint.processes import Processes, cores
from maillint.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maillint.cli.request import Request
    from maillint.report.renderer import Renderer

CHUNK = 250
"""Messages a worker gets at once; single ones would cost more in passing them than in judging them."""
WORTHWHILE = 2000
"""Messages from which several processes save more time than starting them takes."""

_worker: tuple[Session, Renderer]


class Chunk(NamedTuple):
    """What a worker gets: messages of one path, and after the last of them the files passed over there."""

    path: str
    entries: list[sources.Entry]
    skipped: list[str]


def shared(session: Session, renderer: Renderer) -> Iterator[Part]:
    """The run's messages in order."""
    for path in session.request.paths:
        session.ruleset(path)  # whatever is wrong with a configuration, or to be told of it, is told here and once
    chunks = _chunks(session.request.paths)
    first, jobs = _weighed(chunks, session.request.jobs)
    pool = _pool(jobs, session, renderer) if jobs > 1 else None
    if pool is None:
        yield from (_part(chunk, session, renderer) for chunk in chain(first, chunks))
        return
    try:
        yield from pool.in_order(chain(first, chunks))
    finally:
        pool.close()


def _pool(jobs: int, session: Session, renderer: Renderer) -> Processes[Chunk, Part] | None:
    """Processes to share with; None where the system has no shared memory for them, as in some containers."""
    try:
        return Processes(jobs, _work, _start, (session.request, renderer.look.colour))
    except (OSError, ImportError):
        return None


def _weighed(chunks: Iterator[Chunk], wanted: int) -> tuple[list[Chunk], int]:
    """The first chunks, and how many processes they are worth: at most one a chunk.

    ``wanted`` 0 leaves the number to the machine and the amount of mail.
    """
    jobs = wanted or cores()
    least = 0 if wanted else WORTHWHILE
    first: list[Chunk] = []
    messages = 0
    for chunk in chunks:
        first.append(chunk)
        messages += len(chunk.entries)
        if len(first) >= jobs and messages >= least:
            break
    return first, max(1, min(jobs, len(first))) if messages >= least else 1


def _chunks(paths: tuple[str, ...]) -> Iterator[Chunk]:
    for path in paths:
        skipped: list[str] = []
        entries = sources.locate([path], skipped)
        is_last = False
        while not is_last:
            chunk = list(islice(entries, CHUNK))
            is_last = len(chunk) < CHUNK
            yield Chunk(path, chunk, skipped if is_last else [])


def _start(request: Request, colour: bool) -> None:  # noqa: FBT001 - the pool passes by position
    global _worker  # noqa: PLW0603 - a worker process serves one run
    session = Session(request, is_one_of_many=True)
    look = session.look(request.paths[0])._replace(colour=colour)
    _worker = (session, formats.make(request.format, look))


def _work(chunk: Chunk) -> Part:
    return _part(chunk, *_worker)


def _part(chunk: Chunk, session: Session, renderer: Renderer) -> Part:
    part = show(map(sources.load, chunk.entries), session.ruleset(chunk.path), renderer, session.request)
    rest = passed_over(chunk.skipped, renderer)
    part.bodies.extend(rest.bodies)
    part.summary.add(rest.summary)
    return part
