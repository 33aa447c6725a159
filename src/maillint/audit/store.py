"""The store: one SQLite file that a run adds to batch by batch, and that any kill leaves whole.

SQLite and no column store, since an audit is small (a thousand bytes a message), written in many little transactions
that must survive ``kill -9``, read while it is written, and opened wherever Python is.
"""

from __future__ import annotations

import json
import os
import sqlite3
from contextlib import contextmanager, suppress
from time import time
from typing import TYPE_CHECKING, Any, Self

from maillint import __version__
from maillint.audit import opening, rows
from maillint.audit.opening import StoreError
from maillint.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from types import TracebackType

    from maillint.audit.record import Record

_MOST_VARIABLES = 500


AGAIN = -2


def legible(path: str) -> str:
    """A path as text; in one that is none, such as a file's of a machine with another encoding, odd octets escaped."""
    return path if path.isascii() else path.encode("utf-8", "backslashreplace").decode()


class Place(NamedTuple):
    """Where a message lies. A file that has kept size and time is not read again."""

    path: str
    """As text, see ``legible``."""
    size: int = -1
    """Octets of the file; -1 where there is none, ``AGAIN`` where it could not be read and may be next time."""
    mtime_ns: int = -1


class Folder(NamedTuple):
    """How far an IMAP folder was read (RFC 3501 2.3.1, RFC 7162)."""

    url: str
    uidvalidity: int
    last_uid: int
    modseq: int = 0


class Store:
    """An open store. All writing goes through one of them; readers may look on meanwhile."""

    def __init__(self, path: str, *, must_exist: bool = False) -> None:
        """Open a store, or begin one.

        Args:
            path: its file; a new one is readable by its owner only.
            must_exist: whether it is only looked at, so that it is an error when there is none.

        Raises:
            StoreError: it is none, or of another version, or cannot be opened.
        """
        self.path = path
        self._run = 0
        self._signature = ""
        self._is_new = not os.path.exists(path)
        if must_exist and self._is_new:
            raise StoreError(f"{path}: there is no such store; maillint audit SOURCE makes one")
        try:
            if self._is_new:
                os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
            self.connection = opening.to_read(path) if must_exist else opening.to_write(path)
        except (OSError, sqlite3.Error) as error:
            raise StoreError(f"{path}: this is no store of an audit ({error})") from error

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Leave one file behind: what the write-ahead log holds goes into it."""
        self.connection.close()

    def forsake(self) -> None:
        """A run failed: leave no file behind where there was none before and nothing came into it."""
        with suppress(sqlite3.Error, OSError):
            if self._is_new and not len(self):
                self.close()
                os.remove(self.path)

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """All of what happens inside, or nothing of it.

        Raises:
            StoreError: the file cannot be written, as on a full disk.
        """
        try:
            self.connection.execute("BEGIN IMMEDIATE")
            yield self.connection
            self.connection.execute("COMMIT")
        except BaseException as error:
            if self.connection.in_transaction:
                self.connection.execute("ROLLBACK")
            if isinstance(error, sqlite3.Error):
                raise StoreError(f"{self.path}: cannot be written ({error})") from error
            raise

    # --- a run ---------------------------------------------------------------------------------------------------

    def begin(self, signature: str, sources: Sequence[str]) -> None:
        """A run under a ruleset begins; what was judged under another one is not known in it.

        Args:
            signature: of the checks and their configuration, from ``signature.of``.
            sources: as people are shown them.
        """
        self._signature = signature
        row = (time(), signature, __version__, json.dumps(list(map(legible, sources)), ensure_ascii=False))
        statement = "INSERT INTO runs (started, signature, version, sources) VALUES (?, ?, ?, ?)"
        with self.transaction():
            self._run = self.connection.execute(statement, row).lastrowid or 0

    def finish(self) -> None:
        """The run came to its end."""
        with self.transaction():
            self.connection.execute("UPDATE runs SET finished = ? WHERE id = ?", (time(), self._run))
        with suppress(sqlite3.Error):
            self.connection.execute("PRAGMA optimize")

    def known(self, keys: Iterable[str]) -> set[str]:
        """Those of these contents that are in the store, judged as this run would."""
        statement = "SELECT key FROM messages WHERE signature = ? AND key IN ({})"
        return {key for (key,) in self._among(statement, [self._signature], list(keys))}

    def unchanged(self, places: Iterable[Place]) -> set[str]:
        """The paths of those places whose file is as it was, and whose message was judged as this run would."""
        by_path = {place.path: place for place in places}
        statement = (
            "SELECT places.path, places.size, mtime_ns FROM places JOIN messages ON messages.id = message "
            "WHERE signature = ? AND places.path IN ({})"
        )
        found = self._among(statement, [self._signature], list(by_path))
        return {path for path, size, mtime in found if size >= 0 and by_path[path] == (path, size, mtime)}

    def below(self, prefix: str) -> Iterator[str]:
        """The paths that begin with a prefix, and whose message was judged as this run would."""
        statement = (
            "SELECT places.path FROM places JOIN messages ON messages.id = message "
            "WHERE signature = ? AND places.path >= ? AND places.path < ? AND places.size != ?"
        )
        for (path,) in self.connection.execute(statement, (self._signature, prefix, f"{prefix}\U0010ffff", AGAIN)):
            yield path

    def _among(self, statement: str, fixed: list[str], values: list[str]) -> Iterator[tuple[Any, ...]]:
        for start in range(0, len(values), _MOST_VARIABLES):
            some = values[start : start + _MOST_VARIABLES]
            yield from self.connection.execute(statement.format(", ".join("?" * len(some))), [*fixed, *some])

    def add(self, batch: Iterable[tuple[Place, Record | str]], folder: Folder | None = None) -> int:
        """Store a batch in one transaction; returns how many messages were new.

        Args:
            batch: each place with the record of the message there, or with its key when it is in the store already.
                A record whose content is known under this run's ruleset is not stored a second time.
            folder: how far an IMAP folder is read once this batch is in.
        """
        with self.transaction():
            new = sum(self._add(place, record) for place, record in batch)
            self.connection.execute("UPDATE runs SET judged = judged + ? WHERE id = ?", (new, self._run))
            if folder is not None:
                self._read(folder)
        return new

    def _add(self, place: Place, record: Record | str) -> bool:
        key = record if isinstance(record, str) else record.key
        row = self.connection.execute("SELECT signature FROM messages WHERE key = ?", (key,)).fetchone()
        is_new = not isinstance(record, str) and row != (self._signature,)
        if is_new:
            assert not isinstance(record, str)
            self.put(record)
        if is_new or row is not None:
            self.place(place, key)
        return is_new

    def put(self, record: Record) -> None:
        """Store a message as judged in this run, in the place of what there was of the same content."""
        values = (self._signature, *rows.message_row(record))
        (message,) = self.connection.execute(rows.ADD_MESSAGE, values).fetchone()
        self.connection.execute("DELETE FROM findings WHERE message = ?", (message,))
        self.connection.executemany(rows.ADD_FINDING, rows.finding_rows(message, record.findings))

    def place(self, place: Place, key: str) -> None:
        """A place holds a message now; the one it held before goes, unless it lies elsewhere too."""
        before = self.connection.execute("SELECT message FROM places WHERE path = ?", (place.path,)).fetchone()
        statement = "INSERT OR REPLACE INTO places SELECT ?, id, ?, ? FROM messages WHERE key = ?"
        self.connection.execute(statement, (*place, key))
        if before:
            self._leave(before[0])

    def _leave(self, message: int) -> None:
        """A place no longer holds a message; where it was the last one, the message goes."""
        statement = "DELETE FROM messages WHERE id = ? AND NOT EXISTS (SELECT 1 FROM places WHERE message = ?)"
        self.connection.execute(statement, (message, message))

    # --- containers and folders ----------------------------------------------------------------------------------

    def is_complete(self, container: Place) -> bool:
        """Whether every message of an mbox or archive is in the store, as this run would judge it."""
        statement = "SELECT size, mtime_ns, signature FROM containers WHERE path = ?"
        row = self.connection.execute(statement, (container.path,)).fetchone()
        return bool(row) and row == (container.size, container.mtime_ns, self._signature)

    def complete(self, container: Place) -> None:
        """Every message of an mbox or archive is in the store now, and none that it held before it was changed."""
        path, size, mtime = container
        inside = "FROM places WHERE (path = ? OR path > ? AND path < ? OR path > ? AND path < ?)"
        names = (path, f"{path}#", f"{path}$", f"{path}!", f'{path}"')  # the sign behind each mark
        with self.transaction() as db:
            gone = f"SELECT path, message {inside} AND (mtime_ns != ? OR size >= 0 AND size != ?)"
            for place, message in db.execute(gone, (*names, mtime, size)).fetchall():
                db.execute("DELETE FROM places WHERE path = ?", (place,))
                self._leave(message)
            if not db.execute(f"SELECT 1 {inside} AND size = {AGAIN}", names).fetchone():
                db.execute("INSERT OR REPLACE INTO containers VALUES (?, ?, ?, ?)", (*container, self._signature))

    def _read(self, folder: Folder) -> None:
        """So far a folder is read; what it had under another UIDVALIDITY and has again is one place and not two."""
        self.connection.execute("INSERT OR REPLACE INTO folders VALUES (?, ?, ?, ?)", folder)
        every, now = f"{folder.url};UIDVALIDITY=", f"{folder.url};UIDVALIDITY={folder.uidvalidity};"
        statement = (
            "DELETE FROM places WHERE (path > ? AND path < ? OR path > ? AND path < ?) AND EXISTS "
            "(SELECT 1 FROM places AS other WHERE other.message = places.message AND other.path > ? AND other.path < ?)"
        )
        self.connection.execute(statement, (every, now, f"{now}~", f"{every}~", now, f"{now}~"))

    def folder(self, url: str) -> Folder | None:
        """How far an IMAP folder was read; None when it never was."""
        row = self.connection.execute("SELECT * FROM folders WHERE url = ?", (url,)).fetchone()
        return Folder(*row) if row else None

    # --- reading -------------------------------------------------------------------------------------------------

    def records(self, signature: str = "") -> Iterator[Record]:
        """Every message, in the order in which it came in.

        Args:
            signature: only those judged under this ruleset.
        """
        reader = self.connection.cursor()
        for number, *row in self.connection.execute(rows.MESSAGES, {"signature": signature}):
            yield rows.record(tuple(row), reader.execute(rows.FINDINGS, (number,)))

    def __contains__(self, key: str) -> bool:
        """Whether it has a content, judged under whatever ruleset."""
        return self.connection.execute("SELECT 1 FROM messages WHERE key = ?", (key,)).fetchone() is not None

    def __len__(self) -> int:
        count: int = self.connection.execute("SELECT count(*) FROM messages").fetchone()[0]
        return count
