"""``maillint audit`` as people use it."""

import csv
import json
import os
import sys

import pyarrow.parquet as pq
import pytest

from maillint.__main__ import main


@pytest.fixture
def maillint(monkeypatch, capfd, sent):
    """Runs the command line beside the folder ``sent``; returns status, output and complaints."""
    monkeypatch.chdir(sent.parent)

    def run(*arguments):
        monkeypatch.setattr(sys, "argv", ["maillint", *map(str, arguments)])
        status = main()
        sys.stdout.flush()
        out, err = capfd.readouterr()
        return status, out, err

    return run


def test_a_folder_is_judged_and_told(maillint, data):
    status, out, err = maillint("audit", "sent")
    assert status == 0
    assert out.startswith("30 messages, 2026-11-25 to 2026-11-26\nScore ")
    assert "What would raise the score most\n" in out
    assert "date-indefinite" in out
    (store,) = data.iterdir()
    assert err == f"Figures: {store}\n"


def test_a_second_time_it_says_what_was_unchanged(maillint):
    _, out, _ = maillint("audit", "sent")
    status, again, err = maillint("audit", "sent")
    assert (status, again) == (0, out)
    assert err.startswith("0 judged, 30 known already\nFigures: ")


def test_the_figures_again_by_the_name_of_the_source_or_of_the_store(maillint, data):
    _, out, _ = maillint("audit", "sent")
    (store,) = data.iterdir()
    assert maillint("audit", "report", "sent") == (0, out, "")
    assert maillint("audit", "report", store) == (0, out, "")


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        ("zh-Hans", ["30 封邮件，2026-11-25 至 2026-11-26", "改掉哪些最能提分", "按收件人域名"]),
        ("zh-Hant", ["30 封郵件，2026-11-25 至 2026-11-26", "改掉哪些最能提分", "按收件人網域"]),
    ],
)
def test_it_speaks_chinese(maillint, language, lines):
    out = maillint("audit", "sent", "--lang", language)[1].splitlines()
    assert [line for line in lines if line not in out] == []


def test_nothing_of_the_mail_is_kept_unless_asked_for(maillint, data):
    maillint("audit", "sent")
    (store,) = data.iterdir()
    assert "请尽快确认".encode() not in store.read_bytes()
    assert b"Please send" not in store.read_bytes()


def test_kept_texts_are_examples_without_names(maillint):
    out = maillint("audit", "sent", "--keep-text", "--store", "kept.db")[1]
    assert "        such as: " in out
    assert "尽快确认" in out or "figures asap" in out
    assert "Åsa" not in out
    assert "王芳" not in out


def test_json_has_every_figure(maillint):
    figures = json.loads(maillint("audit", "sent", "--format", "json")[1])
    assert (figures["version"], figures["messages"], sum(figures["distribution"])) == (1, 30, 30)
    assert {"check", "gain", "gain_each", "share"} <= figures["checks"][0].keys()


def test_habits_that_single_messages_do_not_show_are_told(maillint):
    out = maillint("audit", "sent")[1]
    assert "What single messages do not show\n" in out
    assert "Afterthoughts     No mail went to the same people within ten minutes of another." in out
    assert (
        "“补充”“更正”    没有哪封邮件在十分钟内又补发给同一批人。"
        in maillint("audit", "report", "sent", "--lang", "zh-Hans")[1]
    )
    seen = {
        one["habit"]: one for one in json.loads(maillint("audit", "report", "sent", "--format", "json")[1])["habits"]
    }
    assert seen["afterthought"] == {
        "habit": "afterthought", "norms": ["E44"], "case": "none", "figures": {"n": 0, "share": 0.0}, "steps": [],
    }  # fmt: skip
    assert seen["superiors"]["case"] == "unknown"
    named = maillint("audit", "report", "sent", "--superior", "tom@south.example")[1]
    assert "Open questions to superiors" in named


def test_export_to_parquet_csv_and_json_lines(maillint, tmp_path):
    maillint("audit", "sent")
    assert maillint("audit", "export", "sent", "-o", "out")[0] == 0
    assert maillint("audit", "export", "sent", "-f", "csv", "-o", "out")[0] == 0
    status, lines, _ = maillint("audit", "export", "sent", "-f", "jsonl")
    assert status == 0
    records = [json.loads(line) for line in lines.splitlines()]
    messages, findings = (
        pq.read_table(tmp_path / "out" / f"{name}.parquet").to_pylist() for name in ("messages", "findings")
    )
    assert [row["key"] for row in messages] == [record["key"] for record in records]
    assert [dict(row["groups"]) for row in messages] == [record["groups"] for record in records]
    assert len(findings) == sum(len(record["findings"]) for record in records)
    with (tmp_path / "out" / "messages.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["score"] for row in rows] == [str(row["score"]) for row in messages]
    assert rows[0]["sender"] == "asa@north.example"


def test_an_export_without_a_place_is_an_error(maillint):
    maillint("audit", "sent")
    status, _, err = maillint("audit", "export", "sent")
    assert status == 2
    assert err == "maillint: --format parquet is two files: name a folder for them with --output\n"


def test_a_baseline_lets_old_sins_pass_and_no_new_ones(maillint, sent):
    maillint("audit", "sent")
    status, _, err = maillint("audit", "baseline", "sent", "-o", "old.json")
    assert status == 0
    assert err.startswith("old.json: ")
    status, out, _ = maillint("audit", "sent", "--baseline", "old.json", "--fail-on", "info")
    assert status == 0
    assert "Nothing new since the baseline\n" in out
    os.rename(sent / "003.eml", sent / "moved.eml")
    assert maillint("audit", "sent", "--baseline", "old.json", "--fail-on", "info")[0] == 0
    new = (sent / "000.eml").read_bytes().replace(b"asap", b"ASAP, you idiot").replace(b"<0@", b"<x@")
    (sent / "new.eml").write_bytes(new)
    status, out, _ = maillint("audit", "sent", "--baseline", "old.json", "--fail-on", "info")
    assert status == 1
    assert "New since the baseline: " in out
    assert "sent/new.eml" in out


def test_fail_on_and_min_score_are_for_scripts(maillint):
    assert maillint("audit", "sent", "--fail-on", "advice")[0] == 1
    assert maillint("audit", "sent", "--min-score", "100")[0] == 1
    assert maillint("audit", "sent", "--min-score", "1")[0] == 0


def test_diff_says_what_became_better(maillint, sent):
    maillint("audit", "sent", "--store", "old.db")
    for number in range(0, 30, 3):
        path = sent / f"{number:03}.eml"
        path.write_bytes(path.read_bytes().replace(b" asap", b" by Friday 27 November 2026"))
    maillint("audit", "sent", "--store", "new.db")
    status, out, _ = maillint("audit", "diff", "old.db", "new.db")
    assert status == 0
    assert "Messages: 30 → 30; 20 in both, 10 only in the new one, 10 only in the old one\n" in out
    assert "   -33.3  date-indefinite  (33.3 → 0.0)\n" in out or "date-indefinite" in out


def test_merge_makes_one_of_several_and_counts_each_message_once(maillint, sent):
    for number in range(10):
        os.rename(sent / f"{number:03}.eml", sent.parent / f"{number:03}.eml")
    half = sent.parent / "half"
    half.mkdir()
    for number in range(10):
        os.rename(sent.parent / f"{number:03}.eml", half / f"{number:03}.eml")
    (half / "010.eml").write_bytes((sent / "010.eml").read_bytes())
    maillint("audit", "sent", "--store", "a.db")
    maillint("audit", "half", "--store", "b.db")
    status, _, err = maillint("audit", "merge", "a.db", "b.db", "--store", "team.db")
    assert (status, err) == (0, "team.db: 30 messages, 30 of them new\n")
    assert maillint("audit", "report", "team.db")[1].startswith("30 messages, ")


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (("audit", "nowhere"), "maillint: nowhere: there is no such file or folder"),
        (("audit", "report", "nowhere.db"), "maillint: nowhere.db: there is no such store"),
        (("audit", "report", "sent"), "maillint: sent: this was not audited yet; maillint audit sent does it"),
        (
            ("audit", "report", "sent", "--lang", "zh-Hans"),
            "maillint: sent：还没有审阅过；请先运行 maillint audit sent",
        ),
        (("audit", "diff", "sent", "sent", "--lang", "zh-Hant"), "maillint: sent：還沒有審閱過；"),
        (("audit", "report", "å.db", "--lang", "zh-Hans"), "maillint: å.db：没有这个数据文件"),
        (("audit", "sent", "--baseline", "sent/000.eml"), "maillint: --baseline sent/000.eml: cannot be read as a"),
        (("audit", "sent", "--store", "sent/000.eml"), "maillint: sent/000.eml: this is no store of an audit"),
        (("audit", "sent", "--format", "xml"), "maillint: --format xml: it may be text, json"),
        (("audit", "sent", "--fail-on", "never ever"), "maillint: --fail-on never ever: it may be error, warning"),
    ],
)
def test_what_cannot_be_done_is_one_clear_line(maillint, arguments, complaint):
    status, out, err = maillint(*arguments)
    assert (status, out) == (2, "")
    assert err.startswith(complaint)
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "maillint: 空文件夹, notes.txt: no message was found"),
        ("zh-Hans", "maillint: 空文件夹、notes.txt：没有找到邮件"),
        ("zh-Hant", "maillint: 空文件夹、notes.txt：沒有找到郵件"),
    ],
)
def test_where_there_is_no_message_the_sources_are_named(maillint, tmp_path, monkeypatch, language, line):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "空文件夹").mkdir()
    (tmp_path / "notes.txt").mkdir()
    status, _, err = maillint("audit", "空文件夹", "notes.txt", "--lang", language)
    assert status == 3
    assert line in err.splitlines()


def _praised(out):
    return out.partition("What goes well\n")[2].partition("\n\n")[0]


def test_a_group_of_which_a_check_did_not_look_is_not_praised(maillint):
    _, whole, _ = maillint("audit", "sent", "--only", "attachment,salutation")
    assert "Attachment" in _praised(whole)
    _, partly, _ = maillint("audit", "sent", "--only", "attachment-missing,salutation")
    assert "Attachment" not in _praised(partly)
    assert "Salutation" in _praised(partly)


def test_a_check_that_is_switched_off_praises_nobody(maillint, tmp_path):
    settings = tmp_path / "own.toml"
    settings.write_text('ignore = ["attachment-name"]\nchecks.salutation-missing.severity = "off"\n')
    _, out, _ = maillint("audit", "sent", "--config", settings)
    assert "What goes well" in out
    assert "Attachment" not in _praised(out)
    assert "Salutation" not in _praised(out)


def test_a_report_praises_only_what_the_run_looked_at(maillint):
    maillint("audit", "sent", "--only", "date")
    _, out, _ = maillint("audit", "report", "sent")
    assert "What goes well" not in out


def test_when_nothing_could_be_read_the_status_says_so(maillint, tmp_path):
    (tmp_path / "bad").mkdir()
    (tmp_path / "bad" / "a.eml").write_bytes(b"")
    status, out, _ = maillint("audit", "bad")
    assert status == 3
    assert "Could not be read\n  bad/a.eml: is empty\n" in out
