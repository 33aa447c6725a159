"""``maillint fix`` on real files: in place, elsewhere, on the way through, and never a message lost."""

from __future__ import annotations

import io
import os
import stat
import subprocess
import sys

import pytest

from maillint.cli import lint, request
from maillint.message import read
from maillint.rewrite import files

LANGUAGES = ("en", "zh-Hans", "zh-Hant")


@pytest.fixture
def draft(desk):
    return desk / "mail" / "a-oath.eml"


@pytest.fixture
def safe(desk):
    """The oath's replacement cannot change the meaning."""
    check = desk / "pack" / "oath" / "old.toml"
    check.write_text('grade = "safe"\n' + check.read_text(encoding="utf-8"), encoding="utf-8")


def test_safe_rewrites_go_into_the_file_and_the_original_stays_beside_it(maillint, draft, safe):
    before = draft.read_bytes()
    done = maillint("fix", str(draft))
    assert done.status == 0
    assert draft.read_bytes() == before.replace(b"zounds", b"well")
    assert draft.with_name("a-oath.eml.orig").read_bytes() == before
    assert done.out == (
        f"{draft}: 1 rewrite applied, score 93 → 100; the original is mail/a-oath.eml.orig\n"
        "  [oath-old]\n    - zounds, the parts are here.\n    + well, the parts are here.\n"
    )


def test_suggested_rewrites_wait_to_be_asked_for(maillint, draft):
    before = draft.read_bytes()
    done = maillint("fix", str(draft))
    assert (done.status, draft.read_bytes()) == (1, before)
    assert done.out == f"{draft}: nothing to rewrite\n{draft}: 1 more with --suggested, for you to look at\n"
    assert not draft.with_name("a-oath.eml.orig").exists()
    assert maillint("fix", "--suggested", str(draft)).status == 0
    assert b"well, the parts" in draft.read_bytes()


def test_fixing_twice_changes_nothing_more_and_keeps_the_first_original(maillint, draft, safe):
    maillint("fix", str(draft))
    before, original = draft.read_bytes(), draft.with_name("a-oath.eml.orig").read_bytes()
    assert "nothing to rewrite" in maillint("fix", str(draft)).out
    assert (draft.read_bytes(), draft.with_name("a-oath.eml.orig").read_bytes()) == (before, original)
    draft.write_bytes(original)
    assert "a-oath.eml.2.orig" in maillint("fix", str(draft)).out
    assert maillint("fix", "--no-backup", str(draft)).status == 0
    assert sorted(name for name in os.listdir(draft.parent) if "orig" in name) == [
        "a-oath.eml.2.orig",
        "a-oath.eml.orig",
    ]


def test_kept_originals_are_no_messages_of_the_folder(maillint, desk, safe):
    maillint("fix", "mail")
    assert sorted(os.listdir("mail")) == ["a-oath.eml", "a-oath.eml.orig", "b-fine.eml", "c-zh.eml", "c-zh.eml.orig"]
    assert "zounds" not in maillint("lint", "mail").out
    assert maillint("fix", "mail").out.count("nothing to rewrite") == 3


def test_a_difference_is_shown_and_nothing_changed(maillint, draft, desk, safe):
    before = draft.read_bytes()
    done = maillint("fix", "--diff", "mail/a-oath.eml")
    assert done.status == 1
    assert done.out == (
        "--- mail/a-oath.eml\n+++ mail/a-oath.eml\n@@ -3,5 +3,5 @@\n Dear Mr Reed,\n \n"
        "-zounds, the parts are here.\n+well, the parts are here.\n \n Best regards\n"
    )
    assert (draft.read_bytes(), os.listdir("mail")) == (
        before,
        sorted(os.listdir("mail"), key=os.listdir("mail").index),
    )
    assert not draft.with_name("a-oath.eml.orig").exists()


def test_standard_input_goes_to_standard_output_and_words_to_standard_error(maillint, draft, safe, monkeypatch):
    stdin = io.TextIOWrapper(io.BytesIO(draft.read_bytes()))
    monkeypatch.setattr(sys, "stdin", stdin)
    done = maillint("fix", "-")
    assert done.status == 0
    assert done.out == draft.read_text().replace("zounds", "well")
    assert done.err.startswith("-: 1 rewrite applied, score 93 → 100\n")


def test_a_message_that_needs_nothing_passes_through_as_it_is(maillint, desk, monkeypatch):
    data = (desk / "mail" / "b-fine.eml").read_bytes()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    assert maillint("fix", "-").out.encode() == data


def test_the_message_can_be_written_elsewhere(maillint, draft, desk, safe):
    before = draft.read_bytes()
    assert maillint("fix", str(draft), "-o", "new.eml").status == 0
    assert (desk / "new.eml").read_bytes() == before.replace(b"zounds", b"well")
    assert draft.read_bytes() == before
    assert maillint("fix", str(draft), "-o", "-").out.encode() == before.replace(b"zounds", b"well")


def test_a_pipe_is_written_into(draft, safe):
    command = [sys.executable, "-m", "maillint", "fix", str(draft), "-o", "/dev/stdout"]
    done = subprocess.run(command, stdout=subprocess.PIPE, check=True)
    assert draft.read_bytes().replace(b"zounds", b"well") in done.stdout


def test_from_a_folder_that_somebody_has_deleted_whole_paths_are_told(maillint, draft, safe, tmp_path, monkeypatch):
    config = tmp_path / "maillint.toml"
    (tmp_path / "gone").mkdir()
    monkeypatch.chdir(tmp_path / "gone")
    (tmp_path / "gone").rmdir()
    answer = maillint("fix", str(draft), "--config", str(config))
    assert answer.status == 0
    assert f"{draft}.orig" in answer.out


def test_permissions_links_and_times_stay_in_order(maillint, draft, desk, safe):
    draft.chmod(0o640)
    link = desk / "link.eml"
    link.symlink_to(draft)
    maillint("fix", "link.eml")
    assert link.is_symlink()
    assert b"well" in draft.read_bytes()
    assert stat.S_IMODE(draft.stat().st_mode) == 0o640
    assert stat.S_IMODE(draft.with_name("a-oath.eml.orig").stat().st_mode) == 0o640


def test_a_file_that_cannot_be_written_is_told_and_the_others_go_on(maillint, desk, safe, monkeypatch):
    put = files._put

    def fail(target, data, *, like):
        if target.endswith("a-oath.eml"):
            raise OSError(28, "No space left on device")
        put(target, data, like=like)

    monkeypatch.setattr(files, "_put", fail)
    before = (desk / "mail" / "a-oath.eml").read_bytes()
    done = maillint("fix", "mail")
    assert (done.status, (desk / "mail" / "a-oath.eml").read_bytes()) == (1, before)
    assert "mail/a-oath.eml: could not be written, and is as it was: No space left on device\n" in done.out
    assert b"well" in (desk / "mail" / "c-zh.eml").read_bytes()


def test_a_target_that_cannot_be_written_is_named(maillint, desk):
    before = (desk / "mail" / "a-oath.eml").read_bytes()
    done = maillint("fix", "mail/a-oath.eml", "-s", "-o", "没有/å.eml")
    assert done.out.startswith("没有/å.eml: could not be written: No such file or directory\n")
    assert done.status == request.FINDINGS
    assert (desk / "mail" / "a-oath.eml").read_bytes() == before


def test_no_original_is_left_where_the_message_could_not_be_written(maillint, draft, safe, monkeypatch):
    def fail(*_, **__):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files, "_put", fail)
    maillint("fix", str(draft))
    assert [path.name for path in draft.parent.iterdir() if path.name.endswith(".orig")] == []


def test_half_an_original_is_none(draft, monkeypatch):
    def fail(source, place):
        with open(place, "wb") as file:
            file.write(b"Subj")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files, "copy2", fail)
    before = draft.read_bytes()
    with pytest.raises(OSError, match="No space"):
        files.replace(str(draft), b"new", seen=before, keep=True)
    assert draft.read_bytes() == before
    assert [path.name for path in draft.parent.iterdir() if path.name.endswith(".orig")] == []


@pytest.mark.parametrize(("language", "words"), [("en", "changed while"), ("zh-Hans", "改动过"), ("zh-Hant", "改動過")])
def test_why_a_file_was_not_written_is_said_in_every_language(maillint, draft, safe, monkeypatch, language, words):
    def fail(*_, **__):
        raise files.ChangedMeanwhileError("changed")

    monkeypatch.setattr(files, "hold_seen", fail)
    assert words in maillint("fix", str(draft), "--lang", language).out


def test_a_file_that_changed_meanwhile_is_not_written_over(draft):
    seen = draft.read_bytes()
    draft.write_bytes(b"Subject: newer\n\nHi\n")
    with pytest.raises(files.ChangedMeanwhileError):
        files.replace(str(draft), b"mine", seen=seen, keep=True)
    assert draft.read_bytes() == b"Subject: newer\n\nHi\n"


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (("mail", "-o", "new.eml"), "it holds one message, and there are 3"),
        (("mail/a-oath.eml", "-o", "mail/a-oath.eml"), "this is the message"),
        (("-", "-i"), "asks on standard input"),
        (("mail", "-i", "--diff"), "give one of them"),
        (("mail", "--diff", "-o", "x"), "changes nothing"),
        (("-", "mail"), "the only path"),
        (("mail", "--only", "oath-odl"), "oath-old"),
        (("mail", "--date", "soon"), "--date soon"),
    ],
)
def test_what_cannot_be_meant_is_a_usage_error(maillint, desk, safe, arguments, complaint):
    before = {name: (desk / "mail" / name).read_bytes() for name in os.listdir("mail")}
    done = maillint("fix", *arguments)
    assert done.status == 2
    assert complaint in done.err
    assert {name: (desk / "mail" / name).read_bytes() for name in os.listdir("mail")} == before


def test_missing_files_are_told_and_the_rest_is_fixed(maillint, desk, safe):
    done = maillint("fix", "none.eml", "mail/a-oath.eml")
    assert done.status == 3
    assert "none.eml: there is no such file or folder" in done.err
    assert "1 rewrite applied" in done.out


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "seal", ["DKIM-Signature: v=1\n", "Content-Type: application/pkcs7-mime; smime-type=signed-data\n"]
)
def test_a_refusal_is_said_with_its_reason_in_every_language(maillint, desk, seal, language):
    message = desk / "sealed.eml"
    message.write_text(f"From: a@b.example\nTo: c@d.example\n{seal}Subject: zounds\n\nzounds!\n")
    before = message.read_bytes()
    done = maillint("fix", "-s", "--lang", language, "sealed.eml")
    word = {"en": "left alone: ", "zh-Hans": "原样保留：", "zh-Hant": "原樣保留："}[language]
    assert word in done.out
    assert message.read_bytes() == before


def test_only_and_ignore_choose_the_checks(maillint, draft, safe):
    before = draft.read_bytes()
    assert maillint("fix", str(draft), "--only", "spelling").status == 1
    assert maillint("fix", str(draft), "--ignore", "oath").status == 0
    assert draft.read_bytes() == before
    assert maillint("fix", str(draft), "--only", "oath").status == 0
    assert draft.read_bytes() != before


def test_a_real_process_leaves_a_whole_file_with_chinese_in_html(tmp_path):
    message = tmp_path / "草稿.eml"
    html = "<p>李经理：</p><p>您好！样品下周三寄出！！请查收。</p><p>此致<br>王芳</p>"
    message.write_bytes(
        b"From: =?utf-8?b?546L6Iqz?= <wang.fang@north.example>\r\nTo: li.ming@south.example\r\nSubject: =?utf-8?b?5qC35ZOB?= 4471\r\n"
        b"Date: Wed, 25 Nov 2026 10:00:00 +0800\r\nContent-Type: text/html; charset=gb2312\r\n\r\n"
        + html.encode("gb2312")
    )
    command = [sys.executable, "-m", "maillint", "fix", "--lang", "zh-Hans", str(message)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, encoding="utf-8")
    assert "已改写 2 处" in done.stdout, done.stderr
    assert "下周三（12月2日，周三）寄出。请查收。" in read(message.read_bytes()).text


def test_judging_alone_loads_nothing_of_rewriting(desk):
    code = (
        "import sys; sys.argv = ['maillint', 'mail/a-oath.eml']; from maillint.__main__ import main; main()\n"
        "print([name for name in sys.modules if 'rewrite' in name or name.endswith('.fix')])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_a_stumble_over_one_message_leaves_it_and_stops_nothing(maillint, desk, safe, monkeypatch):
    real = lint.read
    monkeypatch.setattr(lint, "read", lambda data: real(data) if data.isascii() else 1 / 0)
    before = {path: path.read_bytes() for path in (desk / "mail").iterdir()}
    answer = maillint("fix", "mail")
    assert answer.status == request.UNREADABLE
    assert "maillint stumbled over this message (ZeroDivisionError: division by zero)" in answer.err
    changed = [path.name for path, data in before.items() if path.read_bytes() != data]
    assert changed == ["a-oath.eml"]
    with pytest.raises(ZeroDivisionError):
        maillint("fix", "mail", "--debug")


def test_a_stumble_on_the_way_through_is_an_error(maillint, monkeypatch):
    monkeypatch.setattr(lint, "read", lambda data: 1 / 0)
    message = "Subject: 4471 å 你好\n\nzounds, the parts are here.\n"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(message.encode())))
    answer = maillint("fix", "-")
    assert answer.status == request.BROKEN
    assert answer.out == ""
