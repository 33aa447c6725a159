"""A time that work may take, after which it is broken off."""

from __future__ import annotations

import signal
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType


class Late(BaseException):
    """The time is up. No Exception, so that what catches those in between does not swallow it."""


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Break off what runs inside after so many seconds; 0 sets no limit.

    It goes by the alarm signal (POSIX setitimer), so only a process's main thread is held to it. Elsewhere the limit
    is not kept, and whoever runs worker processes has to end them.

    Raises:
        Late: the time was up.
    """
    if seconds <= 0 or not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGALRM, _ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _ring(number: int, frame: FrameType | None) -> None:  # noqa: ARG001 - a signal handler's form
    raise Late
