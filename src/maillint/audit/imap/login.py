"""Logging in: with a password or an access token, by what the server offers."""

from __future__ import annotations

import base64
import json
from typing import TYPE_CHECKING, Any

from maillint.audit.imap.problems import DroppedError, ImapError, answer_of, is_busy

if TYPE_CHECKING:
    from collections.abc import Callable

    from maillint.audit.imap.address import Address
    from maillint.audit.imap.credentials import Credential


def log_in(client: Any, address: Address, credential: Credential) -> None:
    """Log in.

    A token that is refused is asked for anew once: it may have expired since it was given out.

    Raises:
        ImapError: the server takes neither what we have nor what we are.
        DroppedError: it hangs up, or is busy.
    """
    if not credential.is_token:
        _by_password(client, address, credential.secret())
        return
    try:
        _by_token(client, address, credential.secret())
    except ImapError as error:
        if error.key != "token" or not credential.can_renew:
            raise
        _by_token(client, address, credential.secret(is_refused=True))


def _by_password(client: Any, address: Address, password: str) -> None:
    user = address.user
    if client.has_capability("AUTH=PLAIN"):
        plain = f"\0{user}\0{password}".encode()
        secrets = (password, base64.b64encode(plain).decode())
        _attempt(lambda: client.sasl_login("PLAIN", lambda _: plain), address, "login", secrets)
    elif not client.has_capability("LOGINDISABLED"):
        if not (user + password).isascii():
            raise ImapError("ascii-login", at=address.at)
        _attempt(lambda: client.login(user, password), address, "login", (password,))
    elif client.has_capability("AUTH=LOGIN"):
        answers = iter((user.encode(), password.encode()))
        secrets = (password, base64.b64encode(password.encode()).decode())
        _attempt(lambda: client.sasl_login("LOGIN", lambda _: next(answers, b"")), address, "login", secrets)
    else:
        raise ImapError("no-password-login", at=address.at, why="LOGINDISABLED")


def _by_token(client: Any, address: Address, token: str) -> None:
    for mechanism, first, last in (
        ("OAUTHBEARER", f"n,a={_escaped(address.user)},\1auth=Bearer {token}\1\1", b"\1"),
        ("XOAUTH2", f"user={address.user}\1auth=Bearer {token}\1\1", b""),
    ):
        if client.has_capability(f"AUTH={mechanism}"):
            exchange = _Exchange(first.encode(), last)
            secrets = (token, base64.b64encode(first.encode()).decode())
            _attempt(lambda: client.sasl_login(mechanism, exchange), address, "token", secrets, exchange)  # noqa: B023
            return
    raise ImapError("no-oauth", at=address.at)


class _Exchange:
    """Says its word; to what a refusal gives as a reason (RFC 7628 3.2.3) it answers that it has heard."""

    def __init__(self, first: bytes, last: bytes) -> None:
        self._words = iter((first, last))
        self.status = ""

    def __call__(self, challenge: bytes) -> bytes:
        if challenge.strip():
            self.status = _status(challenge)
        return next(self._words, b"")


def _status(challenge: bytes) -> str:
    """The reason in a refusal: JSON, which some servers encode a second time."""
    for text in (challenge, challenge + b"=" * (-len(challenge) % 4)):
        try:
            found = json.loads(text if text.lstrip().startswith(b"{") else base64.b64decode(text))
            return str(found.get("status", ""))[:40]
        except (ValueError, AttributeError):
            continue
    return ""


def _attempt(
    action: Callable[[], object],
    address: Address,
    key: str,
    secrets: tuple[str, ...],
    exchange: _Exchange | None = None,
) -> None:
    from imapclient.exceptions import IMAPClientAbortError, IMAPClientError

    try:
        action()
    except (IMAPClientAbortError, OSError) as error:
        raise DroppedError(answer_of(error, *secrets)) from None
    except IMAPClientError as error:
        why = answer_of(error, *secrets)
        if is_busy(why):
            raise DroppedError(why, is_busy=True) from None
        if exchange is not None and exchange.status and exchange.status not in why:
            why = f"{why}; {exchange.status}"
        raise ImapError(key, at=address.at, user=address.user, why=why) from None
    except Exception as error:  # noqa: BLE001 - as in mailbox.py
        raise DroppedError(answer_of(error, *secrets)) from None


def _escaped(user: str) -> str:
    return user.replace("=", "=3D").replace(",", "=2C")
