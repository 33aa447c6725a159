"""A rewritten message is told field by field and body by body, or not at all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maillint.engine import lint, load
from maillint.gate.milter import replies
from maillint.gate.milter.mending import Changes, between, mended
from maillint.message import read

HEAD = b"Received: a\r\n\tb\r\nReceived: c\r\nSubject: Re: Re: Re: Order\r\n"


@pytest.mark.parametrize(
    ("before", "after", "changes"),
    [
        (HEAD + b"\r\nx", HEAD + b"\r\nx", Changes()),
        (HEAD + b"\r\nx", HEAD + "\r\nå 您好".encode(), Changes(body="å 您好".encode())),
        (
            HEAD + b"\r\nx",
            HEAD.replace(b"Received: c", b"Received: d\r\n e") + b"\r\nx",
            Changes(fields=((2, "Received", " d\n e"),)),
        ),
        (HEAD + b"\r\nx", HEAD + b"MIME-Version: 1.0\r\n\r\nx", Changes(added=(("MIME-Version", " 1.0"),))),
        (HEAD + b"\r\nx", b"X-New: 1\r\n" + HEAD + b"\r\ny", Changes()),
    ],
)
def test_what_differs(before: bytes, after: bytes, changes: Changes) -> None:
    assert between(before, after) == changes


def test_a_safe_rewrite_reaches_the_body() -> None:
    data = (
        b"From: anna@north.example\r\nTo: tom@south.example\r\nSubject: Order 4471: delivery\r\n\r\n"
        b"Dear Tom,\r\n\r\nWe recieved the list.\r\n\r\nKind regards,\r\nAnna\r\n"
    )
    changes = mended(data, lint(read(data), load()).findings)
    assert changes.body is not None
    assert b"We received the list." in changes.body
    assert changes.fields == changes.added == ()


@given(st.text(max_size=200))
def test_no_new_value_begins_another_field(value: str) -> None:
    packet = replies.change_header(1, "Subject", value, spaced=True)
    assert packet[9:].count(b"\0") == 2
    lines = packet[9:].split(b"\0")[1].split(b"\n")
    assert all(line[:1] in (b" ", b"\t") and line.strip() for line in lines[1:])
