import json

import pytest

from maillint.cli import lint, request


def test_a_finding_fails_and_says_where(maillint, desk):
    answer = maillint("mail/a-oath.eml", "--only", "oath-old")
    assert answer.status == request.FINDINGS
    assert "mail/a-oath.eml:8:1: warning: “zounds” is an old oath [oath-old]" in answer.out
    assert "- zounds, the parts are here.\n      ^^^^^^\n    + well, the parts are here." in answer.out
    assert answer.out.endswith("score 93 (A) → after the rewrites: 100\n")
    assert answer.err == ""


def test_a_clean_message_passes(maillint, desk):
    answer = maillint("mail/b-fine.eml", "--only", "oath")
    assert (answer.status, answer.err) == (request.PASSED, "")
    assert answer.out == "mail/b-fine.eml: nothing to change, score 100 (A)\n"


def test_a_folder_ends_in_a_summary(maillint, desk):
    answer = maillint("mail", "--only", "oath")
    assert answer.status == request.FINDINGS
    assert answer.out.endswith("\n\n3 messages, 2 not ready to send, average score 95.3\n")


def test_output_in_the_users_language(maillint, desk, monkeypatch):
    monkeypatch.setenv("LC_ALL", "zh_TW.UTF-8")
    assert "：警告：" not in maillint("mail/b-fine.eml", "--only", "oath").out
    assert "沒有要改的地方" in maillint("mail/b-fine.eml", "--only", "oath").out
    assert "没有要改的地方" in maillint("mail/b-fine.eml", "--only", "oath", "--lang", "zh").out


@pytest.mark.parametrize(
    ("options", "status"),
    [
        (("--fail-on", "error"), request.PASSED),
        (("--fail-on", "warning"), request.FINDINGS),
        (("--fail-on", "never"), request.PASSED),
        (("--fail-on", "never", "--min-score", "94"), request.FINDINGS),
        (("--fail-on=never", "--min-score=93"), request.PASSED),
        (("--ignore", "oath"), request.PASSED),
        (("--format", "sarif"), request.PASSED),
    ],
)
def test_what_fails_is_the_users_choice(maillint, desk, options, status):
    assert (
        maillint("mail/a-oath.eml", *(options if "--ignore" in options else ("--only", "oath", *options))).status
        == status
    )


def test_one_bad_input_is_reported_and_the_rest_go_on(maillint, desk):
    answer = maillint("gone.eml", "mail/b-fine.eml", "--only", "oath")
    assert answer.status == request.UNREADABLE
    assert answer.err == "maillint: gone.eml: there is no such file or folder\n"
    assert "mail/b-fine.eml: nothing to change" in answer.out


def test_a_mistyped_command_is_told_from_a_missing_file(maillint, desk):
    answer = maillint("lnt", "mail/b-fine.eml", "--only", "oath")
    assert answer.err == "maillint: lnt: there is no such file or folder; did you mean the command lint?\n"
    assert maillint("lint.eml").err == "maillint: lint.eml: there is no such file or folder\n"


def test_findings_count_more_than_a_bad_input(maillint, desk):
    assert maillint("gone.eml", "mail/a-oath.eml", "--only", "oath").status == request.FINDINGS


def test_json_is_one_document_whatever_happens(maillint, desk):
    answer = maillint("gone.eml", "mail", "--format", "json", "--only", "oath")
    messages = json.loads(answer.out)["messages"]
    assert [message["path"] for message in messages] == [
        "gone.eml",
        "mail/a-oath.eml",
        "mail/b-fine.eml",
        "mail/c-zh.eml",
    ]
    assert messages[0]["error"] == "missing"
    assert messages[3]["findings"][0]["text"] == "zounds"


def test_json_is_the_same_every_time(maillint, desk):
    first, second = (maillint("mail", "--format", "json").out for _ in range(2))
    assert first == second


def test_output_goes_to_a_file(maillint, desk):
    answer = maillint("mail", "--only", "oath", "--format", "html", "--output", "report.html")
    assert answer.out == ""
    assert "<!doctype html>" in (desk / "report.html").read_text(encoding="utf-8")


def test_output_that_cannot_be_written(maillint, desk):
    answer = maillint("mail", "--output", "no/such/folder/report.txt")
    assert answer.status == request.USAGE
    assert answer.err == "maillint: --output no/such/folder/report.txt: cannot be written (No such file or directory)\n"


@pytest.mark.parametrize("paths", [("mail/a-oath.eml",), ("mail",), (".", "-")])
def test_output_never_overwrites_a_message(maillint, desk, paths):
    before = (desk / "mail/a-oath.eml").read_bytes()
    answer = maillint(*paths, "--output", "./mail/../mail/a-oath.eml")
    assert answer.status == request.USAGE
    assert "it would be overwritten" in answer.err
    assert (desk / "mail/a-oath.eml").read_bytes() == before


def test_output_overwrites_an_old_report(maillint, desk):
    (desk / "mail" / "report.json").write_text("{}")
    assert maillint("mail", "--only", "oath", "--format", "json", "-o", "mail/report.json").status == request.FINDINGS
    assert json.loads((desk / "mail" / "report.json").read_text())["version"] == 1


def test_several_checks_in_one_option(maillint, desk):
    assert maillint("mail/a-oath.eml", "--only", "date, oath").out == maillint("mail/a-oath.eml", "--only", "oath").out
    assert "[oath-old]" not in maillint("mail/a-oath.eml", "--ignore", "date,oath").out


def test_quiet(maillint, desk):
    answer = maillint("mail/a-oath.eml", "--only", "oath", "--quiet")
    assert answer.out == "mail/a-oath.eml:8:1: warning: “zounds” is an old oath [oath-old]\n"


@pytest.mark.parametrize(
    ("arguments", "text"),
    [
        (("--only", "oath-odl"), "there is no check or group 'oath-odl'; the nearest is 'oath-old'"),
        (("--lang", "tlh"), "--lang tlh: maillint speaks en, zh-Hans, zh-Hant"),
        (("--lang", "\x1b[31m\u202eå"), r"--lang \x1b[31m\u202eå: maillint speaks"),
        (("--date", "tomorrow"), "--date tomorrow: write it as 2026-11-25 or 2026-11-25T10:00:00+08:00"),
        (("--profile", "externl"), "command line: profile is 'externl'; it may be auto, internal"),
        (("--config", "none.toml"), "none.toml: cannot be read (No such file or directory)"),
        (("--format", "xml"), "--format xml: it may be text, json, jsonl, sarif, github, html"),
        (("--min-score", "high"), "Invalid value for '--min-score'"),
        (("--colour",), "No such option: --colour"),
    ],
)
def test_what_cannot_be_used_is_one_clear_line(maillint, desk, arguments, text):
    answer = maillint("mail/a-oath.eml", *arguments)
    assert answer.status == request.USAGE
    assert answer.out == ""
    assert answer.err.startswith(f"maillint: {text}")
    assert answer.err.count("\n") == 1


def test_a_broken_configuration_is_one_clear_line(maillint, desk):
    (desk / "maillint.toml").write_text("fial-on = 'error'\n")
    answer = maillint("mail")
    assert answer.status == request.USAGE
    assert "maillint.toml: unknown key 'fial-on'; the nearest is 'fail-on'" in answer.err
    assert answer.err.count("\n") == 1


def test_locked_keys_win_and_it_is_said(maillint, desk, monkeypatch):
    site = desk / "site.toml"
    site.write_text('fail-on = "error"\nlocked = ["fail-on"]\n')
    monkeypatch.setenv("MAILLINT_SITE_CONFIG", str(site))
    answer = maillint("mail/a-oath.eml", "--only", "oath", "--fail-on", "info")
    assert answer.status == request.PASSED
    assert answer.err == f"maillint: --fail-on is not used: fail-on is locked by {site}\n"


def test_a_stumble_over_one_message_stops_nothing(maillint, desk, monkeypatch):
    real = lint.read
    monkeypatch.setattr(lint, "read", lambda data: 1 / 0 if b"zounds, the" in data else real(data))
    answer = maillint("mail", "--only", "oath")
    assert "a-oath.eml: maillint stumbled over this message (ZeroDivisionError: division by zero)" in answer.err
    assert "c-zh.eml" in answer.out
    with pytest.raises(ZeroDivisionError):
        maillint("mail", "--debug")


def test_a_bug_is_one_line_unless_debugging(maillint, desk, monkeypatch):
    monkeypatch.setattr(lint, "Session", lambda request: 1 / 0)
    answer = maillint("mail")
    assert answer.status == request.BROKEN
    assert (
        answer.err == "maillint: this is a bug in maillint: ZeroDivisionError: division by zero (--debug shows where)\n"
    )
    monkeypatch.setenv("MAILLINT_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        maillint("mail")


def test_a_date_for_drafts_without_one(maillint, desk, monkeypatch):
    seen = []
    real = lint.lint
    monkeypatch.setattr(lint, "lint", lambda draft, *rest: seen.append(draft.date) or real(draft, *rest))
    (desk / "undated.eml").write_text("Subject: Delivery of order 4471\nTo: tom@south.example\n\nDear Mr Reed,\n")
    maillint("undated.eml", "mail/a-oath.eml", "--date", "2027-01-02T09:00:00+08:00")
    assert [moment.isoformat()[:10] for moment in seen] == ["2027-01-02", "2026-11-25"]
    assert seen[0].utcoffset() is not None
