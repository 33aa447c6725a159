"""Small stores made by hand: what was sent, to whom, when."""

from __future__ import annotations

import hashlib
from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from maillint.audit.record import Mark, Record
from maillint.audit.store import Place, Store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ME = "åse@north.example"


@pytest.fixture
def stored(tmp_path) -> Iterator[Callable[..., Store]]:
    """``stored(record, ...)``: an open store with these records."""
    with Store(str(tmp_path / "small.db")) as store:
        store.begin("rules-1", ["Sent"])

        def fill(*records: Record) -> Store:
            store.add((Place(record.path), record) for record in records)
            return store

        yield fill


def sent(date: str, to: str = "tom@south.example", *checks: str, **fields) -> Record:
    """A message sent by us, with findings of these checks, each worth five points."""
    marks = tuple(
        Mark(check, check.partition("-")[0], "warning", "high", 5, 5, "body", 0, 3, "", f"{check}{number}")
        for number, check in enumerate(checks)
    )
    score = fields.pop("score", 100 - 5.0 * len(checks))
    points: dict[str, float] = {}
    for mark in marks:
        points[mark.group] = points.get(mark.group, 0) + 5
    fields = {"sender": ME, "profile": "external", "language": "en", "thread": (), **fields}
    path = fields.pop("path", f"Sent/{date} {to}.eml")
    key = hashlib.sha256(f"{path} {fields} {checks}".encode()).hexdigest()
    moment = datetime.fromisoformat(date) if date else None
    return Record(
        key,
        path,
        date=date,
        epoch=int(moment.timestamp()) if moment else None,
        recipients=tuple(to.split()),
        is_reply=bool(fields["thread"]),
        score=score,
        after=100,
        after_safe=score,
        grade="A" if score >= 90 else "B",
        groups=points,
        findings=marks,
        **fields,
    )


@pytest.fixture(name="sent")
def _sent() -> Callable[..., Record]:
    """``sent(date, to, *checks, **fields)``: a record of a message we sent."""
    return sent
