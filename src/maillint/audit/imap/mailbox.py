"""One folder, open for reading only: which messages it holds, and their octets, in bounded answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from maillint.audit.imap.problems import DroppedError, ImapError, answer_of, is_busy

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from typing import TypeVar

    Answer = TypeVar("Answer")

LARGEST = 16 << 20
"""Octets of a message that are fetched: its text stands before its attachments."""
_WINDOW = 50_000
"""UIDs asked about at once: an answer is one line, and imaplib reads none longer than a million octets."""
_GREATEST = (1 << 63) - 1
"""Of any number that a server names (RFC 7162 3.1.1), and of those in the store."""
_SIZES = 500
"""UIDs in one command, whose line servers bound too (RFC 7162 4)."""


class Mailbox:
    """A folder that EXAMINE opened: no command of ours can change anything in it."""

    def __init__(self, client: Any, folder: str, at: str) -> None:
        """Open it.

        Raises:
            ImapError: the server does not open it.
            DroppedError: the connection is gone.
        """
        self._client = client
        try:
            found = _asked(lambda: client.select_folder(folder, readonly=True))
        except RefusedError as error:
            raise ImapError("refused-folder", at=at, folder=folder, why=str(error)) from None
        self.uidvalidity, self.count, self.modseq, self._next = (
            min(max(found.get(name, 0), 0), _GREATEST)
            for name in (b"UIDVALIDITY", b"EXISTS", b"HIGHESTMODSEQ", b"UIDNEXT")
        )

    def uids(self) -> list[int]:
        """Every message, the oldest first."""
        if not self.count:
            return []
        found: list[int] = []
        start, width = 1, _WINDOW
        while not self._next or start < self._next:
            end = str(start + width - 1) if self._next else "*"
            try:
                some = _asked(lambda: self._client.search(["UID", f"{start}:{end}"]))  # noqa: B023 - called at once
            except RefusedError:  # a server that knows few search keys
                return sorted(_asked(lambda: self._client.search(["ALL"])))
            found += [uid for uid in some if start <= uid and (uid < start + width or not self._next)]
            if not self._next or len(found) >= self.count:
                break
            start += width
            width = _WINDOW if len(some) > _WINDOW // 4 else width * 4  # numbers far apart
        return sorted(set(found))

    def sizes(self, uids: Sequence[int]) -> Iterator[tuple[int, int]]:
        """Octets of each of these messages that is still there."""
        for start in range(0, len(uids), _SIZES):
            some = uids[start : start + _SIZES]
            found = _asked(lambda: self._client.fetch(some, ["RFC822.SIZE"]))  # noqa: B023 - called at once
            sizes = {uid: found[uid].get(b"RFC822.SIZE") for uid in some if uid in found}
            yield from ((uid, max(size, 0) if isinstance(size, int) else 0) for uid, size in sizes.items())

    def messages(self, uids: Sequence[int], *, is_large: bool = False) -> dict[int, bytes | None]:
        """The octets of messages, of a large one the first 16 MiB; None for one that the server cannot give.

        PEEK: they stay unread if they were.
        """
        part = f"BODY.PEEK[]<0.{LARGEST}>" if is_large else "BODY.PEEK[]"
        try:
            found = _asked(lambda: self._client.fetch(list(uids), [part]))
        except RefusedError:
            if len(uids) == 1:
                return {uids[0]: None}
            half = len(uids) // 2
            return {**self.messages(uids[:half], is_large=is_large), **self.messages(uids[half:], is_large=is_large)}
        return {uid: octets for uid in uids if uid in found and (octets := _octets(found[uid])) is not None}


def _octets(answer: dict[bytes, Any]) -> bytes | None:
    for name, value in answer.items():
        if name.startswith(b"BODY["):
            return bytes(value) if value is not None else b""
    return None


class RefusedError(Exception):
    """The server says NO or BAD to a command; the connection goes on."""


def _asked(command: Callable[[], Answer]) -> Answer:
    """What a command answers.

    Raises:
        DroppedError: the connection is gone, or the server is busy.
        RefusedError: it does not want to.
    """
    from imapclient.exceptions import IMAPClientAbortError, IMAPClientError, ProtocolError

    try:
        return command()
    except (IMAPClientAbortError, OSError, ProtocolError) as error:
        why = answer_of(error)
        raise DroppedError(why, is_busy=is_busy(why) and not isinstance(error, OSError)) from error
    except IMAPClientError as error:
        why = answer_of(error)
        if is_busy(why):
            raise DroppedError(why, is_busy=True) from error
        raise RefusedError(why) from error
    except Exception as error:  # IMAPClient takes a server at its word, and raises whatever comes of it
        raise DroppedError(answer_of(error)) from error
