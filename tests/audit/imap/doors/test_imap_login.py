"""Logging in by what a server offers, with secrets from everywhere but the command line, and never seen again."""

from __future__ import annotations

import base64
import fcntl
import logging
import os
import shlex
import subprocess
import sys
import termios

import pytest

from maillint.audit.imap.address import parse
from maillint.audit.imap.connection import connected, leave, trust
from maillint.audit.imap.credentials import Credential
from maillint.audit.imap.login import log_in
from maillint.audit.imap.problems import ImapError
from tests.audit.imap.doors.conftest import wire
from tests.audit.imap.doors.dovecot import PASSWORD, running


def printing(text: str, status: int = 0) -> str:
    """A command that prints a text."""
    return shlex.join([sys.executable, "-c", f"import sys; print({text!r}); sys.exit({status})"])


@pytest.fixture
def mailbox(dovecot, user, url) -> str:
    dovecot.put(user, [wire(0), wire(1)])
    return url()


def test_a_password_from_a_command(audit, mailbox) -> None:
    done = audit(mailbox, "--password-command", printing(PASSWORD), password=None)
    assert (done.status, audit.count()) == (0, 2)


def test_a_password_from_a_file_or_the_environment(audit, mailbox, tmp_path) -> None:
    secret = tmp_path / "secret"
    secret.write_text(f"{PASSWORD}\n")
    secret.chmod(0o600)
    assert audit(mailbox, "--password", f"file:{secret}", password=None).status == 0
    assert audit(mailbox, "--password", "env:IMAP_SECRET", password=None, IMAP_SECRET=PASSWORD).status == 0


def test_two_mailboxes_share_what_the_environment_has_once(audit, dovecot, mailbox, user, url) -> None:
    dovecot.put(user, [wire(2)], "Archiv")
    done = audit(mailbox, url("Archiv"), "--password", "env:IMAP_SECRET", password=None, IMAP_SECRET=PASSWORD)
    assert (done.status, audit.count()) == (0, 3), done.err


@pytest.mark.parametrize(("language", "words"), [("en", "one of them is enough"), ("zh-Hant", "只能用其中一個")])
def test_one_way_to_log_in_is_enough(audit, mailbox, language, words) -> None:
    done = audit(mailbox, "--password", "env:X", "--token-command", printing("x"), "--lang", language)
    assert (done.status, words in done.err, done.err.count("\n")) == (2, True, 1)


@pytest.mark.parametrize(
    ("source", "language", "words"),
    [
        ("env:NO_SUCH", "en", "--password: env:NO_SUCH: there is no password"),
        ("env:NO_SUCH", "zh-Hans", "--password：env:NO_SUCH：没有密码"),
        ("hush", "zh-Hant", "--password：密碼來自 keyring:服務/使用者、env:變數名 或 file:路徑"),
    ],
)
def test_a_source_that_holds_no_password(audit, mailbox, source, language, words) -> None:
    assert words in audit(mailbox, "--password", source, "--lang", language, password=None).err


def test_a_password_from_the_keyring(audit, mailbox, user, tmp_path) -> None:
    (tmp_path / "ownring.py").write_text(
        "import keyring.backend\nclass Ring(keyring.backend.KeyringBackend):\n    priority = 1\n"
        f"    def get_password(self, service, name):\n        return {PASSWORD!r} if (service, name) == ('127.0.0.1', {user!r}) else None\n"
        "    def set_password(self, *words): raise NotImplementedError\n    delete_password = set_password\n"
    )
    ring = {"PYTHON_KEYRING_BACKEND": "ownring.Ring", "PYTHONPATH": str(tmp_path)}
    assert audit(mailbox, password=None, **ring).status == 0


def test_without_a_password_and_a_terminal_it_says_where_one_may_come_from(audit, mailbox, user) -> None:
    done = audit(mailbox, password=None)
    assert done.status == 2
    assert f"keyring set 127.0.0.1 {user}" in done.err
    assert "--password-command" in done.err


@pytest.mark.parametrize(
    ("command", "words"),
    [
        (printing("half-a-secret", 3), "ends with status 3"),
        (printing(""), "prints nothing"),
        ("/no/such/程序", "cannot be started"),
        (" ", "cannot be started"),
        ("pass 'mail", "cannot be started"),
    ],
)
def test_a_command_that_gives_no_password(audit, mailbox, command, words) -> None:
    done = audit(mailbox, "--password-command", command, password=None)
    assert done.status == 3
    assert words in done.err
    assert "half-a-secret" not in done.err + done.out


@pytest.mark.parametrize("mechanisms", ["plain", "login", "plain login"])
def test_a_server_that_knows_only_some_ways(mechanisms) -> None:
    with running(mechanisms=mechanisms) as server:
        address = parse(f"imap://王芳@127.0.0.1:{server.port}")
        client = connected(address, trust(None))
        log_in(client, address, Credential(lambda _: PASSWORD))
        assert client.select_folder("INBOX", readonly=True)[b"EXISTS"] == 0
        leave(client)


def test_a_server_that_wants_encryption_gets_it(tmp_path) -> None:
    with running(is_strict=True) as server:
        address = parse(f"imap://anna@localhost:{server.port}")
        with pytest.raises(ImapError, match="certificate is not trusted"):
            connected(address._replace(host="127.0.0.1"), trust(None), is_strict=True)
        client = connected(address, trust(str(server.authority)), is_strict=True)
        log_in(client, address, Credential(lambda _: PASSWORD))
        leave(client)


def test_a_good_token(audit, mailbox, user, vouching) -> None:
    vouching.users["good-token"] = user
    done = audit(mailbox, "--token-command", printing("good-token"), password=None)
    assert (done.status, audit.count()) == (0, 2)


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "has expired or is for something else"), ("zh-Hans", "已过期"), ("zh-Hant", "已過期")],
)
def test_an_expired_token(audit, mailbox, language, words) -> None:
    done = audit(mailbox, "--token-command", printing("expired-token"), "--lang", language, password=None)
    assert done.status == 3
    assert len(done.err.splitlines()) == 1
    assert words in done.err
    assert "expired-token" not in done.err + done.out


@pytest.mark.parametrize("mechanisms", ["plain xoauth2", "plain oauthbearer"])
def test_an_expired_token_is_renewed_at_once(mechanisms, vouching, user) -> None:
    vouching.users["new-token"] = user
    asked: list[bool] = []

    def fetch(is_refused) -> str:
        asked.append(is_refused)
        return "new-token" if is_refused else "old-token"

    with running(mechanisms=mechanisms, oauth_port=vouching.port) as server:
        address = parse(f"imap://{user}@127.0.0.1:{server.port}")
        client = connected(address, trust(None))
        log_in(client, address, Credential(fetch, is_token=True, can_renew=True))
        assert client.select_folder("INBOX", readonly=True)[b"EXISTS"] == 0
        leave(client)
    assert asked == [False, True]


def test_a_token_for_somebody_else(audit, mailbox, vouching) -> None:
    vouching.users["toms-token"] = "tom@north.example"
    done = audit(mailbox, "--token-command", printing("toms-token"), password=None)
    assert (done.status, audit.count()) == (3, 0)


def test_a_server_that_takes_no_tokens(user) -> None:
    with running(mechanisms="plain") as server:
        address = parse(f"imap://{user}@127.0.0.1:{server.port}")
        client = connected(address, trust(None))
        with pytest.raises(ImapError, match="takes no access tokens"):
            log_in(client, address, Credential(lambda _: "t", is_token=True))
        leave(client)


def test_no_secret_in_any_log(mailbox, user, caplog, capfd) -> None:
    with caplog.at_level(logging.DEBUG):
        address = parse(mailbox)
        client = connected(address, trust(None))
        log_in(client, address, Credential(lambda _: PASSWORD))
        leave(client)
        client = connected(address, trust(None))
        with pytest.raises(ImapError) as caught:
            log_in(client, address, Credential(lambda _: "wrong-秘密"))
        leave(client)
    told = caplog.text + "".join(capfd.readouterr()) + str(caught.value) + repr(Credential(lambda _: PASSWORD))
    for secret in (PASSWORD, "wrong-秘密"):
        assert secret not in told
        assert base64.b64encode(f"\0{user}\0{secret}".encode()).decode() not in told


def test_no_secret_in_the_store(audit, mailbox) -> None:
    audit(mailbox)
    assert PASSWORD.encode() not in audit.store.read_bytes()


def test_a_password_is_asked_for_at_a_terminal(audit, mailbox, user) -> None:
    """The question is in the reader's language, and the answer does not show."""
    master, slave = os.openpty()
    process = subprocess.Popen(
        audit.command(mailbox),
        stdin=slave,
        stdout=slave,
        stderr=slave,
        env=audit.environment(None, LC_ALL="zh_TW.UTF-8", LANG="zh_TW.UTF-8"),
        preexec_fn=own_terminal,  # noqa: PLW1509 - it makes two calls
    )
    os.close(slave)
    shown, is_typed = b"", False
    try:
        while octets := os.read(master, 4096):
            shown += octets
            if not is_typed and "密碼：".encode() in shown:
                is_typed = bool(os.write(master, f"{PASSWORD}\n".encode()))
    except OSError:
        pass  # the terminal is gone with its last program
    assert process.wait(60) == 0, shown.decode()
    os.close(master)
    assert is_typed
    assert f"127.0.0.1 上 {user} 的密碼：" in shown.decode()
    assert PASSWORD not in shown.decode()
    assert audit.count() == 2


def own_terminal() -> None:
    os.setsid()
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
