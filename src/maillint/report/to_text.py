"""Plain text for people: findings by zone with the place marked, the rewrite beside it, and the score."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.engine.results import CRASHED
from maillint.report.excerpt import scene
from maillint.report.file_places import FilePlaces
from maillint.report.renderer import UNJUDGED, Renderer
from maillint.report.safe import visible
from maillint.report.strings import count, enumerated, listed, say, zone_name
from maillint.report.view import choices, matters, number
from maillint.report.width import clip_right

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from maillint.engine import Report
    from maillint.report.excerpt import Excerpt
    from maillint.report.file_places import FilePlace
    from maillint.report.renderer import Summary
    from maillint.report.view import Look, Seen

_RESET = "\x1b[0m"
_STYLES = {
    "error": "\x1b[1;31m",
    "warning": "\x1b[33m",
    "info": "\x1b[36m",
    "advice": "\x1b[34m",
    "path": "\x1b[1m",
    "zone": "\x1b[1m",
    "check": "\x1b[2m",
    "old": "\x1b[31m",
    "new": "\x1b[32m",
}
_MOST_LINES = 6
_MESSAGE_COLUMNS = 400
_INDENT = "    "


class Text(Renderer):
    """The default format."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.separator = "" if look.quiet else "\n"

    def body(self, report: Report, data: bytes = b"") -> str:
        """One message: findings, notes, score. Nothing for one that could not be read: that is said elsewhere."""
        if report.error:
            return ""
        lines = [*self._findings(report, data)]
        if not self.look.quiet:
            lines += [*self._notes(report), *self._score(report)]
        return "".join(f"{line}\n" for line in lines)

    def foot(self, summary: Summary) -> str:
        """The run in one line, when it had more than one message, and the findings of each check if asked for."""
        total = "" if self.look.quiet or summary.messages < 2 else "\n" + self._total(summary) + "\n"
        return total + ("\n" + self._stats(summary) if self.look.stats and summary.checks else "")

    def _stats(self, summary: Summary) -> str:
        counts = sorted(summary.checks.items(), key=lambda item: (-item[1], item[0]))
        longest = max(len(check) for check in summary.checks)
        return "".join(f"{n:>6}  {check.ljust(longest)}  {self.look.catalog.title(check)}\n" for check, n in counts)

    def _total(self, summary: Summary) -> str:
        language = self.look.language
        parts = [count(language, "message", summary.messages)]
        parts += [count(language, "failed", summary.failed)] if summary.failed else []
        parts += [count(language, "unreadable", len(summary.unreadable))] if summary.unreadable else []
        parts += [count(language, "skipped", len(summary.skipped))] if summary.skipped else []
        parts += [say(language, "average", score=number(summary.average))] if summary.judged else []
        return listed(language, parts)

    def _findings(self, report: Report, data: bytes) -> Iterator[str]:
        places = FilePlaces(report, data)
        zone = ""
        for item in matters(report, self.look):
            finding = item.finding
            if self.look.quiet and finding.severity.rank > self.look.threshold and finding.key != CRASHED:
                continue
            if finding.span.zone != zone and not self.look.quiet:
                zone = finding.span.zone
                yield self._in("zone", zone_name(self.look.language, zone))
            yield self._headline(report, item, places)
            if not self.look.quiet:
                yield from (_INDENT + line for line in self._details(report, item))

    def _headline(self, report: Report, item: Seen, places: FilePlaces) -> str:
        severity = item.finding.severity.value
        where = self._where(report, item, places.find(item.finding.span))
        word = self._in(severity, say(self.look.language, "is", what=say(self.look.language, severity)))
        message = clip_right(visible(item.message), _MESSAGE_COLUMNS)
        return f"{self._in('path', where)} {word}{message} {self._in('check', f'[{item.checks}]')}"

    def _where(self, report: Report, item: Seen, place: FilePlace) -> str:
        path = visible(report.path)
        if place.is_known or item.finding.span.zone == "subject":
            return f"{path}:{place.line}:{place.column}:"
        return say(self.look.language, "place.text", path=path, line=item.place.line)

    def _details(self, report: Report, item: Seen) -> Iterator[str]:
        shown = scene(report, item.finding, self.look.columns)
        yield from self._marked(item, shown.excerpt, "-" if shown.is_old else "|")
        for change in shown.changes:
            for line in () if shown.is_old else _shortened(change.old, self.look.columns):
                yield self._in("old", f"- {line}")
            yield from self._new_lines(change.new, "+")
        yield from self._words(report, item)

    def _words(self, report: Report, item: Seen) -> Iterator[str]:
        for other in choices(report, item.finding, self.look.columns)[1:]:
            yield from self._new_lines(other.split("\n"), say(self.look.language, "or"))
        if item.advice and not item.edits:
            yield f"= {visible(item.advice)}"
        if self.look.why and item.why:
            yield say(self.look.language, "is", what=say(self.look.language, "why")) + visible(item.why)

    def _marked(self, item: Seen, shown: Excerpt | None, sign: str) -> Iterator[str]:
        if shown is None:
            return
        line = f"{sign} {shown.before}{shown.marked}{shown.after}"
        yield self._in("old", line) if sign == "-" else line
        yield self._in(item.finding.severity.value, "  " + shown.carets)

    def _new_lines(self, lines: Iterable[str], sign: str) -> Iterator[str]:
        for line in _shortened(lines, self.look.columns):
            yield self._in("new", f"{sign} {line}")

    def _notes(self, report: Report) -> Iterator[str]:
        language = self.look.language
        if report.note:
            yield f"{visible(report.path)}: {say(language, f'note.{report.note}')}"
        if report.unknown:
            yield f"{visible(report.path)}: {say(language, 'unknown', checks=visible(', '.join(report.unknown)))}"
        if report.locked:
            names = visible(enumerated(language, list(report.locked)))
            yield f"{visible(report.path)}: {say(language, 'locked', checks=names)}"
        if report.unused:
            names = visible(enumerated(language, list(report.unused)))
            yield f"{visible(report.path)}: {say(language, 'unused', checks=names)}"

    def _score(self, report: Report) -> Iterator[str]:
        language, score = self.look.language, number(report.score)
        key = "score.after" if report.after > report.score else "score"
        text = say(language, key, score=score, grade=report.grade, after=number(report.after))
        if report.note in UNJUDGED:
            return
        if self.look.breakdown:
            from maillint.report import table

            yield from table.lines(report, self.look)
        if report.findings:
            yield self._in("path", text)
        else:
            yield listed(language, [f"{visible(report.path)}: {say(language, 'clean')}", text])

    def _in(self, style: str, text: str) -> str:
        return f"{_STYLES[style]}{text}{_RESET}" if self.look.colour else text


def _shortened(lines: Iterable[str], columns: int) -> list[str]:
    kept = [clip_right(visible(line), columns) for line in lines if line.strip()]
    return [*kept[:_MOST_LINES], "…"] if len(kept) > _MOST_LINES else kept
