"""Files and folders: .eml trees, maildirs, mboxes, Apple's .emlx, Outlook's .msg, and archives of them."""

from __future__ import annotations

import os
import stat
from itertools import islice
from typing import TYPE_CHECKING

from maillint.audit.sources.batch import MOST, Batch, Piece, batched
from maillint.audit.store import Place
from maillint.message import mbox, sources

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from maillint.audit.store import Store

ARCHIVES = (".zip", ".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tbz2", ".tar.xz", ".txz")
_FORMS = {".eml": "", ".emlx": "emlx", ".msg": "msg"}


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
        return sum(max(place.size, 0) for path in self._paths for place, _ in _places(path))

    def batches(self) -> Iterator[Batch]:
        """Whole files by the batch, then each mbox and archive for itself."""
        for path in self._paths:
            places = _places(path)
            while some := list(islice(places, MOST)):
                yield from self._batches(dict(some))

    def _batches(self, places: dict[Place, bool]) -> Iterator[Batch]:
        """``places``: each file, and whether it was named by itself, so that it is a message whatever it holds."""
        known = self._store.unchanged(places)
        self.unchanged += len(known)
        rest = [place for place in places if place.path not in known]
        forms = {place: form(place.path, is_named=places[place]) for place in rest}
        done = sum(max(place.size, 0) for place in places if place.path in known or forms[place] is None)
        self.passed_over += sum(found is None for found in forms.values())
        single = [_piece(place, found) for place, found in forms.items() if found in ("", "emlx", "msg")]
        for number, pieces in enumerate(batched(single)):
            yield Batch(pieces, sum(piece.weight for piece in pieces) + (done if number == 0 else 0))
        if not single and done:
            yield Batch((), done)
        for place, found in forms.items():
            if found in ("mbox", "archive"):
                yield from self._contained(place, found)

    def _contained(self, place: Place, found: str) -> Iterator[Batch]:
        if self._store.is_complete(place):
            self.unchanged += 1
            yield Batch((), place.size)
        elif found == "mbox":
            yield from in_mbox(place)
        else:
            from maillint.audit.sources import archives

            yield from archives.batches(place)


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
    if not is_named and not _is_in_maildir(path) and (name.endswith(".orig") or not sources.is_mail(path)):
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


def _places(path: str) -> Iterator[tuple[Place, bool]]:
    """Each file with its size and time, in a stable order, and whether it was named by itself."""
    is_named = not os.path.isdir(path)
    for file in (path,) if is_named else sources.files(path):
        try:
            status = os.stat(file)
        except OSError:
            yield Place(file), is_named
        else:
            if is_named or stat.S_ISREG(status.st_mode):  # a pipe in a folder would be waited for without end
                yield Place(file, status.st_size, status.st_mtime_ns), is_named


def _piece(place: Place, found: str | None) -> Piece:
    return Piece(place, found or "", place.path)


def in_mbox(place: Place) -> Iterator[Batch]:
    """The messages of an mbox; one that holds a single message goes by the name of its file."""
    spans = mbox.spans(place.path)
    head = list(islice(spans, 2))
    if len(head) < 2:
        yield Batch((Piece(place, "mbox" if head else "", place.path, *(head[0] if head else ())),), place.size)
        return
    pieces = (
        Piece(place._replace(path=f"{place.path}#{number}"), "mbox", place.path, *span)
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
