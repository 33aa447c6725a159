"""Workflow commands that GitHub turns into annotations beside the lines of a pull request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.report.file_places import FilePlaces
from maillint.report.renderer import PASSED_OVER, Renderer
from maillint.report.safe import visible
from maillint.report.strings import error_text
from maillint.report.view import choices, matters

if TYPE_CHECKING:
    from maillint.engine import Report
    from maillint.report.view import Seen

_COMMANDS = {"error": "error", "warning": "warning", "info": "notice", "advice": "notice"}


class Github(Renderer):
    """One ``::warning file=…,line=…::…`` line for each finding."""

    def body(self, report: Report, data: bytes = b"") -> str:
        """The annotations of one message; one error for a message that could not be read."""
        if report.note == PASSED_OVER:
            return ""
        if report.error:
            reason = error_text(self.look.language, report.error, report.details.get("reason", ""))
            return f"::error file={_property(report.path)},title=maillint::{_data(reason)}\n"
        places = FilePlaces(report, data)
        return "".join(self._annotation(report, item, places) for item in matters(report, self.look))

    def _annotation(self, report: Report, item: Seen, places: FilePlaces) -> str:
        finding, place = item.finding, places.find(item.finding.span)
        where = f"file={_property(report.path)},line={place.line}"
        if place.is_known:
            where += f",endLine={place.end_line},col={place.column}"
            where += f",endColumn={place.end_column}" if place.end_line == place.line else ""
        text = "\n".join([visible(item.message), *self._more(report, item)])
        command = _COMMANDS[finding.severity.value]
        return f"::{command} {where},title={_property(item.checks)}::{_data(text)}\n"

    def _more(self, report: Report, item: Seen) -> list[str]:
        if item.edits:
            return [f"→ {visible(choices(report, item.finding)[0])}"]
        return [visible(item.advice)] if item.advice else []


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(visible(text)).replace(":", "%3A").replace(",", "%2C")
