"""The milter's worker processes: each judges one message at a time and is ended when that takes too long."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from maillint.gate.milter.handle import Terms, Worker, WorkerError
from maillint.gate.milter.verdict import Verdict, failed

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Mapping

    from maillint.gate.milter.incoming import Message

SLACK = 0.5
"""Seconds beyond the time limit in which a worker may itself say that it was late."""
DEPTH = 2
"""Messages a worker is given at once: the second one lies ready when the first is done."""
ATTEMPTS = 3
"""Workers that may end at one message before it is taken to be the reason."""
RETRY_SECONDS = (1.0, 30.0)
"""How long to wait before a worker that did not start is started again: at first, and at most."""


class Pool:
    """A number of workers, all under the same configuration. One that ends is replaced."""

    def __init__(self, size: int, options: Mapping[str, Any], tell: Callable[[str], None]) -> None:
        """Nothing starts before ``start``.

        Args:
            size: how many processes.
            options: what ``judging.Judge`` takes.
            tell: where a line for the administrator goes.
        """
        self.size = size
        self.options = options
        self.tell = tell
        self.terms = Terms(0, "pass", "")
        self.killed = 0
        """Workers that were ended since they took too long."""
        self.lost = 0
        """Workers that ended by themselves."""
        self._places = asyncio.Semaphore(0)
        """One for each message that some worker could still be given; a few too many after one has ended."""
        self._workers: set[Worker] = set()
        self._tasks: set[asyncio.Task[None]] = set()

    @property
    def ready(self) -> int:
        """Workers that are up, at work or waiting for it."""
        return len(self._workers)

    async def start(self) -> None:
        """Start all workers, the first one alone, since it may have to build what the others then find.

        A second time it does so under the configuration as it then is, and lets the old workers go once the new ones
        are ready; where these cannot start, the old ones stay.

        Raises:
            WorkerError: the configuration cannot be used.
        """
        fresh = [await Worker.start(self.options)]
        try:
            fresh += await asyncio.gather(*(Worker.start(self.options) for _ in range(self.size - 1)))
        except BaseException:
            fresh[0].kill()
            raise
        old, self._workers, self.terms = self._workers, set(), fresh[0].terms
        for worker in old:
            worker.retire()  # one at work gives its answer first
        for worker in fresh:
            self._adopt(worker)

    async def judge(self, message: Message) -> tuple[Verdict, str]:
        """The verdict on a message, and "" or why the log of decisions could not be written.

        Where no worker could tell in time the verdict is the configuration's ``on-failure``. A worker that ends at
        work may have been ended by somebody else: the message goes to another one, but not for ever.
        """
        seconds = self.terms.seconds
        deadline = asyncio.get_running_loop().time() + seconds if seconds else None
        for _ in range(ATTEMPTS):
            try:
                async with asyncio.timeout_at(deadline):
                    worker = await self._free()
            except TimeoutError:
                return failed(self.terms.on_failure, "busy"), ""
            try:
                async with asyncio.timeout_at(deadline + SLACK if deadline else None):
                    answer = await worker.judge(message)
            except TimeoutError:
                self.killed += 1
                self._end(worker)
                return failed(self.terms.on_failure, "late"), ""
            except WorkerError as error:
                self.tell(str(error))
                self._end(worker)
            else:
                if worker in self._workers:
                    self._places.release()
                return answer
        return failed(self.terms.on_failure, "crashed"), ""

    async def stop(self) -> None:
        """End all workers."""
        workers, self._workers = self._workers, set()
        for task in self._tasks:
            task.cancel()
        for worker in workers:
            worker.kill()
        await asyncio.gather(*(worker.ended() for worker in workers))

    async def _free(self) -> Worker:
        """The worker with the least to do, as soon as one can take more."""
        while True:
            await self._places.acquire()
            able = [worker for worker in self._workers if worker.pending < DEPTH and not worker.has_ended]
            if able:
                return min(able, key=lambda worker: worker.pending)

    def _adopt(self, worker: Worker) -> None:
        self._workers.add(worker)
        for _ in range(DEPTH):
            self._places.release()
        self._spawn(self._watch(worker))

    def _end(self, worker: Worker) -> None:
        self._workers.discard(worker)
        worker.kill()

    async def _watch(self, worker: Worker) -> None:
        """Fill a worker's place when it has ended, unless it was let go."""
        await worker.ended()
        self._workers.discard(worker)
        if not worker.is_dismissed:
            self.lost += 1
            self.tell("a worker has ended; another one is started")
        pause, longest = RETRY_SECONDS
        while self.ready < self.size:
            try:
                fresh = await Worker.start(self.options)
            except WorkerError as error:
                self.tell(str(error))
                await asyncio.sleep(pause)
                pause = min(2 * pause, longest)
            else:
                self._adopt(fresh) if self.ready < self.size else fresh.retire()

    def _spawn(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
