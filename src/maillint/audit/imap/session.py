"""A session that lasts: what breaks off is begun again, with growing pauses, until it clearly will not hold."""

from __future__ import annotations

from time import sleep
from typing import TYPE_CHECKING, Any

from maillint.audit.imap import connection, folders
from maillint.audit.imap.login import log_in
from maillint.audit.imap.mailbox import Mailbox, RefusedError
from maillint.audit.imap.problems import DroppedError, ImapError, answer_of
from maillint.audit.imap.texts import say
from maillint.records import NamedTuple

if TYPE_CHECKING:
    import ssl
    from collections.abc import Callable
    from typing import TypeVar

    from maillint.audit.imap.address import Address
    from maillint.audit.imap.credentials import Credential

    Answer = TypeVar("Answer")

PAUSES = (1, 2, 5, 15, 30)
"""Seconds before each new try after a connection broke off."""
BUSY_PAUSES = (10, 30, 60, 120, 300)
"""The same where a server wants fewer of us."""


class Manner(NamedTuple):
    """How to go about it."""

    context: ssl.SSLContext
    language: str
    told: Callable[[str], object]
    """Is given what somebody who waits should know."""
    is_bare: bool = False
    """Whether a connection without TLS will do."""
    is_strict: bool = False
    pauses: tuple[int, ...] = PAUSES
    busy_pauses: tuple[int, ...] = BUSY_PAUSES


class Session:
    """A folder on a server, connected to when it is needed."""

    def __init__(self, address: Address, credential: Credential, manner: Manner) -> None:
        self.address = address
        self.folder = ""
        """Its name, once it was found."""
        self._credential = credential
        self._manner = manner
        self._client: Any = None
        self._mailbox: Mailbox | None = None
        self._has_held = False

    def ask(self, question: Callable[[Mailbox], Answer]) -> Answer:
        """What a question to the open folder gives, over as many connections as it takes.

        Raises:
            ImapError: it cannot be answered.
        """
        failures = 0
        while True:
            try:
                return question(self._opened())
            except DroppedError as error:
                self.close()
                failures += 1
                self._pause(error, failures)
            except ImapError as error:
                self.close()
                if not self._has_held or error.key not in ("refused", "silent", "unreachable", "unknown-host", "tls"):
                    raise
                failures += 1
                self._pause(DroppedError(error.text(self._manner.language)), failures)
            except RefusedError as error:
                self.close()
                raise ImapError("refused-folder", at=self.address.at, folder=self.folder, why=str(error)) from None

    def close(self) -> None:
        """Say goodbye."""
        client, self._client, self._mailbox = self._client, None, None
        if client is not None:
            connection.leave(client)

    def _opened(self) -> Mailbox:
        if self._mailbox is None:
            manner = self._manner
            self._client = client = connection.connected(
                self.address, manner.context, is_bare=manner.is_bare, is_strict=manner.is_strict
            )
            log_in(client, self.address, self._credential)
            self._mailbox = self._selected(client)
            self._has_held = True
        return self._mailbox

    def _selected(self, client: Any) -> Mailbox:
        try:
            connection.introduce(client)
            self.folder = self.folder or folders.chosen(folders.listed(client), self.address)
        except ImapError:
            raise
        except Exception as error:  # as in mailbox.py
            raise DroppedError(answer_of(error)) from error
        return Mailbox(client, self.folder, self.address.at)

    def _pause(self, error: DroppedError, failures: int) -> None:
        """Wait before the next try, or give up."""
        manner = self._manner
        pauses = manner.busy_pauses if error.is_busy else manner.pauses
        why = str(error) if error.is_busy else say(manner.language, "broke-off")
        if failures > len(pauses):
            key = "busy" if error.is_busy else "dropped"
            raise ImapError(key, at=self.address.at, times=failures, why=str(error)) from None
        seconds = pauses[failures - 1]
        manner.told(say(manner.language, "again", at=self.address.at, why=why, seconds=seconds))
        sleep(seconds)
