"""The pages show what a mail program is really told."""

from __future__ import annotations

import smtplib
from pathlib import Path

import pytest

from tests.gate.relay.test_relay import wire

ROOT = Path(__file__).parent.parent.parent.parent


@pytest.mark.parametrize("page", ["README.md", "docs/relay.md"])
def test_a_page_shows_the_refusal_as_it_is(relay, server, page) -> None:
    data = wire((ROOT / "samples" / "hasty.eml").read_bytes())
    with relay(server.port).client() as client, pytest.raises(smtplib.SMTPDataError) as caught:
        client.sendmail("anna.berg@north.example", ["tom.reed@south.example"], data, ["BODY=8BITMIME"])
    lines = caught.value.smtp_error.decode().splitlines()
    shown = "".join(f"550{'-' if line is not lines[-1] else ' '}{line}\n" for line in lines)
    assert f"```text\n{shown}```" in (ROOT / page).read_text("utf-8"), shown
