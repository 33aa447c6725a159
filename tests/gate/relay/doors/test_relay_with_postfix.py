"""The relay in front of a real Postfix, down to what arrives behind it."""

from __future__ import annotations

import re
import smtplib
import time

import pytest

from tests.gate.conftest import BAD, CLEAN
from tests.gate.relay.test_relay import ASA, TOM, refused, wire

RECEIVED = re.compile(rb"Received: [^\r]*\r\n(?:[ \t][^\r]*\r\n)*")


def arrived(server, count: int, seconds: float = 20) -> list[tuple[str, list[str], bytes]]:
    """What has come through Postfix, without the Received fields put before it, once there is so much of it."""
    end = time.monotonic() + seconds
    while len(server.mails) < count:
        assert time.monotonic() < end, server.mails
        time.sleep(0.05)
    time.sleep(0.3)  # for what should not come
    assert len(server.mails) == count
    return [(sender, readers, data[RECEIVED.match(data).end() :]) for sender, readers, data in server.mails]


def test_what_passes_arrives_octet_by_octet(relay, server, postfix) -> None:
    with relay(postfix.port).client() as client:
        refused(client, BAD)
        client.mail(ASA, ["BODY=8BITMIME"])
        client.rcpt(TOM)
        code, words = client.data(wire(CLEAN))
        assert (code, words[:20]) == (250, b"2.0.0 Ok: queued as ")
        client.sendmail(ASA, [TOM], wire(b"X-Maillint: off\n" + BAD), ["BODY=8BITMIME"])
    assert sorted(arrived(server, 2)) == sorted([(ASA, [TOM], wire(CLEAN)), (ASA, [TOM], wire(BAD))])


def test_one_of_three_recipients_is_refused(relay, server, postfix) -> None:
    readers = [TOM, "nobody@south.example", "full@south.example"]
    with relay(postfix.port).client() as client:
        said = client.sendmail(ASA, readers, wire(CLEAN))
    assert {reader: code for reader, (code, _) in said.items()} == {
        "nobody@south.example": 554,
        "full@south.example": 450,
    }
    assert said["nobody@south.example"][1].startswith(b"5.7.1 <nobody@south.example>: Recipient address rejected")
    assert [readers for _, readers, _ in arrived(server, 1)] == [[TOM]]


def test_a_postfix_that_is_down_for_a_while(relay, server, postfix) -> None:
    with relay(postfix.port).client() as client:
        client.sendmail(ASA, [TOM], wire(CLEAN))
        postfix.do("stop")
        with pytest.raises(smtplib.SMTPSenderRefused, match=r"4\.4\.1"):
            client.sendmail(ASA, [TOM], wire(CLEAN))
        postfix.start()
        client.sendmail(ASA, [TOM], wire(CLEAN))
    arrived(server, 2)


def test_its_limit_of_size_is_told_at_once(relay, postfix) -> None:
    with relay(postfix.port).client() as client:
        code, words = client.mail(ASA, ["SIZE=50000000"])
    assert (code, words) == (552, b"5.3.4 Message size exceeds fixed limit")


def test_addresses_in_any_script_null_sender_and_a_thousand_recipients(relay, server, postfix) -> None:
    readers = [f"reader{n}@south.example" for n in range(1000)]
    with relay(postfix.port).client() as client:
        client.sendmail("åsa@north.example", ["汤姆@南.example"], wire(CLEAN), ["SMTPUTF8", "BODY=8BITMIME"])
        client.sendmail("", [TOM], wire(BAD), ["BODY=8BITMIME"])
        assert client.sendmail(ASA, readers, wire(CLEAN), ["BODY=8BITMIME"]) == {}
    came = {sender: (readers, data) for sender, readers, data in arrived(server, 3)}
    assert came["åsa@north.example"] == (["汤姆@南.example"], wire(CLEAN))
    assert came["<>"] == ([TOM], wire(BAD))
    assert (sorted(came[ASA][0]), came[ASA][1]) == (sorted(readers), wire(CLEAN))


def test_25_megabytes(relay, server, postfix) -> None:
    data = wire(CLEAN + (b"0123456789abcdef" * 4 + b"\n") * 385_000)
    with relay(postfix.port).client() as client:
        client.sendmail(ASA, [TOM], data, ["BODY=8BITMIME"])
    assert arrived(server, 1, 60)[0][2] == data


def test_a_line_feed_alone_hides_no_second_message(relay, server, postfix) -> None:
    inner = b"x\n.\nMAIL FROM:<a@north.example>\nRCPT TO:<b@south.example>\nDATA\nhidden\n.\n"
    with relay(postfix.port).client() as client:
        client.mail(ASA, ["BODY=8BITMIME"])
        client.rcpt(TOM)
        client.docmd("DATA")
        client.send(b"Subject: Drawing\r\n\r\n" + inner + b"\r\n..\rend\r\n.\r\n")
        assert client.getreply()[0] == 250
    assert arrived(server, 1)[0][2].partition(b"\r\n\r\n")[2] == wire(inner) + b"\r\n.\r\nend\r\n"
