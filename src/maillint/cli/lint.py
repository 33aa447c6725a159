"""``maillint lint``: read, judge, show, and answer with an exit status."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint import report as formats
from maillint.cli import request as requests
from maillint.cli.output import Output, complain
from maillint.cli.progress import Progress
from maillint.cli.session import Session, threshold
from maillint.engine import Report, lint, unreadable
from maillint.message import read, sources
from maillint.records import NamedTuple
from maillint.report.renderer import PASSED_OVER, Summary

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from maillint.cli.request import Request
    from maillint.engine import Config, Ruleset
    from maillint.report.renderer import Renderer


class Part(NamedTuple):
    """One or more messages, judged and rendered."""

    bodies: list[str]
    summary: Summary


def run(request: Request) -> int:
    """Lint all paths of a request and print the result; returns the exit status.

    Raises:
        UsageError: the request or a configuration cannot be used; nothing was printed then.
    """
    if request.jobs < 0:
        raise requests.UsageError(f"--jobs {request.jobs}: give the number of processes, or 0 for one each core")
    session = Session(request)
    reference(request.date)
    look = session.look(request.paths[0])
    with Output(request) as output:
        look = output.dressed(look)
        renderer = formats.make(request.format, look)
        progress = Progress(look.language, result_is_on_screen=output.is_on_screen)
        if progress.is_watched or request.jobs != 1:
            prepare(session.ruleset(request.paths[0]), progress)
        total = Summary()
        output.write(renderer.head())
        for part in parts(session, renderer):
            total.add(part.summary)
            progress.clear() if part.summary.unreadable else progress.at(total.messages)
            for body in part.bodies:
                output.body(body, renderer.separator)
            for path, (error, reason) in part.summary.unreadable.items():
                complain(path, error, look.language, reason)
        progress.clear()
        output.write(renderer.foot(total))
    return status(request, total)


def prepare(ruleset: Ruleset, progress: Progress) -> None:
    """Build what is built once a machine before the first message waits for it, or several processes build it."""
    if any(spec.group == "spelling" for spec in ruleset.specs):
        from maillint.language import spelling

        if not spelling.is_ready():
            progress.preparing()
            spelling.prepare()
            progress.clear()


def status(request: Request, total: Summary) -> int:
    """1 when a message failed, else 3 when one could not be read, else 0; always 0 for SARIF."""
    if request.format == "sarif":
        return requests.PASSED
    if total.failed:
        return requests.FINDINGS
    return requests.UNREADABLE if total.unreadable else requests.PASSED


def parts(session: Session, renderer: Renderer) -> Iterator[Part]:
    """The run's messages in order, by one process or many."""
    if session.request.jobs != 1:
        from maillint.cli.pool import shared

        yield from shared(session, renderer)
        return
    for path in session.request.paths:
        ruleset = session.ruleset(path)
        skipped: list[str] = []
        for item in sources.iterate([path], skipped):
            yield show([item], ruleset, renderer, session.request)
        yield passed_over(skipped, renderer)


def show(items: Iterable[sources.Item], ruleset: Ruleset, renderer: Renderer, request: Request) -> Part:
    """Judge and render messages. One that maillint itself stumbles over is reported, and the run goes on."""
    part = Part([], Summary())
    for item in items:
        try:
            report = judge(item, ruleset, request)
            body = renderer.body(report, item.data)
        except Exception as error:
            if request.debug:
                raise
            report = unreadable(item.path, "crashed", reason=f"{type(error).__name__}: {error}")
            body = renderer.body(report)
        part.bodies.append(body)
        part.summary.count(report, failed=fails(report, ruleset.config))
    return part


def passed_over(files: list[str], renderer: Renderer) -> Part:
    """Files of a folder that are no mail: formats for programs list them, so that nothing is lost unseen."""
    part = Part(
        [renderer.body(unreadable(file, "not-a-message")._replace(note=PASSED_OVER)) for file in files], Summary()
    )
    part.summary.skipped.extend(files)
    return part


def judge(item: sources.Item, ruleset: Ruleset, request: Request) -> Report:
    """The report of one input."""
    if item.error:
        return unreadable(item.path, item.error)
    draft = read(item.data)
    if request.date and draft.date is None:
        draft = draft._replace(date=reference(request.date))
    return lint(draft, ruleset, item.path)


def fails(report: Report, config: Config) -> bool:
    """Whether a message has a finding at or above ``fail-on`` or a score below ``min-score``."""
    if report.error:
        return False
    least = threshold(config)
    return report.score < config["min-score"] or any(finding.severity.rank <= least for finding in report.findings)


def reference(date: str | None) -> datetime | None:
    """The moment of ``--date``; aware, in the machine's zone when it names none."""
    if date is None:
        return None
    from datetime import datetime

    try:
        return datetime.fromisoformat(date).astimezone()
    except (ValueError, OSError) as error:
        raise requests.UsageError(f"--date {date}: write it as 2026-11-25 or 2026-11-25T10:00:00+08:00") from error
