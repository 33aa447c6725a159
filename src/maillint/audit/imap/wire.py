"""IMAPClient's connections with an end to what one command may be answered: a server may lie, or talk for ever."""

from __future__ import annotations

from typing import Any

from imapclient import IMAPClient, imap4, tls

MOST = 64 << 20
"""Octets of an answer, several times as many as we ever ask for."""
_LINE = 512
"""Octets that a line counts for at least: each is remembered."""


class _Bounded:
    """Counts what comes since something was last said."""

    _left = MOST
    abort: Any

    def send(self, data: bytes) -> None:
        self._left = MOST
        super().send(data)  # type: ignore[misc]

    def read(self, size: int) -> bytes:
        self._take(size)
        data: bytes = super().read(size)  # type: ignore[misc]
        return data

    def readline(self) -> bytes:
        line: bytes = super().readline()  # type: ignore[misc]
        self._take(max(len(line), _LINE))
        return line

    def _take(self, octets: int) -> None:
        self._left -= octets
        if self._left < 0:
            raise self.abort("the server says more than anybody asked for")


class _Plain(_Bounded, imap4.IMAP4WithTimeout):  # type: ignore[misc]
    pass


class _Secure(_Bounded, tls.IMAP4_TLS):  # type: ignore[misc]
    pass


class Client(IMAPClient):  # type: ignore[misc]
    """A client that hangs up on a server that does not come to an end."""

    def _create_IMAP4(self) -> Any:  # noqa: N802 - IMAPClient's name
        connect = self._timeout.connect
        if self.ssl:
            return _Secure(self.host, self.port, self.ssl_context, connect)
        return _Plain(self.host, self.port, connect)
