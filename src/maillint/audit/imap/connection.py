"""A connection to a server, secure before anything is said on it."""

from __future__ import annotations

import logging
import ssl
from typing import TYPE_CHECKING, Any

from maillint import __version__
from maillint.audit.imap.problems import ImapError, answer_of, unreached

if TYPE_CHECKING:
    from imapclient import IMAPClient

    from maillint.audit.imap.address import Address

CONNECT_SECONDS = 20.0
ANSWER_SECONDS = 90.0
"""Between two octets of an answer: Exchange takes its time for a large message."""


def trust(authority: str | None) -> ssl.SSLContext:
    """How certificates are checked: by the machine's authorities, or by those in a file.

    Raises:
        ImapError: the file holds none.
    """
    try:
        return ssl.create_default_context(cafile=authority)
    except OSError as error:
        raise ImapError("authority", is_usage=True, path=authority) from error


def connected(
    address: Address, context: ssl.SSLContext, *, is_bare: bool = False, is_strict: bool = False
) -> IMAPClient:
    """A client that has greeted the server.

    Args:
        address: where the server is.
        context: by which its certificate is checked.
        is_bare: whether a connection without TLS will do; on this machine it always does.
        is_strict: whether it does not even there.

    Raises:
        ImapError: no connection comes about, or none that is secure.
    """
    from imapclient import SocketTimeout

    from maillint.audit.imap.wire import Client

    logging.getLogger("imapclient").addHandler(logging.NullHandler())  # else its warnings go to the terminal
    seconds = SocketTimeout(CONNECT_SECONDS, ANSWER_SECONDS)
    tls = {"ssl": True, "ssl_context": context} if address.is_tls else {"ssl": False}
    client: Any = None
    try:
        client = Client(address.host, address.port, timeout=seconds, **tls)
        client._imap.debug = 0  # noqa: SLF001 - at its 5 every message is written out for a log that nobody reads
        if not address.is_tls:
            _secured(client, address, context, is_bare=(is_bare or address.is_here) and not is_strict)
    except Exception as error:  # IMAPClient takes a server at its word, and raises whatever comes of it
        if client is not None:
            _close(client)
        if isinstance(error, ImapError):
            raise
        if isinstance(error, OSError):
            raise unreached(error, address.at) from error
        raise ImapError("not-imap", at=address.at, why=answer_of(error)) from error
    return client


def _secured(client: Any, address: Address, context: ssl.SSLContext, *, is_bare: bool) -> None:
    """STARTTLS, unless it is not needed and the server does not insist."""
    is_open = not client.has_capability("LOGINDISABLED") or b"AUTH=" in b" ".join(client.capabilities())
    if is_bare and is_open:
        return
    if not client.has_capability("STARTTLS"):
        raise ImapError("no-starttls", at=address.at)
    client.starttls(context)


def introduce(client: Any) -> None:
    """Say who we are where a server asks (RFC 2971): 163 opens no folder before; QQ hangs up where it does not ask."""
    from imapclient.exceptions import IMAPClientAbortError, IMAPClientError

    if client.has_capability("ID"):
        try:
            client.id_({"name": "maillint", "version": __version__})
        except IMAPClientAbortError:
            raise
        except IMAPClientError:
            return  # nothing hangs on it


def _close(client: Any) -> None:
    """Be gone without a word."""
    try:
        client.shutdown()
    except OSError:
        return


def leave(client: Any) -> None:
    """Say goodbye, if somebody still listens."""
    from imapclient.exceptions import IMAPClientError

    try:
        client.socket().settimeout(5)
        client.logout()
    except (OSError, IMAPClientError, AttributeError):
        _close(client)
