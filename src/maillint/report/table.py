"""The breakdown of a score as a table that adds up: 100, what each group takes and why, what is left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.report.safe import visible
from maillint.report.strings import say
from maillint.report.view import number
from maillint.report.width import pad, width

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maillint.engine import Report
    from maillint.report.view import Look


def rows(report: Report, look: Look) -> list[tuple[str, str, str]]:
    """Points, chapter, reason of each line: the start, every group that took some, the score, what it may become."""
    language = look.language
    lost = [
        (f"-{number(points)}", look.catalog.title(group), _reason(report, look, group, points))
        for group, points in report.groups.items()
    ]
    total = (number(report.score), say(language, "total"), "")
    safe = [(number(report.after_safe), say(language, "after.safe"), "")] if report.after_safe > report.score else []
    return [("100", say(language, "start"), ""), *lost, total, *safe]


def costs(report: Report, group: str) -> dict[str, list[float]]:
    """Check -> the costs of its findings in a group, those that cost something."""
    found: dict[str, list[float]] = {}
    for finding in report.findings:
        if finding.group == group and finding.cost:
            found.setdefault(finding.check, []).append(finding.cost)
    return found


def _reason(report: Report, look: Look, group: str, points: float) -> str:
    found = costs(report, group)
    text = ", ".join(f"{check} {_sum(values)}" for check, values in found.items())
    total = sum(sum(values) for values in found.values())
    if round(total, 1) <= points:
        return text
    return text + say(look.language, "capped", sum=number(total), points=number(points))


def _sum(values: list[float]) -> str:
    if len(values) == 1 or len(set(values)) > 1:
        return "+".join(number(value) for value in values)
    return f"{len(values)}×{number(values[0])}"


def lines(report: Report, look: Look) -> Iterator[str]:
    """The table in text."""
    table = rows(report, look)
    number_width = max(len(points) for points, _, _ in table)
    name_width = max(width(visible(name)) for _, name, _ in table)
    for points, name, reason in table:
        yield f"  {points.rjust(number_width)}  {pad(visible(name), name_width)}  {visible(reason)}".rstrip()
