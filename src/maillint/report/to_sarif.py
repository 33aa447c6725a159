"""SARIF 2.1.0 (OASIS) for code-scanning services. Runs in this format always end with status 0."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from maillint import __version__
from maillint.report.file_places import FilePlaces
from maillint.report.renderer import Renderer
from maillint.report.safe import visible
from maillint.report.strings import error_text
from maillint.report.to_json import dumps, points
from maillint.report.view import choices, seen

if TYPE_CHECKING:
    from maillint.engine import Report
    from maillint.report.renderer import Summary
    from maillint.report.view import Seen

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_TAGS = {"en": "en", "zh-Hans": "zh-CN", "zh-Hant": "zh-TW"}
_LEVELS = {"error": "error", "warning": "warning", "info": "note", "advice": "note"}


class Sarif(Renderer):
    """Results as they come; the tool with its rules, known only at the end, follows them in the same run."""

    separator = ",\n"

    def head(self) -> str:
        """The log up to its results."""
        return f'{{"$schema": "{_SCHEMA}", "version": "2.1.0", "runs": [{{"results": [\n'

    def body(self, report: Report, data: bytes = b"") -> str:
        """The results of one message."""
        places = FilePlaces(report, data)
        return ",\n".join(dumps(self._result(report, item, places)) for item in seen(report, self.look))

    def foot(self, summary: Summary) -> str:
        """The rules that had results, and the inputs that could not be read."""
        rest = {
            "tool": {"driver": self._driver(summary)},
            "columnKind": "unicodeCodePoints",
            "invocations": [
                {
                    "executionSuccessful": not summary.unreadable,
                    "toolExecutionNotifications": [
                        self._notification(path, *why) for path, why in summary.unreadable.items()
                    ],
                }
            ],
        }
        return "\n], " + dumps(rest)[1:-1] + "}]}\n"

    def _driver(self, summary: Summary) -> dict[str, Any]:
        rules = [self._rule(check) for check in sorted(summary.checks)]
        return {"name": "maillint", "version": __version__, "language": _TAGS[self.look.language], "rules": rules}

    def _rule(self, check: str) -> dict[str, Any]:
        catalog = self.look.catalog
        why = catalog.why(check) or catalog.title(check)
        return {
            "id": check,
            "shortDescription": {"text": catalog.title(check)},
            "fullDescription": {"text": why},
            "help": {"text": why},
            "properties": {"tags": [check.partition("-")[0], *catalog.norms(check)]},
        }

    def _notification(self, path: str, error: str, reason: str) -> dict[str, Any]:
        return {
            "level": "error",
            "message": {"text": error_text(self.look.language, error, reason)},
            "locations": [{"physicalLocation": {"artifactLocation": {"uri": uri(path)}}}],
        }

    def _result(self, report: Report, item: Seen, places: FilePlaces) -> dict[str, Any]:
        finding = item.finding
        physical = {"artifactLocation": {"uri": uri(report.path)}, "region": _region(item, places)}
        key = f"{finding.check}\0{finding.span.zone}\0{finding.text}\0{item.message}"
        return {
            "ruleId": finding.check,
            "level": _LEVELS[finding.severity.value],
            "message": {"text": self._text(report, item)},
            "locations": [{"physicalLocation": physical, "logicalLocations": [{"name": finding.span.zone}]}],
            "partialFingerprints": {"maillint/v1": hashlib.sha256(key.encode("utf-8", "replace")).hexdigest()[:32]},
            "properties": {"confidence": finding.confidence.value, "cost": points(finding.cost)},
        }

    def _text(self, report: Report, item: Seen) -> str:
        text = visible(item.message)
        if item.edits:
            return f"{text}\n→ {visible(choices(report, item.finding)[0])}"
        return f"{text}\n{visible(item.advice)}" if item.advice else text


def _region(item: Seen, places: FilePlaces) -> dict[str, Any]:
    place = places.find(item.finding.span)
    region: dict[str, Any] = {"startLine": place.line}
    if place.is_known:
        region |= {"startColumn": place.column, "endLine": place.end_line, "endColumn": place.end_column}
    if item.finding.text:
        region["snippet"] = {"text": visible(item.finding.text)}
    return region


def uri(path: str) -> str:
    """A path as a relative URI reference (RFC 3986)."""
    return quote(path.replace("\\", "/").removeprefix("./"), safe="/#", errors="surrogatepass")
