"""What the page shows beyond the summary, counted by the database itself."""

from __future__ import annotations

from datetime import date
from importlib.resources import files
from typing import TYPE_CHECKING

from maillint.audit.figures import Figures, Hour, Low, Part, Period

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

_LOWEST, _EXAMPLES, _PARTS = 20, 3, 50
_BY_DAY, _BY_WEEK = 45, 400
"""Days that a chart over time shows one by one, or in weeks; more are shown in months."""
_PERIOD = {
    "day": "day",
    "week": "date(day, 'weekday 0', '-6 days')",
    "month": "substr(day, 1, 7) || '-01'",
}


def figures(connection: sqlite3.Connection) -> Figures:
    """Count them.

    Args:
        connection: to a store; nothing in it is changed.
    """
    look(connection)
    ask = connection.execute
    first, last, dated = ask("SELECT min(day), max(day), count(*) FROM dated").fetchone()
    unit = _unit(first, last)
    return Figures(
        first=first or "",
        last=last or "",
        undated=ask("SELECT count(*) FROM judged").fetchone()[0] - dated,
        histogram=_histogram(connection),
        unit=unit,
        periods=tuple(Period(*row) for row in ask(_OVER_TIME.format(period=_PERIOD[unit]))),
        examples=_examples(connection),
        domains=_parts(connection, "domain", "readers"),
        profiles=_parts(connection, "profile", "judged"),
        languages=_parts(connection, "language", "judged"),
        senders=_parts(connection, "sender", "judged"),
        hours=tuple(Hour(*row) for row in ask(_HOURS)),
        lowest=tuple(_lowest(connection)),
    )


def look(connection: sqlite3.Connection) -> None:
    """Lay the views that the figures are counted over; they last as long as the connection."""
    connection.executescript(files("maillint.audit").joinpath("views.sql").read_text(encoding="utf-8"))


def _unit(first: str | None, last: str | None) -> str:
    days = (date.fromisoformat(last) - date.fromisoformat(first)).days if first and last else 0
    if days <= _BY_DAY:
        return "day"
    return "week" if days <= _BY_WEEK else "month"


_OVER_TIME = """
WITH ranked AS (
    SELECT {period} AS start, score,
        row_number() OVER (PARTITION BY {period} ORDER BY score) AS place,
        count(*) OVER (PARTITION BY {period}) AS messages
    FROM dated
)
SELECT start, messages, avg(score),
    max(score) FILTER (WHERE place <= (messages + 3) / 4),
    min(score) FILTER (WHERE place >= messages - (messages + 3) / 4 + 1)
FROM ranked GROUP BY start ORDER BY start
"""
_HOURS = "SELECT weekday, hour, count(*), avg(score) FROM dated GROUP BY weekday, hour ORDER BY weekday, hour"
_PART = """
SELECT {field}, count(*), avg(score), avg(ifnull(findings, 0)), avg(ifnull(impolite, 0))
FROM {view} LEFT JOIN found ON message = id
WHERE {field} != '' GROUP BY {field} ORDER BY count(*) DESC, {field} LIMIT ?
"""
_EXAMPLE = """
WITH kept AS (
    SELECT check_name, example, row_number() OVER (PARTITION BY check_name ORDER BY length(example), example) AS place
    FROM (SELECT DISTINCT check_name, example FROM findings JOIN judged ON id = message WHERE example != '')
)
SELECT check_name, example FROM kept WHERE place <= ? ORDER BY check_name, place
"""
_LOW = """
SELECT id, path, date, score FROM judged WHERE score < 100 ORDER BY score, epoch DESC, id LIMIT ?
"""
_DEAREST = """
SELECT check_name FROM findings WHERE message = ? GROUP BY check_name ORDER BY total(gain) DESC, check_name LIMIT 3
"""


def _histogram(connection: sqlite3.Connection) -> tuple[int, ...]:
    counted = dict(connection.execute("SELECT min(CAST(score / 5 AS INTEGER), 19), count(*) FROM judged GROUP BY 1"))
    return tuple(counted.get(step, 0) for step in range(20))


def _parts(connection: sqlite3.Connection, field: str, view: str) -> tuple[Part, ...]:
    return tuple(Part(*row) for row in connection.execute(_PART.format(field=field, view=view), (_PARTS,)))


def _examples(connection: sqlite3.Connection) -> dict[str, tuple[str, ...]]:
    """The shortest sentences of each check: a reader takes them in at a glance."""
    found: dict[str, tuple[str, ...]] = {}
    for check, example in connection.execute(_EXAMPLE, (_EXAMPLES,)):
        found[check] = (*found.get(check, ()), example)
    return found


def _lowest(connection: sqlite3.Connection) -> Iterator[Low]:
    for number, path, day, score in connection.execute(_LOW, (_LOWEST,)).fetchall():
        yield Low(path, day, score, tuple(check for (check,) in connection.execute(_DEAREST, (number,))))
