"""Who may send, and in the dark: login and TLS on both sides, and where passwords come from."""

from __future__ import annotations

import os
import smtplib
import ssl
import sys

import pytest

from maillint.passwords import PasswordError, own, password
from tests.gate.conftest import CLEAN
from tests.gate.relay.conftest import PASSWORD, USER, Server
from tests.gate.relay.test_relay import ASA, TOM, wire


def bare(relay) -> smtplib.SMTP:
    client = smtplib.SMTP("127.0.0.1", relay.port, local_hostname="desk", timeout=20)
    client.ehlo()
    return client


def test_without_a_login_nobody_sends(relay, server) -> None:
    with bare(relay(server.port)) as client:
        assert client.mail(ASA)[0] == 530


@pytest.mark.parametrize(("user", "secret"), [(USER, "wrong"), ("å", PASSWORD), (USER, ""), ("", "")])
def test_a_wrong_login_is_refused(relay, server, user, secret) -> None:
    from base64 import b64encode

    with bare(relay(server.port)) as client:
        words = b64encode(f"\0{user}\0{secret}".encode()).decode()
        for _ in range(5):
            assert client.docmd("AUTH PLAIN", words)[0] == 535
        assert client.docmd("AUTH PLAIN", words)[0] == 421


@pytest.mark.parametrize("mechanism", ["PLAIN", "LOGIN"])
def test_a_right_one_is_taken(relay, server, mechanism) -> None:
    with bare(relay(server.port)) as client:
        client.user, client.password = USER, PASSWORD
        assert client.auth(mechanism, getattr(client, f"auth_{mechanism.lower()}"))[0] == 235
        client.sendmail(ASA, [TOM], wire(CLEAN))
    assert len(server.mails) == 1


def test_with_a_certificate_nobody_logs_in_in_the_clear(relay, server, certificate) -> None:
    own_file, authority, _ = certificate
    with bare(relay(server.port, "--cert", str(own_file))) as client:
        assert "auth" not in client.esmtp_features
        assert client.docmd("AUTH PLAIN", "AGEAYg==")[0] == 538
        client.starttls(context=ssl.create_default_context(cafile=authority))
        client.login(USER, PASSWORD)
        client.sendmail(ASA, [TOM], wire(CLEAN))
    assert [content for _, _, content in server.mails] == [wire(CLEAN)]


def test_tls_from_the_first_octet(relay, server, certificate) -> None:
    own_file, authority, _ = certificate
    at = relay(server.port, "--cert", str(own_file), "--tls").port
    context = ssl.create_default_context(cafile=authority)
    with smtplib.SMTP_SSL("127.0.0.1", at, local_hostname="desk", context=context, timeout=20) as client:
        client.login(USER, PASSWORD)
        client.sendmail(ASA, [TOM], wire(CLEAN))
    assert len(server.mails) == 1


@pytest.fixture
def strict(starts, certificate) -> Server:
    """A next server that wants STARTTLS and a login."""
    made = Server()
    return starts(
        made, tls_context=certificate[2], require_starttls=True, auth_required=True, authenticator=made.authenticate
    )


def to_strict(certificate, secret: str) -> list[str]:
    return [
        *("--next-tls", "starttls", "--next-ca", str(certificate[1])),
        *("--next-user", "anna", "--next-password", f"file:{secret}"),
    ]


def test_a_login_at_the_next_server(relay, strict, certificate, desk) -> None:
    (desk / "secret").write_text("next-secret\n")
    (desk / "secret").chmod(0o600)
    with relay(strict.port, *to_strict(certificate, "secret")).client() as client:
        client.sendmail(ASA, [TOM], wire(CLEAN))
    assert (strict.logins, len(strict.mails)) == (["anna"], 1)


def test_a_login_the_next_server_does_not_take_means_later(relay, strict, certificate, desk) -> None:
    (desk / "secret").write_text("not it\n")
    (desk / "secret").chmod(0o600)
    one = relay(strict.port, *to_strict(certificate, "secret"))
    with one.client() as client:
        code, words = client.mail(ASA)
    assert (code, b"4.4.1" in words, b"not it" in words) == (451, True, False)
    assert strict.mails == []


def test_a_next_server_nobody_vouches_for_means_later(relay, strict, desk) -> None:
    one = relay(strict.port, "--next-tls", "starttls")
    with one.client() as client:
        assert client.mail(ASA)[0] == 451
    assert strict.logins == []


def test_a_next_server_without_tls_gets_nothing_unless_told(relay, server) -> None:
    with relay(server.port, "--next-tls", "starttls").client() as client:
        assert client.mail(ASA)[0] == 451
    assert server.mails == []


def test_passwords_come_from_the_environment_and_leave_it(monkeypatch) -> None:
    monkeypatch.setenv("SECRET", "hush å")
    assert password("env:SECRET") == "hush å"
    assert "SECRET" not in os.environ
    with pytest.raises(PasswordError, match="env:SECRET: there is no password"):
        password("env:SECRET")


def test_passwords_come_from_a_file_that_nobody_else_reads(tmp_path) -> None:
    path = tmp_path / "secret"
    path.write_text("密码 1\nsecond line\n")
    path.chmod(0o640)
    with pytest.raises(PasswordError, match="others can read it; chmod 600 it"):
        password(f"file:{path}")
    path.chmod(0o600)
    assert password(f"file:{path}") == "密码 1"
    with pytest.raises(PasswordError, match="cannot be read"):
        password(f"file:{path}.gone")


def test_passwords_come_from_the_keyring(monkeypatch) -> None:
    import keyring
    from keyring.backend import KeyringBackend

    class Own(KeyringBackend):
        priority = 1

        def get_password(self, service, username):
            return {("mail", "anna@north.example"): "hush"}.get((service, username))

        def set_password(self, service, username, password):
            raise NotImplementedError

    before = keyring.get_keyring()
    keyring.set_keyring(Own())
    try:
        assert password("keyring:mail/anna@north.example") == "hush"
        with pytest.raises(PasswordError, match="there is no password"):
            password("keyring:mail/tom")
    finally:
        keyring.set_keyring(before)


@pytest.mark.parametrize("source", ["hush", "plain:hush", "file:", ""])
def test_a_password_is_never_given_as_it_is(source) -> None:
    with pytest.raises(PasswordError, match="comes from keyring:SERVICE/USER, env:NAME or file:PATH"):
        password(source)


def test_the_relays_own_password_is_made_up_once(tmp_path) -> None:
    path = tmp_path / "maillint" / "relay-password"
    first = own(str(path))
    assert own(str(path)) == first
    assert len(first) >= 24
    assert path.stat().st_mode & 0o777 == 0o600


def test_by_default_it_says_where_its_password_is(relay, server, desk, monkeypatch) -> None:
    import subprocess

    environment = {**os.environ, "XDG_CONFIG_HOME": str(desk / "config")}
    command = [sys.executable, "-m", "maillint", "relay", "--next", f"127.0.0.1:{server.port}", "--next-tls", "none"]
    with subprocess.Popen(
        [*command, "--listen", "127.0.0.1:0"], stderr=subprocess.PIPE, env=environment, text=True, cwd=desk
    ) as process:
        process.stderr.readline()
        line = process.stderr.readline()
        process.terminate()
        assert process.wait(20) == 0
    assert line == f"maillint: log in as maillint; the password is in {desk}/config/maillint/relay-password\n"


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--listen", "0.0.0.0:2525"], "the relay listens on this machine only"),
        (["--listen", "mail.north.example:25"], "the relay listens on this machine only"),
        (["--listen", "127.0.0.1:smtp"], "write it as host:port"),
        (["--next-tls", "maybe"], "--next-tls maybe: it may be starttls, tls, none"),
        (["--next-user", "anna"], "--next-user and --next-password go together"),
        (["--next-tls", "none", "--next-user", "anna", "--next-password", "env:X"], "for all to read"),
        (["--password", "hush"], "a password comes from"),
        (["--tls"], "--tls needs --cert"),
        (["--cert", "none.pem"], "--cert none.pem: No such file"),
        (["--next-ca", "none.pem"], "--next-ca none.pem: No such file"),
    ],
)
def test_what_cannot_be_used_is_told(maillint, options, words) -> None:
    done = maillint("relay", "--next", "smtp.north.example", *options)
    assert (done.status, len(done.err.splitlines())) == (2, 1), done.err
    assert words in done.err


def test_a_port_that_is_taken(maillint, server) -> None:
    done = maillint("relay", "--next", "smtp.north.example", "--no-login", "--listen", f"127.0.0.1:{server.port}")
    assert done.status == 2
    assert "in use" in done.err
