"""Tables that screen readers can follow: captions, scopes, figures with the values they are sorted by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class Number(NamedTuple):
    """A cell of figures, set to the right."""

    text: str
    value: float


class Bar(NamedTuple):
    """A cell that shows a part of a whole as a bar; figures beside it say the same."""

    part: float
    """0 to 1."""


def table(
    caption: str, headings: Sequence[tuple[str, str]], rows: Iterable[Sequence[str | Number | Bar]], *, by: int = -1
) -> str:
    """A table.

    Args:
        caption: HTML; empty when a heading above says it.
        headings: HTML and kind of each column: "" for words, "number" or "bar".
        rows: cells; a string is HTML, the first cell heads its row.
        by: the column the rows are sorted by, greatest first; with it the table can be sorted by the others too.
    """
    head = "".join(_heading(number, *heading, by) for number, heading in enumerate(headings))
    body = "".join(f"<tr>{''.join(map(_cell, row, range(len(row))))}</tr>\n" for row in rows)
    label = f"<caption>{caption}</caption>" if caption else ""
    kind = ' class="sortable"' if by >= 0 else ""
    reach = f' tabindex="0" role="region" aria-label="{headings[0][0]}"' if len(headings) > 4 else ""
    inside = f"{label}<thead><tr>{head}</tr></thead>\n<tbody>\n{body}</tbody>"
    return f'<div class="table"{reach}><table{kind}>{inside}</table></div>\n'


def _heading(number: int, text: str, kind: str, by: int) -> str:
    if kind == "bar":
        return f'<td class="bars">{text}</td>'
    order = ("descending" if number == by else "none") if by >= 0 else ""
    sort = f' aria-sort="{order}"' if order else ""
    shown = f' class="{kind}"' if kind else ""
    return f'<th scope="col"{shown}{sort}>{text}</th>'


def _cell(cell: str | Number | Bar, number: int) -> str:
    if isinstance(cell, Number):
        return f'<td class="number" data-value="{cell.value:g}">{cell.text}</td>'
    if isinstance(cell, Bar):
        width = f"{max(0.0, min(cell.part, 1.0)) * 100:.1f}"
        drawn = f'<rect width="{width}" height="8" rx="1"/>'
        return (
            '<td class="bars" aria-hidden="true"><svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none">'
            f"{drawn}</svg></td>"
        )
    return f'<th scope="row">{cell}</th>' if number == 0 else f"<td>{cell}</td>"
