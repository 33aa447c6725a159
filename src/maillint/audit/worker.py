"""What happens in a worker process: batches become records."""

from __future__ import annotations

import gc
import sqlite3
from contextlib import suppress
from typing import TYPE_CHECKING

from maillint.audit.judging import judge, key_of
from maillint.audit.opening import address
from maillint.audit.record import Record, failed
from maillint.audit.sources.load import load
from maillint.audit.store import AGAIN
from maillint.engine import Ruleset
from maillint.engine import load as load_rules
from maillint.records import NamedTuple

if TYPE_CHECKING:
    from maillint.audit.sources import Batch, Piece
    from maillint.audit.store import Place
    from maillint.engine import Config

    Judged = list[tuple[Place, Record | str]]

_PASSING = frozenset(("missing", "unreadable", "no-msg-reader"))
"""Errors that say nothing of the message: the next run tries again."""
_COLLECT_EVERY = 20_000
"""Objects; Python's 700 would look for garbage, of which there is little, at a tenth of the cost of judging."""


class Terms(NamedTuple):
    """What all workers of a run go by."""

    store: str
    signature: str
    config: Config
    keep_text: bool = False
    only: frozenset[str] | None = None
    """The checks that are asked for; None for all."""

    def ruleset(self) -> Ruleset:
        """The checks as this run wants them, loaded anew."""
        loaded = load_rules(self.config)
        return Ruleset(loaded.pack, self.config, self.only)


class Judge:
    """Judges batches: contents that the store knows already are named, not judged again."""

    def __init__(self, terms: Terms, ruleset: Ruleset | None = None) -> None:
        self._terms = terms
        self._ruleset = ruleset or terms.ruleset()
        self._store = sqlite3.connect(f"{address(terms.store)}?mode=ro", uri=True, isolation_level=None)

    def close(self) -> None:
        """Let go of the store."""
        self._store.close()

    def judged(self, batch: Batch) -> Judged:
        """Each place with its record, or with its key where the store has it."""
        return [self._piece(piece) for piece in batch.pieces]

    def _piece(self, piece: Piece) -> tuple[Place, Record | str]:
        place = piece.place
        item = load(piece)
        if item.error:
            is_passing = item.error in _PASSING
            return place._replace(size=AGAIN) if is_passing else place, failed(place.path, item.error)
        key = key_of(item.data)
        if self._is_known(key):
            return place, key
        return place, judge(item.data, place.path, self._ruleset, keep_text=self._terms.keep_text, key=key)

    def _is_known(self, key: str) -> bool:
        with suppress(sqlite3.Error):  # then it is judged again, which costs a millisecond
            statement = "SELECT 1 FROM messages WHERE key = ? AND signature = ?"
            return self._store.execute(statement, (key, self._terms.signature)).fetchone() is not None
        return False


_judge: Judge


def start(terms: Terms) -> None:
    """A worker process begins."""
    global _judge  # noqa: PLW0603 - a worker process serves one run
    _judge = Judge(terms)
    gc.freeze()  # what is loaded stays: nobody need look for garbage in it
    gc.set_threshold(_COLLECT_EVERY)


def work(batch: Batch) -> Judged:
    """A worker process is given a batch."""
    return _judge.judged(batch)
