"""One connection of a mail program: SMTP as aiosmtpd speaks it, with limits of our own."""

from __future__ import annotations

import warnings
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from aiosmtpd.smtp import SMTP, AuthResult

from maillint.gate.relay.handler import Handler
from maillint.gate.relay.nexthop import Passage

if TYPE_CHECKING:
    from aiosmtpd.smtp import Envelope, Session

    from maillint.gate.relay.terms import Terms

_COMMAND_OCTETS = 2048
_IDLE_SECONDS = 3600.0
_MOST_LOGINS = 5


class Door(SMTP):
    """One connection."""

    line_length_limit = 1_000_000  # how long a line may be is for the next server to say

    def __init__(self, terms: Terms, doors: set[Door]) -> None:
        """Make it ready for a connection.

        Args:
            terms: what holds for every connection.
            doors: the open ones, among which it counts itself.
        """
        self.passage = Passage(terms.hop)
        self.command_size_limits = defaultdict(lambda: _COMMAND_OCTETS)  # aiosmtpd has one for all connections
        self._login = terms.login
        self._doors = doors
        with warnings.catch_warnings(action="ignore"):  # a login without TLS stays on this machine
            super().__init__(
                Handler(terms, self.passage),
                hostname="localhost",
                ident="maillint relay",
                data_size_limit=terms.most_octets,
                enable_SMTPUTF8=True,
                timeout=_IDLE_SECONDS,
                tls_context=terms.tls,
                auth_required=terms.login is not None,
                auth_require_tls=terms.tls is not None,
                authenticator=self._authenticated,
                command_call_limit={"AUTH": _MOST_LOGINS, "*": 10**9},
            )

    @property
    def is_busy(self) -> bool:
        """Whether a message has been begun and not answered yet."""
        return bool(self.envelope and self.envelope.mail_from)

    def connection_made(self, transport: Any) -> None:
        """Begin; a second time when STARTTLS has been said."""
        self._doors.add(self)
        super().connection_made(transport)

    def connection_lost(self, error: Exception | None) -> None:
        """End: what the mail program has begun is off."""
        self._doors.discard(self)
        self.passage.close()
        super().connection_lost(error)

    def dismiss(self) -> None:
        """Say that the relay ends, and close."""
        if self.transport is not None:
            self._writer.write(b"421 4.3.2 maillint relay is stopping; please send again later\r\n")
            self.transport.close()

    def _authenticated(
        self, server: SMTP, session: Session, envelope: Envelope, mechanism: str, data: Any
    ) -> AuthResult:
        del server, session, envelope, mechanism
        fits = self._login is not None and self._login.fits(data.login, data.password)
        return AuthResult(success=fits, handled=False, auth_data=data.login.decode(errors="replace"))
