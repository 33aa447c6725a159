"""The relay between a mail program and the next server: what arrives, and what the mail program is told."""

from __future__ import annotations

import hashlib
import json
import smtplib
import socket
import subprocess
import sys
from threading import Thread

import aiosmtplib
import pytest

from tests.gate.conftest import BAD, CLEAN, REMARKED, ZH
from tests.gate.relay.conftest import PASSWORD, USER

ASA, TOM = "asa@north.example", "tom@south.example"


def wire(data: bytes) -> bytes:
    return data.replace(b"\n", b"\r\n")


def refused(client: smtplib.SMTP, data: bytes, sender: str = ASA) -> tuple[int, list[str]]:
    """Code and lines with which a message is refused."""
    with pytest.raises(smtplib.SMTPDataError) as caught:
        client.sendmail(sender, [TOM], wire(data), ["BODY=8BITMIME"])
    return caught.value.smtp_code, caught.value.smtp_error.decode("ascii").splitlines()


ODD = CLEAN + b"\n.\n..\n\0\x1a\xff\n" + b"x" * 5000 + "\n\ttab \n全角！\n\n\n".encode()


@pytest.mark.parametrize("data", [CLEAN, REMARKED, ODD], ids=["clean", "remarked", "odd lines"])
def test_what_passes_is_octet_by_octet_what_came(relay, server, data) -> None:
    with relay(server.port).client() as client:
        assert client.sendmail(ASA, [TOM], wire(data), ["BODY=8BITMIME"]) == {}
    sender, readers, content = server.mails[0]
    assert (sender, readers) == (ASA, [TOM])
    assert hashlib.sha256(content).hexdigest() == hashlib.sha256(wire(data)).hexdigest()
    assert server.options == [[f"SIZE={len(wire(data))}", "BODY=8BITMIME"]]


@pytest.mark.parametrize("data", [BAD, ZH], ids=["en", "zh"])
def test_what_fails_is_refused_in_words_a_person_understands(relay, server, data) -> None:
    with relay(server.port, "--lang", "zh-CN").client() as client:
        code, lines = refused(client, data)
    assert (code, server.mails) == (550, [])
    assert lines[0] == "5.7.1 Not sent: maillint found 1 problem in this message"
    assert lines[1].startswith("5.7.1 [attachment-missing] You promise ")
    assert lines[2] == "5.7.1 To send it as it is, add the header field X-Maillint: off"


def test_the_fields_that_switch_it_off_are_obeyed_and_dropped(relay, server) -> None:
    folded = BAD.replace(b"Date:", b"X-Maillint-Ignore: attachment-missing,\n tone\nDate:")
    with relay(server.port).client() as client:
        for data in (b"X-Maillint: off\n" + BAD, folded):
            client.sendmail(ASA, [TOM], wire(data))
    assert [content for _, _, content in server.mails] == [wire(BAD)] * 2


def test_a_second_user_name_switches_it_off_unless_the_organisation_forbids(relay, server, desk) -> None:
    with relay(server.port).client(f"{USER}+off") as client:
        client.sendmail(ASA, [TOM], wire(BAD))
    assert len(server.mails) == 1
    (desk / "maillint.toml").write_text("[gate]\nsuppression = false\n")
    with relay(server.port).client(f"{USER}+off") as client:
        code, lines = refused(client, b"X-Maillint: off\n" + BAD)
    assert (code, len(server.mails)) == (550, 1)
    assert "X-Maillint" not in "".join(lines)


def test_a_locked_check_is_not_switched_off_by_a_user_name(relay, server, desk) -> None:
    (desk / "maillint.toml").write_text('locked = ["checks.attachment-missing"]\n')
    with relay(server.port).client(f"{USER}+off") as client:
        code, lines = refused(client, BAD)
        client.sendmail(ASA, [TOM], wire(REMARKED))
    assert (code, len(server.mails)) == (550, 1)
    assert "X-Maillint" not in "".join(lines)


def test_the_next_servers_own_words_come_back(relay, server) -> None:
    server.refused = {"nobody@south.example": "550 5.1.1 no such user", "full@south.example": "452 4.2.2 mailbox full"}
    with relay(server.port).client() as client:
        said = client.sendmail(ASA, ["nobody@south.example", TOM, "full@south.example"], wire(CLEAN))
        assert said == {
            "nobody@south.example": (550, b"5.1.1 no such user"),
            "full@south.example": (452, b"4.2.2 mailbox full"),
        }
        assert server.mails[0][1] == [TOM]
        client.mail(ASA)
        client.rcpt(TOM)
        assert client.data(wire(CLEAN)) == (250, b"2.0.0 Ok: queued as 4471")


@pytest.mark.parametrize("reply", ["451-4.3.0 later\r\n451 4.3.0 please", "554 5.7.1 no thanks", "552 5.3.4 too big"])
def test_a_refusal_of_the_next_server_is_passed_back(relay, server, reply) -> None:
    server.reply = reply
    with relay(server.port).client() as client:
        code, lines = refused(client, CLEAN)
    assert code == int(reply[:3])
    assert lines == [line[4:] for line in reply.splitlines()]


def test_a_next_server_that_is_down_means_later(relay, free_port) -> None:
    with relay(free_port).client() as client:
        code, words = client.mail(ASA)
    assert (code, b"4.4.1" in words, b"nothing was sent" in words) == (451, True, True)


@pytest.mark.parametrize("replies", [3, 4], ids=["before the message", "of the message"])
def test_a_next_server_that_dies_means_later(relay, replies) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def serve() -> None:
            one, _ = listening.accept()
            with one, one.makefile("rwb", buffering=0) as file:
                file.write(b"220 here\r\n")
                answers = (b"250-here\r\n250 8BITMIME\r\n", b"250 ok\r\n", b"250 ok\r\n", b"354 go\r\n")
                for reply in answers[:replies]:
                    file.readline()
                    file.write(reply)
                while replies == 4 and file.readline() != b".\r\n":
                    pass

        thread = Thread(target=serve)
        thread.start()
        with relay(listening.getsockname()[1]).client() as client:
            code, lines = refused(client, CLEAN)
        thread.join()
    assert (code, lines[0][:5]) == (451, "4.4.2")


def test_two_messages_in_one_connection(relay, server) -> None:
    with relay(server.port).client() as client:
        refused(client, BAD)
        for _ in range(2):
            client.sendmail(ASA, [TOM], wire(CLEAN))
        client.mail(ASA)
        client.rset()
        client.sendmail(ASA, [TOM], wire(REMARKED))
    assert [content for _, _, content in server.mails] == [wire(CLEAN), wire(CLEAN), wire(REMARKED)]
    assert server.greeted == 1


def test_the_null_sender_is_never_judged(relay, server) -> None:
    with relay(server.port).client() as client:
        client.sendmail("", [TOM], wire(BAD))
    assert (server.mails[0][0], server.mails[0][2]) == ("<>", wire(BAD))


def test_addresses_in_any_script(relay, server) -> None:
    with relay(server.port).client() as client:
        client.sendmail("åsa@north.example", ["汤姆@南.example"], wire(CLEAN), ["SMTPUTF8", "BODY=8BITMIME"])
        assert client.docmd("MAIL FROM:<asa@north.example>")[0] == 250
        assert client.docmd("RCPT", "TO:<tom@south.example>")[0] == 250
    assert server.mails[0][:2] == ("åsa@north.example", ["汤姆@南.example"])
    assert "SMTPUTF8" in server.options[0]


def test_a_next_server_without_smtputf8_is_not_asked(relay, starts, server) -> None:
    from tests.gate.relay.conftest import Server

    old = starts(Server(), enable_SMTPUTF8=False)
    with relay(old.port).client() as client:
        with pytest.raises(smtplib.SMTPSenderRefused, match=r"5\.6\.7"):
            client.sendmail("åsa@north.example", [TOM], wire(CLEAN), ["SMTPUTF8"])
        client.sendmail(ASA, [TOM], wire(CLEAN))
    assert len(old.mails) == 1


def test_25_megabytes(relay, server) -> None:
    data = wire(CLEAN + b"0123456789abcdef" * 4 + b"\n" + (b"0123456789abcdef" * 4 + b"\n") * 385_000)
    with relay(server.port).client() as client:
        client.sendmail(ASA, [TOM], data, ["BODY=8BITMIME"])
    assert len(data) > 25_000_000
    assert hashlib.sha256(server.mails[0][2]).hexdigest() == hashlib.sha256(data).hexdigest()


def test_a_thousand_recipients(relay, server) -> None:
    readers = [f"reader{n}@south.example" for n in range(1000)]
    with relay(server.port).client() as client:
        assert client.sendmail(ASA, readers, wire(CLEAN)) == {}
    assert server.mails[0][1] == readers


def test_commands_may_come_all_at_once(relay, server) -> None:
    at = relay(server.port, "--no-login").port
    with socket.create_connection(("127.0.0.1", at), 20) as one, one.makefile("rb") as said:
        one.sendall(b"EHLO desk\r\n")
        greeting = [said.readline()]
        while not greeting[-1].startswith(b"250 "):
            greeting.append(said.readline())
        assert b"250-PIPELINING\r\n" in greeting
        assert not [line for line in greeting if b"AUTH" in line]
        one.sendall(f"MAIL FROM:<{ASA}>\r\nRCPT TO:<{TOM}>\r\nRCPT TO:<李@south.example>\r\nDATA\r\n".encode())
        assert [said.readline()[:3] for _ in range(4)] == [b"250", b"250", b"250", b"354"]
        one.sendall(wire(CLEAN).replace(b"\r\n.", b"\r\n..") + b".\r\nQUIT\r\n")
        assert [said.readline()[:3] for _ in range(2)] == [b"250", b"221"]
    assert server.mails == [(ASA, [TOM, "李@south.example"], wire(CLEAN))]


async def _sent(port: int) -> None:
    async with aiosmtplib.SMTP(
        hostname="127.0.0.1", port=port, start_tls=False, username=USER, password=PASSWORD
    ) as one:
        await one.sendmail(ASA, [TOM], wire(CLEAN))
        with pytest.raises(aiosmtplib.SMTPDataError, match="attachment-missing"):
            await one.sendmail(ASA, [TOM], wire(BAD))


def test_with_another_client(relay, server) -> None:
    import asyncio

    asyncio.run(_sent(relay(server.port).port))
    assert len(server.mails) == 1


def test_the_log_has_no_word_of_the_message_and_what_the_next_server_said(relay, server, desk) -> None:
    with relay(server.port, "--log", "relay.jsonl").client() as client:
        refused(client, BAD)
        client.sendmail(ASA, [TOM], wire(CLEAN))
        server.reply = "451 4.3.0 later"
        refused(client, CLEAN)
    text = (desk / "relay.jsonl").read_text()
    lines = [json.loads(line) for line in text.splitlines()]
    assert [(line["door"], line["action"], line["reply"]) for line in lines] == [
        ("relay", "reject", 550),
        ("relay", "pass", 250),
        ("relay", "pass", 451),
    ]
    assert lines[1]["sha256"] == hashlib.sha256(wire(CLEAN)).hexdigest()
    assert not [word for word in ("drawing", "Reed", "tom@") if word in text]


def test_a_full_disk_keeps_no_message_from_passing(relay, server) -> None:
    one = relay(server.port, "--log", "/dev/full")
    with one.client() as client:
        client.sendmail(ASA, [TOM], wire(CLEAN))
    assert len(server.mails) == 1
    assert "No space left on device" in one.read("the log cannot be written")


def test_a_plain_run_loads_nothing_of_it(desk) -> None:
    (desk / "draft.eml").write_bytes(CLEAN)
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "maillint", "draft.eml"],
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0
    assert not [word for word in (b"maillint.gate", b"asyncio", b"aiosmtp", b"typer") if word in done.stderr]
