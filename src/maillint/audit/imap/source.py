"""A mailbox as a source of the audit: what the store does not know of it, in batches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.audit.imap.mailbox import LARGEST
from maillint.audit.imap.problems import ImapError
from maillint.audit.imap.texts import say
from maillint.audit.sources import MOST, MOST_OCTETS, Batch, Piece
from maillint.audit.store import Folder, Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maillint.audit.imap.mailbox import Mailbox
    from maillint.audit.imap.session import Session
    from maillint.audit.store import Store


class Imap:
    """Somebody's folder. The store tells which messages are known, so that a kill at any moment loses none."""

    def __init__(self, session: Session, store: Store) -> None:
        self._session = session
        self._store = store
        self._todo: list[tuple[int, int]] = []
        """UID and octets of what is left."""
        self._uidvalidity = self._modseq = 0
        self.unchanged = 0
        """Messages that the store knows."""
        self.failure: ImapError | None = None
        """Why it came to an end before its time."""
        self.notes: list[tuple[str, dict[str, str]]] = []
        """What else somebody should hear, as ``texts.say`` takes it."""

    def weight(self) -> int:
        """Octets of the messages that are to be read."""
        try:
            self._session.ask(self._plan)
        except ImapError as error:
            self.failure = error
        return sum(size for _, size in self._todo)

    def batches(self) -> Iterator[Batch]:
        """All messages that the store does not know, the oldest first."""
        try:
            while self._todo and not self.failure:
                batch = self._session.ask(self._next)
                if batch is not None:
                    yield batch
        except ImapError as error:
            self.failure = error
        finally:
            self._session.close()

    @property
    def _url(self) -> str:
        return self._session.address.url(self._session.folder)

    def _plan(self, mailbox: Mailbox) -> None:
        """See what is there, and leave out what the store has as this run would judge it."""
        self._heed(mailbox)
        known = self._known(mailbox.uidvalidity)
        there = mailbox.uids()
        self.unchanged = sum(uid in known for uid in there)
        self._todo = list(mailbox.sizes([uid for uid in there if uid not in known]))

    def _heed(self, mailbox: Mailbox) -> None:
        before = self._uidvalidity or ((folder := self._store.folder(self._url)) and folder.uidvalidity)
        if before and before != mailbox.uidvalidity:
            self.notes.append(("anew", {"at": self._session.address.at, "folder": self._session.folder}))
        self._uidvalidity, self._modseq = mailbox.uidvalidity, mailbox.modseq

    def _known(self, uidvalidity: int) -> set[int]:
        prefix = self._path(uidvalidity, "")
        numbers = (path.removeprefix(prefix) for path in self._store.below(prefix))
        return {int(number) for number in numbers if number.isdecimal()}

    def _path(self, uidvalidity: int, uid: int | str) -> str:
        return f"{self._url};UIDVALIDITY={uidvalidity};UID={uid}"

    def _next(self, mailbox: Mailbox) -> Batch | None:
        """The next batch; None where all has to be looked at again, or none of it is there any more."""
        if mailbox.uidvalidity != self._uidvalidity:
            self._plan(mailbox)
            return None
        some = self._first()
        is_large = some[0][1] > LARGEST
        found = mailbox.messages([uid for uid, _ in some], is_large=is_large)
        del self._todo[: len(some)]
        weight = sum(size for _, size in some)
        pieces = tuple(self._piece(uid, octets) for uid, octets in found.items())
        folder = Folder(self._url, self._uidvalidity, some[-1][0], 0 if self._todo else self._modseq)
        return Batch(pieces, weight, folder) if pieces else None

    def _first(self) -> list[tuple[int, int]]:
        """As many of what is left as make a batch; a large one is a batch of its own."""
        some: list[tuple[int, int]] = []
        octets = 0
        for uid, size in self._todo[:MOST]:
            octets += min(size, LARGEST)
            if some and (octets > MOST_OCTETS or size > LARGEST):
                break
            some.append((uid, size))
        return some

    def _piece(self, uid: int, octets: bytes | None) -> Piece:
        place = Place(self._path(self._uidvalidity, uid))
        if octets is None:
            return Piece(place, error="unreadable")
        return Piece(place, data=octets) if octets else Piece(place, error="empty")


def told(source: Imap, language: str) -> list[str]:
    """What is to be said of a source once it is through."""
    lines = [say(language, key, **args) for key, args in source.notes]
    return [*lines, source.failure.text(language)] if source.failure else lines
