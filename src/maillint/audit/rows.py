"""Records as rows of the store, and back."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from maillint.audit.record import Mark, Record

if TYPE_CHECKING:
    from collections.abc import Iterable

_COLUMNS = tuple("points" if name == "groups" else name for name in Record._fields if name != "findings")
_JSON = ("recipients", "thread", "points")
_RENAMED = {"check": "check_name", "group": "group_name", "end": '"end"'}
_MARK_COLUMNS = tuple(_RENAMED.get(name, name) for name in Mark._fields)

ADD_MESSAGE = (
    f"INSERT INTO messages (signature, {', '.join(_COLUMNS)}) VALUES ({', '.join('?' * (1 + len(_COLUMNS)))}) "  # noqa: S608
    f"ON CONFLICT (key) DO UPDATE SET signature = excluded.signature, "
    f"{', '.join(f'{name} = excluded.{name}' for name in _COLUMNS if name != 'key')} RETURNING id"
)
ADD_FINDING = (
    f"INSERT INTO findings (message, position, {', '.join(_MARK_COLUMNS)}) "  # noqa: S608
    f"VALUES ({', '.join('?' * (2 + len(_MARK_COLUMNS)))})"
)
MESSAGES = f"SELECT id, {', '.join(_COLUMNS)} FROM messages WHERE :signature IN ('', signature) ORDER BY id"  # noqa: S608
FINDINGS = f"SELECT {', '.join(_MARK_COLUMNS)} FROM findings WHERE message = ? ORDER BY position"  # noqa: S608


def message_row(record: Record) -> tuple[Any, ...]:
    """A record without its findings, in the order of the columns."""
    fields = dict(zip(Record._fields, record, strict=True))
    fields["points"] = fields.pop("groups")
    return tuple(_plain(name, fields[name]) for name in _COLUMNS)


def _plain(name: str, value: Any) -> Any:
    return json.dumps(value, ensure_ascii=False) if name in _JSON else value


def finding_rows(message: int, marks: Iterable[Mark]) -> list[tuple[Any, ...]]:
    """Findings with the message they belong to and their number in it."""
    return [(message, position, *mark) for position, mark in enumerate(marks)]


def record(row: tuple[Any, ...], findings: Iterable[tuple[Any, ...]]) -> Record:
    """The record a row of ``MESSAGES`` without its id, and rows of ``FINDINGS``, stand for."""
    fields = dict(zip(_COLUMNS, row, strict=True))
    fields["recipients"] = tuple(json.loads(fields["recipients"]))
    fields["thread"] = tuple(json.loads(fields["thread"]))
    fields["groups"] = json.loads(fields.pop("points"))
    fields["is_reply"] = bool(fields["is_reply"])
    return Record(**fields, findings=tuple(Mark(*finding) for finding in findings))
