"""One page for people: self-contained, no script, nothing loaded from anywhere; made to be read and printed."""

from __future__ import annotations

import base64
import hashlib
import os
from html import escape as _escape
from typing import TYPE_CHECKING

from maillint.report import page_text, table
from maillint.report.excerpt import scene
from maillint.report.renderer import UNJUDGED, Renderer
from maillint.report.safe import visible
from maillint.report.strings import count, enumerated, error_text, listed, say, zone_name
from maillint.report.view import choices, matters, number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maillint.engine import Report
    from maillint.report.renderer import Summary
    from maillint.report.view import Seen


class Html(Renderer):
    """The head waits in each body's company: the table of messages stands in the foot and is shown first."""

    def head(self) -> str:
        """The page up to its first message."""
        style = _style()
        digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
        policy = f"default-src 'none'; style-src 'sha256-{digest}'"
        title = self._say("page.title")
        return (
            f'<!doctype html>\n<html lang="{self.look.language}">\n<head>\n<meta charset="utf-8">\n'
            f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            '<meta name="referrer" content="no-referrer">\n'
            f"<title>{title}</title>\n<style>{style}</style>\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n"
        )

    def body(self, report: Report, data: bytes = b"") -> str:  # noqa: ARG002
        """One message as a section."""
        if report.error:
            return ""
        inner = "".join([*self._findings(report), *self._notes(report), *self._tables(report)])
        return f'<section class="message">\n{self._top(report)}{inner}</section>\n'

    def foot(self, summary: Summary) -> str:
        """The run in one line, what could not be read, and the page's end."""
        language = self.look.language
        parts = [count(language, "message", summary.messages)]
        parts += [count(language, "failed", summary.failed)] if summary.failed else []
        parts += [count(language, "skipped", len(summary.skipped))] if summary.skipped else []
        parts += [say(language, "average", score=number(summary.average))] if summary.judged else []
        lines = [f'<p class="dim">{listed(language, parts)}</p>\n']
        if summary.unreadable:
            lines.append(f"<h3>{self._say('page.unreadable')}</h3>\n<ul>\n")
            lines += [
                f"<li><code>{escape(path)}</code> {escape(error_text(language, *why))}</li>\n"
                for path, why in summary.unreadable.items()
            ]
            lines.append("</ul>\n")
        return f'<section class="message">\n{"".join(lines)}</section>\n</main>\n</body>\n</html>\n'

    def _say(self, key: str, **args: str) -> str:
        return escape(say(self.look.language, key, **args))

    def _top(self, report: Report) -> str:
        subject = escape(report.subject) or self._say("page.no-subject")
        score = ""
        if report.note not in UNJUDGED:
            score = f'<p class="score"><b>{number(report.score)}</b> {report.grade}{self._after(report)}</p>'
        return (
            f'<div class="top"><div><h2 lang="{_tag(report.language)}">{subject}</h2>'
            f'<p class="dim"><code>{escape(report.path)}</code></p></div>{score}</div>\n'
        )

    def _after(self, report: Report) -> str:
        if report.after <= report.score:
            return ""
        return f'<br><span class="dim">{self._say("after")} {number(report.after)}</span>'

    def _findings(self, report: Report) -> Iterator[str]:
        zone = ""
        for item in matters(report, self.look):
            if item.finding.span.zone != zone:
                zone = item.finding.span.zone
                yield f"<h3>{escape(zone_name(self.look.language, zone))}</h3>\n"
            yield self._finding(report, item)

    def _finding(self, report: Report, item: Seen) -> str:
        severity = item.finding.severity.value
        lines = [
            f'<p class="say"><span class="severity">{self._say(severity)}</span> {escape(item.message)}</p>',
            *self._places(report, item),
            *([f"<p>{escape(item.advice)}</p>"] if item.advice and not item.edits else []),
            *([f'<p class="dim">{escape(item.why)}</p>'] if item.why else []),
            f'<p class="dim"><code>{escape(item.checks)}</code></p>',
        ]
        return f'<article class="finding {severity}">\n' + "\n".join(lines) + "\n</article>\n"

    def _places(self, report: Report, item: Seen) -> Iterator[str]:
        lang = _tag(report.language)
        shown = scene(report, item.finding)
        if shown.excerpt:
            before, marked, after = map(_escape, shown.excerpt)
            kind, sign = (" old", "−") if shown.is_old else ("", "")
            yield f'<p class="line{kind}" lang="{lang}" data-sign="{sign}">{before}<mark>{marked}</mark>{after}</p>'
        for change in shown.changes:
            old = "" if shown.is_old else "\n".join(change.old).strip("\n")
            for kind, sign, lines in (("old", "−", old), ("new", "+", "\n".join(change.new).strip("\n"))):
                if lines:
                    yield f'<p class="line {kind}" lang="{lang}" data-sign="{sign}">{page_text.lines(lines)}</p>'
        for other in choices(report, item.finding)[1:]:
            yield f'<p class="line new" lang="{lang}" data-sign="{self._say("or")}">{page_text.lines(other)}</p>'

    def _notes(self, report: Report) -> Iterator[str]:
        if report.note:
            yield f"<p>{self._say(f'note.{report.note}')}</p>\n"
        elif not report.findings:
            yield f"<p>{self._say('clean')}</p>\n"
        if report.unknown:
            yield f"<p>{self._say('unknown', checks=', '.join(report.unknown))}</p>\n"
        if report.locked:
            yield f"<p>{self._say('locked', checks=enumerated(self.look.language, list(report.locked)))}</p>\n"
        if report.unused:
            yield f"<p>{self._say('unused', checks=enumerated(self.look.language, list(report.unused)))}</p>\n"

    def _tables(self, report: Report) -> Iterator[str]:
        if report.groups:
            yield f"<details open><summary>{self._say('breakdown')}</summary>\n<table>\n"
            yield f'<tr><th class="number">{self._say("points")}</th><th>{self._say("chapter")}</th>'
            yield f"<th>{self._say('because')}</th></tr>\n"
            for points, name, reason in table.rows(report, self.look):
                yield f'<tr><td class="number">{points}</td><td>{escape(name)}</td><td>{escape(reason)}</td></tr>\n'
            yield "</table></details>\n"
        if report.findings and report.text:
            yield f"<details><summary>{self._say('page.marked')}</summary>\n"
            yield f'<div class="text" lang="{_tag(report.language)}">{page_text.marked(report)}</div></details>\n'


def escape(text: str) -> str:
    """Text for HTML content and attributes, nothing hidden in it."""
    return _escape(visible(text))


def _tag(language: str) -> str:
    return {"mixed": "zh", "other": ""}.get(language, language)


def _style() -> str:
    with open(os.path.join(os.path.dirname(__file__), "page.css"), encoding="utf-8") as file:
        return file.read()
