"""``maillint fix``: rewrites put into messages, in their files or on the way through."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from maillint.cli import fix_show
from maillint.cli import request as requests
from maillint.cli.fix_put import Put, Putter
from maillint.cli.fix_texts import failure, say
from maillint.cli.guard import tell
from maillint.cli.lint import fails, judge, reference
from maillint.cli.output import complain, is_input, nearby
from maillint.cli.request import Request, UsageError
from maillint.cli.session import Session, named
from maillint.finding import Grade
from maillint.message import read, sources
from maillint.records import NamedTuple
from maillint.report.safe import visible
from maillint.rewrite import files
from maillint.rewrite.choosing import is_wanted
from maillint.rewrite.mending import Mender

if TYPE_CHECKING:
    from collections.abc import Callable

    from maillint.engine import Report, Ruleset
    from maillint.finding import Finding
    from maillint.report.view import Look
    from maillint.rewrite.mending import Mended
    from maillint.rewrite.model.writer import Writer


class Wish(NamedTuple):
    """What the user asked ``fix`` for, beside what every run is asked for."""

    request: Request
    only: tuple[str, ...] = ()
    suggested: bool = False
    diff: bool = False
    interactive: bool = False
    backup: bool = True
    split: str | None = None
    """The folder for drafts, when messages are to be split instead."""

    @property
    def goes_through(self) -> bool:
        """Whether the message itself is printed: it came from standard input, or is to go to standard output."""
        is_filter = self.request.paths == ("-",) and not self.request.output and self.split is None
        return not self.diff and (self.request.output == "-" or is_filter)


def run(wish: Wish, write: Callable[[str], object]) -> int:
    """Fix all messages and say what was done; returns the exit status, that of ``lint`` on what lies there now.

    Raises:
        UsageError: the command line or a configuration cannot be used; nothing was changed then.
    """
    _hold(wish)
    fixer = Fixer(wish, write)
    entries = [entry for path in wish.request.paths for entry in sources.locate([path])]
    if wish.request.output is not None and len(entries) != 1:
        raise UsageError(f"--output {wish.request.output}: it holds one message, and there are {len(entries)}")
    for entry in entries:
        fixer.fix_or_tell(entry)
        if fixer.is_over:
            break
    fixer.close()
    return fixer.status


def _hold(wish: Wish) -> None:
    request = wish.request
    if wish.interactive and wish.diff:
        raise UsageError("--interactive and --diff: give one of them")
    if wish.interactive and "-" in request.paths:
        raise UsageError("--interactive asks on standard input, so the message cannot come from there")
    if wish.split is not None and (wish.interactive or wish.diff or wish.suggested or request.output):
        raise UsageError("--split writes new drafts and changes nothing; fix those afterwards")
    if wish.diff and request.output:
        raise UsageError("--diff changes nothing, so there is nothing for --output")
    if "-" in request.paths and len(request.paths) > 1:
        raise UsageError("- is the only path where it is given, since the message goes to standard output")
    if request.output not in (None, "-") and is_input(request.output, request.paths):
        raise UsageError(f"--output {request.output}: this is the message; without --output it is rewritten in place")
    reference(request.date)


class Fixer:
    """Fixes messages one by one."""

    def __init__(self, wish: Wish, write: Callable[[str], object]) -> None:
        self._wish = wish
        self._session = Session(wish.request)
        self._look: Look = fix_show.dressed(self._session.look(wish.request.paths[0]), wish.request)
        self._write = tell_lines if wish.goes_through else write
        self._failed = self._missed = False
        self._putter = Putter(self._look.language, self._write, keep=wish.backup)
        self._writers: dict[str, Writer | None] = {}
        self.is_over = False
        """The user wants no more questions."""
        for path in wish.request.paths:
            named(wish.only, self._session.ruleset(path))

    @property
    def status(self) -> int:
        """The exit status so far."""
        if self._failed:
            return requests.FINDINGS
        return requests.UNREADABLE if self._missed or self._putter.has_failed else requests.PASSED

    def fix_or_tell(self, entry: sources.Entry) -> None:
        """Fix one message; one that maillint itself stumbles over stays as it is, is told, and the run goes on."""
        try:
            self.fix(entry)
        except (UsageError, OSError):
            raise
        except Exception as error:
            if self._wish.request.debug or self._wish.goes_through:
                raise
            complain(entry.path, "crashed", self._look.language, f"{type(error).__name__}: {error}")
            self._missed = True

    def fix(self, entry: sources.Entry) -> None:
        """Fix one message and put it where it goes."""
        self._putter.begin(entry)
        item = sources.load(entry)
        if item.error:
            complain(entry.path, item.error, self._look.language)
            self._missed = True
            return
        if self._wish.split is not None:
            self._split(entry, item, self._wish.split)
            return
        mended = self._mended(entry, item)
        report = mended.after if self._deliver(entry, item, mended) else mended.before
        self._failed |= fails(report, self._rules(entry).config)

    def _split(self, entry: sources.Entry, item: sources.Item, folder: str) -> None:
        from maillint.cli.fix_split import Splitter

        ruleset = self._rules(entry)
        report = judge(item, ruleset, self._wish.request)
        is_written = Splitter(folder, self._look.language, self._write).split(item.path, item.data, report, ruleset)
        self._missed |= not is_written
        self._failed |= fails(report, ruleset.config)

    def _rules(self, entry: sources.Entry) -> Ruleset:
        return self._session.ruleset(entry.file)

    def _mended(self, entry: sources.Entry, item: sources.Item) -> Mended:
        ruleset = self._rules(entry)
        date = self._wish.request.date or read(item.data).reference.isoformat()
        request = self._wish.request._replace(date=date)

        def judged(data: bytes) -> Report:
            return judge(item._replace(data=data), ruleset, request)

        writer = self._writer(ruleset)

        def enriched(data: bytes) -> Report:
            report = judged(data)
            return writer.enriched(read(data), report) if writer else report

        checks = named(self._wish.only, ruleset) if self._wish.only else None
        if self._wish.interactive:
            from maillint.cli.fix_review import Review

            review = Review(enriched, checks, ruleset, self._look, self._write)
            mended = review.go_through(item.data)
            self.is_over = review.is_over
            self._session = Session(self._wish.request)  # what is ignored by now is no finding any more
            return mended._replace(after=judge(item._replace(data=mended.data), self._rules(entry), request))
        grade = Grade.SUGGESTED if self._wish.suggested else Grade.SAFE
        mended = Mender(judged, grade, lambda finding: checks is None or finding.check in checks).mend(item.data)
        if writer and not mended.refusal:  # what is left then is asked of the model
            more = Mender(enriched, grade, lambda finding: checks is None or finding.check in checks).mend(mended.data)
            mended = more._replace(before=mended.before, applied=(*mended.applied, *more.applied))
        return mended

    def _writer(self, ruleset: Ruleset) -> Writer | None:
        """The model-backed rewriter, where one is configured and suggestions are wanted; one for each configuration."""
        if (
            not (self._wish.suggested or self._wish.interactive)
            or ruleset.config["rewrite"].get("engine", "off") == "off"
        ):
            return None
        from maillint.cli.fix_model import hold_origins, writer

        hold_origins(ruleset.config, self._wish.request.config)
        key = repr(ruleset.config["rewrite"])
        if key not in self._writers:
            self._writers[key] = writer(ruleset.config, self._look)
        return self._writers[key]

    def _deliver(self, entry: sources.Entry, item: sources.Item, mended: Mended) -> bool:
        """Print the difference, or put the message where it goes; says whether it lies there now as mended."""
        if self._wish.diff:
            self._write(fix_show.difference(mended, self._look))
            self._tell_rest(mended)
            return False
        try:
            put = self._put(entry, item.data, mended.data)
        except OSError as error:
            output, reason = self._wish.request.output, failure(self._look.language, error)
            key, path = ("failed", entry.path) if output in (None, "-") else ("failed-output", output)
            self._write(f"{say(self._look.language, key, path=visible(path), why=reason)}\n")
            self._missed = True
            return False
        self._write(fix_show.summary(mended, put.backup, self._look))
        if put.place:
            self._write(f"  {say(self._look.language, 'placed', path=nearby(put.place))}\n")
        self._tell_rest(mended)
        return True

    def _put(self, entry: sources.Entry, before: bytes, after: bytes) -> Put:
        """Write the message; says where it and the original are now."""
        output = self._wish.request.output
        if self._wish.goes_through:
            sys.stdout.flush()
            sys.stdout.buffer.write(after)
        elif output is not None:
            files.write(output, after)
        elif before != after:
            return self._putter.put(entry, before, after)
        return Put()

    def close(self) -> None:
        """Write what is left to write, and tell what the model did not give."""
        self._putter.close()
        for writer in filter(None, self._writers.values()):
            from maillint.cli.fix_model import failed

            self._write(failed(writer, self._look))

    def _tell_rest(self, mended: Mended) -> None:
        """What was left, and how many rewrites wait for --suggested."""
        self._write(fix_show.rest(mended, self._look))
        if not (self._wish.suggested or self._wish.interactive or mended.refusal):
            waiting = [finding for finding in mended.after.findings if self._waits(finding)]
            if waiting:
                path = visible(mended.after.path)
                self._write(f"{say(self._look.language, 'more', path=path, n=len(waiting))}\n")

    @staticmethod
    def _waits(finding: Finding) -> bool:
        return is_wanted(finding, Grade.SUGGESTED) and not is_wanted(finding, Grade.SAFE)


def tell_lines(text: str) -> None:
    """Text on standard error, where standard output is for the message."""
    for line in text.splitlines():
        tell(line)
