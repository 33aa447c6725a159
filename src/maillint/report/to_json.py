"""JSON for programs: one document for the run (``json``), or one line for each message (``jsonl``).

The document is described by ``report.schema.json`` beside this file; its version is raised when a key goes or changes.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from maillint.report.change import preview
from maillint.report.renderer import Renderer
from maillint.report.safe import visible_json
from maillint.report.view import seen

if TYPE_CHECKING:
    from maillint.engine import Report
    from maillint.finding import Edit, Rewrite
    from maillint.report.renderer import Summary
    from maillint.report.view import Look, Seen

VERSION = 1
_encode = json.JSONEncoder(ensure_ascii=False, check_circular=False).encode


class Json(Renderer):
    """The whole run in one document, written as it comes: one message a line."""

    separator = ",\n"

    def head(self) -> str:
        """The envelope's opening."""
        return f'{{"version": {VERSION}, "messages": [\n'

    def body(self, report: Report, data: bytes = b"") -> str:  # noqa: ARG002
        """One message as an object."""
        return dumps(message(report, self.look))

    def foot(self, summary: Summary) -> str:  # noqa: ARG002
        """The envelope's end."""
        return "\n]}\n"


class JsonLines(Renderer):
    """Each message an object on a line of its own, the version in every line."""

    def body(self, report: Report, data: bytes = b"") -> str:  # noqa: ARG002
        """One message as one line."""
        return dumps({"version": VERSION, **message(report, self.look)}) + "\n"


def dumps(value: Any) -> str:
    """JSON in one line, Chinese as it is, nothing in it that a terminal obeys."""
    return visible_json(_encode(value))


def message(report: Report, look: Look) -> dict[str, Any]:
    """One message as the contract says."""
    return {
        "path": report.path,
        "score": points(report.score),
        "grade": report.grade,
        "after": points(report.after),
        "language": report.language,
        "profile": report.profile,
        "groups": {group: points(lost) for group, lost in report.groups.items()},
        "note": report.note or None,
        "error": report.error,
        "defects": list(report.defects),
        "unused": list(report.unused),
        "findings": [_finding(report, item) for item in seen(report, look)],
    }


def _finding(report: Report, item: Seen) -> dict[str, Any]:
    finding = item.finding
    return {
        "check": finding.check,
        "group": finding.group,
        "severity": finding.severity.value,
        "confidence": finding.confidence.value,
        "cost": points(finding.cost),
        "zone": finding.span.zone,
        "start": finding.span.start,
        "end": finding.span.end,
        "text": finding.text,
        "line": item.place.line,
        "column": item.place.column,
        "message": item.message,
        "why": item.why,
        "advice": item.advice or None,
        "rewrite": _rewrite(report, finding.rewrite),
    }


def _rewrite(report: Report, rewrite: Rewrite | None) -> dict[str, Any] | None:
    if rewrite is None:
        return None
    return {
        "grade": rewrite.grade.value,
        "edits": [_edit(edit) for edit in rewrite.edits],
        "preview": preview(report, rewrite.edits),
        "alternatives": [
            {"edits": [_edit(edit) for edit in edits], "preview": preview(report, edits)}
            for edits in rewrite.alternatives
        ],
        **({"header": [edit._asdict() for edit in rewrite.header]} if rewrite.header else {}),
    }


def _edit(edit: Edit) -> dict[str, Any]:
    return {
        "zone": edit.span.zone,
        "start": edit.span.start,
        "end": edit.span.end,
        "replacement": edit.replacement,
    }


def points(value: float) -> int | float:
    """A number without a needless ``.0``."""
    return int(value) if value == int(value) else round(value, 1)
