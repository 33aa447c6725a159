"""Two audits side by side, and several made one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from maillint.audit.store import Place
from maillint.audit.summary import summarise
from maillint.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maillint.audit.store import Store


class Rate(NamedTuple):
    """How often a check found something, as a share of the judged messages, from 0 to 1."""

    check: str
    old: float
    new: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What changed from one audit to another."""

    messages: tuple[int, int]
    score: tuple[float, float]
    """Means."""
    both: int
    """Contents that are in both."""
    added: int
    gone: int
    better: int
    """Of those in both, how many score higher now."""
    worse: int
    rates: tuple[Rate, ...]
    """The greatest change first; checks that are as frequent as before are left out."""


def difference(old: Store, new: Store) -> Difference:
    """Compare two stores: means and rates of all messages, scores of those in both."""
    before, after = summarise(old), summarise(new)
    shares = [{habit.check: habit.share for habit in side.checks} for side in (before, after)]
    rates = (Rate(check, *(side.get(check, 0.0) for side in shares)) for check in {**shares[0], **shares[1]})
    changed = sorted((rate for rate in rates if rate.old != rate.new), key=lambda rate: -abs(rate.new - rate.old))
    both, better, worse = _common(old, new)
    return Difference(
        messages=(before.messages, after.messages),
        score=(before.mean, after.mean),
        both=both,
        added=after.messages - both,
        gone=before.messages - both,
        better=better,
        worse=worse,
        rates=tuple(changed),
    )


def _common(old: Store, new: Store) -> tuple[int, int, int]:
    new.connection.execute("ATTACH DATABASE ? AS old", (old.path,))
    try:
        statement = """
            SELECT count(*), count(CASE WHEN main.messages.score > before.score THEN 1 END),
                   count(CASE WHEN main.messages.score < before.score THEN 1 END)
            FROM main.messages JOIN old.messages AS before USING (key)
        """
        both, better, worse = new.connection.execute(statement).fetchone()
        return both, better, worse
    finally:
        new.connection.execute("DETACH DATABASE old")


def merge(stores: Sequence[Store], into: Store) -> int:
    """Put all messages of some stores into one; what several have counts once. Returns how many were new there.

    A message keeps the ruleset it was judged under; of one that several stores have, what ``into`` has stays. A place
    is told together with its store, since two people may each have a ``Sent/1.eml``.
    """
    return sum(_merged(store, into) for store in stores)


def _merged(store: Store, into: Store) -> int:
    new = 0
    for (signature,) in store.connection.execute("SELECT DISTINCT signature FROM messages").fetchall():
        into.begin(signature, [store.path])
        with into.transaction():
            for record in store.records(signature):
                if record.key not in into:
                    into.put(record)
                    new += 1
                into.place(Place(f"{store.path}: {record.path}"), record.key)
        into.finish()
    return new
