"""Nothing a person meets at the command line is a traceback."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from maillint.cli.request import BROKEN, INTERRUPTED, PIPE_CLOSED, USAGE, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable


def guarded(action: Callable[[], int], *, debug: bool = False) -> int:
    """Run an action; whatever goes wrong becomes one clear line on standard error and an exit status."""
    try:
        status = action()
        sys.stdout.flush()
    except UsageError as error:
        return _told(f"maillint: {error}", USAGE)
    except BrokenPipeError:
        return _silenced()
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:
        if debug:
            raise
        kind = type(error).__name__
        return _told(f"maillint: this is a bug in maillint: {kind}: {error} (--debug shows where)", BROKEN)
    return status


def tell(text: str) -> None:
    """One line on standard error, behind all that was printed before it, also where both go into one file.

    Names of files, options and mail stand in it: nothing in them is obeyed by a terminal.
    """
    from maillint.report.safe import visible

    with suppress(OSError):  # whoever prints next will hear of it
        sys.stdout.flush()
    try:
        sys.stderr.write(f"{visible(text)}\n")
        sys.stderr.flush()
    except OSError:  # nobody listens, or the disk behind it is full: no reason to stop, least of all for a gate
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 - for the rest of the run


def _told(text: str, status: int) -> int:
    tell(" ".join(text.split()))
    return status


def _silenced() -> int:
    """The reader of our output has gone, as after ``| head``: leave without a word, the interpreter included."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    return PIPE_CLOSED
