"""A real Postfix, a real OpenDKIM behind the milter, and a server that keeps what arrives."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import mailserver
import pytest
import signer as opendkim

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@pytest.fixture(scope="session")
def sink() -> Iterator[mailserver.Sink]:
    """Where everything arrives that Postfix sends."""
    made = mailserver.Sink()
    yield made
    made.stop()


@pytest.fixture(scope="session")
def signer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[int, bytes]]:
    """A real OpenDKIM that signs for north.example: its port, and its public key as DNS would have it."""
    with opendkim.signer(tmp_path_factory.mktemp("dkim")) as running:
        yield running


@pytest.fixture(scope="session")
def milter_port() -> int:
    """Where Postfix looks for the milter."""
    return mailserver.free_port()


@pytest.fixture(scope="session")
def postfix(sink: mailserver.Sink, signer: tuple[int, bytes], milter_port: int) -> Iterator[mailserver.Postfix]:
    """A real Postfix; its smtpds "open" and "closed" say what happens where the milter fails, "signed" signs after it."""
    if trouble := mailserver.why_not():
        raise RuntimeError(trouble)

    def asked(action: str) -> str:
        times = "connect_timeout=2s, command_timeout=8s, content_timeout=10s"
        return f"{{ inet:127.0.0.1:{milter_port}, {times}, default_action={action} }}"

    smtpds = {
        "open": {"smtpd_milters": asked("accept")},
        "closed": {"smtpd_milters": asked("tempfail")},
        "signed": {"smtpd_milters": f"{asked('accept')}, {{ inet:127.0.0.1:{signer[0]} }}"},
    }
    with mailserver.Postfix(sink.port, smtpds, non_smtpd_milters=asked("accept")) as running:
        yield running


_numbers = itertools.count(1)


@pytest.fixture
def letter() -> Callable[..., tuple[str, bytes]]:
    """``letter(body=..., subject=..., fields=...)``: a word that no other message holds, and a message that holds it."""

    def write(
        body: str = "Your order 4471 leaves our works on 2 December 2026.",
        subject: str = "Order 4471: delivery on 2 December 2026",
        fields: str = "",
        sender: str = "anna@north.example",
    ) -> tuple[str, bytes]:
        marker = f"mark{next(_numbers):04}x"
        text = (
            f"From: Anna Berg <{sender}>\nTo: Tom Reed <tom@south.example>\nSubject: {subject}\n"
            f"Date: Wed, 25 Nov 2026 10:00:00 +0100\nMessage-ID: <{marker}@north.example>\n{fields}"
            "MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n"
            f"\nDear Tom,\n\n{body}\n\nKind regards,\nAnna Berg\n"
        )
        return marker, text.replace("\n", "\r\n").encode()

    return write
