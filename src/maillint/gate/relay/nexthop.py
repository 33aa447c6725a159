"""The next server: the one that takes the message, and whose word counts."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

import aiosmtplib

from maillint.gate.relay.replies import Reply
from maillint.records import NamedTuple

if TYPE_CHECKING:
    import ssl
    from collections.abc import Iterable

_GREETING = "[127.0.0.1]"
"""What we call ourselves: an address literal, as mail programs do (RFC 5321 4.1.3), which tells nothing."""
_CONNECT_SECONDS = 30.0
_COMMAND_SECONDS = 300.0
"""RFC 5321 4.5.3.2: five minutes for MAIL and RCPT, ten for what follows the message."""
_DATA_SECONDS = 600.0
_SLOWEST = 20_000
"""Octets a second that the line out must make at least."""
_FAILURES = (aiosmtplib.SMTPException, OSError, ValueError)


class NextHop(NamedTuple):
    """Where the next server is and how to log in there."""

    host: str
    port: int
    tls: str = "starttls"
    """"starttls" (RFC 3207), "tls" (RFC 8314) or "none"."""
    user: str | None = None
    password: str | None = None
    context: ssl.SSLContext | None = None
    """By which its certificate is held; None for the machine's own authorities."""

    @property
    def name(self) -> str:
        """As people write it."""
        return f"{self.host}:{self.port}"


class Passage:
    """One client's way to the next server. The connection is kept for the client's next message."""

    def __init__(self, hop: NextHop) -> None:
        self._hop = hop
        self._client: aiosmtplib.SMTP | None = None

    async def mail(self, sender: str, options: Iterable[str], *, is_utf8: bool) -> Reply:
        """Begin a message there; the reply is the next server's, or says that it cannot be reached.

        Args:
            sender: address without brackets; "" for the null sender.
            options: ``SIZE=...``, ``BODY=...``, ``SMTPUTF8`` as the client gave them.
            is_utf8: whether the client asked for SMTPUTF8 (RFC 6531).
        """
        try:
            client = await self._connected()
        except _FAILURES as error:
            self.close()
            why = f"the next server {self._hop.name} cannot be used now ({error}); nothing was sent"
            return Reply.of(451, [f"maillint: {why}"], "4.4.1")
        if is_utf8 and client.is_connected and not client.supports_extension("smtputf8"):
            return Reply.of(553, [f"the next server {self._hop.name} does not take SMTPUTF8"], "5.6.7")
        known = {"SIZE": "size", "BODY": "8bitmime", "SMTPUTF8": "smtputf8"}
        kept = [one for one in options if client.supports_extension(known.get(one.partition("=")[0], "-"))]
        return await self._command(b"MAIL", f"FROM:<{sender}>", *kept)

    async def rcpt(self, recipient: str) -> Reply:
        """Name a recipient; the reply is the next server's."""
        return await self._command(b"RCPT", f"TO:<{recipient}>")

    async def data(self, message: bytes) -> Reply:
        """Give the message over; the reply is the next server's."""
        client = self._client
        if client is None or not client.is_connected:  # one that is lost has forgotten what it can do
            return self._lost("the connection is gone")
        if not message.isascii() and not client.supports_extension("8bitmime"):
            return Reply.of(554, [f"the next server {self._hop.name} takes no 8-bit mail"], "5.6.3")
        try:
            answer = await client.data(message, timeout=_DATA_SECONDS + len(message) / _SLOWEST)
        except aiosmtplib.SMTPResponseException as refusal:
            return Reply.passed_back(refusal.code, refusal.message)
        except _FAILURES as error:
            return self._lost(str(error))
        return Reply.passed_back(answer.code, answer.message)

    async def leave(self) -> None:
        """Say goodbye."""
        if self._client is not None and self._client.is_connected:
            with suppress(*_FAILURES):
                await self._client.quit(timeout=5)
        self.close()

    def close(self) -> None:
        """Be gone; what was begun and not taken is forgotten there."""
        client, self._client = self._client, None
        if client is not None:
            client.close()

    async def _connected(self) -> aiosmtplib.SMTP:
        if self._client is not None and self._client.is_connected:
            with suppress(*_FAILURES):
                await self._client.rset(timeout=_CONNECT_SECONDS)
                return self._client
        self.close()
        hop = self._hop
        self._client = client = aiosmtplib.SMTP(
            hostname=hop.host,
            port=hop.port,
            use_tls=hop.tls == "tls",
            start_tls=hop.tls == "starttls",
            username=hop.user,
            password=hop.password,
            tls_context=hop.context,
            local_hostname=_GREETING,
            timeout=_CONNECT_SECONDS,
        )
        await client.connect()
        if client.is_ehlo_or_helo_needed:
            await client.ehlo()
        return client

    async def _command(self, name: bytes, *words: str) -> Reply:
        if self._client is None:
            return self._lost("the connection is gone")
        try:
            octets = [word.encode("utf-8", "surrogateescape") for word in words]  # as they came
            answer = await self._client.execute_command(name, *octets, timeout=_COMMAND_SECONDS)
        except _FAILURES as error:
            return self._lost(str(error))
        return Reply.passed_back(answer.code, answer.message)

    def _lost(self, why: str) -> Reply:
        self.close()
        return Reply.of(451, [f"maillint: the next server {self._hop.name} has not taken the message ({why})"], "4.4.2")
