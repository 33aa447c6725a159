"""Fixed messages put back where they lie: into their file, their maildir, or their mbox with all the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.cli.fix_texts import failure, say
from maillint.cli.output import nearby
from maillint.records import NamedTuple
from maillint.report.safe import visible
from maillint.rewrite import files, maildirs, mboxes

if TYPE_CHECKING:
    from collections.abc import Callable

    from maillint.message.sources import Entry


class Put(NamedTuple):
    """What became of a message's file."""

    backup: str = ""
    """Where the original is now; empty when it was not kept, or is kept with its mbox."""
    place: str = ""
    """Where the message is now, when that is elsewhere than before."""


class _Box:
    """An mbox of which messages were fixed, and how it was when they were read."""

    def __init__(self, path: str, seen: mboxes.State) -> None:
        self.path = path
        self.seen = seen
        self.pieces: list[mboxes.Piece] = []


class Putter:
    """Puts messages back; those of one mbox all at once, when the last of them was fixed."""

    def __init__(self, language: str, write: Callable[[str], object], *, keep: bool) -> None:
        self._language = language
        self._write = write
        self._keep = keep
        self._box: _Box | None = None
        self.has_failed = False
        """An mbox could not be written."""

    def begin(self, entry: Entry) -> None:
        """Tell that this message is next, before it is read."""
        if self._box and self._box.path != entry.file:
            self.close()
        if entry.size >= 0 and self._box is None:
            self._box = _Box(entry.file, mboxes.state(entry.file))

    def put(self, entry: Entry, before: bytes, after: bytes) -> Put:
        """Put a message back that has changed.

        Raises:
            OSError: it cannot be written; it is as it was.
        """
        if self._box:
            self._box.pieces.append(mboxes.Piece(entry.start, entry.size, before, after))
            return Put()
        if entry.file.endswith(".emlx"):
            raise files.UnwritableError("emlx")
        if maildirs.is_in(entry.file):
            place, backup = maildirs.replace(entry.file, after, seen=before, keep=self._keep)
            return Put(backup, place)
        return Put(files.replace(entry.file, after, seen=before, keep=self._keep))

    def close(self) -> None:
        """Write the mbox whose messages were fixed, where any was, and say so."""
        box, self._box = self._box, None
        if box is None or not box.pieces:
            return
        path = visible(box.path)
        try:
            backup = mboxes.replace(box.path, box.pieces, seen=box.seen, keep=self._keep)
        except OSError as error:
            self._write(f"{say(self._language, 'failed', path=path, why=failure(self._language, error))}\n")
            self.has_failed = True
            return
        kept = say(self._language, "backup", backup=nearby(backup)) if backup else ""
        self._write(f"{say(self._language, 'box', path=path, n=len(box.pieces))}{kept}\n")
