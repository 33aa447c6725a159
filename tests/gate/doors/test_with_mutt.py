"""The set-up for mutt and neomutt that the documentation gives, against the real programs."""

from __future__ import annotations

import subprocess

import pytest

PROGRAMS = pytest.mark.parametrize("program", ["mutt", "neomutt"])
GOOD = "Dear Mr Reed,\n\nThe drawing of order 4471 is ready: 平面图.\n\nBest regards,\nÅsa Berg\n"
PROMISE = "Dear Mr Reed,\n\nI have attached the drawing of order 4471.\n\nBest regards,\nÅsa Berg\n"


@pytest.fixture
def muttrc(home, msmtp):
    """The lines of the documentation, and what keeps mutt from asking about other things."""
    path = home / "muttrc"
    path.write_text(
        f'set sendmail="maillint sendmail {" ".join(msmtp)}"\nset sendmail_wait=0\n'
        'set from="asa@north.example" realname="Åsa Berg" use_from=yes use_envelope_from=yes\nset charset=utf-8\nset send_charset=utf-8\n'
        f'set folder="{home}" record="{home}/sent" editor=true abort_nosubject=no abort_unmodified=no\n'
    )
    return path


def batch(program: str, muttrc, text: str, subject: str = "Drawing of order 4471") -> subprocess.CompletedProcess[str]:
    command = [program, "-n", "-F", str(muttrc), "-s", subject, "tom@south.example"]
    return subprocess.run(
        command, input=text, capture_output=True, text=True, start_new_session=True, check=False, timeout=60
    )


@PROGRAMS
def test_a_good_mail_arrives(program, muttrc, sink) -> None:
    done = batch(program, muttrc, GOOD, "Drawing of order 4471 is ready")
    assert (done.returncode, len(sink.mails)) == (0, 1), done.stderr
    sender, readers, content = sink.mails[0]
    assert (sender, readers) == ("asa@north.example", ["tom@south.example"])
    assert "平面图" in content.decode()


@PROGRAMS
def test_a_refused_one_does_not_and_mutt_says_why(program, muttrc, sink) -> None:
    done = batch(program, muttrc, PROMISE)
    assert (done.returncode, sink.mails) == (1, [])
    assert "attachment-missing" in done.stdout + done.stderr


@PROGRAMS
def test_the_field_is_obeyed_and_dropped(program, muttrc, sink) -> None:
    with muttrc.open("a") as file:
        file.write("my_hdr X-Maillint: off\n")
    assert batch(program, muttrc, PROMISE).returncode == 0
    assert b"x-maillint" not in sink.mails[0][2].lower()


@PROGRAMS
def test_in_the_compose_menu_the_pager_shows_the_findings_and_the_draft_stays(
    program, muttrc, sink, screen, home
) -> None:
    (home / "draft").write_text(PROMISE)
    seen = screen(f"{program} -n -F {muttrc} -s 'Drawing of order 4471' -i {home}/draft tom@south.example")
    seen.wait_for("To: ")
    seen.press("Enter")
    seen.wait_for("Subject: ")
    seen.press("Enter")
    seen.wait_for("y:Send")
    seen.press("y")
    text = seen.wait_for("maillint: not sent: 1 finding")
    assert "You promise the drawing of order 4471" in text
    assert "[attachment-missing]" in text
    seen.press("q")
    seen.wait_for("y:Send")
    seen.press(
        ":",
        "s",
        "e",
        "t",
        "e",
        "n",
        "v",
        "Space",
        "M",
        "A",
        "I",
        "L",
        "L",
        "I",
        "N",
        "T",
        "Space",
        "o",
        "f",
        "f",
        "Enter",
    )
    seen.press("y")
    for _ in range(100):
        if sink.mails:
            break
        seen.press("")
    assert len(sink.mails) == 1
