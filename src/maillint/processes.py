"""Work shared among processes: results in the order of the input, and never more in hand than a few items each."""

from __future__ import annotations

import os
from collections import deque
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import islice
from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from concurrent.futures import Future
    from multiprocessing.context import BaseContext

Item = TypeVar("Item")
Result = TypeVar("Result")


def cores() -> int:
    """How many this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class Processes(Generic[Item, Result]):
    """Processes that each do the same work on one item after the other. They ignore Ctrl-C, which is for their parent.

    Raises:
        OSError, ImportError: the system has no shared memory for them, as in some containers.
    """

    def __init__(
        self,
        jobs: int,
        work: Callable[[Item], Result],
        start: Callable[..., None],
        arguments: tuple[Any, ...],
        context: BaseContext | None = None,
    ) -> None:
        """Nothing starts before the first item.

        Args:
            jobs: how many processes.
            work: a function of a module, called with each item.
            start: a function of a module, called once in each process.
            arguments: what ``start`` is called with.
            context: how processes are made; None for the system's own way.
        """
        self._jobs = jobs
        self._work = work
        self._terms = (start, arguments, context)
        self._pool = self._made(jobs)

    def _made(self, jobs: int) -> ProcessPoolExecutor:
        start, arguments, context = self._terms
        return ProcessPoolExecutor(jobs, context, initializer=_begin, initargs=(start, arguments))

    def in_order(self, items: Iterable[Item], mend: Callable[[Item], Result] | None = None) -> Iterator[Result]:
        """The results.

        Args:
            items: handed out a few at a time, as results are taken.
            mend: makes the result of an item during which a process ended, killed or crashed; the others go on in new
                ones. Without it, ``BrokenProcessPool`` is raised.
        """
        rest = iter(items)
        waiting: deque[tuple[Item, Future[Result]]] = deque()
        while True:
            for item in islice(rest, 2 * self._jobs - len(waiting)):
                waiting.append((item, self._submitted(item)))
            if not waiting:
                return
            item, future = waiting.popleft()
            try:
                yield future.result()
            except BrokenProcessPool:
                if mend is None:
                    raise
                self._pool.shutdown(cancel_futures=True)
                yield mend(item)
                self._pool = self._made(self._jobs)
                waiting = deque(
                    (item, future if _is_good(future) else self._submitted(item)) for item, future in waiting
                )

    def _submitted(self, item: Item) -> Future[Result]:
        try:
            return self._pool.submit(self._work, item)
        except BrokenProcessPool:
            self._pool.shutdown(cancel_futures=True)
            self._pool = self._made(self._jobs)
            return self._pool.submit(self._work, item)

    def alone(self, item: Item) -> Result:
        """The result of one item in a process of its own.

        Raises:
            BrokenProcessPool: it ended at it.
        """
        with self._made(1) as pool:
            return pool.submit(self._work, item).result()

    def close(self) -> None:
        """Let the processes go; what nobody waits for any more is not begun. A second Ctrl-C waits for that, too."""
        with _undisturbed():
            self._pool.shutdown(cancel_futures=True)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """No Ctrl-C in the middle: it would leave processes behind, and Python's own words about that on the screen."""
    import signal
    from threading import current_thread, main_thread

    if current_thread() is not main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before or signal.SIG_DFL)


def _is_good(future: Future[Any]) -> bool:
    return future.done() and not future.cancelled() and future.exception() is None


def _begin(start: Callable[..., None], arguments: tuple[Any, ...]) -> None:
    """A process begins: Ctrl-C is not for it, and it ends when its parent does, even by ``kill -9``."""
    import signal
    from threading import Thread

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()
    start(*arguments)


def _end_with_parent() -> None:
    """Processes of a pool wait for work for ever, since each of them keeps the others' pipes open."""
    from multiprocessing import parent_process

    if parent := parent_process():
        parent.join()
        os._exit(1)
