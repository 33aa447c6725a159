"""Where an audit's store lies when nobody says so."""

from __future__ import annotations

import os
import sqlite3
from contextlib import contextmanager, suppress
from hashlib import sha256
from typing import TYPE_CHECKING

from maillint.audit import datasets
from maillint.audit.imap.address import is_address, parse
from maillint.audit.imap.problems import ImapError
from maillint.audit.opening import StoreError
from maillint.audit.store import Store
from maillint.audit.texts import say
from maillint.cli.request import UsageError
from maillint.report import languages

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_LONGEST = 40


def place_of(sources: Sequence[str]) -> str:
    """A file in the user's data folder that goes by the sources: the same ones find it again."""
    from platformdirs import user_data_dir

    names = sorted(_whole(source) for source in sources)
    head = os.path.basename(names[0].rstrip("/\\")) or "mail"
    bare = "".join(character if character.isalnum() or character in "._-" else "-" for character in head)
    mark = sha256("\0".join(names).encode("utf-8", "surrogateescape")).hexdigest()[:8]
    return os.path.join(user_data_dir("maillint", appauthor=False), "audits", f"{bare[:_LONGEST].strip('.')}-{mark}.db")


def _whole(source: str) -> str:
    """A source's name that is the same from everywhere.

    Raises:
        UsageError: it is a mailbox whose address cannot be used.
    """
    if not is_address(source):
        return source if "://" in source else os.path.abspath(source)
    try:
        address = parse(source)
    except ImapError as error:
        raise UsageError(error.text(languages.from_environment(os.environ))) from None
    return address.url(address.folder)


def opened(path: str, *, must_exist: bool = False) -> Store:
    """A store, its folder made where it is the default one.

    Raises:
        UsageError: it cannot be opened, or is none.
    """
    try:
        if not must_exist and (folder := os.path.dirname(path)):
            os.makedirs(folder, mode=0o700, exist_ok=True)
        return Store(path, must_exist=must_exist)
    except (StoreError, OSError) as error:
        raise UsageError(str(error)) from error


@contextmanager
def begun(path: str) -> Iterator[Store]:
    """A store that a run writes; one that it began and got nothing into does not stay behind when it fails.

    Raises:
        UsageError: it cannot be opened or written, or is none.
    """
    with opened(path) as store, _used(store):
        try:
            yield store
        except BaseException:
            store.forsake()
            raise


@contextmanager
def found(name: str, language: str) -> Iterator[Store]:
    """The store a user names: its file, or the source it was made of. It is only looked at.

    Raises:
        UsageError: there is none, or it cannot be read.
    """
    with _named(name, language) as store, _used(store):
        yield store


@contextmanager
def _used(store: Store) -> Iterator[None]:
    try:
        yield
    except StoreError as error:
        raise UsageError(str(error)) from error
    except sqlite3.Error as error:
        raise UsageError(f"{store.path}: it is damaged, or cannot be read ({error})") from error


def _named(name: str, language: str) -> Store:
    default = place_of([name])
    if os.path.isfile(name):
        with open(name, "rb") as file:
            if file.read(15) == b"SQLite format 3":
                return opened(name, must_exist=True)
    if datasets.is_dataset(name):
        return _taken_in(name, default)
    if os.path.isfile(default):
        return opened(default, must_exist=True)
    if os.path.exists(name):
        raise UsageError(say(language, "not-audited", path=name))
    raise UsageError(say(language, "no-store", path=name))


def _taken_in(folder: str, path: str) -> Store:
    """What a cluster has written, as a store, made anew each time: it may have gone on meanwhile."""
    new = f"{path}.{os.getpid()}"
    try:
        with opened(new) as store, _used(store):
            datasets.take_in(folder, store)
        for rest in (f"{path}-wal", f"{path}-shm"):
            with suppress(FileNotFoundError):
                os.remove(rest)
        os.replace(new, path)
    except ImportError as error:
        raise UsageError(f"{folder}: Parquet needs pyarrow; pip install 'maillint[spark]'") from error
    finally:
        with suppress(OSError):
            os.remove(new)
    return opened(path, must_exist=True)
