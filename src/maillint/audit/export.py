"""A store as files for other programs: Parquet, CSV, JSON lines. Written as streams, whole or not at all."""

from __future__ import annotations

import csv
import json
import os
from itertools import islice
from typing import IO, TYPE_CHECKING

from maillint.audit.record import Mark, Record
from maillint.audit.writing import replaced

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maillint.audit.store import Store

FORMATS = ("parquet", "csv", "jsonl")
_AT_ONCE = 10_000
_FORMULA = tuple("=+-@＝＋－＠\t\r\n")
"""What a formula begins with; Excel takes the wide signs for it, too."""
_MESSAGE = tuple(name for name in Record._fields if name != "findings")
_FINDING = ("key", "position", *Mark._fields)


def jsonl(store: Store, file: IO[str]) -> int:
    """One line a message, its findings inside; returns how many lines."""
    count = 0
    for record in store.records():
        fields = {**record._asdict(), "findings": [mark._asdict() for mark in record.findings]}
        file.write(json.dumps(fields, ensure_ascii=False) + "\n")
        count += 1
    return count


def tables(store: Store, folder: str, form: str) -> dict[str, int]:
    """``messages`` and ``findings`` as two files in a folder, which is made; returns path -> rows.

    Args:
        store: what is written out.
        folder: where the files go; ones of the same name are replaced once the new ones are whole.
        form: "parquet" or "csv".

    Raises:
        OSError: they cannot be written.
        ImportError: Parquet is wanted, and there is no pyarrow.
    """
    os.makedirs(folder, exist_ok=True)
    paths = [os.path.join(folder, f"{name}.{form}") for name in ("messages", "findings")]
    with replaced(*paths) as (messages, findings):
        counts = (_parquet if form == "parquet" else _csv)(store, messages, findings)
    return dict(zip(paths, counts, strict=True))


def _parquet(store: Store, messages: str, findings: str) -> tuple[int, int]:
    import pyarrow.parquet as pq

    from maillint.audit import arrow

    rows = [0, 0]
    with pq.ParquetWriter(messages, arrow.MESSAGES) as first, pq.ParquetWriter(findings, arrow.FINDINGS) as second:
        for some in _batches(store):
            for number, (writer, table) in enumerate(((first, arrow.messages(some)), (second, arrow.findings(some)))):
                writer.write_table(table)
                rows[number] += table.num_rows
    return rows[0], rows[1]


def _batches(store: Store) -> Iterator[list[Record]]:
    records = store.records()
    while some := list(islice(records, _AT_ONCE)):
        yield some


def _csv(store: Store, messages: str, findings: str) -> tuple[int, int]:
    """Text that spreadsheets open: lists with blanks between their items, groups as ``date=5 tone=10``."""
    rows = [0, 0]
    with _opened(messages) as first, _opened(findings) as second:
        writers = csv.writer(first), csv.writer(second)
        writers[0].writerow(_MESSAGE)
        writers[1].writerow(_FINDING)
        for record in store.records():
            writers[0].writerow(map(_cell, record[:-1]))
            rows[0] += 1
            for position, mark in enumerate(record.findings):
                writers[1].writerow(map(_cell, (record.key, position, *mark)))
                rows[1] += 1
    return rows[0], rows[1]


def _opened(path: str) -> IO[str]:
    """With a byte order mark, without which Excel takes 简体 for Latin-1."""
    return open(path, "w", encoding="utf-8-sig", newline="")


def _cell(value: object) -> object:
    if isinstance(value, dict):
        return " ".join(f"{name}={points}" for name, points in value.items())
    if isinstance(value, tuple):
        return _tame(" ".join(value))
    return _tame(value) if isinstance(value, str) else value


def _tame(text: str) -> str:
    """What a spreadsheet would take for a formula stays text: mail is hostile input."""
    return f"'{text}" if text.lstrip(" ").startswith(_FORMULA) else text
