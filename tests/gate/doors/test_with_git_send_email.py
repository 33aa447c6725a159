"""git send-email with the hook that maillint installs, and with maillint sendmail as its sendmail."""

from __future__ import annotations

import subprocess

import pytest

TEXT = "relay: keep replies in order\n\nReplies were sorted by the time of arrival, which is wrong on resend.\nSort by number instead: 顺序。\n"


def git(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["git", *words],
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        start_new_session=True,
        check=False,
        timeout=60,
    )


@pytest.fixture
def repository(home, sink):
    for key, value in {
        "user.name": "Åsa Berg",
        "user.email": "asa@north.example",
        "sendemail.smtpserver": "127.0.0.1",
        "sendemail.smtpserverport": str(sink.port),
        "sendemail.to": "list@south.example",
        "sendemail.confirm": "never",
        "sendemail.suppresscc": "all",
        "sendemail.envelopesender": "auto",
    }.items():
        git("config", "--global", key, value)
    git("init", "-q", ".")
    (home / "f.c").write_text("int main() {}\n")
    git("add", "f.c")
    git("commit", "-q", "-m", "first")
    (home / "f.c").write_text("int main() { /* recieve it ASAP!! see attached */ }\n")
    return home


def test_the_hook_lets_a_good_patch_pass(repository, sink) -> None:
    git("commit", "-q", "-a", "-m", TEXT)
    assert subprocess.run(["maillint", "git-hook", "install"], check=False).returncode == 0
    done = git("send-email", "-1")
    assert (done.returncode, len(sink.mails)) == (0, 1), done.stderr
    assert b"recieve it ASAP!!" in sink.mails[0][2]


def test_the_hook_stops_the_whole_series(repository, sink) -> None:
    git("commit", "-q", "-a", "-m", TEXT)
    (repository / "f.c").write_text("int main() { return 0; }\n")
    git("commit", "-q", "-a", "-m", TEXT.replace("keep", "recieve"))
    subprocess.run(["maillint", "git-hook", "install"], check=True)
    done = git("send-email", "-2")
    assert (done.returncode != 0, sink.mails) == (True, [])
    assert "“recieve” looks like a slip for “receive”" in done.stderr
    assert "no patches were sent" in done.stderr
    assert git("send-email", "--no-validate", "-2").returncode == 0
    assert len(sink.mails) == 2


def test_after_remove_it_is_as_it_was(repository, sink) -> None:
    git("commit", "-q", "-a", "-m", TEXT.replace("keep", "recieve"))
    subprocess.run(["maillint", "git-hook", "install"], check=True)
    subprocess.run(["maillint", "git-hook", "remove"], check=True)
    assert git("send-email", "-1").returncode == 0
    assert len(sink.mails) == 1


def test_the_wrapper_as_sendmail_command(repository, sink, msmtp) -> None:
    git("config", "--global", "sendemail.sendmailcmd", f"maillint sendmail --profile patch -- {' '.join(msmtp)}")
    git("config", "--global", "--unset", "sendemail.smtpserver")
    git("commit", "-q", "-a", "-m", TEXT.replace("keep", "recieve"))
    done = git("send-email", "-1")
    assert (done.returncode != 0, sink.mails) == (True, [])
    assert "died with exit code 65" in done.stderr or "maillint: not sent" in done.stderr
    git("commit", "-q", "--amend", "-m", TEXT)
    assert git("send-email", "-1").returncode == 0
    assert len(sink.mails) == 1
