"""How the file of a store is opened: to be written, or only looked at; made where there is none."""

from __future__ import annotations

import os
import sqlite3
from importlib.resources import files
from time import monotonic, sleep
from urllib.parse import quote

VERSION = 1
"""Of the schema; raised when a column goes or changes."""
_APPLICATION = 0x6D6C6E74
"""SQLite's application_id of our files: "mlnt"."""
_WAIT, _PAUSE = 30, 0.01
"""Seconds, when another run is just writing: at most, and between two tries."""


class StoreError(Exception):
    """A file is no store, or one of another version; the text says what to do."""


def to_write(path: str) -> sqlite3.Connection:
    """A store that is written, its tables made if need be.

    Raises:
        StoreError: it is none, or of another version.
        sqlite3.Error: it cannot be opened.
    """
    until = monotonic() + _WAIT
    while True:
        try:
            return _begun(path)
        except sqlite3.OperationalError as error:
            # the change to a write-ahead log does not wait for others by itself
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or monotonic() > until:
                raise
        sleep(_PAUSE)


def _begun(path: str) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None, timeout=_WAIT)
    try:
        is_begun = _hold(connection, path)
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA foreign_keys = ON")
        if not is_begun:
            _create(connection, path)
    except BaseException:
        connection.close()
        raise
    return connection


def to_read(path: str) -> sqlite3.Connection:
    """A store that is only looked at, also where nothing can be written, as on a share that is mounted so.

    Raises:
        StoreError: it is none, or of another version.
        sqlite3.Error: it cannot be opened.
    """
    try:
        return _looked_at(path, "mode=rw")  # whoever may write can also clear up what SQLite keeps beside it
    except sqlite3.OperationalError:
        if os.path.exists(f"{path}-wal"):
            return _looked_at(path, "mode=ro")
        return _looked_at(path, "immutable=1")


def _looked_at(path: str, manner: str) -> sqlite3.Connection:
    connection = sqlite3.connect(f"{address(path)}?{manner}", isolation_level=None, timeout=_WAIT, uri=True)
    is_ours = False
    try:
        is_ours = _hold(connection, path)
    finally:
        if not is_ours:
            connection.close()
    if not is_ours:
        raise StoreError(f"{path}: this is an empty file, and no store of an audit")
    return connection


def address(path: str) -> str:
    """A store's file as SQLite takes it together with options (https://www.sqlite.org/uri.html)."""
    return f"file:{quote(os.fsencode(path))}"


def _hold(connection: sqlite3.Connection, path: str) -> bool:
    """Whether a file has our tables; raises StoreError where it has others, or ours of another version."""
    if not connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]:
        return False  # asked first: who makes the tables at this moment names them in the same transaction
    (made_by,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if made_by != _APPLICATION:
        raise StoreError(f"{path}: this is a database, but no store of an audit")
    if version != VERSION:
        raise StoreError(f"{path}: its form is {version}, this maillint's is {VERSION}; audit anew into another file")
    return True


def _create(connection: sqlite3.Connection, path: str) -> None:
    """Make the tables, unless somebody else who begins the same store was faster."""
    connection.execute("BEGIN IMMEDIATE")
    if _hold(connection, path):
        connection.execute("ROLLBACK")
        return
    schema = files("maillint.audit").joinpath("schema.sql").read_text(encoding="utf-8")
    for statement in _statements(schema):
        connection.execute(statement)
    connection.execute(f"PRAGMA application_id = {_APPLICATION}")
    connection.execute(f"PRAGMA user_version = {VERSION}")
    connection.execute("COMMIT")


def _statements(script: str) -> list[str]:
    """One by one: ``executescript`` would first end the transaction."""
    bare = "\n".join(line.partition("--")[0] for line in script.splitlines())
    return [statement for statement in bare.split(";") if statement.strip()]
