"""Locks as the command line meets them: what they hold, and what is said of it."""

import json
import subprocess
import sys

import pytest

from maillint.cli import pool, request


@pytest.fixture
def lock(desk, monkeypatch):
    """Writes the organisation's file with some locks; returns its path."""

    def write(*names):
        site = desk / "etc" / "maillint.toml"
        site.parent.mkdir(exist_ok=True)
        listed = ", ".join(f'"{name}"' for name in names)
        site.write_text(f'packs = ["../pack"]\nlocked = [{listed}]\n', encoding="utf-8")
        monkeypatch.setenv("MAILLINT_SITE_CONFIG", str(site))
        return site

    return write


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--ignore", "oath"], "--ignore does not leave out oath-old: locked by {site}"),
        (["--only", "date"], "--only does not leave out oath-old: locked by {site}"),
        (["--ignore", "oath-old", "--lang", "zh-Hans"], "--ignore 略不过 oath-old：已由 {site} 锁定"),
        (["--profile", "patch"], ""),
    ],
)
def test_options_do_not_switch_a_locked_check_off(maillint, desk, lock, arguments, told):
    site = lock("checks.oath-old")
    answer = maillint("mail/a-oath.eml", *arguments)
    assert answer.status == request.FINDINGS
    assert "[oath-old]" in answer.out
    assert answer.err == (f"maillint: {told.format(site=site)}\n" if told else "")


def test_many_locked_checks_are_counted(maillint, desk, lock):
    site = lock("checks")
    answer = maillint("mail/a-oath.eml", "--only", "oath")
    assert "[oath-old]" in answer.out
    assert answer.err.startswith("maillint: --only does not leave out ")
    assert answer.err.endswith(f" checks: locked by {site}\n")


def test_the_header_is_answered(maillint, desk, lock):
    lock("checks.oath-old")
    mail = desk / "mail/a-oath.eml"
    text = mail.read_text()
    mail.write_text("X-Maillint-Ignore: oath-old\n" + text)
    out = maillint("mail/a-oath.eml", "--lang", "zh-Hant").out
    assert "[oath-old]" in out
    assert "X-Maillint-Ignore 略不過 oath-old：設定檔已將其鎖定" in out
    mail.write_text("X-Maillint: off\n" + text)
    answer = maillint("mail/a-oath.eml")
    assert answer.status == request.FINDINGS
    assert "judged by the locked checks alone: its header would leave it out" in answer.out
    html = maillint("mail/a-oath.eml", "--format", "html").out
    assert "judged by the locked checks alone" in html
    (message,) = json.loads(maillint("mail/a-oath.eml", "--format", "json").out)["messages"]
    assert message["note"] == "locked"


def test_a_locked_list_to_ignore_leaves_only_alone(maillint, desk, lock):
    site = lock("ignore")
    assert maillint("mail/a-oath.eml", "--only", "oath").err == ""
    answer = maillint("mail/a-oath.eml", "--only", "oath", "--ignore", "oath")
    assert "[oath-old]" in answer.out
    assert answer.err == f"maillint: --ignore is not used: ignore is locked by {site}\n"


def test_config_show_tells_what_is_locked_and_by_which_file(maillint, desk, lock):
    site = lock("fail-on", "checks.oath-old")
    (desk / "maillint.toml").write_text('locked = ["lang"]\n', encoding="utf-8")
    out = maillint("config", "show").out
    assert f"# locked by {site}: fail-on, checks.oath-old\n" in out
    assert f"# locked by {desk / 'maillint.toml'}: lang\n" in out
    locks = json.loads(maillint("config", "show", "--format", "json").out)["locks"]
    assert locks == {"fail-on": str(site), "checks.oath-old": str(site), "lang": str(desk / "maillint.toml")}


def test_a_lock_on_nothing_names_the_nearest(maillint, desk, lock):
    site = lock("checks.oath-odl")
    answer = maillint("mail/a-oath.eml")
    assert answer.status == request.USAGE
    assert answer.err.startswith(f"maillint: {site}: locked names 'checks.oath-odl', but there is no check 'oath-odl'")
    assert "the nearest is 'oath-old'" in answer.err


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_what_has_no_effect_is_told_once_by_however_many_processes(desk, lock, jobs):
    site = lock("fail-on")
    many = desk / "många"
    many.mkdir()
    for number in range(pool.CHUNK + 5):
        (many / f"邮件{number:03}.eml").write_bytes((desk / "mail/b-fine.eml").read_bytes())
    command = [sys.executable, "-m", "maillint", str(many), "mail", "--fail-on", "error", "--only", "oath", "-j", jobs]
    done = subprocess.run(command, capture_output=True, cwd=desk, text=True, check=False)
    assert done.stderr.count(f"maillint: --fail-on is not used: fail-on is locked by {site}\n") == 1
    assert f"{pool.CHUNK + 8} messages" in done.stdout
