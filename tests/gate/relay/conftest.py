"""A next server that does what it is told, and a relay in front of it, each on free ports."""

from __future__ import annotations

import asyncio
import os
import re
import select
import smtplib
import socket
import ssl
import subprocess
import sys
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest
import trustme
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

USER, PASSWORD = "maillint", "correct-horse"


@dataclass
class Server:
    """Takes every message, unless told to refuse, and keeps it as it came over the wire."""

    port: int = 0
    reply: str = "250 2.0.0 Ok: queued as 4471"
    seconds: float = 0
    refused: dict[str, str] = field(default_factory=dict)
    """Recipient -> reply."""
    mails: list[tuple[str, list[str], bytes]] = field(default_factory=list)
    options: list[list[str]] = field(default_factory=list)
    greeted: int = 0
    logins: list[str] = field(default_factory=list)

    async def handle_EHLO(self, server, session, envelope, hostname, responses) -> list[str]:  # noqa: N802
        self.greeted += 1
        session.host_name = hostname
        return responses

    async def handle_RCPT(self, server, session, envelope, address, options) -> str:  # noqa: N802
        if address in self.refused:
            return self.refused[address]
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 Ok"

    async def handle_DATA(self, server, session, envelope) -> str:  # noqa: N802
        await asyncio.sleep(self.seconds)
        if self.reply.startswith("2"):
            self.mails.append((envelope.mail_from, list(envelope.rcpt_tos), envelope.original_content))
            self.options.append(envelope.mail_options)
        return self.reply

    def authenticate(self, server, session, envelope, mechanism, data) -> AuthResult:
        self.logins.append(data.login.decode())
        return AuthResult(success=data.password == b"next-secret", handled=False)


class Patient(Controller):
    """Takes lines of any length, as most servers do."""

    def factory(self) -> SMTP:
        made = type("PatientSMTP", (SMTP,), {"line_length_limit": 1_000_000})
        return made(self.handler, **self.SMTP_kwargs)


def unused() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


@pytest.fixture
def starts():
    """Starts next servers: ``starts(server, tls_context=...)``."""
    controllers: list[Controller] = []

    def start(server: Server, **options) -> Server:
        options = {"enable_SMTPUTF8": True, "data_size_limit": 100_000_000, **options}
        server.port = unused()
        controller = Patient(server, hostname="127.0.0.1", port=server.port, **options)
        controller.start()
        controllers.append(controller)
        return server

    yield start
    for one in controllers:
        one.stop()


@pytest.fixture
def server(starts) -> Server:
    """A next server without TLS and login."""
    return starts(Server())


@dataclass
class Relay:
    process: subprocess.Popen[bytes]
    port: int
    told: str = ""

    def read(self, words: str, seconds: float = 30) -> str:
        """What it says on standard error, up to some words."""
        end = time.monotonic() + seconds
        while words not in self.told:
            assert time.monotonic() < end, self.told
            if select.select([self.process.stderr], [], [], 0.2)[0]:
                octets = os.read(self.process.stderr.fileno(), 65536)
                self.told += octets.decode()
                assert octets or words in self.told, self.told
        return self.told

    def client(self, user: str = USER, **options) -> smtplib.SMTP:
        """A mail program that has logged in."""
        client = smtplib.SMTP("127.0.0.1", self.port, local_hostname="desk.north.example", timeout=60, **options)
        client.ehlo()
        client.login(user, PASSWORD, initial_response_ok=True)
        return client

    def worker(self) -> int:
        """The process that judges."""
        with open(f"/proc/{self.process.pid}/task/{self.process.pid}/children") as file:
            return int(file.read().split()[0])


@pytest.fixture
def relay(desk) -> Iterator[object]:
    """``relay(port, "--enforce")``: a relay that passes on to a port of this machine."""
    running: list[Relay] = []

    def start(port: int, *options: str, env: dict[str, str] | None = None) -> Relay:
        words = ["--next", f"127.0.0.1:{port}", "--listen", "127.0.0.1:0", "--password", "env:RELAY_PASSWORD"]
        if "--next-tls" not in options:
            words += ["--next-tls", "none"]
        process = subprocess.Popen(
            [sys.executable, "-m", "maillint", "relay", *words, *options],
            stderr=subprocess.PIPE,
            env={**os.environ, "RELAY_PASSWORD": PASSWORD, **(env or {})},
            cwd=desk,
        )
        made = Relay(process, 0)
        running.append(made)
        line = made.read(f"127.0.0.1:{port}\n")
        made.port = int(re.search(r"127\.0\.0\.1:(\d+)", line)[1])
        return made

    yield start
    for one in running:
        if one.process.poll() is None:
            one.process.kill()
        one.process.wait()
        one.process.stderr.close()


@pytest.fixture(scope="session")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture
def certificate(authority, tmp_path) -> tuple[Path, Path, ssl.SSLContext]:
    """Certificate with key for 127.0.0.1, its authority, and both in a context for a server."""
    issued = authority.issue_cert("127.0.0.1")
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    issued.configure_cert(context)
    issued.private_key_and_cert_chain_pem.write_to_path(tmp_path / "cert.pem")
    authority.cert_pem.write_to_path(tmp_path / "authority.pem")
    return tmp_path / "cert.pem", tmp_path / "authority.pem", context


@pytest.fixture
def free_port() -> int:
    """A port where nobody listens."""
    return unused()
