"""A real msmtp that is told to send through the relay."""

from __future__ import annotations

import shutil
import subprocess

import pytest

from tests.gate.conftest import BAD, CLEAN
from tests.gate.relay.conftest import PASSWORD, USER
from tests.gate.relay.test_relay import ASA, TOM, wire


@pytest.fixture
def msmtp(desk):
    """``msmtp(relay)``: the command; with TLS where authorities are named."""
    program = shutil.which("msmtp")
    assert program, "msmtp is needed: see ./task"

    def command(relay, authorities: str = "") -> list[str]:
        tls = f"tls on\ntls_starttls on\ntls_trust_file {authorities}\n" if authorities else "tls off\n"
        settings = desk / "msmtprc"
        settings.write_text(
            f"defaults\nhost 127.0.0.1\nport {relay.port}\nauth plain\nuser {USER}\npassword {PASSWORD}\n{tls}"
            "domain north.example\nset_date_header off\nset_msgid_header off\naccount default\n"
        )
        settings.chmod(0o600)
        return [program, "-C", str(settings), "-f", ASA, "--"]

    return command


def send(command: list[str], data: bytes) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(command, input=data, capture_output=True, start_new_session=True, check=False, timeout=60)


def test_it_sends(relay, server, msmtp) -> None:
    done = send([*msmtp(relay(server.port)), TOM], CLEAN)
    assert (done.returncode, done.stderr) == (0, b"")
    assert server.mails == [(ASA, [TOM], wire(CLEAN))]


def test_over_starttls(relay, server, msmtp, certificate) -> None:
    done = send([*msmtp(relay(server.port, "--cert", str(certificate[0])), certificate[1]), TOM], CLEAN)
    assert (done.returncode, done.stderr) == (0, b"")
    assert server.mails == [(ASA, [TOM], wire(CLEAN))]


def test_a_refusal_shows_our_words(relay, server, msmtp) -> None:
    done = send([*msmtp(relay(server.port)), TOM], BAD)
    assert (done.returncode, server.mails) == (69, [])
    assert b"550-5.7.1 Not sent: maillint found 1 problem in this message" in done.stderr
    assert b"[attachment-missing] You promise the drawing of order 4471" in done.stderr


def test_a_thousand_recipients_in_any_script(relay, server, msmtp) -> None:
    readers = [f"读者{n}@south.example" for n in range(1000)]
    done = send([*msmtp(relay(server.port)), *readers], CLEAN)
    assert (done.returncode, done.stderr.decode()) == (0, "")
    assert server.mails[0][1] == readers


def test_a_recipient_the_next_server_does_not_know(relay, server, msmtp) -> None:
    server.refused = {TOM: "550 5.1.1 no such user"}
    done = send([*msmtp(relay(server.port)), TOM], CLEAN)
    assert (done.returncode, server.mails) == (65, [])
    assert b"550 5.1.1 no such user" in done.stderr
