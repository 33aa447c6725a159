"""Workbooks of which the text does not say where to look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.authoring import Draft, Finding, Hit, Rule, Span, advise

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_WORKBOOKS = (".xlsx", ".xls", ".xlsm", ".xlsb", ".ods", ".numbers", ".et")
_PLACES = (
    "sheet",
    "tab",
    "column",
    "row",
    "cell",
    "line ",
    "page",
    "first",
    "表",
    "页",
    "頁",
    "列",
    "栏",
    "欄",
    "行",
    "格",
    "项",
    "項",
)


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:  # noqa: ARG001
    """The first workbook, when the text names no sheet, column or row."""
    workbooks = [a.name for a in draft.attachments if not a.inline and a.name.lower().endswith(_WORKBOOKS)]
    body = draft.zone("body")
    if not workbooks or body is None or not draft.is_personal:
        return
    said = draft.flat[body.start : body.end]
    if not any(word in said for word in _PLACES):
        yield rule.finding(draft, Span("body", body.start, body.start), rewrite=advise(), name=workbooks[0])
