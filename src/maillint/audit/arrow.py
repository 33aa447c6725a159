"""The Arrow schema of messages and findings: that of every Parquet file an audit writes, here or on a cluster."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyarrow as pa

from maillint.audit.record import Mark, Record

if TYPE_CHECKING:
    from collections.abc import Iterable

_TEXT = pa.string()
_TYPES = {
    "epoch": pa.int64(),
    "answered": pa.int64(),
    "recipients": pa.list_(_TEXT),
    "thread": pa.list_(_TEXT),
    "is_reply": pa.bool_(),
    "score": pa.float64(),
    "after": pa.float64(),
    "after_safe": pa.float64(),
    "groups": pa.map_(_TEXT, pa.float64()),
    "cost": pa.float64(),
    "gain": pa.float64(),
    "start": pa.int64(),
    "end": pa.int64(),
    "position": pa.int64(),
}
_NULLABLE = ("epoch", "answered")
_MESSAGE = tuple(name for name in Record._fields if name != "findings")
_FINDING = ("key", "position", *Mark._fields)


def _schema(names: Iterable[str]) -> pa.Schema:
    return pa.schema([pa.field(name, _TYPES.get(name, _TEXT), nullable=name in _NULLABLE) for name in names])


MESSAGES = _schema(_MESSAGE)
"""One row a message, the columns those of ``Record``."""
FINDINGS = _schema(_FINDING)
"""One row a finding: its message's ``key``, its number in it, then the columns of ``Mark``."""


def messages(records: Iterable[Record]) -> pa.Table:
    """The messages as a table of ``MESSAGES``."""
    columns = list(zip(*(record[:-1] for record in records), strict=True)) or [()] * len(_MESSAGE)
    plain = dict(zip(_MESSAGE, map(list, columns), strict=True))
    plain["groups"] = [list(groups.items()) for groups in plain["groups"]]
    return pa.table(plain, schema=MESSAGES)


def findings(records: Iterable[Record]) -> pa.Table:
    """Their findings as a table of ``FINDINGS``."""
    rows = [(record.key, position, *mark) for record in records for position, mark in enumerate(record.findings)]
    columns = list(zip(*rows, strict=True)) or [()] * len(_FINDING)
    return pa.table(dict(zip(_FINDING, map(list, columns), strict=True)), schema=FINDINGS)
