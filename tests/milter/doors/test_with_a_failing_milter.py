"""Whatever befalls the milter, a real Postfix loses and doubles nothing, and does what its default_action says."""

from __future__ import annotations

import hashlib
import signal
import smtplib
import socket
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import pytest

NEITHER = pytest.mark.parametrize(("smtpd", "code"), [("open", 250), ("closed", 451)])
"""Both of Postfix's default actions, and what the client then hears."""


@pytest.fixture
def run(start, milter_port, rules):
    """``run(*arguments, limit=..., more=...)``: the milter where Postfix looks for it."""

    def begin(*arguments: str, **how):
        address = f"inet:127.0.0.1:{milter_port}"
        return start("--listen", address, "--config", rules(**how), "--workers", "2", *arguments)

    return begin


def handed_in(client: smtplib.SMTP, data: bytes, sender: str = "anna@north.example", meanwhile=lambda: None) -> int:
    """Hand a message in by SMTP in two halves, do something between them; the last reply's code."""
    code, _ = client.mail(sender)
    if code == 250:
        code, _ = client.rcpt("tom@south.example")
    if code != 250:
        client.rset()
        return code
    client.putcmd("data")
    code, _ = client.getreply()
    if code != 354:
        return code
    half = len(data) // 2
    client.send(data[:half])
    time.sleep(0.2)
    meanwhile()
    client.send(data[half:] + b"\r\n.\r\n")
    return client.getreply()[0]


def arrived_once(sink, marker: str, data: bytes) -> bool:
    """Whether a message arrives, once and unchanged."""
    sink.wait(marker)
    time.sleep(0.3)
    found = [mail for mail in sink.arrived if marker.encode() in mail.data]
    return [hashlib.sha256(mail.sent).digest() for mail in found] == [hashlib.sha256(data + b"\r\n").digest()]


def never_came(sink, marker: str) -> bool:
    time.sleep(0.3)
    return not any(marker.encode() in mail.data for mail in sink.arrived)


def holds(sink, marker: str, data: bytes, code: int) -> bool:
    """What was taken arrives once, what was not does not."""
    return arrived_once(sink, marker, data) if code == 250 else never_came(sink, marker)


@NEITHER
def test_no_milter_is_there(postfix, sink, letter, smtpd, code) -> None:
    marker, data = letter()
    with postfix.client(smtpd) as client:
        assert handed_in(client, data) == code
    assert holds(sink, marker, data, code)


@NEITHER
def test_the_milter_is_killed_in_the_middle_of_a_message(postfix, sink, letter, run, smtpd, code) -> None:
    milter = run()
    marker, data = letter("x" * 70 + "\n" + ("y" * 75 + "\n") * 20_000)
    with postfix.client(smtpd) as client:
        assert handed_in(client, data, meanwhile=lambda: milter.stop(signal.SIGKILL)) == code
    assert holds(sink, marker, data, code)


@NEITHER
def test_the_milter_hangs(postfix, sink, letter, run, smtpd, code) -> None:
    milter = run()
    marker, data = letter()
    with postfix.client(smtpd) as client:
        begin = time.monotonic()
        assert handed_in(client, data, meanwhile=lambda: milter.send(signal.SIGSTOP)) == code
        assert time.monotonic() - begin < 60
    assert holds(sink, marker, data, code)


@pytest.mark.parametrize(("on_failure", "code"), [("pass", 250), ("defer", 451)])
def test_a_check_hangs(postfix, sink, letter, run, misdeeds, on_failure, code) -> None:
    run(limit=1, on_failure=on_failure, more=misdeeds)
    marker, data = letter("please hang. 您好 🙏")
    with postfix.client("closed") as client:
        begin = time.monotonic()
        assert handed_in(client, data) == code
        assert time.monotonic() - begin < 30
    assert holds(sink, marker, data, code)


def test_its_worker_is_killed_with_every_message(postfix, sink, letter, run, misdeeds) -> None:
    run(more=misdeeds)
    marker, data = letter("please die.")
    with postfix.client("closed") as client:
        assert handed_in(client, data) == 250
    assert arrived_once(sink, marker, data)


def test_the_disk_behind_its_log_is_full(postfix, sink, letter, run) -> None:
    run("--log", "/dev/full")
    marker, data = letter()
    with postfix.client("closed") as client:
        assert handed_in(client, data) == 250
        assert handed_in(client, letter()[1], "reject@north.example") == 550
    assert arrived_once(sink, marker, data)


def attempt(postfix, data: bytes, sender: str) -> int:
    """Hand a message in over a connection of its own; the code that ends it."""
    try:
        with postfix.client("closed") as client:
            return handed_in(client, data, sender)
    except smtplib.SMTPResponseException as error:
        return error.smtp_code


def until_answered(postfix, data: bytes, sender: str) -> int:
    """Hand a message in as often as it is to be sent again later, as every mail program does."""
    while (code := attempt(postfix, data, sender)) // 100 == 4:
        time.sleep(0.1)
    return code


def test_it_is_started_anew_under_load(postfix, sink, letter, run) -> None:
    letters = [(*letter(), "reject@north.example" if at % 5 == 4 else "anna@north.example") for at in range(60)]
    milter = run()
    with ThreadPoolExecutor(6) as clients:
        answers = [clients.submit(until_answered, postfix, data, sender) for _, data, sender in letters]
        for number in (signal.SIGTERM, signal.SIGKILL):
            time.sleep(0.5)
            milter.stop(number)
            milter = run()
        milter.send(signal.SIGHUP)
        codes = [answer.result(120) for answer in answers]
    assert Counter(codes) == {250: 48, 550: 12}
    for (marker, data, _), code in zip(letters, codes, strict=True):
        assert holds(sink, marker, data, code), marker


def test_safe_rewrites_go_in_where_asked_for_and_never_into_signed_mail(postfix, sink, letter, run) -> None:
    run("--fix")
    slip = "您好 🙏 å: we recieved the list of 2 December 2026."
    marker, data = letter(slip)
    signed, signed_data = letter(slip, fields="DKIM-Signature: v=1; a=rsa-sha256; d=north.example; s=s1; b=aGk=\n")
    with postfix.client("closed") as client:
        assert handed_in(client, data) == handed_in(client, signed_data) == 250
    assert arrived_once(sink, signed, signed_data)
    assert arrived_once(sink, marker, data.replace(b"recieved", b"received"))


def test_a_connection_that_breaks_off_leaves_nothing(postfix, sink, letter, run) -> None:
    run()
    marker, data = letter()
    client = smtplib.SMTP("127.0.0.1", postfix.ports["open"], timeout=60)
    client.mail("anna@north.example")
    client.rcpt("tom@south.example")
    client.putcmd("data")
    client.getreply()
    client.send(data[: len(data) // 2])
    assert client.sock is not None
    client.sock.shutdown(socket.SHUT_RDWR)
    client.close()
    assert never_came(sink, marker)
