"""A batch: as much as one worker gets at once, small enough to lose and large enough to be worth the sending."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from maillint.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from maillint.audit.store import Folder, Place

MOST = 200
"""Messages in a batch."""
MOST_OCTETS = 8 << 20
"""Octets in a batch of more than one message: what bounds the memory of a run."""


class Piece(NamedTuple):
    """One message that a worker reads itself, or whose octets it is given."""

    place: Place
    form: str = ""
    """How its octets become a message: "" they are one, "mbox", "emlx" or "msg"."""
    file: str = ""
    start: int = 0
    size: int = -1
    """Octets in the file from ``start``; -1 for all of it."""
    data: bytes | None = None
    """The octets themselves; None for what is to be read from ``file``."""
    error: str = ""
    """Why there are none, as ``message.sources.Item.error``."""

    @property
    def weight(self) -> int:
        """Octets it takes, as far as they are known."""
        return len(self.data) if self.data is not None else max(self.size, self.place.size if self.size < 0 else 0, 0)


class Batch(NamedTuple):
    """Work for one worker."""

    pieces: tuple[Piece, ...]
    weight: int = 0
    """How much nearer to the end of its source the run is once this is done, in the units of ``Source.weight``."""
    folder: Folder | None = None
    """How far an IMAP folder is read once this is stored."""
    container: Place | None = None
    """An mbox or archive whose last messages these are."""


class Source(Protocol):
    """A place many messages come from."""

    def weight(self) -> int:
        """Of all its batches, in octets or messages, for the time that is left; 0 where nobody knows."""

    def batches(self) -> Iterator[Batch]:
        """All its messages that the store does not know, in a stable order."""


def batched(pieces: Iterable[Piece], most: int = MOST, octets: int = MOST_OCTETS) -> Iterator[tuple[Piece, ...]]:
    """Pieces in batches of at most so many messages and, but for a single larger one, so many octets."""
    batch: list[Piece] = []
    weight = 0
    for piece in pieces:
        if batch and (len(batch) >= most or weight + piece.weight > octets):
            yield tuple(batch)
            batch, weight = [], 0
        batch.append(piece)
        weight += piece.weight
    if batch:
        yield tuple(batch)
