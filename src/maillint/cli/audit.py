"""``maillint audit``: judge what is new, keep it, show the figures, answer with an exit status."""

from __future__ import annotations

import os
import signal
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from maillint.audit import baseline as baselines
from maillint.audit import signature
from maillint.audit.imap.address import is_address
from maillint.audit.run import Run
from maillint.audit.sources.files import Files
from maillint.audit.texts import counted, say
from maillint.audit.worker import Terms
from maillint.cli import audit_imap
from maillint.cli import request as requests
from maillint.cli.audit_meter import Meter
from maillint.cli.audit_places import begun, found, place_of
from maillint.cli.audit_shown import show
from maillint.cli.guard import tell
from maillint.cli.lint import prepare
from maillint.cli.progress import Progress
from maillint.cli.request import UsageError
from maillint.cli.session import Session, language_of, threshold
from maillint.records import NamedTuple
from maillint.report.strings import enumerated

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType

    from maillint.audit.baseline import Fresh
    from maillint.audit.imap.source import Imap
    from maillint.audit.run import Outcome
    from maillint.audit.store import Store
    from maillint.audit.summary import Summary
    from maillint.cli.audit_imap import Access
    from maillint.cli.request import Request
    from maillint.engine import Config, Ruleset


class Wish(NamedTuple):
    """What the user asked ``audit`` for."""

    request: Request
    store: str | None = None
    page: str | None = None
    baseline: str | None = None
    keep_text: bool = False
    superiors: tuple[str, ...] = ()
    access: Access | None = None


class Stopped(KeyboardInterrupt):
    """SIGTERM came: as good as Ctrl-C."""


def run(wish: Wish) -> int:
    """Judge all that is new in the sources, and show the figures of the store.

    Raises:
        UsageError: a source is not there, or something of the configuration or the store cannot be used.
    """
    request = wish.request
    audit_imap.checked(request.paths, request.lang)
    for source in request.paths:
        if not os.path.exists(source) and not is_address(source):
            raise UsageError(f"{source}: there is no such file or folder")
    known = baselined(wish.baseline)
    session = Session(request._replace(min_score=None, fail_on=None))
    ruleset = session.ruleset(os.curdir if is_address(request.paths[0]) else request.paths[0])
    language = language_of(request.lang, ruleset.config)
    prepare(ruleset, Progress(language, result_is_on_screen=False))
    with begun(wish.store or place_of(request.paths)) as store:
        try:
            outcome, files, mailboxes = _through(wish, store, ruleset, language)
        except KeyboardInterrupt as stopped:
            tell(f"maillint: {counted(language, 'stopped', len(store), path=store.path)}")
            return 143 if isinstance(stopped, Stopped) else requests.INTERRUPTED
        audit_imap.tell_of(mailboxes, language)
        is_short = any(mailbox.failure for mailbox in mailboxes)
        if is_short and not len(store):
            store.forsake()
            return requests.UNREADABLE
        summary, fresh = show(wish, store, ruleset, language, known)
        if not summary.messages:
            tell(f"maillint: {say(language, 'no-messages', paths=enumerated(language, list(request.paths)))}")
        _tell_more(outcome, files, store, language)
    return _status(request, summary, fresh, ruleset.config) or (requests.UNREADABLE if is_short else requests.PASSED)


def baselined(path: str | None) -> dict[str, int] | None:
    """The baseline a user names; None when none is.

    Raises:
        UsageError: it is none.
    """
    try:
        return baselines.read(path) if path is not None else None
    except baselines.BaselineError as error:
        raise UsageError(f"--baseline {error}") from error


def _through(wish: Wish, store: Store, ruleset: Ruleset, language: str) -> tuple[Outcome, Files, list[Imap]]:
    """Everything that takes long, between two moments at which the store is whole."""
    rules = signature.of(ruleset, keep_text=wish.keep_text)
    store.begin(rules, wish.request.paths)
    terms = Terms(store.path, rules, ruleset.config, wish.keep_text, ruleset.only)
    files = Files([path for path in wish.request.paths if not is_address(path)], store)
    meter = Meter(language)
    mailboxes = audit_imap.sources(wish.request.paths, wish.access, store, language, meter.told)
    try:
        with _stoppable():
            outcome = Run(store, terms, ruleset, wish.request.jobs).through([files, *mailboxes], meter)
    finally:
        meter.clear()
    if not any(mailbox.failure for mailbox in mailboxes):
        store.finish()
    outcome.met += sum(mailbox.unchanged for mailbox in mailboxes)
    return outcome, files, mailboxes


def _stop(number: int, frame: FrameType | None) -> None:  # noqa: ARG001 - what a handler is called with
    raise Stopped


@contextmanager
def _stoppable() -> Iterator[None]:
    """SIGTERM, which a system sends before it goes down, stops as Ctrl-C does."""
    before = signal.signal(signal.SIGTERM, _stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _tell_more(outcome: Outcome, files: Files, store: Store, language: str) -> None:
    sys.stdout.flush()
    if files.passed_over:
        tell(counted(language, "passed-over", files.passed_over))
    if known := outcome.met - outcome.judged + files.unchanged:
        tell(say(language, "was", judged=f"{outcome.judged:,}", known=f"{known:,}"))
    tell(say(language, "store", path=store.path))


def report(wish: Wish) -> int:
    """Show the figures of a store.

    Raises:
        UsageError: there is no such store, or the page cannot be written.
    """
    known = baselined(wish.baseline)
    ruleset = Session(wish.request).ruleset(".")
    language = language_of(wish.request.lang, ruleset.config)
    with found(wish.request.paths[0], language) as store:
        show(wish, store, ruleset, language, known)
    return requests.PASSED


def _status(request: Request, summary: Summary, fresh: Fresh | None, config: Config) -> int:
    """3 when nothing could be read, be it that there is nothing, 1 when something fails, else 0."""
    if summary.messages == sum(summary.errors.values()):
        return requests.UNREADABLE
    least = threshold(config) if request.fail_on is None else _rank(request.fail_on)
    is_asked = fresh is not None or request.fail_on is not None
    is_found = is_asked and (summary if fresh is None else fresh).rank <= least
    is_low = request.min_score is not None and summary.judged > 0 and summary.mean < request.min_score
    return requests.FINDINGS if is_found or is_low else requests.PASSED


def _rank(severity: str) -> int:
    from maillint.finding import Severity

    return -1 if severity == "never" else Severity(severity).rank
