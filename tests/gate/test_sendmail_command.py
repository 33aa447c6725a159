"""The drop-in around msmtp and sendmail: octets, arguments, exit status, signals; refusals; failures of our own."""

from __future__ import annotations

import hashlib
import json
import os
import signal
import subprocess
import sys

import pytest

from tests.gate.conftest import BAD, CLEAN, REMARKED, ZH


@pytest.mark.parametrize(
    "data",
    [
        CLEAN,
        CLEAN.replace(b"\n", b"\r\n"),
        CLEAN[:-1],
        CLEAN + b"\0\xff\xfe\r\x1a",
        CLEAN.replace(b"\nMessage-ID", b"\nX-Junk-\xe5: \xff\nMessage-ID"),
    ],
    ids=["LF", "CRLF", "no last line end", "odd octets", "odd header"],
)
def test_what_passes_is_octet_by_octet_what_came(maillint, data) -> None:
    done = maillint("sendmail", "--", "cat", data=data)
    assert (done.status, done.out) == (0, data)


def test_25_megabytes_pass_unharmed(maillint) -> None:
    import base64

    part = base64.encodebytes(os.urandom(18_000_000))
    data = (
        CLEAN.partition(b"MIME-Version")[0]
        + b'Subject: Drawing of order 4471\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="b1"\n\n--b1\n\nDear Mr Reed,\n\n'
        + b"I have attached the drawing of order 4471.\n\nBest regards,\nAnna Berg\n--b1\nContent-Type: application/pdf; name=drawing.pdf\n"
        + b"Content-Disposition: attachment; filename=drawing.pdf\nContent-Transfer-Encoding: base64\n\n"
        + part
        + b"--b1--\n"
    )
    done = maillint("sendmail", "--", "sha256sum", data=data)
    assert len(data) > 24_000_000
    assert (done.status, done.out.split()[0].decode()) == (0, hashlib.sha256(data).hexdigest())


def test_only_the_fields_that_switch_it_off_are_dropped(maillint) -> None:
    data = BAD.replace(b"Date:", b"X-Maillint-Ignore: attachment-missing,\n tone\nDate:")
    done = maillint("sendmail", "--", "cat", data=data)
    assert (done.status, done.out, done.err) == (0, BAD, "")
    done = maillint("sendmail", "--", "cat", data=b"X-Maillint: off\n" + ZH)
    assert (done.status, done.out, done.err) == (0, ZH, "")


def test_arguments_and_exit_status_are_the_commands(maillint) -> None:
    script = 'printf "%s|" "$@"; cat >/dev/null; exit 71'
    done = maillint(
        "sendmail",
        "--lang",
        "zh-TW",
        "--",
        "sh",
        "-c",
        script,
        "sh",
        "-oi",
        "-f",
        "å b",
        "--",
        "*",
        "李@south.example",
        "",
        data=CLEAN,
    )
    assert (done.status, done.out.decode()) == (71, "-oi|-f|å b|--|*|李@south.example||")


def test_the_command_may_stand_there_without_dashes_before_it(maillint) -> None:
    """Mutt takes what follows -- in its setting for recipients."""
    done = maillint("sendmail", "--batch", "echo", "--lang", "-oi", "-f", "a@north.example", "--", "b", data=CLEAN)
    assert done.out == b"--lang -oi -f a@north.example -- b\n"


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGPIPE])
def test_a_command_that_dies_of_a_signal_is_seen_to(maillint, number) -> None:
    assert maillint("sendmail", "--", "sh", "-c", f"kill -{number.value} $$", data=CLEAN).status == -number


def test_a_signal_sent_to_the_wrapper_reaches_the_command(desk) -> None:
    wrapper = [
        sys.executable,
        "-m",
        "maillint",
        "sendmail",
        "--",
        "sh",
        "-c",
        "trap 'echo got it; exit 9' TERM; echo ready; while :; do sleep 0.05; done",
    ]
    with subprocess.Popen(wrapper, stdin=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True) as process:
        process.stdin.write(CLEAN)
        process.stdin.close()
        assert process.stdout.readline() == b"ready\n"
        process.terminate()
        assert (process.stdout.read(), process.wait(10)) == (b"got it\n", 9)


@pytest.mark.parametrize(("data", "words"), [(BAD, "attachment-missing"), (ZH, "attachment-missing")], ids=["en", "zh"])
def test_a_refusal_starts_nothing_and_says_why(maillint, desk, data, words) -> None:
    done = maillint("sendmail", "--", "touch", "sent", data=data)
    assert (done.status, done.out, (desk / "sent").exists()) == (65, b"", False)
    assert words in done.err
    assert "X-Maillint: off" in done.err
    assert len(done.err.splitlines()) <= 10


def test_refusals_speak_the_users_language(maillint) -> None:
    assert "没有发出：发现 1 处" in maillint("sendmail", "--", "cat", data=ZH, env={"LC_ALL": "zh_CN.UTF-8"}).err
    assert "沒有寄出：發現 1 處" in maillint("sendmail", "--lang", "zh-TW", "--", "cat", data=ZH).err


def test_a_remark_lets_it_pass(maillint) -> None:
    done = maillint("sendmail", "--", "cat", data=REMARKED)
    assert (done.status, done.out) == (0, REMARKED)
    assert "passed on, with a remark" in done.err
    assert "date-relative" in done.err


def test_the_environment_switches_it_off_for_one_message(maillint) -> None:
    done = maillint("sendmail", "--", "cat", data=BAD, env={"MAILLINT": "off"})
    assert (done.status, done.out, done.err) == (0, BAD, "")


def test_a_locked_check_is_not_switched_off_and_no_way_out_is_told(maillint, desk) -> None:
    (desk / "maillint.toml").write_text('locked = ["checks.attachment-missing"]\n')
    for data in (BAD, b"X-Maillint: off\n" + BAD, b"X-Maillint-Ignore: attachment\n" + ZH):
        done = maillint("sendmail", "--", "cat", data=data, env={"MAILLINT": "off"})
        assert (done.status, done.out) == (65, b"")
        assert "attachment-missing" in done.err
        assert "X-Maillint" not in done.err


def test_beside_a_locked_check_the_others_are_switched_off(maillint, desk) -> None:
    (desk / "maillint.toml").write_text('locked = ["checks.date-relative"]\n')
    assert maillint("sendmail", "--", "cat", data=BAD, env={"MAILLINT": "off"}).out == BAD
    done = maillint("sendmail", "--", "cat", data=BAD.replace(b"attached", b"attached next Wednesday"))
    assert done.status == 65
    assert "X-Maillint: off" not in done.err
    assert "X-Maillint-Ignore: attachment-missing" in done.err


def test_an_organisation_may_turn_a_deaf_ear(maillint, desk) -> None:
    (desk / "maillint.toml").write_text("[gate]\nsuppression = false\n")
    assert maillint("sendmail", "--", "cat", data=b"X-Maillint: off\n" + BAD, env={"MAILLINT": "off"}).status == 65


def test_the_log_has_one_line_a_message_and_no_word_of_it(maillint, desk) -> None:
    (desk / "maillint.toml").write_text('[gate]\nlog = "gate.jsonl"\n')
    for data in (CLEAN, BAD):
        maillint("sendmail", "--", "cat", data=data)
    lines = [json.loads(line) for line in (desk / "gate.jsonl").read_text().splitlines()]
    assert [(line["action"], line["sha256"]) for line in lines] == [
        ("pass", hashlib.sha256(CLEAN).hexdigest()),
        ("reject", hashlib.sha256(BAD).hexdigest()),
    ]
    assert "drawing" not in (desk / "gate.jsonl").read_text()


def test_a_full_disk_keeps_no_message_from_passing(maillint) -> None:
    done = maillint("sendmail", "--log", "/dev/full", "--", "cat", data=CLEAN)
    assert (done.status, done.out) == (0, CLEAN)
    assert done.err == "maillint: the log cannot be written: /dev/full: No space left on device\n"


@pytest.mark.parametrize(
    ("data", "config", "outcome"),
    [(REMARKED, "", (0, REMARKED)), (BAD, "", (65, b"")), (CLEAN, "gate = 5", (0, CLEAN))],
    ids=["a remark", "a refusal", "a broken configuration"],
)
@pytest.mark.parametrize("is_full", [False, True], ids=["nobody listens", "full disk"])
def test_where_nothing_can_be_told_the_mail_takes_the_same_way(desk, data, config, outcome, is_full) -> None:
    (desk / "maillint.toml").write_text(config)
    ours, theirs = os.pipe()
    os.close(ours)
    command = [sys.executable, "-m", "maillint", "sendmail", "--batch", "--", "cat"]
    with open("/dev/full", "wb") if is_full else os.fdopen(theirs, "wb") as told:
        done = subprocess.run(command, input=data, stdout=subprocess.PIPE, stderr=told, check=False)
    assert (done.returncode, done.stdout) == outcome


def test_a_hanging_check_is_broken_off(maillint, slow_pack) -> None:
    done = maillint("sendmail", "--", "cat", data=CLEAN)
    assert (done.status, done.out, done.err) == (
        0,
        CLEAN,
        "maillint: sent without being judged: it could not be judged in time\n",
    )
    done = maillint("sendmail", "--enforce", "--", "cat", data=CLEAN)
    assert (done.status, done.out) == (75, b"")
    assert "not sent: it could not be judged in time" in done.err


def test_a_broken_configuration_fails_open_or_closed_as_told(maillint, desk) -> None:
    (desk / "maillint.toml").write_text("[gate]\nactoin = 'reject'\n")
    done = maillint("sendmail", "--", "cat", data=BAD)
    assert (done.status, done.out) == (0, BAD)
    assert "sent without being judged: " in done.err
    assert "unknown key 'gate.actoin'; the nearest is 'action'" in done.err
    done = maillint("sendmail", "--enforce", "--", "cat", data=BAD)
    assert (done.status, done.out) == (75, b"")


def test_in_a_folder_that_somebody_has_deleted_mail_is_judged_all_the_same(desk) -> None:
    (desk / "site.toml").write_text('locked = ["checks.attachment-missing"]\n')
    shell = f"mkdir gone && cd gone && rmdir ../gone && exec {sys.executable} -m maillint sendmail --batch -- cat"
    environment = os.environ | {"MAILLINT_SITE_CONFIG": str(desk / "site.toml")}
    for data, outcome in ((BAD, (65, b"")), (CLEAN, (0, CLEAN))):
        done = subprocess.run(["sh", "-c", shell], input=data, capture_output=True, check=False, env=environment)
        assert (done.returncode, done.stdout) == outcome


def test_killed_before_it_has_decided_it_has_sent_nothing(slow_pack) -> None:
    (slow_pack / "maillint.toml").write_text('packs = ["pack"]\n[gate]\ntime-limit = 60\n')
    wrapper = [sys.executable, "-m", "maillint", "sendmail", "--", "touch", "sent"]
    with subprocess.Popen(wrapper, stdin=subprocess.PIPE, start_new_session=True) as process:
        process.stdin.write(CLEAN)
        process.stdin.close()
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(1)
        process.kill()
        assert process.wait(10) == -signal.SIGKILL
    assert not (slow_pack / "sent").exists()


def test_a_command_that_is_not_there(maillint) -> None:
    done = maillint("sendmail", "--", "nonesuch-å", data=CLEAN)
    assert (done.status, done.err) == (69, "maillint: nonesuch-å cannot be started: No such file or directory\n")


def test_without_a_command_it_says_how(maillint) -> None:
    done = maillint("sendmail", data=CLEAN)
    assert (done.status, "maillint sendmail -- msmtp" in done.err) == (2, True)


def test_other_duties_of_a_sendmail_are_left_to_it(maillint) -> None:
    assert maillint("sendmail", "--", "echo", "-bp", data=BAD).out == b"-bp\n"


def test_a_null_sender_is_never_judged(maillint) -> None:
    assert maillint("sendmail", "--", "sh", "-c", "cat", "-f", "<>", "tom@south.example", data=BAD).out == BAD
