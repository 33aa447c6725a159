"""Files and folders: .eml trees, maildirs, mboxes, Apple's .emlx, Outlook's .msg, and archives of them."""

from __future__ import annotations

import os
import stat
from itertools import islice
from typing import TYPE_CHECKING

from maillint.audit.sources.batch import MOST, Batch, Piece, batched
from maillint.audit.store import Place, legible
from maillint.message import mbox, sources
from maillint.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from maillint.audit.store import Store

ARCHIVES = (".zip", ".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tbz2", ".tar.xz", ".txz")
_FORMS = {".eml": "", ".emlx": "emlx", ".msg": "msg"}


class File(NamedTuple):
    """A file that was found."""

    place: Place
    path: str
    """By which it is opened; its name need not be text."""
    is_named: bool
    """By itself, so that it is a message whatever it holds."""


class Files:
    """The messages below some paths that the store does not know yet."""

    def __init__(self, paths: Iterable[str], store: Store) -> None:
        self._paths = tuple(paths)
        self._store = store
        self.passed_over = 0
        """Files in folders that are no mail."""
        self.unchanged = 0
        """Files that were not read, since they are as they were."""

    def weight(self) -> int:
        """Octets of all files."""
        return sum(max(file.place.size, 0) for path in self._paths for file in _found(path))

    def batches(self) -> Iterator[Batch]:
        """Whole files by the batch, then each mbox and archive for itself."""
        for path in self._paths:
            files = _found(path)
            while some := list(islice(files, MOST)):
                yield from self._batches(some)

    def _batches(self, files: list[File]) -> Iterator[Batch]:
        known = self._store.unchanged(file.place for file in files)
        self.unchanged += len(known)
        forms = {file: form(file.path, is_named=file.is_named) for file in files if file.place.path not in known}
        done = sum(max(file.place.size, 0) for file in files if forms.get(file) is None)
        self.passed_over += sum(found is None for found in forms.values())
        single = [Piece(file.place, found, file.path) for file, found in forms.items() if found in ("", "emlx", "msg")]
        for number, pieces in enumerate(batched(single)):
            yield Batch(pieces, sum(piece.weight for piece in pieces) + (done if number == 0 else 0))
        if not single and done:
            yield Batch((), done)
        for file, found in forms.items():
            if found in ("mbox", "archive"):
                yield from self._contained(file, found)

    def _contained(self, file: File, found: str) -> Iterator[Batch]:
        if self._store.is_complete(file.place):
            self.unchanged += 1
            yield Batch((), file.place.size)
        elif found == "mbox":
            yield from _whole(file, in_mbox(file))
        else:
            from maillint.audit.sources import archives

            yield from archives.batches(file)


def form(path: str, *, is_named: bool) -> str | None:
    """What a file is: "" a message, "emlx", "msg", "mbox", "archive"; None for what is no mail."""
    name = path.lower()
    extension = os.path.splitext(name)[1]
    if extension in _FORMS and extension != ".eml":
        return _FORMS[extension]
    if name.endswith(ARCHIVES):
        return "archive"
    if extension == ".eml" and not is_named:
        return ""
    if not is_named:
        if _is_in_maildir(path):
            return ""
        if name.endswith(".orig") or not sources.is_mail(path):
            return None
    return "mbox" if _begins_with_from(path) else ""


def _is_in_maildir(path: str) -> bool:
    """``cur/1700000000.M1P2.host:2,S``, whose names say enough."""
    folder = os.path.basename(os.path.dirname(path))
    return folder in ("cur", "new") and os.path.basename(path)[:1].isdigit()


def _begins_with_from(path: str) -> bool:
    try:
        with open(path, "rb") as file:
            return file.read(5) == b"From "
    except OSError:
        return False


def _found(path: str) -> Iterator[File]:
    """Each file with its size and time, in a stable order."""
    is_named = not os.path.isdir(path)
    for file in (path,) if is_named else sources.files(path):
        try:
            status = os.stat(file)
        except OSError:
            yield File(Place(legible(file)), file, is_named)
        else:
            if is_named or stat.S_ISREG(status.st_mode):  # a pipe in a folder would be waited for without end
                yield File(Place(legible(file), status.st_size, status.st_mtime_ns), file, is_named)


def _whole(file: File, batches: Iterator[Batch]) -> Iterator[Batch]:
    """The batches of a container; one that goes away or breaks meanwhile is a row of the report."""
    try:
        yield from batches
    except OSError:
        yield Batch((Piece(Place(file.place.path), error="unreadable"),))


def in_mbox(file: File) -> Iterator[Batch]:
    """The messages of an mbox; one that holds a single message goes by the name of its file."""
    place, path = file.place, file.path
    spans = mbox.spans(path)
    head = list(islice(spans, 2))
    if len(head) < 2:
        yield Batch((Piece(place, "mbox" if head else "", path, *(head[0] if head else ())),), place.size)
        return
    pieces = (
        Piece(place._replace(path=f"{place.path}#{number}"), "mbox", path, *span)
        for number, span in enumerate(_chained(head, spans), start=1)
    )
    yield from closing(place, batched(pieces))


def _chained(head: list[tuple[int, int]], rest: Iterator[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    yield from head
    yield from rest


def closing(container: Place, batches: Iterator[tuple[Piece, ...]]) -> Iterator[Batch]:
    """Batches of a container, the last of which says that this is all of it."""
    done = 0
    last = next(batches, ())
    for pieces in batches:
        weight = min(sum(piece.weight for piece in last), container.size - done)
        done += weight
        yield Batch(last, weight)
        last = pieces
    yield Batch(last, container.size - done, container=container)
