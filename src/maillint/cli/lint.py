"""``maillint lint``: read, judge, show, and answer with an exit status."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from maillint import report as formats
from maillint.cli import request as requests
from maillint.cli.output import Output, complain
from maillint.cli.session import Session, threshold
from maillint.engine import Report, lint, unreadable
from maillint.message import read, sources
from maillint.report.renderer import Summary

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from maillint.cli.request import Request
    from maillint.engine import Config, Ruleset
    from maillint.report.renderer import Renderer


@dataclass(frozen=True, slots=True)
class Shown:
    """One message, judged and rendered."""

    path: str
    body: str
    summary: Summary


def run(request: Request) -> int:
    """Lint all paths of a request and print the result; returns the exit status.

    Raises:
        UsageError: the request or a configuration cannot be used; nothing was printed then.
    """
    session = Session(request)
    reference(request.date)
    look = session.look(request.paths[0])
    with Output(request) as output:
        renderer = formats.make(request.format, output.dressed(look))
        total = Summary()
        output.write(renderer.head())
        for shown in _shown(session, renderer):
            total.add(shown.summary)
            output.body(shown.body, renderer.separator)
            for path, (error, reason) in shown.summary.unreadable.items():
                complain(path, error, look.language, reason)
        output.write(renderer.foot(total))
    return status(request, total)


def status(request: Request, total: Summary) -> int:
    """1 when a message failed, else 3 when one could not be read, else 0; always 0 for SARIF."""
    if request.format == "sarif":
        return requests.PASSED
    if total.failed:
        return requests.FINDINGS
    return requests.UNREADABLE if total.unreadable else requests.PASSED


def _shown(session: Session, renderer: Renderer) -> Iterator[Shown]:
    for path in session.request.paths:
        ruleset = session.ruleset(path)
        for item in sources.iterate([path]):
            yield show(item, ruleset, renderer, session.request)


def show(item: sources.Item, ruleset: Ruleset, renderer: Renderer, request: Request) -> Shown:
    """Judge and render one message. One that maillint itself stumbles over is reported, and the run goes on."""
    try:
        report = judge(item, ruleset, request)
        body = renderer.body(report, item.data)
    except Exception as error:
        if request.debug:
            raise
        report = unreadable(item.path, "crashed", reason=f"{type(error).__name__}: {error}")
        body = renderer.body(report)
    summary = Summary()
    summary.count(report, failed=fails(report, ruleset.config))
    return Shown(item.path, body, summary)


def judge(item: sources.Item, ruleset: Ruleset, request: Request) -> Report:
    """The report of one input."""
    if item.error:
        return unreadable(item.path, item.error)
    draft = read(item.data)
    if request.date and draft.date is None:
        from dataclasses import replace

        draft = replace(draft, date=reference(request.date))
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
