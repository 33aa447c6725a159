"""The set-up for aerc that the documentation gives, against the real program."""

from __future__ import annotations

import time
from email import message_from_bytes, policy

import pytest

GOOD = "Dear Mr Reed,\n\nThe drawing of order 4471 is ready: 平面图 🙏.\n\nBest regards,\nÅsa Berg\n"
PROMISE = "Dear Mr Reed,\n\nI have attached the drawing of order 4471.\n\nBest regards,\nÅsa Berg\n"
BINDS = """
[compose::review]
y = :send<Enter>
m = :term sh -c 'less ~/.cache/maillint-said'<Enter> # what maillint says
o = :header X-Maillint off<Enter>:send<Enter> # send without maillint
[messages]
q = :quit<Enter>
"""


@pytest.fixture
def compose(home, msmtp, screen):
    """``compose(text)``: aerc with a draft ready to be sent, and the lines of the documentation in its configuration."""
    for name in ("mail/INBOX/cur", "mail/INBOX/new", "mail/INBOX/tmp", "mail/Sent", ".config/aerc", ".cache"):
        (home / name).mkdir(parents=True, exist_ok=True)
    settings = home / ".config" / "aerc"
    accounts = settings / "accounts.conf"
    sends = f'maillint sendmail {" ".join(msmtp)} --read-envelope-from "$@" 2>~/.cache/maillint-said'
    accounts.write_text(
        f"[work]\nsource = maildir://{home}/mail\ndefault = INBOX\nfrom = Åsa Berg <asa@north.example>\n"
        f"outgoing = /bin/sh -c 'exec {sends}' sh\n"
    )
    accounts.chmod(0o600)
    (settings / "binds.conf").write_text(BINDS)
    (settings / "aerc.conf").write_text(
        f"[compose]\neditor=true\n[templates]\ntemplate-dirs={settings}\n[general]\nunsafe-accounts-conf=true\n"
    )

    def begin(text: str):
        (settings / "draft").write_text(f"To: Tom Reed <tom@south.example>\nSubject: Drawing of order 4471\n\n{text}")
        seen = screen(f"env XDG_CONFIG_HOME={home}/.config aerc")
        seen.wait_for("INBOX")
        seen.press(":", "compose -T draft", "Enter")
        return seen

    return begin


def wait_until(condition) -> None:
    end = time.monotonic() + 30
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.1)


def test_a_good_mail_arrives(compose, sink) -> None:
    seen = compose(GOOD)
    seen.wait_for("Send this email?")
    seen.press("y")
    wait_until(lambda: sink.mails)
    _, readers, content = sink.mails[0]
    assert readers == ["tom@south.example"]
    assert "平面图 🙏" in message_from_bytes(content, policy=policy.SMTP).get_content()


def test_a_refused_one_comes_back_and_can_be_read_about_and_sent_all_the_same(compose, sink, home) -> None:
    said = home / ".cache" / "maillint-said"
    seen = compose(PROMISE)
    seen.wait_for("Send this email?")
    seen.press("y")
    wait_until(lambda: said.exists() and "To quiet one check" in said.read_text("utf-8"))
    wait_until(lambda: seen.press("Down") or "Send this email?" in seen.text)  # aerc draws it with the next key
    assert sink.mails == []
    seen.press("m")
    seen.wait_for("[attachment-missing]")
    seen.press("q")
    seen.wait_for("Send this email?")
    seen.press("o")
    wait_until(lambda: sink.mails)
    assert b"x-maillint" not in sink.mails[0][2].lower()
