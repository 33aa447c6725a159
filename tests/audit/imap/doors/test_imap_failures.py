"""Whatever stands between here and a mailbox: one clear line, in the reader's language, without a secret."""

from __future__ import annotations

import re
import socket
import threading

import pytest

from maillint.audit.imap.texts import _TEXTS, say
from tests.audit.imap.doors.conftest import wire
from tests.audit.imap.doors.dovecot import PASSWORD, running, unused

LANGUAGES = ("en", "zh-Hans", "zh-Hant")


def one_line(done, *words: str) -> None:
    """It failed as an input that cannot be read, and said so in one line with these words."""
    assert done.status == 3, done.err
    lines = done.err.splitlines()
    assert len(lines) == 1, done.err
    assert all(word in lines[0] for word in words), lines[0]
    assert "Traceback" not in done.err
    assert PASSWORD not in done.err + done.out


@pytest.mark.parametrize(
    ("language", "words"), [("en", "refuses the password"), ("zh-Hans", "密码不对"), ("zh-Hant", "密碼不對")]
)
def test_a_wrong_password(audit, dovecot, user, url, language, words) -> None:
    secret = "wrong-秘密-7f3a"
    done = audit(url(), "--lang", language, password=secret)
    one_line(done, words, user, f"127.0.0.1:{dovecot.port}")
    assert secret not in done.err + done.out
    assert not audit.store.exists()


def test_a_certificate_of_nobody_known(audit, dovecot, user) -> None:
    done = audit(f"imaps://{user}@127.0.0.1:{dovecot.tls_port}")
    one_line(done, "certificate is not trusted", "--ca", "nothing was sent")
    assert f"user=<{user}>" not in dovecot.log


def test_a_certificate_of_ones_own_authority(audit, dovecot, user) -> None:
    dovecot.put(user, [wire(0)])
    done = audit(f"imaps://{user}@localhost:{dovecot.tls_port}", "--ca", str(dovecot.authority))
    assert (done.status, audit.count()) == (0, 1)


def test_a_certificate_for_another_name(audit, dovecot, user) -> None:
    done = audit(f"imaps://{user}@127.0.0.2:{dovecot.tls_port}", "--ca", str(dovecot.authority))
    assert done.status == 3
    assert "127.0.0.2" in done.err


def test_starttls_with_ones_own_authority(audit, dovecot, user, url) -> None:
    dovecot.put(user, [wire(0)])
    done = audit(url(), "--ca", str(dovecot.authority))
    assert (done.status, audit.count()) == (0, 1)
    assert f"user=<{user}>, method=PLAIN, rip=127.0.0.1, lip=127.0.0.1" in dovecot.log
    line = next(line for line in reversed(dovecot.log.splitlines()) if f"user=<{user}>, method" in line)
    assert ", TLS," in line


def test_an_authority_that_is_none(audit, url, tmp_path) -> None:
    (tmp_path / "ca.pem").write_text("你好")
    done = audit(url(), "--ca", str(tmp_path / "ca.pem"))
    assert (done.status, "no certificate that can be read" in done.err) == (2, True)


def test_tls_where_there_is_none(audit, dovecot, user) -> None:
    one_line(audit(f"imaps://{user}@127.0.0.1:{dovecot.port}"), "no secure connection", "143")


def test_an_unknown_host(audit) -> None:
    one_line(audit("imaps://anna@mail.nowhere.invalid"), "mail.nowhere.invalid: there is no such server")


def test_a_refused_connection(audit) -> None:
    port = unused()
    one_line(audit(f"imap://anna@127.0.0.1:{port}"), f"127.0.0.1:{port}: refuses the connection")


def test_no_such_folder_names_those_there_are(audit, dovecot, user, url) -> None:
    dovecot.put(user, [], "Rechnungen")
    done = audit(url("发件"))
    one_line(done, "no folder 发件", "INBOX, Rechnungen, Sent")


def test_no_folder_of_sent_mail(audit, user) -> None:
    with running(mailboxes="") as server:
        with server.client(user) as client:
            client.create_folder("项目")
        done = audit(f"imap://{user}@127.0.0.1:{server.port}")
    one_line(done, "INBOX, 项目", f"@127.0.0.1:{server.port}/")


def test_several_folders_that_may_be_it(audit, user) -> None:
    with running(mailboxes="") as server:
        server.put(user, [], "Sent")
        server.put(user, [], "Sent Items")
        done = audit(f"imap://{user}@127.0.0.1:{server.port}")
    one_line(done, "Sent, Sent Items", "Name one behind the host")


def test_a_connection_that_breaks_off_is_made_again(audit, dovecot, user, url, proxy) -> None:
    dovecot.put(user, map(wire, range(500)))
    before = dovecot.state(user)
    cutting = proxy([90_000, 60_000])
    done = audit(url(port=cutting.port))
    assert (done.status, audit.count(), cutting.connections) == (0, 500, 3), done.err
    assert done.err.count("the connection broke off; trying again in") == 2
    assert audit.asked("SELECT sum(judged) FROM runs") == [(500,)]
    assert dovecot.state(user) == before


def test_a_connection_that_never_holds(dovecot, user, url, proxy, monkeypatch) -> None:
    from maillint.audit.imap import session
    from maillint.audit.imap.address import parse
    from maillint.audit.imap.connection import trust
    from maillint.audit.imap.credentials import Credential
    from maillint.audit.imap.problems import ImapError

    said: list[str] = []
    manner = session.Manner(trust(None), "zh-Hans", said.append, pauses=(0, 0))
    dovecot.put(user, map(wire, range(50)))
    address = parse(url(port=proxy([3000] * 9).port))
    one = session.Session(address, Credential(lambda _: PASSWORD), manner)
    with pytest.raises(ImapError, match="3 times in a row"):
        one.ask(lambda mailbox: mailbox.messages(mailbox.uids()))
    assert len(said) == 2
    assert all("连接中断" in line for line in said)


def answering(lines: dict[str, bytes]) -> tuple[socket.socket, int]:
    """A server that says what it is told to, and OK to everything else."""
    listener = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        try:
            client, _ = listener.accept()
        except OSError:
            return
        with client, client.makefile("rwb") as stream:
            stream.write(lines.get("greeting", b"* OK [CAPABILITY IMAP4rev1] ready\r\n"))
            stream.flush()
            for line in stream:
                tag, command, *_ = line.split()
                untagged, _, answer = lines.get(command.decode().upper(), b"|OK done").partition(b"|")
                stream.write(untagged.replace(b"\n", b"\r\n") + tag + b" " + answer + b"\r\n")
                stream.flush()

    threading.Thread(target=serve, daemon=True).start()
    return listener, listener.getsockname()[1]


def test_a_server_that_echoes_the_password_is_not_quoted(audit) -> None:
    answer = b"|NO [AUTHENTICATIONFAILED] no user with " + b"correct-horse"
    listener, port = answering({"CAPABILITY": b"* CAPABILITY IMAP4rev1\n|OK done", "LOGIN": answer})
    with listener:
        done = audit(f"imap://anna@127.0.0.1:{port}", password="correct-horse")
    assert done.status == 3
    assert "no user with ***" in done.err
    assert "correct-horse" not in done.err + done.out


@pytest.mark.parametrize(
    ("command", "answer", "words"),
    [
        ("UID", b"|BAD what is that", "does not let the folder 已发送 be read (what is that)"),
        ("EXAMINE", "|NO 请先开启 IMAP 服务".encode(), "does not let the folder 已发送 be read"),
        ("EXAMINE", b"|NO EXAMINE Unsafe Login. Please contact kefu@188.com for help", "Unsafe Login"),
        ("LOGIN", "|NO 密码错误".encode(), "密码错误"),
    ],
)
def test_a_server_that_refuses_is_quoted(audit, command, answer, words) -> None:
    plain = {
        "CAPABILITY": b"* CAPABILITY IMAP4rev1\n|OK done",
        "LIST": b'* LIST () "/" "&XfJT0ZAB-"\n|OK done',
        "EXAMINE": b"* 3 EXISTS\n* OK [UIDVALIDITY 1] x\n* OK [UIDNEXT 9] x\n|OK [READ-ONLY] done",
    }
    listener, port = answering({**plain, command: answer})
    with listener:
        one_line(audit(f"imap://anna@127.0.0.1:{port}", password="x-secret"), words)


def test_something_that_is_no_imap_server(audit) -> None:
    listener, port = answering({"greeting": b"220 mail.north.example ESMTP Postfix\r\n"})
    with listener:
        one_line(audit(f"imap://anna@127.0.0.1:{port}"), "does not answer as an IMAP server does")


def test_a_server_that_wants_to_be_left_alone(monkeypatch) -> None:
    from maillint.audit.imap import session
    from maillint.audit.imap.address import parse
    from maillint.audit.imap.connection import trust
    from maillint.audit.imap.credentials import Credential
    from maillint.audit.imap.problems import ImapError

    said: list[str] = []
    manner = session.Manner(trust(None), "en", said.append, busy_pauses=())
    busy = b"|NO [UNAVAILABLE] Request is throttled. Suggested Backoff Time: 1000 milliseconds"
    listener, port = answering({"CAPABILITY": b"* CAPABILITY IMAP4rev1\n|OK done", "LOGIN": busy})
    with listener, pytest.raises(ImapError, match=r"asks to be left alone for a while.*Suggested Backoff"):
        session.Session(parse(f"imap://a@127.0.0.1:{port}"), Credential(lambda _: "x"), manner).ask(len)


def test_a_server_elsewhere_without_encryption_hears_no_password() -> None:
    from maillint.audit.imap.address import Address
    from maillint.audit.imap.connection import connected, trust
    from maillint.audit.imap.problems import ImapError

    class Elsewhere(Address):
        is_here = False

    listener, port = answering({"CAPABILITY": b"* CAPABILITY IMAP4rev1\n|OK done"})
    with listener, pytest.raises(ImapError, match=r"no encryption .*so no password is sent"):
        connected(Elsewhere("127.0.0.1", port, is_tls=False, user="anna"), trust(None))


def test_one_mailbox_that_fails_does_not_keep_others_back(audit, dovecot, user, url) -> None:
    dovecot.put(user, [wire(0), wire(1)])
    done = audit(f"imap://anna@127.0.0.1:{unused()}", url())
    assert (done.status, audit.count()) == (3, 2)
    assert "2 messages" in done.out
    assert "refuses the connection" in done.err


def test_texts_are_in_all_languages() -> None:
    for key, texts in _TEXTS.items():
        fields = [sorted(set(re.findall(r"\{(\w+)\}", text))) for text in texts]
        assert fields[0] == fields[1] == fields[2], key
        args = {name: f"<{name}>" for name in fields[0]}
        assert all(say(language, key, **args) for language in LANGUAGES)
