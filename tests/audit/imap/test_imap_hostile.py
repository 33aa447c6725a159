"""A server that lies, talks nonsense or talks for ever: one error, bounded memory, no secret."""

from __future__ import annotations

import base64
import re
import socket
import threading
from contextlib import suppress

import pytest

from maillint.audit.imap import connection
from maillint.audit.imap.address import parse
from maillint.audit.imap.credentials import Credential
from maillint.audit.imap.problems import ImapError
from maillint.audit.imap.session import Manner, Session
from maillint.audit.imap.source import Imap
from maillint.audit.store import Store

PASSWORD = "秘密-7f3a"
SANE = {
    "CAPABILITY": b"* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\n",
    "LIST": b'* LIST (\\Sent) "/" Sent\r\n',
    "EXAMINE": b"* 2 EXISTS\r\n* OK [UIDVALIDITY 7] ok\r\n* OK [UIDNEXT 3] ok\r\n",
    "SEARCH": b"* SEARCH 1 2\r\n",
    "SIZE": b"* 1 FETCH (UID 1 RFC822.SIZE 20)\r\n* 2 FETCH (UID 2 RFC822.SIZE 20)\r\n",
    "PEEK": b"* 1 FETCH (UID 1 BODY[] {14}\r\nSubject: \xe4\xb8\x80\r\n)\r\n",
}
MADNESS = {
    "EXISTS": {"EXAMINE": b"* 99999999999999999999999999 EXISTS\r\n* OK [UIDVALIDITY 99999999999999999999999] ok\r\n"},
    "no number": {"EXAMINE": b"* OK [UIDVALIDITY \xe4\xbd\xa0] ok\r\n* 2 EXISTS\r\n"},
    "a list for a size": {"SIZE": b"* 1 FETCH (UID 1 RFC822.SIZE (1 2))\r\n"},
    "a size below nothing": {"SIZE": b"* 1 FETCH (UID 1 RFC822.SIZE -5)\r\n* 2 FETCH (UID 2 RFC822.SIZE -5)\r\n"},
    "other messages": {"PEEK": b"* 9 FETCH (UID 9 BODY[] {1}\r\nx)\r\n"},
    "numbers nobody asked for": {"SEARCH": b"* SEARCH 1 2 4000000000 0\r\n"},
    "open brackets": {"SIZE": b"* 1 FETCH ((((((((((((\r\n"},
    "deep brackets": {"SIZE": b"* 1 FETCH " + b"(" * 400_000 + b"\r\n"},
    "a literal of a terabyte": {"PEEK": b"* 1 FETCH (UID 1 BODY[] {1099511627776}\r\nx"},
    "a line without end": {"SEARCH": b"* SEARCH " + b"1 " * 600_000 + b"\r\n"},
    "no folder": {"LIST": b"* LIST () NIL (\r\n"},
    "a folder of half a character": {"LIST": b'* LIST (\\Sent) "/" "&2AA-"\r\n'},
    "octets for a capability": {"CAPABILITY": b"* CAPABILITY \xff\xfe\r\n"},
    "nothing for a capability": {"CAPABILITY": b""},
}


class Server:
    """Says what it is told to, whatever it is asked."""

    def __init__(self, answers: dict[str, bytes], *, login: bytes = b"OK", is_endless: bool = False) -> None:
        self._answers = {**SANE, **answers}
        self._login, self._is_endless = login, is_endless
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        self._thread = threading.Thread(target=self._serve)
        self._thread.start()

    def close(self) -> None:
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._thread.join()

    def _serve(self) -> None:
        with suppress(OSError):
            while True:
                client, _ = self._listener.accept()
                with client, suppress(OSError):
                    self._talk(client)

    def _talk(self, client: socket.socket) -> None:
        client.sendall(b"* OK here\r\n")
        for line in client.makefile("rb"):
            tag, _, command = line.strip().partition(b" ")
            if command.startswith(b"AUTHENTICATE"):
                client.sendall(b"+ \r\n")
            elif not command:  # what follows the +: an echo
                client.sendall(b"A0 " if self._login == b"OK" else b"")
            words = command.decode("utf-8", "replace")
            name = next((name for name in SANE if name in words), "")
            if self._is_endless and name == "SEARCH":
                while True:
                    client.sendall(b"* 5 EXISTS\r\n" * 10_000)
            if command.startswith(b"AUTHENTICATE"):
                secret = next(iter(client.makefile("rb", 0))).strip()
                client.sendall(tag + b" " + self._login.replace(b"SECRET", secret) + b" done\r\n")
            else:
                client.sendall(self._answers.get(name, b"") + tag + b" OK done\r\n")


@pytest.fixture
def met(tmp_path):
    """What an audit of such a server meets: its messages, and how it failed."""
    servers: list[Server] = []

    def meet(answers: dict[str, bytes], **manner: object):
        server = Server(answers, **manner)
        servers.append(server)
        manners = Manner(connection.trust(None), "en", lambda _: None, is_bare=True, pauses=(), busy_pauses=())
        with Store(str(tmp_path / "store.db")) as store:
            store.begin("rules", [])
            session = Session(parse(f"imap://åsa@127.0.0.1:{server.port}"), Credential(lambda _: PASSWORD), manners)
            source = Imap(session, store)
            source.weight()
            pieces = [piece for batch in source.batches() for piece in batch.pieces]
            return {int(re.findall(r"\d+", piece.place.path)[-1]): piece.data for piece in pieces}, source.failure

    yield meet
    for server in servers:
        server.close()


def test_this_server_can_behave(met):
    assert met({}) == ({1: "Subject: 一\r\n".encode()}, None)


@pytest.mark.parametrize("answers", MADNESS.values(), ids=MADNESS)
def test_nonsense_is_one_error_or_nothing(met, answers):
    pieces, failure = met(answers)
    assert set(pieces) <= {1, 2}
    if failure:
        assert "\n" not in failure.text("zh-Hans")


def test_who_talks_for_ever_is_left(met):
    pieces, failure = met({}, is_endless=True)
    assert (pieces, isinstance(failure, ImapError)) == ({}, True)
    assert "more than anybody asked for" in failure.text("en")


@pytest.mark.parametrize("answer", [b"NO you said SECRET", b"BAD SECRET"])
def test_a_server_that_repeats_the_secret(met, answer):
    _, failure = met({}, login=answer)
    told = failure.text("en")
    plain = f"\0åsa\0{PASSWORD}".encode()
    assert "***" in told
    assert base64.b64encode(plain).decode() not in told
    assert PASSWORD not in told
