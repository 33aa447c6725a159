"""The set-up for alot that the documentation gives, against the real program and a notmuch database."""

from __future__ import annotations

import subprocess
from email import message_from_bytes, policy

import pytest

GOOD = "Dear Mr Reed,\n\nThe drawing of order 4471 is ready: 平面图 🙏.\n\nBest regards,\nÅsa Berg\n"
PROMISE = "Dear Mr Reed,\n\nI have attached the drawing of order 4471.\n\nBest regards,\nÅsa Berg\n"


@pytest.fixture
def compose(home, msmtp, screen):
    """``compose(text)``: alot with a draft ready to be sent, and the lines of the documentation in its configuration."""
    (home / "mail").mkdir()
    settings = home / ".notmuch-config"
    settings.write_text(f"[database]\npath={home}/mail\n[user]\nname=Åsa Berg\nprimary_email=asa@north.example\n")
    subprocess.run(["notmuch", "new"], check=True, capture_output=True)
    (home / "alot").write_text(
        "editor_cmd = true\n[accounts]\n[[work]]\nrealname = Åsa Berg\naddress = asa@north.example\n"
        f"sendmail_command = maillint sendmail {' '.join(msmtp)} --read-envelope-from -t\n"
    )

    def begin(text: str):
        draft = home / "draft"
        draft.write_text(f"To: Tom Reed <tom@south.example>\nSubject: Drawing of order 4471\n\n{text}")
        seen = screen(f"alot -c {home}/alot compose --template {draft}")
        seen.wait_for("[0: envelope")
        return seen

    return begin


def test_a_good_mail_arrives(compose, sink) -> None:
    seen = compose(GOOD)
    seen.press("y")
    seen.wait_for("mail sent successfully")
    sender, readers, content = sink.mails[0]
    assert (sender, readers) == ("asa@north.example", ["tom@south.example"])
    assert "平面图 🙏" in message_from_bytes(content, policy=policy.SMTP).get_content()


def test_a_refused_one_does_not_and_alot_says_why_until_it_is_sent_without_maillint(compose, sink) -> None:
    seen = compose(PROMISE)
    seen.press("y")
    text = seen.wait_for("failed to send")
    assert "[attachment-missing]" in text
    assert "header field X-Maillint: off" in text
    assert sink.mails == []
    seen.press("Escape", ":", "set X-Maillint off", "Enter")
    seen.wait_for("X-Maillint")
    seen.press("y")
    seen.wait_for("mail sent successfully")
    assert b"x-maillint" not in sink.mails[0][2].lower()
