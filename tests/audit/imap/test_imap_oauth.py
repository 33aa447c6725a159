"""Signing in with a browser once, and without one from then on. Providers are small servers here that speak as they do."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import ssl
import threading
import time
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit
from urllib.request import urlopen

import keyring
import keyring.backend
import pytest
import trustme

from maillint.audit.imap import google, oauth
from maillint.audit.imap.address import parse
from maillint.audit.imap.credentials import Means, of
from maillint.audit.imap.oauth import Tokens
from maillint.audit.imap.problems import ImapError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ADDRESS = parse("imaps://王芳@outlook.office365.com")


class Ring(keyring.backend.KeyringBackend):
    """A keyring that forgets when the test is over."""

    priority = 1

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service, username):
        return self.kept.get((service, username))

    def set_password(self, service, username, password) -> None:
        self.kept[service, username] = password

    def delete_password(self, service, username) -> None:
        del self.kept[service, username]


@pytest.fixture
def ring() -> Iterator[Ring]:
    before, made = keyring.get_keyring(), Ring()
    keyring.set_keyring(made)
    yield made
    keyring.set_keyring(before)


@pytest.fixture
def at_terminal(monkeypatch) -> None:
    monkeypatch.setattr("maillint.audit.imap.oauth.sys.stdin", type("Terminal", (), {"isatty": lambda _: True})())


@contextmanager
def serving(answer: Callable[[str, dict[str, str]], dict], context: ssl.SSLContext | None = None) -> Iterator[int]:
    """A provider: ``answer(path, form)`` gives JSON, with an ``error`` in it as status 400."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", 0))).decode()
            found = answer(self.path, {name: values[0] for name, values in parse_qs(body).items()})
            octets = json.dumps(found).encode()
            self.send_response(400 if "error" in found else 200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(octets)))
            self.end_headers()
            self.wfile.write(octets)

        do_GET = do_POST  # noqa: N815 - the library's names

        def log_message(self, *args: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    if context:
        server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class Entra:
    """Answers as Microsoft's sign-in does: the code is typed after two questions whether it was."""

    def __init__(self) -> None:
        self.port = 0
        self.valid: set[str] = set()
        self.asked: list[str] = []
        self.patience = 2

    def __call__(self, path: str, form: dict[str, str]) -> dict:
        if path.endswith("openid-configuration"):
            base = f"https://127.0.0.1:{self.port}/north"
            ends = {
                "authorization_endpoint": "/authorize",
                "token_endpoint": "/token",
                "device_authorization_endpoint": "/devicecode",
            }
            return {"issuer": base, **{name: base + end for name, end in ends.items()}}
        if path.endswith("devicecode"):
            assert "https://outlook.office.com/IMAP.AccessAsUser.All" in form["scope"]
            page = "https://microsoft.com/devicelogin"
            return {
                "device_code": "dc",
                "user_code": "ABCD-1234",
                "verification_uri": page,
                "expires_in": 60,
                "interval": 0,
            }
        self.asked.append(form["grant_type"].rpartition(":")[2])
        if form["grant_type"] == "refresh_token":
            if form["refresh_token"] not in self.valid:
                return {"error": "invalid_grant", "error_description": "AADSTS70008: expired"}
            return self._tokens()
        self.patience -= 1
        return {"error": "authorization_pending"} if self.patience > 0 else self._tokens()

    def _tokens(self) -> dict:
        number = len(self.valid) + 1
        self.valid.add(f"refresh-{number}")
        return {
            "token_type": "Bearer",
            "access_token": f"access-{number}",
            "refresh_token": f"refresh-{number}",
            "expires_in": 3600,
        }


@pytest.fixture
def entra(tmp_path, monkeypatch) -> Iterator[Entra]:
    authority, made = trustme.CA(), Entra()
    authority.cert_pem.write_to_path(tmp_path / "ca.pem")
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(tmp_path / "ca.pem"))
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    with serving(made, context) as port:
        made.port = port
        yield made


def microsoft(entra: Entra):
    """A credential by way of it."""
    tenant = f"https://127.0.0.1:{entra.port}/north"
    return of(ADDRESS, Means(oauth="auto", oauth_client="app-1", oauth_tenant=tenant), "zh-Hans")


def test_microsoft_once_with_a_code_then_by_the_keyring(entra, ring, at_terminal, capfd) -> None:
    assert microsoft(entra).secret() == "access-1"
    told = capfd.readouterr().err
    assert "https://microsoft.com/devicelogin" in told
    assert "输入代码 ABCD-1234，以 王芳 登录" in told
    assert ring.kept == {("maillint", "oauth:microsoft:王芳"): "refresh-1"}
    assert microsoft(entra).secret() == "access-2"
    assert entra.asked == ["device_code", "device_code", "refresh_token"]
    assert capfd.readouterr().err == ""
    assert ring.kept == {("maillint", "oauth:microsoft:王芳"): "refresh-2"}


def test_microsoft_a_token_is_used_until_it_is_refused(entra, ring) -> None:
    ring.set_password("maillint", "oauth:microsoft:王芳", "refresh-0")
    entra.valid.add("refresh-0")
    credential = microsoft(entra)
    assert [credential.secret(), credential.secret()] == ["access-2"] * 2
    assert credential.secret(is_refused=True) == "access-3"


def test_microsoft_a_sign_in_that_has_run_out_says_so_where_nobody_is(entra, ring) -> None:
    ring.set_password("maillint", "oauth:microsoft:王芳", "long-gone")
    with pytest.raises(ImapError, match="王芳 has to sign in once, at a terminal"):
        microsoft(entra).secret()


def test_microsoft_refuses(entra, ring, at_terminal, monkeypatch) -> None:
    monkeypatch.setattr(
        Entra, "_tokens", lambda _: {"error": "access_denied", "error_description": "AADSTS65004: declined\nTrace"}
    )
    with pytest.raises(ImapError) as caught:
        microsoft(entra).secret()
    assert "（AADSTS65004: declined）" in caught.value.text("zh-Hant")
    assert ring.kept == {}


def test_microsoft_cannot_be_reached(ring, at_terminal) -> None:
    means = Means(oauth="microsoft", oauth_client="app-1", oauth_tenant="https://127.0.0.1:9/north")
    with pytest.raises(ImapError, match="did not work"):
        of(ADDRESS, means, "en").secret()


def test_a_keyring_that_does_not_work_costs_a_sign_in_and_no_more(entra, at_terminal, monkeypatch, capfd) -> None:
    monkeypatch.setattr(keyring, "set_password", lambda *_: (_ for _ in ()).throw(RuntimeError("locked")))
    monkeypatch.setattr(keyring, "get_password", lambda *_: None)
    assert microsoft(entra).secret() == "access-1"
    assert "RuntimeError" in capfd.readouterr().err


class Accounts:
    """Answers as Google's token endpoint does."""

    def __init__(self) -> None:
        self.forms: list[dict[str, str]] = []
        self.is_over = False
        self.challenge = ""

    def __call__(self, path: str, form: dict[str, str]) -> dict:
        self.forms.append(form)
        assert (form["client_id"], form["client_secret"]) == ("app-2", "app-secret")
        if form["grant_type"] == "refresh_token":
            if self.is_over:
                return {"error": "invalid_grant", "error_description": "Token has been expired or revoked."}
            return {"access_token": "second", "expires_in": 3599}
        digest = hashlib.sha256(form["code_verifier"].encode()).digest()
        assert base64.urlsafe_b64encode(digest).rstrip(b"=").decode() == self.challenge
        assert form["code"] == "the-code"
        return {"access_token": "first", "refresh_token": "kept", "expires_in": 3599}


@pytest.fixture
def accounts(monkeypatch) -> Iterator[Accounts]:
    made = Accounts()
    with serving(made) as port:
        monkeypatch.setattr(google, "TOKENS", f"http://127.0.0.1:{port}/token")
        yield made


def browser(accounts: Accounts, answer: str):
    """Somebody who signs in, or does not; first a page of another origin tries its luck."""

    def opened(url: str) -> bool:
        question = {name: values[0] for name, values in parse_qs(urlsplit(url).query).items()}
        accounts.challenge = question["code_challenge"]
        assert (question["scope"], question["login_hint"]) == ("https://mail.google.com/", "tom@north.example")
        back = question["redirect_uri"]

        def come_back() -> None:
            for query in ("code=evil&state=guessed", f"{answer}&state={question['state']}"):
                urlopen(f"{back}/?{query}").read()

        threading.Thread(target=come_back).start()
        return True

    return opened


def at_google(monkeypatch):
    monkeypatch.setenv("APP_SECRET", "app-secret")
    means = Means(oauth="google", oauth_client="app-2", oauth_client_secret="env:APP_SECRET")
    return of(parse("imaps://tom@north.example@imap.gmail.com"), means, "zh-Hant")


def test_google_once_with_a_page_then_by_the_keyring(accounts, ring, at_terminal, monkeypatch, capfd) -> None:
    monkeypatch.setattr(google.webbrowser, "open", browser(accounts, "code=the-code"))
    assert at_google(monkeypatch).secret() == "first"
    assert "請在本機瀏覽器開啟下面的網頁，以 tom@north.example 登入" in capfd.readouterr().err
    assert ring.kept == {("maillint", "oauth:google:tom@north.example"): "kept"}
    assert at_google(monkeypatch).secret() == "second"
    accounts.is_over = True
    monkeypatch.setattr(google.webbrowser, "open", browser(accounts, "code=the-code"))
    assert at_google(monkeypatch).secret() == "first"


def test_google_somebody_says_no(accounts, ring, at_terminal, monkeypatch) -> None:
    monkeypatch.setattr(google.webbrowser, "open", browser(accounts, "error=access_denied"))
    with pytest.raises(ImapError, match=r"did not work \(access_denied\)"):
        at_google(monkeypatch).secret()


def test_google_cannot_be_reached(ring, monkeypatch) -> None:
    ring.set_password("maillint", "oauth:google:tom@north.example", "kept")
    monkeypatch.setattr(google, "TOKENS", "http://127.0.0.1:9/token")
    with pytest.raises(ImapError, match="TransportError"):
        at_google(monkeypatch).secret()


@pytest.mark.parametrize(
    ("host", "means", "words"),
    [
        ("mail.north.example", Means(oauth="auto", oauth_client="x"), "--oauth microsoft or --oauth google"),
        ("imap.gmail.com", Means(oauth="auto"), "--oauth-client ID"),
        ("imap.gmail.com", Means(oauth="auto", oauth_client="x"), "--oauth-client-secret"),
        ("imap.gmail.com", Means(oauth="auto", oauth_client="x", oauth_client_secret="env:NOT_THERE"), "env:NOT_THERE"),
        ("evil-outlook.com.example", Means(oauth="auto", oauth_client="x"), "is not known"),
    ],
)
def test_what_is_missing_is_said_at_once(host, means, words) -> None:
    with pytest.raises(ImapError, match=re.escape(words)) as caught:
        of(parse(f"imaps://a@{host}"), means, "en")
    assert caught.value.is_usage


@pytest.mark.parametrize(
    ("host", "name"),
    [
        ("outlook.office365.com", "microsoft"),
        ("partner.outlook.cn", "microsoft"),
        ("imap.gmail.com", "google"),
        ("imap.qq.com", ""),
    ],
)
def test_who_signs_in_people_of_a_server(host, name) -> None:
    assert oauth._guessed(host) == name


def test_a_token_that_is_about_to_end_is_renewed(ring, monkeypatch) -> None:
    class Provider:
        name = "own"
        given = 0

        def renewed(self, refresh):
            self.given += 1
            return Tokens(f"token-{self.given}", "", 300)

    ring.set_password("maillint", "oauth:own:å", "r")
    keeper = oauth.Keeper(Provider(), "å", "en", print)
    assert [keeper(), keeper()] == ["token-1", "token-1"]
    now = time.time()
    monkeypatch.setattr(oauth, "time", lambda: now + 200)
    assert keeper() == "token-2"
