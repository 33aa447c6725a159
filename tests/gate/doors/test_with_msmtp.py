"""maillint sendmail in front of a real msmtp, down to what arrives."""

from __future__ import annotations

import hashlib
import subprocess

import pytest

from tests.gate.conftest import BAD, CLEAN, REMARKED


def send(command: list[str], data: bytes) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(command, input=data, capture_output=True, start_new_session=True, check=False, timeout=60)


def hashes(sink) -> list[str]:
    return [hashlib.sha256(content).hexdigest() for _, _, content in sink.mails]


ODD = CLEAN + b"From the start\n" + b"x" * 900 + b"\n\ttab \n\xe5\x85\xa8\xe8\xa7\x92\xef\xbc\x81\n\n\n"


@pytest.mark.parametrize("data", [CLEAN, REMARKED, ODD], ids=["clean", "remarked", "odd lines"])
def test_what_arrives_is_what_msmtp_alone_would_have_sent(sink, msmtp, data) -> None:
    for command in (
        [*msmtp, "-f", "asa@north.example", "-t"],
        ["maillint", "sendmail", "--", *msmtp, "-f", "asa@north.example", "-t"],
    ):
        assert send(command, data).returncode == 0
    assert len(sink.mails) == 2
    assert sink.mails[0] == sink.mails[1]
    assert sink.mails[0][2] == data.replace(b"\n", b"\r\n")


def test_what_is_refused_never_arrives(sink, msmtp) -> None:
    done = send(["maillint", "sendmail", "--", *msmtp, "-f", "asa@north.example", "--", "tom@south.example"], BAD)
    assert (done.returncode, sink.mails) == (65, [])
    assert b"attachment-missing" in done.stderr


def test_the_field_that_switches_it_off_never_arrives(sink, msmtp) -> None:
    plain, wrapped = (
        [*msmtp, "-f", "asa@north.example", "-t"],
        ["maillint", "sendmail", "--", *msmtp, "-f", "asa@north.example", "-t"],
    )
    assert send(plain, BAD).returncode == 0
    for field in (b"X-Maillint: off\n", b"X-Maillint-Ignore: attachment\n"):
        assert send(wrapped, field + BAD).returncode == 0
    assert len(set(hashes(sink))) == 1
    assert len(sink.mails) == 3


@pytest.mark.parametrize("reply", ["554 5.7.1 no thanks", "451 4.3.0 later"])
def test_msmtps_own_failures_are_told_as_ever(sink, msmtp, reply) -> None:
    sink.reply = reply
    alone, wrapped = (
        send([*before, *msmtp, "-f", "asa@north.example", "-t"], CLEAN)
        for before in ([], ["maillint", "sendmail", "--"])
    )
    assert wrapped.returncode == alone.returncode != 0
    assert wrapped.stderr == alone.stderr


def test_addresses_in_any_script(sink, msmtp) -> None:
    data = CLEAN.replace(b"tom@south.example", "汤姆@南.example".encode())
    done = send(["maillint", "sendmail", "--", *msmtp, "-f", "åsa@north.example", "--", "汤姆@南.example"], data)
    assert (done.returncode, done.stderr) == (0, b"")
    assert sink.mails == [("åsa@north.example", ["汤姆@南.example"], data.replace(b"\n", b"\r\n"))]


def test_a_thousand_recipients(sink, msmtp) -> None:
    readers = [f"reader{n}@south.example" for n in range(1000)]
    done = send(["maillint", "sendmail", "--", *msmtp, "-f", "asa@north.example", "--", *readers], CLEAN)
    assert (done.returncode, sink.mails[0][1]) == (0, readers)


def test_the_null_sender(sink, msmtp) -> None:
    done = send(["maillint", "sendmail", "--", *msmtp, "-f", "<>", "--", "tom@south.example"], BAD)
    assert (done.returncode, len(sink.mails)) == (0, 1)


def test_25_megabytes(sink, msmtp) -> None:
    data = (
        CLEAN.partition(b"\n\n")[0]
        + b"\n\n"
        + b"\n".join([b"Dear Mr Reed,", b"", *[b"0123456789abcdef" * 4] * 400_000, b"Best regards,", b"Anna", b""])
    )
    done = send(["maillint", "sendmail", "--", *msmtp, "-f", "asa@north.example", "--", "tom@south.example"], data)
    assert (done.returncode, len(data) > 25_000_000) == (0, True)
    assert hashes(sink) == [hashlib.sha256(data.replace(b"\n", b"\r\n")).hexdigest()]
