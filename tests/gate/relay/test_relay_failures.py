"""What goes wrong: a hanging check, a killed judge, a killed relay, the end; no message is lost, doubled or altered."""

from __future__ import annotations

import os
import signal
import smtplib
import time
from threading import Thread

import pytest

from tests.gate.conftest import BAD, CLEAN
from tests.gate.relay.test_relay import ASA, TOM, refused, wire


class Sending(Thread):
    """A message on its way, and what became of it."""

    def __init__(self, client: smtplib.SMTP, data: bytes) -> None:
        super().__init__()
        self._client, self._data = client, data
        self.outcome: object = None
        self.start()

    def run(self) -> None:
        try:
            self.outcome = self._client.sendmail(ASA, [TOM], wire(self._data))
        except smtplib.SMTPException as error:
            self.outcome = error


def test_a_hanging_check_lets_it_pass_in_time(relay, server, slow_pack) -> None:
    one = relay(server.port)
    start = time.monotonic()
    with one.client() as client:
        client.sendmail(ASA, [TOM], wire(CLEAN))
    assert time.monotonic() - start < 5
    assert [content for _, _, content in server.mails] == [wire(CLEAN)]
    assert "could not be judged: it could not be judged in time" in one.read("could not be judged")


def test_a_check_that_cannot_be_broken_off_is_ended_with_its_process(relay, server, slow_pack) -> None:
    check = slow_pack / "pack" / "slow" / "check.py"
    check.write_text(
        check.read_text().replace(
            "time.sleep(600)",
            "while True:\n        try:\n            time.sleep(600)\n        except BaseException:\n            pass",
        )
    )
    one = relay(server.port)
    with one.client() as client:
        for _ in range(2):
            client.sendmail(ASA, [TOM], wire(CLEAN))
    assert len(server.mails) == 2


def test_what_cannot_be_judged_stays_with_the_sender_where_so_configured(relay, server, slow_pack) -> None:
    with relay(server.port, "--enforce").client() as client:
        code, lines = refused(client, CLEAN)
    assert (code, server.mails) == (451, [])
    assert lines == ["4.7.1 maillint could not judge this message now; please send it again later"]


def test_a_judge_that_dies_lets_it_pass_and_is_replaced(relay, server, slow_pack) -> None:
    (slow_pack / "maillint.toml").write_text('packs = ["pack"]\n[gate]\ntime-limit = 60\n')
    one = relay(server.port)
    with one.client() as client:
        sending = Sending(client, CLEAN)
        time.sleep(0.5)
        (slow_pack / "maillint.toml").write_text("")
        os.kill(one.worker(), signal.SIGKILL)
        sending.join(20)
        assert (sending.outcome, len(server.mails)) == ({}, 1)
        assert "stumbled over it" in one.read("could not be judged")
        assert refused(client, BAD)[0] == 550


def test_killed_while_it_judges_it_has_said_nothing_and_sent_nothing(relay, server, slow_pack) -> None:
    (slow_pack / "maillint.toml").write_text('packs = ["pack"]\n[gate]\ntime-limit = 60\n')
    one = relay(server.port)
    worker = one.worker()
    sending = Sending(one.client(), CLEAN)
    time.sleep(0.5)
    one.process.kill()
    sending.join(20)
    assert isinstance(sending.outcome, smtplib.SMTPServerDisconnected)
    assert server.mails == []
    os.kill(worker, signal.SIGKILL)  # it would end by itself, were its check not asleep


def test_killed_while_the_next_server_thinks_it_has_not_said_yes(relay, server) -> None:
    server.seconds = 1.5
    one = relay(server.port)
    sending = Sending(one.client(), CLEAN)
    time.sleep(0.7)
    one.process.kill()
    sending.join(20)
    assert isinstance(sending.outcome, smtplib.SMTPServerDisconnected)


def test_killed_halfway_through_a_message_the_next_server_has_nothing(relay, server) -> None:
    one = relay(server.port)
    client = one.client()
    client.mail(ASA)
    client.rcpt(TOM)
    client.docmd("DATA")
    client.send(wire(CLEAN)[:200])
    one.process.kill()
    one.process.wait()
    with pytest.raises(smtplib.SMTPServerDisconnected):
        client.getreply()
    client.close()
    assert server.mails == []


def test_a_client_that_goes_away_halfway_has_sent_nothing(relay, server) -> None:
    one = relay(server.port)
    client = one.client()
    client.mail(ASA)
    client.rcpt(TOM)
    client.docmd("DATA")
    client.send(wire(CLEAN)[:200])
    client.close()
    with one.client() as other:
        other.sendmail(ASA, [TOM], wire(CLEAN))
    assert len(server.mails) == 1


def test_told_to_end_it_first_answers_what_has_begun(relay, server) -> None:
    server.seconds = 1
    one = relay(server.port)
    idle, busy = one.client(), one.client()
    sending = Sending(busy, CLEAN)
    time.sleep(0.5)
    one.process.terminate()
    assert idle.getreply()[0] == 421
    idle.close()
    sending.join(20)
    assert (sending.outcome, len(server.mails)) == ({}, 1)
    assert one.process.wait(10) == 0
    busy.close()


def test_its_judge_ends_with_it(relay, server) -> None:
    one = relay(server.port)
    worker = one.worker()
    one.process.kill()
    one.process.wait()
    for _ in range(100):
        if not os.path.exists(f"/proc/{worker}") or "(zombie)" in _state(worker):
            break
        time.sleep(0.05)
    assert not os.path.exists(f"/proc/{worker}") or "(zombie)" in _state(worker)


def _state(process: int) -> str:
    try:
        with open(f"/proc/{process}/status") as file:
            return file.read()
    except OSError:
        return "(zombie)"
