"""The program's door: a plain ``maillint FILE...`` goes straight to work, anything else to the full parser."""

from __future__ import annotations

import gc
import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import NoReturn, TextIO

_COLLECT_EVERY = 100_000
"""Objects. A run makes little garbage; Python's 700 would search all that is imported a dozen times."""


def main() -> int:
    """Run the command line and return its exit status."""
    from maillint.cli.guard import guarded

    sys.stdin = sys.stdin or open(os.devnull, encoding="utf-8")  # noqa: SIM115 - closed, as after ``<&-``
    sys.stdout = sys.stdout or _nowhere()
    sys.stderr = sys.stderr or _nowhere()
    gc.set_threshold(_COLLECT_EVERY)
    arguments = sys.argv[1:]
    debug = "--debug" in arguments or bool(os.environ.get("MAILLINT_DEBUG"))
    return guarded(lambda: _run(arguments), debug=debug)


def _nowhere() -> TextIO:
    """What takes the place of a closed stream, as after ``>&-``."""
    return open(os.devnull, "w", encoding="utf-8")


def _run(arguments: list[str]) -> int:
    from maillint.cli import plain

    arguments = plain.in_order(arguments)
    request = plain.parse(arguments)
    if request is not None:
        from maillint.cli.lint import run

        return run(request)
    from maillint.cli.app import run as run_app

    return run_app(arguments)


def leave() -> NoReturn:
    """The console script: run, then be gone at once. Taking the interpreter apart would cost a tenth of the run."""
    status = main()
    sys.stderr.flush()
    os._exit(status)


if __name__ == "__main__":
    leave()
