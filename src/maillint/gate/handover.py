"""The step to the program that sends: it takes this process's place, so that its exit status and signals are ours."""

from __future__ import annotations

import os
import signal
import tempfile
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from collections.abc import Sequence

_PIECE = 1 << 20


def hand_over(command: Sequence[str], data: bytes | None = None) -> NoReturn:
    """Become the command.

    Args:
        command: program and arguments, passed on as they are.
        data: what it reads on standard input; None leaves standard input alone.

    Raises:
        OSError: the program cannot be started, or there is no room for the message; nothing was sent then.
    """
    if data is not None:
        handle = _unnamed(data)
        os.dup2(handle, 0)
    for number in (signal.SIGPIPE, signal.SIGXFSZ):  # Python ignores these, and a program would inherit that
        signal.signal(number, signal.SIG_DFL)
    os.execvp(command[0], list(command))  # noqa: S606 - no shell is the point


def _unnamed(data: bytes) -> int:
    """A file without a name that holds the message, at its beginning: in memory where the system can (Linux)."""
    try:
        handle = os.memfd_create("message")
    except (AttributeError, OSError):
        with tempfile.TemporaryFile() as file:
            handle = os.dup(file.fileno())
    view = memoryview(data)
    while view:
        view = view[os.write(handle, view[:_PIECE]) :]
    os.lseek(handle, 0, os.SEEK_SET)
    return handle
