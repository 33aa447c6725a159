"""Rows of figures told in prose."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from maillint.authoring import Draft, Finding, Hit, Rule, Span, advise

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Sequence

_LONGEST = 4000


@cache
def _figure() -> re.Pattern[str]:
    import re

    return re.compile(r"\d[\d.,:/-]*")


@cache
def _clause() -> re.Pattern[str]:
    import re

    return re.compile(r"[;；。\n]|\. |[，,](?!\d)")


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:  # noqa: ARG001
    """Each paragraph whose clauses repeat one pattern of name and figures."""
    for paragraph in draft.paragraphs:
        text = paragraph.text
        if paragraph.zone != "body" or paragraph.is_item or len(text) > _LONGEST or "\t" in text or "|" in text:
            continue
        if sum(map(text.count, "0123456789")) < 2 * rule.options["least-figures"]:
            continue
        rows = [row for row in map(_shape, _clause().split(text)) if row]
        best = max((rows.count(row) * row[1] for row in set(rows) if rows.count(row) > 2), default=0)
        if best >= rule.options["least-figures"]:
            span = Span("body", paragraph.start, paragraph.end)
            yield rule.finding(draft, span, rewrite=advise(), figures=best)


def _shape(clause: str) -> tuple[str, int] | None:
    """What the figures of a clause are counted in, and how many there are; None where there are none."""
    figures = list(_figure().finditer(clause))
    if not figures:
        return None
    unit = clause[figures[-1].end() :].strip(" .。").split(" ")[0][:6].lower()
    sign = clause[figures[0].start() - 1 : figures[0].start()]
    return (unit or sign, len(figures))
