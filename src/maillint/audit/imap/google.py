"""Signing in at Google: a page in a browser on this machine, whose answer comes back over loopback (RFC 8252 7.3).

Google's flow for typed codes (RFC 8628) gives no access to mail: its list of scopes does not have this one.
"""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
import webbrowser
from http.server import BaseHTTPRequestHandler, HTTPServer
from importlib import import_module
from time import monotonic
from typing import TYPE_CHECKING, Any, Self
from urllib.parse import parse_qs, urlencode, urlsplit

from maillint.audit.imap.oauth import Tokens
from maillint.audit.imap.problems import ImapError
from maillint.audit.imap.texts import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from maillint.audit.imap.credentials import Means

SCOPE = "https://mail.google.com/"
PAGE = "https://accounts.google.com/o/oauth2/v2/auth"
TOKENS = "https://oauth2.googleapis.com/token"
_WAIT_SECONDS = 300
_FORM = {"Content-Type": "application/x-www-form-urlencoded"}


def provider(host: str, means: Means, language: str) -> Google:  # noqa: ARG001 - as the other provider's
    """Google as the user's options say.

    Raises:
        ImapError: the app's secret is missing, or cannot be had.
    """
    from maillint.audit.imap.credentials import given

    if not means.oauth_client_secret:
        raise ImapError("oauth-secret", is_usage=True)
    return Google(str(means.oauth_client), given("--oauth-client-secret", means.oauth_client_secret), language)


class Google:
    """Google's accounts, with an app of the kind "desktop"."""

    name = "google"

    def __init__(self, client: str, client_secret: str, language: str) -> None:
        self._client, self._secret, self._language = client, client_secret, language

    def renewed(self, refresh: str) -> Tokens | None:
        """Tokens for a refresh token; None when it is no longer good for any."""
        found = self._asked({"grant_type": "refresh_token", "refresh_token": refresh}, "")
        return None if found.get("error") == "invalid_grant" else self._tokens(found, "")

    def signed_in(self, user: str, told: Callable[[str], object]) -> Tokens:
        """Tokens for who signs in on the page."""
        verifier, state = secrets.token_urlsafe(48), secrets.token_urlsafe(16)
        with _Answer(state, say(self._language, "oauth-done")) as answer:
            digest = base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=").decode()
            question = {
                "client_id": self._client, "redirect_uri": answer.url, "response_type": "code", "scope": SCOPE,
                "state": state, "code_challenge": digest, "code_challenge_method": "S256", "login_hint": user,
                "access_type": "offline", "prompt": "consent",
            }  # fmt: skip
            url = f"{PAGE}?{urlencode(question)}"
            told(say(self._language, "oauth-page", url=url, user=user))
            webbrowser.open(url)
            code = answer.code(_WAIT_SECONDS)
        if not code:
            raise ImapError("oauth-failed", user=user, why=answer.error or "?")
        wanted = {"grant_type": "authorization_code", "code": code, "redirect_uri": answer.url}
        return self._tokens(self._asked({**wanted, "code_verifier": verifier}, user), user)

    def _asked(self, form: dict[str, str], user: str) -> dict[str, Any]:
        """What Google answers, over google-auth's transport."""
        body = urlencode({**form, "client_id": self._client, "client_secret": self._secret}).encode()
        try:
            transport = import_module("google.auth.transport.requests")
            errors = import_module("google.auth.exceptions")
        except ImportError as error:
            raise ImapError("extra-oauth", is_usage=True, package="google-auth") from error
        try:
            answer = transport.Request()(TOKENS, method="POST", body=body, headers=_FORM, timeout=30)
            found: dict[str, Any] = json.loads(answer.data)
        except (errors.TransportError, ValueError, OSError) as error:
            raise ImapError("oauth-failed", user=user or self._client, why=type(error).__name__) from None
        return found

    def _tokens(self, found: dict[str, Any], user: str) -> Tokens:
        if "access_token" not in found:
            why = str(found.get("error_description") or found.get("error") or "?")[:200]
            raise ImapError("oauth-failed", user=user or self._client, why=why)
        return Tokens(found["access_token"], found.get("refresh_token", ""), float(found.get("expires_in", 0)))


class _Answer:
    """Waits on this machine for the browser to come back with a code."""

    def __init__(self, state: str, thanks: str) -> None:
        self.error = ""
        self._code = ""
        answer = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                found = parse_qs(urlsplit(self.path).query)
                if secrets.compare_digest(found.get("state", [""])[0].encode(), state.encode()):
                    answer._code = found.get("code", [""])[0]
                    answer.error = found.get("error", [""])[0][:100]
                self.send_response(200)
                self.send_header("Content-Type", "text/plain; charset=utf-8")
                self.end_headers()
                self.wfile.write(thanks.encode() if answer._code else b"")

            def log_message(self, *args: object) -> None:
                """Say nothing: the address holds the code."""

        self._server = HTTPServer(("127.0.0.1", 0), Handler)
        self._server.timeout = 1
        self.url = f"http://127.0.0.1:{self._server.server_port}"

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self._server.server_close()

    def code(self, seconds: float) -> str:
        """The code; "" when none came in time."""
        end = monotonic() + seconds
        while not (self._code or self.error) and monotonic() < end:
            self._server.handle_request()
        return self._code
