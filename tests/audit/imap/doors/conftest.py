"""A Dovecot for all tests here, mail in it, a way to audit it, a proxy that cuts, and somebody who vouches for tokens."""

from __future__ import annotations

import json
import os
import signal
import socket
import sqlite3
import subprocess
import sys
import threading
import time
from contextlib import closing, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, quote, urlsplit

import pytest

from tests.audit.conftest import written
from tests.audit.imap.doors.dovecot import PASSWORD, Dovecot, running

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def wire(number: int) -> bytes:
    """A message as it lies on a server."""
    return written(number).replace(b"\n", b"\r\n")


@dataclass
class Vouching:
    """Says whose a token is (RFC 7662), as an identity provider does to its mail server."""

    port: int
    users: dict[str, str] = field(default_factory=dict)


@pytest.fixture(scope="session")
def vouching() -> Iterator[Vouching]:
    made = Vouching(0)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            token = parse_qs(urlsplit(self.path).query).get("token", [""])[0]
            user = made.users.get(token)
            body = json.dumps({"active": "true", "username": user} if user else {"active": "false"}).encode()
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *args: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    made.port = server.server_port
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield made
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture(scope="session")
def dovecot(vouching) -> Iterator[Dovecot]:
    """A server whose folder of sent mail is marked as such."""
    with running(oauth_port=vouching.port) as server:
        yield server


@dataclass
class Audited:
    status: int
    out: str
    err: str


@dataclass
class Audit:
    """``maillint audit`` of a mailbox, as a process of its own, into one store."""

    store: Path

    def command(self, *arguments: str) -> list[str]:
        return [sys.executable, "-m", "maillint", "audit", *arguments, "--store", str(self.store)]

    def __call__(self, *arguments: str, password: str | None = PASSWORD, **env: str) -> Audited:
        done = subprocess.run(
            self.command(*arguments),
            capture_output=True,
            text=True,
            env=self.environment(password, **env),
            stdin=subprocess.DEVNULL,
            start_new_session=True,
            timeout=120,
            check=False,
        )
        return Audited(done.returncode, done.stdout, done.stderr)

    @staticmethod
    def environment(password: str | None, **env: str) -> dict[str, str]:
        keyring = {"PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring"}
        given = {"MAILLINT_IMAP_PASSWORD": password} if password is not None else {}
        return {**os.environ, **keyring, **given, **env}

    def started(self, *arguments: str) -> subprocess.Popen[bytes]:
        """The same in the background, its processes a group of their own."""
        return subprocess.Popen(
            self.command(*arguments),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=self.environment(PASSWORD),
            stdin=subprocess.DEVNULL,
            start_new_session=True,
        )

    def killed_after(self, messages: int, *arguments: str) -> int:
        """Kill it, with all its processes, once the store holds so many; how many it holds then."""
        process = self.started(*arguments)
        end = time.monotonic() + 60
        while self.count() < messages:
            assert process.poll() is None
            assert time.monotonic() < end
            time.sleep(0.01)
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        return self.count()

    def asked(self, statement: str) -> list[tuple]:
        with closing(sqlite3.connect(self.store)) as connection:
            return connection.execute(statement).fetchall()

    def count(self) -> int:
        try:
            return self.asked("SELECT count(*) FROM messages")[0][0]
        except sqlite3.Error:
            return 0


@pytest.fixture
def audit(tmp_path) -> Audit:
    return Audit(tmp_path / "store.db")


@pytest.fixture
def user(request) -> str:
    """Somebody nobody else is, with letters that an address may have."""
    return f"åsa.{abs(hash(request.node.nodeid)) % 10**9}@north.example"


@pytest.fixture
def url(dovecot, user):
    """``url("Sent")``: that person's folder, without encryption since it is this machine."""

    def made(folder: str = "", *, port: int = 0) -> str:
        return f"imap://{quote(user)}@127.0.0.1:{port or dovecot.port}/{quote(folder)}"

    return made


@dataclass
class Proxy:
    """Stands in front of a server, and cuts connections after so many octets of answers: those in ``cuts``, in turn."""

    port: int
    cuts: list[int]
    connections: int = 0

    def serve(self, listener: socket.socket, target: int) -> None:
        while True:
            try:
                client, _ = listener.accept()
            except OSError:
                return
            self.connections += 1
            most = self.cuts.pop(0) if self.cuts else sys.maxsize
            server = socket.create_connection(("127.0.0.1", target))
            threading.Thread(target=self._carry, args=(client, server, sys.maxsize), daemon=True).start()
            threading.Thread(target=self._carry, args=(server, client, most), daemon=True).start()

    def _carry(self, source: socket.socket, sink: socket.socket, most: int) -> None:
        try:
            while most > 0 and (octets := source.recv(min(65536, most))):
                sink.sendall(octets)
                most -= len(octets)
        except OSError:
            pass
        for one in (source, sink):
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
            one.close()


@pytest.fixture
def proxy(dovecot):
    """``proxy([5000, 5000])``: the first two connections break off after 5,000 octets each."""
    listeners: list[socket.socket] = []

    def start(cuts: list[int]) -> Proxy:
        listener = socket.create_server(("127.0.0.1", 0))
        listeners.append(listener)
        made = Proxy(listener.getsockname()[1], cuts)
        threading.Thread(target=made.serve, args=(listener, dovecot.port), daemon=True).start()
        return made

    yield start
    for listener in listeners:
        listener.shutdown(socket.SHUT_RDWR)
        listener.close()
