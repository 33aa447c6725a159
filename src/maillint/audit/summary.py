"""The figures of an audit, from its store by SQL alone: what the text, the page and whoever asks are shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from maillint.finding import Severity
from maillint.records import NamedTuple

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping

    from maillint.audit.store import Store

MOST_ROWS = 500
"""Domains that are listed; an archive has thousands with one message each."""
_MOST_PATHS = 10
_BINS = 10

# A message that was read and judged wholly: its score is one that can be compared.
_JUDGED = "error = '' AND note = ''"
_OUTDATED = """
    SELECT count(*) FROM messages
    WHERE signature != coalesce((SELECT signature FROM runs ORDER BY id DESC LIMIT 1), signature)
"""


class Slice(NamedTuple):
    """Some of the messages: those to a domain, in a language, of a month."""

    name: str
    messages: int
    score: float
    """Mean."""


class Habit(NamedTuple):
    """What one check found in all messages."""

    check: str
    group: str
    severity: str
    """The worst of its findings."""
    findings: int
    messages: int
    """That have one or more of them."""
    share: float
    """Of the judged messages that have one, from 0 to 1."""
    gain: float
    """Points by which the mean score of all messages rises once it is gone."""
    gain_each: float
    """Points by which the score of a message that has it rises."""
    example: str = ""
    """A sentence with people masked; empty unless texts are kept."""


class GroupLoss(NamedTuple):
    """What a group costs."""

    group: str
    messages: int
    """That lost points in it."""
    share: float
    points: float
    """Mean of all messages."""


class Pathed(NamedTuple):
    """One message by its place."""

    path: str
    score: float
    findings: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """Everything a report shows. Means are of messages that were judged; an empty audit has zeros."""

    messages: int
    """Contents in the store, each once."""
    judged: int
    """Of them, those whose score counts."""
    copies: int
    """Further places at which a content lies that is counted already."""
    notes: Mapping[str, int]
    """Messages not judged, or not wholly: "off", "automatic", "encrypted", "foreign"."""
    errors: Mapping[str, int]
    """Messages that could not be read: word -> how many."""
    unreadable: tuple[tuple[str, str, str], ...]
    """Path, error and reason of the first of them."""
    outdated: int
    """Messages judged under other rules than the latest run's, since they were not met again."""
    first: str
    """Day of the oldest message, ISO 8601; "" when none has a date."""
    last: str
    mean: float
    median: float
    after: float
    """Mean score once every rewrite with edits is applied."""
    after_safe: float
    distribution: tuple[int, ...]
    """Messages by score: 0 to 9, 10 to 19, ..., 90 to 100."""
    grades: Mapping[str, int]
    """A to E."""
    clean: int
    """Messages without any finding."""
    findings: int
    checks: tuple[Habit, ...]
    """What would raise the score most comes first."""
    groups: tuple[GroupLoss, ...]
    """What costs most comes first."""
    domains: tuple[Slice, ...]
    """By domain of the readers, most messages first; a message to two domains is in both."""
    profiles: tuple[Slice, ...]
    languages: tuple[Slice, ...]
    months: tuple[Slice, ...]
    """``2026-11``, the oldest first."""
    worst: tuple[Pathed, ...]
    best: tuple[Pathed, ...]
    keeps_text: bool
    """Whether examples are there to show."""

    @property
    def rank(self) -> int:
        """Of the most severe finding, see ``Severity.rank``; 99 when there is none."""
        return min((Severity(habit.severity).rank for habit in self.checks), default=99)


def summarise(store: Store) -> Summary:
    """The figures of a store."""
    db = store.connection
    judged = _one(db, f"SELECT count(*) FROM messages WHERE {_JUDGED}")  # noqa: S608
    total = _one(db, "SELECT count(*) FROM messages")
    (first, last), (mean, after, after_safe) = _days(db), _means(db)
    return Summary(
        messages=total,
        judged=judged,
        copies=max(0, _one(db, "SELECT count(*) FROM places") - total),
        notes=_counts(db, "SELECT note, count(*) FROM messages WHERE note != '' GROUP BY 1 ORDER BY 2 DESC, 1"),
        errors=_counts(db, "SELECT error, count(*) FROM messages WHERE error != '' GROUP BY 1 ORDER BY 2 DESC, 1"),
        unreadable=_unreadable(db),
        outdated=_one(db, _OUTDATED),
        first=first,
        last=last,
        mean=mean,
        after=after,
        after_safe=after_safe,
        median=_median(db, judged),
        distribution=_distribution(db),
        grades=_counts(db, f"SELECT grade, count(*) FROM messages WHERE {_JUDGED} GROUP BY 1 ORDER BY 1"),  # noqa: S608
        clean=_one(db, f"SELECT count(*) FROM messages WHERE {_JUDGED} AND id NOT IN (SELECT message FROM findings)"),  # noqa: S608
        findings=_one(db, "SELECT count(*) FROM findings"),
        checks=_habits(db, judged),
        groups=_groups(db, judged),
        domains=_domains(db),
        profiles=_slices(db, "profile"),
        languages=_slices(db, "language"),
        months=_months(db),
        worst=_pathed(db, "ASC"),
        best=_pathed(db, "DESC"),
        keeps_text=bool(_one(db, "SELECT EXISTS (SELECT 1 FROM findings WHERE text != '')")),
    )


def _unreadable(db: sqlite3.Connection) -> tuple[tuple[str, str, str], ...]:
    statement = "SELECT path, error, reason FROM messages WHERE error != '' ORDER BY id LIMIT ?"
    return tuple(db.execute(statement, (_MOST_PATHS,)))


def _days(db: sqlite3.Connection) -> tuple[str, str]:
    statement = "SELECT min(substr(date, 1, 10)), max(substr(date, 1, 10)) FROM messages WHERE date != ''"
    first, last = _row(db, statement)
    return first or "", last or ""


def _means(db: sqlite3.Connection) -> tuple[float, float, float]:
    row = _row(db, f"SELECT avg(score), avg(after), avg(after_safe) FROM messages WHERE {_JUDGED}")  # noqa: S608
    mean, after, after_safe = (value or 0.0 for value in row)
    return mean, after, after_safe


def _row(db: sqlite3.Connection, statement: str) -> tuple[Any, ...]:
    row: tuple[Any, ...] = db.execute(statement).fetchone()
    return row


def _one(db: sqlite3.Connection, statement: str) -> int:
    value: int = _row(db, statement)[0]
    return value


def _counts(db: sqlite3.Connection, statement: str) -> dict[str, int]:
    return dict(db.execute(statement))


def _median(db: sqlite3.Connection, judged: int) -> float:
    """The middle one, or the mean of the two there."""
    statement = f"SELECT score FROM messages WHERE {_JUDGED} ORDER BY score LIMIT ? OFFSET ?"  # noqa: S608
    middle = [score for (score,) in db.execute(statement, (2 - judged % 2, max(0, (judged - 1) // 2)))]
    return sum(middle) / len(middle) if middle else 0.0


def _distribution(db: sqlite3.Connection) -> tuple[int, ...]:
    statement = f"SELECT min(cast(score / 10 AS INTEGER), 9), count(*) FROM messages WHERE {_JUDGED} GROUP BY 1"  # noqa: S608
    bins = dict(db.execute(statement))
    return tuple(bins.get(number, 0) for number in range(_BINS))


def _habits(db: sqlite3.Connection, judged: int) -> tuple[Habit, ...]:
    statement = f"""
        SELECT check_name, group_name,
               CASE min(CASE severity WHEN 'error' THEN 0 WHEN 'warning' THEN 1 WHEN 'info' THEN 2 ELSE 3 END)
                   WHEN 0 THEN 'error' WHEN 1 THEN 'warning' WHEN 2 THEN 'info' ELSE 'advice' END,
               count(*), count(DISTINCT message), sum(gain), max(example)
        FROM findings JOIN messages ON messages.id = message
        WHERE {_JUDGED}
        GROUP BY check_name ORDER BY sum(gain) DESC, count(DISTINCT message) DESC, check_name
    """  # noqa: S608
    return tuple(
        Habit(check, group, severity, found, having, having / judged, gain / judged, gain / having, example)
        for check, group, severity, found, having, gain, example in db.execute(statement)
    )


def _groups(db: sqlite3.Connection, judged: int) -> tuple[GroupLoss, ...]:
    statement = f"""
        SELECT lost.key, count(*), sum(lost.value) FROM messages, json_each(points) AS lost
        WHERE {_JUDGED} GROUP BY 1 ORDER BY 3 DESC, 1
    """  # noqa: S608
    return tuple(
        GroupLoss(group, having, having / judged, points / judged) for group, having, points in db.execute(statement)
    )


def _domains(db: sqlite3.Connection) -> tuple[Slice, ...]:
    statement = f"""
        SELECT domain, count(*), avg(score) FROM (
            SELECT DISTINCT messages.id, score, substr(value, instr(value, '@') + 1) AS domain
            FROM messages, json_each(recipients) WHERE {_JUDGED} AND instr(value, '@')
        ) GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT {MOST_ROWS}
    """  # noqa: S608
    return tuple(Slice(*row) for row in db.execute(statement))


def _slices(db: sqlite3.Connection, column: str) -> tuple[Slice, ...]:
    statement = f"SELECT {column}, count(*), avg(score) FROM messages WHERE {_JUDGED} GROUP BY 1 ORDER BY 2 DESC, 1"  # noqa: S608
    return tuple(Slice(*row) for row in db.execute(statement))


def _months(db: sqlite3.Connection) -> tuple[Slice, ...]:
    statement = f"""
        SELECT substr(date, 1, 7), count(*), avg(score) FROM messages
        WHERE {_JUDGED} AND date != '' GROUP BY 1 ORDER BY 1
    """  # noqa: S608
    return tuple(Slice(*row) for row in db.execute(statement))


def _pathed(db: sqlite3.Connection, order: str) -> tuple[Pathed, ...]:
    statement = f"""
        SELECT path, score, (SELECT count(*) FROM findings WHERE message = messages.id) FROM messages
        WHERE {_JUDGED} ORDER BY score {order}, id LIMIT {_MOST_PATHS}
    """  # noqa: S608
    return tuple(Pathed(*row) for row in db.execute(statement))
