"""What a sendmail's arguments say of the envelope."""

from __future__ import annotations

import pytest

from maillint.gate.arguments import envelope, sends
from maillint.gate.policy import Envelope


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (
            "-oem -oi -f åsa@north.example -- tom@south.example 李@south.example",
            Envelope("åsa@north.example", ("tom@south.example", "李@south.example")),
        ),
        ("-t -f anna@north.example", Envelope("anna@north.example")),
        ("-t -- tom@south.example", Envelope()),
        ("-a work tom@south.example eve@west.example", Envelope(None, ("tom@south.example", "eve@west.example"))),
        ("-f anna@north.example", Envelope("anna@north.example")),
        ("-fanna@north.example tom@south.example", Envelope("anna@north.example", ("tom@south.example",))),
        ("--from=anna@north.example --read-recipients", Envelope("anna@north.example")),
        ("--from anna@north.example tom@south.example", Envelope("anna@north.example", ("tom@south.example",))),
        ("-F anna@north.example", Envelope()),
        ("-f <> -- tom@south.example", Envelope("<>", ("tom@south.example",))),
        ("", Envelope()),
    ],
)
def test_sender_and_recipients(arguments: str, expected: Envelope) -> None:
    assert envelope(arguments.split()) == expected


@pytest.mark.parametrize("arguments", ["-bp", "-bs", "-bi", "-q", "-q30m", "--version", "-a work --serverinfo"])
def test_what_sends_no_message(arguments: str) -> None:
    assert not sends(arguments.split())


@pytest.mark.parametrize("arguments", ["", "-t", "-bm -i tom@south.example", "-oi -- -bp"])
def test_what_sends_one(arguments: str) -> None:
    assert sends(arguments.split())
