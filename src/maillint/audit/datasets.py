"""A folder of Parquet that a cluster has written, taken into a store: the same report reads it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from maillint.audit.store import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maillint.audit.record import Record
    from maillint.audit.store import Store

_AT_ONCE = 2_000


def is_dataset(path: str) -> bool:
    """Whether a folder is the output of a job on Spark: folders of Parquet, each with Spark's mark."""
    return os.path.isdir(path) and bool(_buckets(path))


def records(folder: str) -> Iterator[list[Record]]:
    """The records of all whole buckets, some at a time.

    Raises:
        ImportError: there is no pyarrow.
    """
    return (some for bucket in _buckets(folder) for some in _records(bucket))


def _records(bucket: str) -> Iterator[list[Record]]:
    import pyarrow.dataset as ds

    from maillint.audit.tabular import record

    for batch in ds.dataset(bucket, format="parquet").to_batches(batch_size=_AT_ONCE):
        yield [record(row) for row in batch.to_pylist()]


def take_in(folder: str, store: Store) -> int:
    """Put a cluster's judgements into a store; returns how many messages came.

    The latest come last: a file that was changed, or judged again under other rules, counts as it was judged then.
    """
    count, rules = 0, ""
    for bucket in _buckets(folder):
        name = os.path.basename(bucket).split("-")[1]
        if name != rules:
            rules = name
            store.begin(rules, [folder])
        seen: set[str] = set()
        count += sum(store.add([(_place(record, seen), record) for record in some]) for some in _records(bucket))
        store.finish()
    return count


def _place(record: Record, seen: set[str]) -> Place:
    """Where it lies: what stands for a path need not be one, and two of one bucket are never the same place."""
    path = record.path if record.path and record.path not in seen else f"{record.path} ({record.key[:12]})".strip()
    seen.add(record.path)
    return Place(path)


def _buckets(folder: str) -> list[str]:
    """Those that are whole, in the order in which they became so."""
    marks = []
    for name in os.listdir(folder):
        mark = os.path.join(folder, name, "_SUCCESS")
        if name.startswith("bucket-") and os.path.exists(mark):
            marks.append((os.stat(mark).st_mtime_ns, os.path.join(folder, name)))
    return [path for _, path in sorted(marks)]
