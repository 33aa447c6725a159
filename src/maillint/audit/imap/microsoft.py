"""Signing in at Microsoft with a code that is typed into a browser anywhere (RFC 8628), by msal."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from maillint.audit.imap.oauth import Tokens
from maillint.audit.imap.problems import ImapError
from maillint.audit.imap.texts import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from maillint.audit.imap.credentials import Means

_SCOPE = "https://outlook.office.com/IMAP.AccessAsUser.All"
_LOGIN = "https://login.microsoftonline.com"
_CHINA_SCOPE = "https://partner.outlook.cn/IMAP.AccessAsUser.All"
_CHINA_LOGIN = "https://login.partner.microsoftonline.cn"
_SIGN_IN_AGAIN = ("invalid_grant", "interaction_required", "consent_required", "login_required")
_SECONDS = 30


def provider(host: str, means: Means, language: str) -> Microsoft:
    """Microsoft as the user's options and the server's name say: the world's, or the one run by 21Vianet in China.

    Raises:
        ImapError: msal is not installed.
    """
    is_china = host.lower().endswith("outlook.cn")
    tenant = means.oauth_tenant or "organizations"
    authority = tenant if "://" in tenant else f"{_CHINA_LOGIN if is_china else _LOGIN}/{tenant}"
    return Microsoft(str(means.oauth_client), authority, _CHINA_SCOPE if is_china else _SCOPE, language)


class Microsoft:
    """Entra, for work and school accounts and, with the tenant "common", for private ones."""

    name = "microsoft"

    def __init__(self, client: str, authority: str, scope: str, language: str) -> None:
        self._client, self._authority, self._scope, self._language = client, authority, scope, language
        self._made: Any = None

    def renewed(self, refresh: str) -> Tokens | None:
        """Tokens for a refresh token; None when it is no longer good for any."""
        found = self._asked(lambda app: app.acquire_token_by_refresh_token(refresh, [self._scope]), "")
        if found.get("error") in _SIGN_IN_AGAIN:
            return None
        return self._tokens(found, "")

    def signed_in(self, user: str, told: Callable[[str], object]) -> Tokens:
        """Tokens for who types the code."""
        flow = self._asked(lambda app: app.initiate_device_flow(scopes=[self._scope]), user)
        if "user_code" not in flow:
            raise self._failed(flow, user)
        told(say(self._language, "oauth-go", url=flow["verification_uri"], code=flow["user_code"], user=user))
        return self._tokens(self._asked(lambda app: app.acquire_token_by_device_flow(flow), user), user)

    def _asked(self, question: Callable[[Any], dict[str, Any]], user: str) -> dict[str, Any]:
        """What Microsoft answers."""
        try:
            if self._made is None:
                msal = import_module("msal")
                self._made = msal.PublicClientApplication(
                    self._client, authority=self._authority, timeout=_SECONDS, instance_discovery=False
                )
            return question(self._made)
        except ImportError as error:
            raise ImapError("extra-oauth", is_usage=True, package="msal") from error
        except (OSError, ValueError) as error:  # requests raises OSError, msal ValueError for what is no authority
            why = str(error).partition("\n")[0][:200] if isinstance(error, ValueError) else type(error).__name__
            raise ImapError("oauth-failed", user=user or self._client, why=why) from None

    def _tokens(self, found: dict[str, Any], user: str) -> Tokens:
        if "access_token" not in found:
            raise self._failed(found, user)
        return Tokens(found["access_token"], found.get("refresh_token", ""), float(found.get("expires_in", 0)))

    def _failed(self, found: dict[str, Any], user: str) -> ImapError:
        why = str(found.get("error_description") or found.get("error") or "?").splitlines()[0][:200]
        return ImapError("oauth-failed", user=user or self._client, why=why)
