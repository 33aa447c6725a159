"""A message's text for a page: line breaks kept, everything escaped, the findings' places marked."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from maillint.report.safe import visible

if TYPE_CHECKING:
    from maillint.engine import Report

_MOST = 20_000


def lines(text: str) -> str:
    """Text with its line breaks, safe to put into a page."""
    return "\n".join(escape(visible(line)) for line in text.split("\n"))


def marked(report: Report) -> str:
    """The message's text with the spans of its findings marked; where two overlap they share one mark."""
    text = report.text[:_MOST]
    pieces, at = [], 0
    for start, end in _merged(report, len(text)):
        pieces += [lines(text[at:start]), "<mark>", lines(text[start:end]), "</mark>"]
        at = end
    pieces += [lines(text[at:]), "…" if len(report.text) > _MOST else ""]
    return "".join(pieces).strip("\n")


def _merged(report: Report, limit: int) -> list[tuple[int, int]]:
    spans = (finding.span for finding in report.findings if finding.span.zone != "subject")
    merged: list[tuple[int, int]] = []
    for start, end in sorted((span.start, min(span.end, limit)) for span in spans if span.start < min(span.end, limit)):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
