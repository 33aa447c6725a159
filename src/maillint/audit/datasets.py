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
    return os.path.isdir(path) and any(True for _ in _buckets(path))


def records(folder: str) -> Iterator[list[Record]]:
    """The records of all whole buckets, some at a time.

    Raises:
        ImportError: there is no pyarrow.
    """
    import pyarrow.dataset as ds

    from maillint.audit.tabular import record

    for bucket in _buckets(folder):
        for batch in ds.dataset(bucket, format="parquet").to_batches(batch_size=_AT_ONCE):
            yield [record(row) for row in batch.to_pylist()]


def take_in(folder: str, store: Store) -> int:
    """Put a cluster's judgements into a store; returns how many messages came."""
    store.begin(os.path.basename(folder), [folder])
    count = sum(store.add((Place(record.path or record.key), record) for record in some) for some in records(folder))
    store.finish()
    return count


def _buckets(folder: str) -> Iterator[str]:
    for name in sorted(os.listdir(folder)):
        path = os.path.join(folder, name)
        if name.startswith("bucket-") and os.path.exists(os.path.join(path, "_SUCCESS")):
            yield path
