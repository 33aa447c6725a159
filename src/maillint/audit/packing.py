"""Many small files put into few large ones before a cluster reads them: opening each costs it more than judging."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from maillint.message import sources

if TYPE_CHECKING:
    from collections.abc import Iterator

ROW_GROUP = 1_000
"""Messages in a row group, the least that a task is given."""
OCTETS = 16 << 20
"""Octets after which a row group ends early: giant messages do not add up, neither here nor in a task."""
FILE = 50_000
"""Messages in a file."""


def pack(paths: list[str], folder: str) -> int:
    """Put all messages under some paths into Parquet files with the columns ``path`` and ``content``.

    Args:
        paths: as ``sources.locate`` reads them: files, folders, maildirs, mboxes.
        folder: where the files go; it is made, readable by its owner only, and must be empty.

    Returns:
        How many messages there were; those that cannot be read are rows without content.

    Raises:
        FileExistsError: the folder has something in it.
        ImportError: there is no pyarrow.
        OSError: a file cannot be written.
    """
    os.makedirs(folder, mode=0o700, exist_ok=True)
    if os.listdir(folder):
        raise FileExistsError(folder)
    items = sources.iterate(paths)
    count = number = 0
    while first := _group(items):
        count += _file(os.path.join(folder, f"mail-{number:05}.parquet"), first, items)
        number += 1
    return count


def _file(path: str, group: list[sources.Item], items: Iterator[sources.Item]) -> int:
    import pyarrow as pa
    import pyarrow.parquet as pq

    schema = pa.schema([("path", pa.string()), ("content", pa.binary())])
    count = 0
    with pq.ParquetWriter(path, schema, compression="zstd") as writer:
        while group:
            rows = [{"path": item.path, "content": None if item.error else item.data} for item in group]
            writer.write_table(pa.Table.from_pylist(rows, schema))
            count += len(group)
            group = _group(items) if count < FILE else []
    return count


def _group(items: Iterator[sources.Item]) -> list[sources.Item]:
    group: list[sources.Item] = []
    octets = 0
    for item in items:
        group.append(item)
        octets += len(item.data)
        if len(group) >= ROW_GROUP or octets >= OCTETS:
            break
    return group
