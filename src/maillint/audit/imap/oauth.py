"""Signing in with a browser, once; after that a refresh token in the keyring gives access tokens (RFC 6749 6)."""

from __future__ import annotations

import sys
from importlib import import_module
from time import time
from typing import TYPE_CHECKING, Protocol

from maillint.audit.imap.problems import ImapError
from maillint.audit.imap.texts import say
from maillint.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from maillint.audit.imap.address import Address
    from maillint.audit.imap.credentials import Means

SERVICE = "maillint"
"""Under which the keyring keeps refresh tokens: the rest of them is short-lived, and too long for some keyrings."""
_SOON = 120
"""Seconds before its end from which a token counts as expired."""


class Tokens(NamedTuple):
    """What a provider gives out."""

    access: str
    refresh: str
    """Empty where the one before stays."""
    seconds: float
    """For which ``access`` is valid."""


class Provider(Protocol):
    """Who gives out tokens."""

    name: str

    def renewed(self, refresh: str) -> Tokens | None:
        """Tokens without asking anybody; None when somebody has to sign in again.

        Raises:
            ImapError: the provider cannot be reached, or does not want us.
        """

    def signed_in(self, user: str, told: Callable[[str], object]) -> Tokens:
        """Tokens for who signs in now; ``told`` is given what the person has to do.

        Raises:
            ImapError: nobody does, or the provider does not want us.
        """


class Keeper:
    """Gives a token that is valid now, by the shortest way."""

    def __init__(self, provider: Provider, user: str, language: str, told: Callable[[str], object]) -> None:
        self._provider = provider
        self._user = user
        self._language = language
        self._told = told
        self._entry = f"oauth:{provider.name}:{user}"
        self._refresh = ""
        self._access = ""
        self._until = 0.0

    def __call__(self, is_refused: bool = False) -> str:  # noqa: FBT001, FBT002 - as Credential calls it
        """An access token; another than before if that one was refused."""
        if self._access and not is_refused and time() < self._until - _SOON:
            return self._access
        self._refresh = self._refresh or self._kept()
        tokens = self._provider.renewed(self._refresh) if self._refresh else None
        if tokens is None:
            if not (sys.stdin and sys.stdin.isatty()):
                raise ImapError("oauth-nobody", user=self._user)
            tokens = self._provider.signed_in(self._user, self._told)
        if tokens.refresh and tokens.refresh != self._refresh:
            self._keep(tokens.refresh)
        self._access, self._until = tokens.access, time() + tokens.seconds
        return self._access

    def _kept(self) -> str:
        try:
            return str(import_module("keyring").get_password(SERVICE, self._entry) or "")
        except Exception:  # noqa: BLE001 - backends raise what they like; then somebody signs in
            return ""

    def _keep(self, refresh: str) -> None:
        self._refresh = refresh
        try:
            import_module("keyring").set_password(SERVICE, self._entry, refresh)
        except Exception as error:  # noqa: BLE001 - as above
            why = f"{type(error).__name__}"
            self._told(say(self._language, "oauth-keyring", why=why))


def tokens(address: Address, means: Means, language: str) -> Keeper:
    """The keeper of tokens for a mailbox.

    Raises:
        ImapError: the provider is not known, or something about the app is missing.
    """
    from maillint.audit.imap import google, microsoft

    makers: dict[str, Any] = {"microsoft": microsoft.provider, "google": google.provider}
    name = (means.oauth or "auto") if means.oauth != "auto" else _guessed(address.host)
    if name not in makers:
        raise ImapError("oauth-host", is_usage=True, host=address.host)
    if not means.oauth_client:
        raise ImapError("oauth-client", is_usage=True, provider=name)
    return Keeper(makers[name](address.host, means, language), address.user, language, _to_terminal)


def _guessed(host: str) -> str:
    """Who signs in people of a server."""
    for domains, name in (
        (("office365.com", "office.com", "outlook.com", "outlook.cn", "office365.us"), "microsoft"),
        (("gmail.com", "googlemail.com"), "google"),
    ):
        if any(host.lower().endswith(f".{domain}") for domain in domains):
            return name
    return ""


def _to_terminal(text: str) -> None:
    sys.stderr.write(f"{text}\n")
    sys.stderr.flush()
