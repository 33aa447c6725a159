"""What the user asked for: the one shape both parsers of the command line fill."""

from maillint.records import NamedTuple

PASSED = 0
FINDINGS = 1
USAGE = 2
UNREADABLE = 3
BROKEN = 70
"""A bug of ours (EX_SOFTWARE, sysexits.h)."""
INTERRUPTED = 130
PIPE_CLOSED = 141

COLOURS = ("auto", "always", "never")
FAIL_ON = ("error", "warning", "info", "advice", "never")


class UsageError(Exception):
    """The command line or the configuration cannot be used; the text says what to do."""


class Request(NamedTuple):
    """One run of ``maillint lint``. None means: as configured."""

    paths: tuple[str, ...] = ()
    format: str = "text"
    lang: str | None = None
    profile: str | None = None
    config: str | None = None
    fail_on: str | None = None
    min_score: float | None = None
    only: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    preview: bool = False
    date: str | None = None
    breakdown: bool = False
    why: bool = False
    output: str | None = None
    color: str = "auto"
    stats: bool = False
    quiet: bool = False
    jobs: int = 1
    debug: bool = False
