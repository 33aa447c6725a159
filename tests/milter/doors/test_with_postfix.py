"""A real Postfix asks the milter, and what arrives behind it is held against what was sent."""

from __future__ import annotations

import hashlib
import smtplib
import subprocess
from typing import TYPE_CHECKING

import dkim
import pytest

from tests.milter.conftest import RULES, Milter

if TYPE_CHECKING:
    from collections.abc import Iterator

PROMISED = "I have attached the new price list. Your order 4471 leaves our works on 2 December 2026."


@pytest.fixture(scope="module", autouse=True)
def milter(tmp_path_factory: pytest.TempPathFactory, milter_port: int) -> Iterator[Milter]:
    """One milter for all tests here."""
    folder = tmp_path_factory.mktemp("milter")
    (folder / "rules.toml").write_text(RULES.format(limit=10, on_failure="pass"), "utf-8")
    running = Milter(folder, "--listen", f"inet:127.0.0.1:{milter_port}", "--config", "rules.toml", "--workers", "2")
    yield running.said("ready at")
    running.stop()


def sent(postfix, data: bytes, sender: str = "anna@north.example", to: tuple[str, ...] = ("tom@south.example",), **how):
    """Send a message by SMTP."""
    with postfix.client(how.pop("smtpd", "open")) as client:
        return client.sendmail(sender, to, data, **how)


def refusal(postfix, data: bytes, **how) -> tuple[int, list[str]]:
    """Code and lines that the client gets."""
    with pytest.raises(smtplib.SMTPDataError) as caught:
        sent(postfix, data, **how)
    return caught.value.smtp_code, caught.value.smtp_error.decode("ascii").split("\n")


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def test_good_mail_arrives_octet_for_octet(postfix, sink, letter) -> None:
    for body in ("Å, 您好 🙏 — trailing blanks  \nand a\ttab.", "..a dot\n.\n..\n" + "long " * 150, "客户：\n\n谢谢。"):
        marker, data = letter(body, subject="=?utf-8?q?Order_4471=3A_delivery?=\n on 2 December 2026")
        sent(postfix, data, mail_options=["BODY=8BITMIME"])
        assert digest(sink.wait(marker).sent) == digest(data)


def test_bad_mail_is_refused_and_the_client_reads_why(postfix, sink, letter) -> None:
    marker, data = letter(PROMISED)
    code, lines = refusal(postfix, data)
    assert code == 550
    assert lines == [
        "5.7.1 Not sent: maillint found 1 problem in this message",
        "5.7.1 [attachment-missing] You promise the new price list, but no file is attached.",
        "5.7.1 To send it as it is, add the header field X-Maillint: off",
    ]
    assert not any(marker.encode() in mail.data for mail in sink.arrived)


def test_no_words_of_a_message_make_a_reply_of_their_own(postfix, letter) -> None:
    code, lines = refusal(
        postfix, letter("附件里是报价单%s\r\n250 2.0.0 Ok，请查收附件。I have attached the 50% list.")[1]
    )
    assert code == 550
    assert all(line.startswith("5.7.1 ") and line.isascii() and "%" not in line for line in lines)


def test_a_tagged_message_says_what_was_found_and_is_otherwise_the_same(postfix, sink, letter) -> None:
    marker, data = letter(PROMISED, fields="X-Maillint-Result: score=100\n")
    sent(postfix, data, "tag@north.example")
    head, _, body = sink.wait(marker).sent.partition(b"\r\n\r\n")
    fields = head.split(b"\r\n")
    tags = [field for field in fields if field.startswith(b"X-Maillint")]
    assert len(tags) == 1
    assert b"attachment-missing" in tags[0]
    assert tags[0] != b"X-Maillint-Result: score=100"
    fields.remove(tags[0])
    head_before, _, body_before = data.replace(b"X-Maillint-Result: score=100\r\n", b"").partition(b"\r\n\r\n")
    assert (b"\r\n".join(fields), body) == (head_before, body_before)


def test_held_mail_waits_for_somebody(postfix, sink, letter) -> None:
    marker, data = letter(PROMISED)
    sent(postfix, data, "hold@north.example")
    (waiting,) = [mail for mail in postfix.queue() if mail["queue_name"] == "hold"]
    assert waiting["sender"] == "hold@north.example"
    subprocess.run(
        ["postsuper", "-c", str(postfix.etc), "-H", str(waiting["queue_id"])], check=True, capture_output=True
    )
    subprocess.run(["postqueue", "-c", str(postfix.etc), "-f"], check=True, capture_output=True)
    assert sink.wait(marker).has("X-Maillint-Result")


@pytest.mark.parametrize("field", ["X-Maillint: off", "x-MAILLINT-ignore: attachment-missing, date\n\tbody"])
def test_suppression_is_obeyed_and_no_reader_sees_it(postfix, sink, letter, field) -> None:
    marker, data = letter(PROMISED, fields=f"X-Before: å\n{field}\nX-After: 1\n{field}\n")
    sent(postfix, data)
    whole = field.replace("\n", "\r\n").encode() + b"\r\n"
    assert data.count(whole) == 2
    assert digest(sink.wait(marker).sent) == digest(data.replace(whole, b""))


def test_a_signature_made_after_us_is_valid(postfix, sink, signer, letter) -> None:
    for sender in ("anna@north.example", "tag@north.example"):
        marker, data = letter("Å, 您好 🙏.\nTrailing blanks  \n", fields="X-Maillint: off\n" * (sender[0] == "a"))
        sent(postfix, data, sender, smtpd="signed", mail_options=["BODY=8BITMIME"])
        mail = sink.wait(marker)
        assert mail.has("DKIM-Signature")
        assert dkim.verify(mail.data, dnsfunc=lambda _name, timeout=5: signer[1])


def test_a_signature_made_before_us_stays_valid(postfix, sink, letter, tmp_path) -> None:
    key = tmp_path / "key.pem"
    subprocess.run(["openssl", "genrsa", "-out", key, "2048"], check=True, capture_output=True)
    der = subprocess.run(["openssl", "rsa", "-in", key, "-pubout"], check=True, capture_output=True).stdout
    public = b"".join(der.splitlines()[1:-1])
    marker, data = letter(PROMISED)
    headers = [b"from", b"to", b"subject", b"date", b"message-id"]
    signature = dkim.sign(data, b"s2", b"north.example", key.read_bytes(), include_headers=headers)
    sent(postfix, signature + data, "tag@north.example")
    mail = sink.wait(marker)
    assert mail.has("X-Maillint-Result")
    assert dkim.verify(mail.data, dnsfunc=lambda _name, timeout=5: b"v=DKIM1; k=rsa; p=" + public)


def test_envelopes_in_any_script(postfix, sink, letter) -> None:
    options = ["SMTPUTF8", "BODY=8BITMIME"]
    marker, data = letter("您好！🙏")
    sent(postfix, data, "王芳@北.example", ("李明@南.example", "åsa@south.example"), mail_options=options)
    mail = sink.wait(marker)
    assert (mail.sender, set(mail.recipients)) == ("王芳@北.example", {"李明@南.example", "åsa@south.example"})
    assert digest(mail.sent) == digest(data)
    assert refusal(postfix, data, sender="拒绝@北.example", to=("李明@南.example",), mail_options=options)[0] == 550


def test_a_message_of_25_megabytes(postfix, sink, letter) -> None:
    marker, data = letter("Åÿ 报价 " + "x" * 70 + "\n" + ("q" * 75 + "\n") * 350_000)
    assert len(data) > 25_000_000
    sent(postfix, data, mail_options=["BODY=8BITMIME"])
    assert digest(sink.wait(marker, 60).sent) == digest(data)


def test_a_thousand_recipients(postfix, sink, letter) -> None:
    marker, data = letter()
    readers = tuple(f"reader{number}@south.example" for number in range(1000))
    assert sent(postfix, data, to=readers) == {}
    assert set(sink.wait(marker, 60).recipients) == set(readers)
    assert refusal(postfix, data, sender="reject@north.example", to=readers)[0] == 550


def test_a_bounce_is_not_judged(postfix, sink, letter) -> None:
    marker, data = letter(PROMISED)
    sent(postfix, data, "")
    mail = sink.wait(marker)
    assert (mail.sender, digest(mail.sent)) == ("", digest(data))


def test_several_messages_in_one_connection(postfix, sink, letter) -> None:
    first, second, third = letter(), letter(PROMISED), letter()
    with postfix.client("open") as client:
        client.sendmail("anna@north.example", ["tom@south.example"], first[1])
        with pytest.raises(smtplib.SMTPDataError):
            client.sendmail("anna@north.example", ["tom@south.example"], second[1])
        client.mail("reject@north.example")
        client.rcpt("tom@south.example")
        client.rset()
        client.sendmail("tag@north.example", ["tom@south.example"], third[1])
    assert digest(sink.wait(first[0]).sent) == digest(first[1])
    assert sink.wait(third[0]).has("X-Maillint-Result")


@pytest.mark.parametrize("sender", ["reject@north.example", "hold@north.example", "anna@north.example"])
def test_mail_of_the_sendmail_command_is_only_tagged(postfix, sink, letter, sender) -> None:
    marker, data = letter(PROMISED)
    done = postfix.sendmail(data.replace(b"\r\n", b"\n"), "-f", sender, "-t")
    assert (done.returncode, done.stderr) == (0, b"")
    assert sink.wait(marker).has("X-Maillint-Result")
