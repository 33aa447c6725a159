"""One function, Arrow batch to Arrow batch: what a cluster's engine calls, whichever it is. It needs pyarrow alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pyarrow as pa

from maillint.audit import arrow, graph
from maillint.audit.judging import judge
from maillint.audit.record import Mark, Record, failed
from maillint.message import sources

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from maillint.engine import Ruleset

CONTENT = ("content", "raw", "mime", "value")
"""Columns that may hold a message's octets; the first one there counts."""
PATH = ("path", "id", "internetMessageId", "InternetMessageId")
"""Columns that may say where a message lies."""

_MARK = pa.struct([arrow.FINDINGS.field(name) for name in Mark._fields])
JUDGED = arrow.MESSAGES.append(pa.field("findings", pa.list_(_MARK), nullable=False))
"""One row a message, as ``arrow.MESSAGES``, with its findings in it."""


class ColumnsError(ValueError):
    """A table holds no messages in a form that is known; the text names its columns."""


def judged(batch: pa.RecordBatch, ruleset: Ruleset, *, keep_text: bool = False) -> pa.RecordBatch:
    """Judge a batch of messages.

    Args:
        batch: a row each, either with their octets in a binary column of ``CONTENT``, or as Microsoft Graph gives
            sent items: columns ``subject``, ``body``, ``from``, ``toRecipients`` and so on.
        ruleset: the checks under a configuration.
        keep_text: as for ``judge``.

    Returns:
        A batch of ``JUDGED``, in the same order. A row that is no message is one with ``error``.

    Raises:
        ColumnsError: neither form is there.
    """
    names = batch.schema.names
    if content := next((name for name in CONTENT if name in names), ""):
        paths = _paths(batch)
        octets = batch.column(names.index(content))
        records = [
            _of_octets(path, value.as_py(), ruleset, keep_text) for path, value in zip(paths, octets, strict=True)
        ]
    elif graph.is_known(names):
        rows = batch.to_pylist()
        records = [
            graph.judge(path, row, ruleset, keep_text=keep_text) for path, row in zip(_paths(batch), rows, strict=True)
        ]
    else:
        raise ColumnsError(f"no messages in the columns {', '.join(names)}: {CONTENT[0]} or those of Microsoft Graph")
    return table(records)


def table(records: Iterable[Record]) -> pa.RecordBatch:
    """Records as a batch of ``JUDGED``."""
    return pa.RecordBatch.from_pylist([_row(record) for record in records], schema=JUDGED)


def record(row: Mapping[str, Any]) -> Record:
    """The record that a row of ``JUDGED`` stands for."""
    fields = {name: row[name] for name in Record._fields}
    fields["recipients"], fields["thread"] = tuple(fields["recipients"]), tuple(fields["thread"])
    fields["groups"] = dict(fields["groups"])
    fields["findings"] = tuple(Mark(**finding) for finding in fields["findings"])
    return Record(**fields)


def _row(record: Record) -> dict[str, Any]:
    fields = record._asdict()
    return {**fields, "groups": list(record.groups.items()), "findings": [mark._asdict() for mark in record.findings]}


def _paths(batch: pa.RecordBatch) -> list[str]:
    name = next((name for name in PATH if name in batch.schema.names), "")
    if not name:
        return [""] * batch.num_rows
    return [plain(str(value or "")) for value in batch.column(batch.schema.names.index(name)).to_pylist()]


def plain(path: str) -> str:
    """A file's path as people write it, without the scheme that a cluster puts before local ones."""
    return "/" + path[len("file:") :].lstrip("/") if path.startswith("file:") else path


def _of_octets(path: str, octets: bytes | str | None, ruleset: Ruleset, keep_text: bool) -> Record:  # noqa: FBT001
    if octets is None:
        return failed(path, "empty")
    data = octets.encode("utf-8", "surrogateescape") if isinstance(octets, str) else octets
    if len(data) > sources.LARGEST:
        return failed(path, "too-large")
    return judge(data, path, ruleset, keep_text=keep_text)
