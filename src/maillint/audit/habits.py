"""Habits that one message does not show: norms of kind "audit", answered from a store or said to be unanswerable."""

from __future__ import annotations

import json
from collections import OrderedDict
from typing import TYPE_CHECKING

from maillint.audit.counting import look
from maillint.records import NamedTuple

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Collection, Mapping

_HOUR, _DAY = 3600, 86400
WAITS = (_HOUR, 4 * _HOUR, _DAY, 3 * _DAY)
"""Ends of the steps in which waiting times are counted, in seconds; the last step has none."""
AFTERTHOUGHT = 600
"""Seconds within which a second mail to the same people is an afterthought."""
_ROUNDS = 4
"""Replies of two people about one matter in a day that are too many."""
_FEWEST = 20
"""Messages below which a domain is not compared."""


class Observation(NamedTuple):
    """What a store says of one habit."""

    habit: str
    case: str = ""
    """Which of the habit's texts says it; "unknown" where this store cannot tell."""
    figures: Mapping[str, float | str] = {}
    steps: tuple[int, ...] = ()
    """Counts by ``WAITS``, where there are any."""


NORMS = {
    "response-time": ("E83", "S56"),
    "acknowledgement": ("E84",),
    "afterthought": ("E44",),
    "ping-pong": ("E88",),
    "urgency": ("E14",),
    "politeness": ("S11",),
    "superiors": ("E92",),
    "follow-up": ("S42",),
}
"""Habit -> the norms it answers for."""


def observe(connection: sqlite3.Connection, superiors: Collection[str] = ()) -> tuple[Observation, ...]:
    """Every habit, in a fixed order.

    Args:
        connection: to a store; nothing in it is changed.
        superiors: addresses of those to whom open-ended mail is counted.
    """
    look(connection)
    connection.executescript(_VIEWS)
    found = [make(connection) for make in _MADE]
    found.insert(-1, _superiors(connection, superiors))
    return tuple(found)


_VIEWS = """
CREATE TEMP VIEW IF NOT EXISTS answers AS   -- replies to others, with the time of what they answer
SELECT reply.id, reply.sender, reply.epoch, json_extract(reply.thread, '$[0]') AS root,
    coalesce(reply.answered, asked.epoch) AS asked
FROM dated AS reply LEFT JOIN asked
    ON asked.message_id = json_extract(reply.thread, '$[#-1]') AND asked.sender != reply.sender
WHERE reply.is_reply AND coalesce(reply.answered, asked.epoch) BETWEEN reply.epoch - 31536000 AND reply.epoch;

DROP TABLE IF EXISTS temp.asked;
CREATE TEMP TABLE asked AS
SELECT message_id, sender, epoch FROM dated WHERE message_id != '';
CREATE INDEX temp.asked_by_id ON asked (message_id);

DROP TABLE IF EXISTS temp.threads;
CREATE TEMP TABLE threads AS
SELECT ifnull(json_extract(thread, '$[0]'), message_id) AS root, id, sender, epoch, answered, profile FROM dated;
CREATE INDEX temp.threads_by_root ON threads (root);
"""


def _response_time(connection: sqlite3.Connection) -> Observation:
    """How long others waited for an answer."""
    waits = [wait for (wait,) in connection.execute("SELECT epoch - asked FROM answers ORDER BY 1")]
    replies = connection.execute("SELECT count(*) FROM dated WHERE is_reply").fetchone()[0]
    if not waits:
        return Observation("response-time", "unknown", {"replies": replies})
    steps = [sum(wait <= end for wait in waits) for end in WAITS] + [len(waits)]
    counts = tuple(now - before for now, before in zip(steps, [0, *steps[:-1]], strict=True))
    figures = {
        "known": len(waits),
        "replies": replies,
        "median": waits[len(waits) // 2],
        "day": sum(wait <= _DAY for wait in waits) / len(waits),
    }
    return Observation("response-time", "told", figures, counts)


_LATE = """
SELECT count(*), total(EXISTS (
    SELECT 1 FROM threads WHERE threads.root = late.root AND threads.sender = late.sender
    AND threads.epoch > late.asked AND threads.epoch <= late.asked + 86400
)) FROM answers AS late WHERE epoch - asked > 86400 AND root IS NOT NULL
"""


def _acknowledgement(connection: sqlite3.Connection) -> Observation:
    """Whether a late answer was announced within a day."""
    late, announced = connection.execute(_LATE).fetchone()
    if not late:
        return Observation("acknowledgement", "unknown")
    return Observation("acknowledgement", "told", {"late": late, "announced": announced, "share": announced / late})


_SENT = """
SELECT epoch, sender, recipients, json_extract(thread, '$[0]') FROM dated
WHERE recipients != '[]' AND sender != '' ORDER BY epoch, id
"""


def _afterthought(connection: sqlite3.Connection) -> Observation:
    """Second mails to the same people, about the same thread or a new one, within ten minutes."""
    recent: OrderedDict[tuple[str, frozenset[str]], tuple[int, str | None]] = OrderedDict()
    sent = after = 0
    for epoch, sender, recipients, root in connection.execute(_SENT):
        sent += 1
        people = frozenset(json.loads(recipients)) - {sender}
        before, thread = recent.pop((sender, people), (0, None))
        is_other = root is not None and thread is not None and root != thread
        after += bool(people) and epoch - before <= AFTERTHOUGHT and not is_other
        recent[sender, people] = (epoch, root)
        while epoch - next(iter(recent.values()))[0] > AFTERTHOUGHT:
            recent.popitem(last=False)
    if not sent:
        return Observation("afterthought", "unknown")
    return Observation("afterthought", "told" if after else "none", {"n": after, "share": after / sent})


_PING_PONG = """
WITH rounds AS (
    SELECT json_extract(thread, '$[0]') AS root, day, sender, json_extract(recipients, '$[0]') AS reader
    FROM dated WHERE is_reply AND json_array_length(recipients) = 1 AND json_array_length(thread) > 0
)
SELECT count(*), max(n) FROM (
    SELECT CASE WHEN count(DISTINCT sender) = 1 THEN 2 * count(*) - 1 ELSE count(*) END AS n
    FROM rounds GROUP BY root, day, min(sender, reader), max(sender, reader)
) WHERE n >= ?
"""


def _ping_pong(connection: sqlite3.Connection) -> Observation:
    """Threads in which two people wrote to and fro in a day; a side that is missing is taken to have answered."""
    days, most = connection.execute(_PING_PONG, (_ROUNDS,)).fetchone()
    replies = connection.execute("SELECT count(*) FROM dated WHERE is_reply AND thread != '[]'").fetchone()[0]
    if not replies:
        return Observation("ping-pong", "unknown")
    return Observation("ping-pong", "told" if days else "none", {"n": days, "most": most or 0})


def _urgency(connection: sqlite3.Connection) -> Observation:
    """How much of the mail is called urgent without saying by when."""
    statement = "SELECT count(DISTINCT message) FROM findings JOIN judged ON id = message WHERE check_name = ?"
    urgent = connection.execute(statement, ("emphasis-urgent",)).fetchone()[0]
    judged = connection.execute("SELECT count(*) FROM judged").fetchone()[0]
    if not judged:
        return _none("urgency")
    return Observation("urgency", "told" if urgent else "none", {"n": urgent, "share": urgent / judged})


_POLITE = """
SELECT domain, avg(ifnull(impolite, 0)) FROM readers LEFT JOIN found ON message = id
GROUP BY domain HAVING count(*) >= ? ORDER BY 2 DESC, 1
"""


def _politeness(connection: sqlite3.Connection) -> Observation:
    """The domains to which tone and service slip most and least often."""
    domains = connection.execute(_POLITE, (_FEWEST,)).fetchall()
    if len(domains) < 2:
        return _none("politeness")
    (worst, most), (best, least) = domains[0], domains[-1]
    case = "even" if most - least < 0.05 else "told"
    return Observation("politeness", case, {"worst": worst, "most": most, "best": best, "least": least})


_OPEN = """
SELECT count(DISTINCT judged.id), count(DISTINCT message) FROM judged, json_each(recipients) AS each
LEFT JOIN findings ON message = judged.id AND check_name = 'request-unclear'
WHERE each.value IN (SELECT value FROM json_each(?))
"""


def _superiors(connection: sqlite3.Connection, superiors: Collection[str]) -> Observation:
    """How much goes to superiors, and how much of it does not say what is wanted."""
    if not superiors:
        return _none("superiors")
    names = json.dumps(sorted(address.lower() for address in superiors))
    sent, unclear = connection.execute(_OPEN, (names,)).fetchone()
    return Observation("superiors", "told", {"sent": sent, "n": unclear, "share": unclear / max(sent, 1)})


_FOLLOWED = """
SELECT count(DISTINCT first.root), count(DISTINCT later.root) FROM threads AS first
LEFT JOIN threads AS later ON later.root = first.root AND later.sender = first.sender
    AND later.epoch BETWEEN first.epoch + 172800 AND first.epoch + 2592000
    AND (later.answered IS NULL OR later.answered <= first.epoch)
WHERE first.profile = 'customer-service' AND first.root != ''
    AND first.epoch <= (SELECT max(epoch) FROM threads) - 2592000
"""


def _follow_up(connection: sqlite3.Connection) -> Observation:
    """Threads with customers that somebody came back to, unasked, two to thirty days later."""
    threads, followed = connection.execute(_FOLLOWED).fetchone()
    if not threads:
        return _none("follow-up")
    return Observation("follow-up", "told", {"threads": threads, "n": followed, "share": followed / threads})


def _none(habit: str) -> Observation:
    return Observation(habit, "unknown")


_MADE: tuple[Callable[[sqlite3.Connection], Observation], ...] = (
    _response_time,
    _acknowledgement,
    _afterthought,
    _ping_pong,
    _urgency,
    _politeness,
    _follow_up,
)
