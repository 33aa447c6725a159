"""``maillint fix -i``: findings one by one, each applied, edited, skipped or never told again."""

from __future__ import annotations

import io
import sys

import pytest

from maillint.cli import request
from maillint.message import read


@pytest.fixture(autouse=True)
def _own_settings(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))


@pytest.fixture
def ask(maillint, monkeypatch):
    """Runs the command with these answers to its questions."""

    def run(answers, *arguments):
        monkeypatch.setattr(sys, "stdin", io.StringIO(answers))
        return maillint("fix", "-i", *arguments)

    return run


@pytest.fixture
def draft(desk):
    path = desk / "mail" / "a-oath.eml"
    path.write_bytes(path.read_bytes().replace(b"zounds, the parts", b"zounds, we recieve the parts"))
    return path


def test_applied_and_skipped(ask, draft):
    before = draft.read_bytes()
    done = ask("a\ns\n", str(draft))
    assert draft.read_bytes() == before.replace(b"zounds", b"well")
    assert done.status == request.FINDINGS
    assert (
        "“zounds” is an old oath  (1 more)\n  [oath-old]\n    - zounds, we recieve the parts are here.\n    + well, we recieve"
        in done.out
    )
    assert "[a]pply, [e]dit, [s]kip, [i]gnore always, [q]uit? " in done.out
    assert "1 rewrite applied" in done.out


def test_own_words_take_the_place(ask, draft):
    before = draft.read_bytes()
    ask("e\n喔，今天\ne\n\n", str(draft))
    text = draft.read_text(encoding="ascii")
    assert "charset=utf-8" in text
    assert draft.with_name("a-oath.eml.orig").read_bytes() == before


def test_quitting_keeps_what_was_applied_and_asks_no_more(ask, draft, desk):
    done = ask("a\nq\n", "mail")
    assert b"well, we recieve" in draft.read_bytes()
    assert done.out.count("[q]uit?") == 2
    assert "c-zh" not in done.out


def test_the_end_of_input_is_the_end_of_questions(ask, draft):
    before = draft.read_bytes()
    ask("", str(draft))
    assert draft.read_bytes() == before


def test_an_answer_that_is_none_is_asked_again(ask, draft):
    before = draft.read_bytes()
    done = ask("?\nx\n2\ns\ns\n", str(draft))
    assert done.out.count("[q]uit?") == 5
    assert draft.read_bytes() == before


def test_a_slip_that_is_none_goes_into_the_own_words(ask, draft, desk, maillint):
    done = ask("s\ni\n", str(draft))
    assert "“recieve” is never a slip from now on" in done.out
    assert "recieve" in (desk / "maillint-words.txt").read_text(encoding="utf-8").splitlines()
    assert "recieve" not in maillint("lint", str(draft), "--quiet", "--only", "spelling").out


def test_a_check_that_is_not_wanted_goes_into_the_nearest_configuration(ask, draft, desk, maillint):
    (desk / "maillint.toml").write_text(
        '# our pack\npacks = ["pack"]  # 咒语\n\n[checks.tone-rude]\nseverity = "off"\n', encoding="utf-8"
    )
    done = ask("i\na\n", str(draft))
    assert "oath-old is ignored from now on" in done.out
    text = (desk / "maillint.toml").read_text(encoding="utf-8")
    assert text.startswith('# our pack\npacks = ["pack"]  # 咒语\n')
    assert 'ignore = ["oath-old"]' in text
    assert done.status == request.PASSED
    assert "oath-old" not in maillint("lint", str(draft)).out


def test_a_locked_configuration_is_said_to_be(ask, draft, desk, monkeypatch):
    site = desk / "site.toml"
    site.write_text('locked = ["ignore"]\n')
    monkeypatch.setenv("MAILLINT_SITE_CONFIG", str(site))
    done = ask("i\nq\n", str(draft))
    assert "oath-old cannot be ignored: ignore is locked by" in done.out


def test_where_there_are_several_choices_one_is_picked_by_its_number(ask, desk):
    path = desk / "vague.eml"
    path.write_text(
        "From: Anna Berg <anna@north.example>\nTo: Tom Reed <tom@south.example>\nSubject: Update\n"
        "Date: Wed, 25 Nov 2026 10:00:00 +0100\n\nHi Tom,\n\nThe valves for order 4471 leave our works on 2 December 2026. "
        "I have put the new delivery plan on the server.\n\nBest regards\nAnna Berg\n"
    )
    done = ask("2\nq\n", "vague.eml", "--only", "subject-vague")
    second = next(line for line in done.out.splitlines() if line.startswith("2   + "))
    assert f"Subject: {second[6:]}\n" in path.read_text()


@pytest.mark.parametrize(("language", "question"), [("zh-Hans", "a 采用，e 自己改"), ("zh-Hant", "a 採用，e 自己改")])
def test_it_asks_in_the_users_language(ask, draft, language, question):
    assert question in ask("q\n", "--lang", language, str(draft)).out


def test_stopping_with_ctrl_c_writes_nothing(ask, draft, monkeypatch):
    before = draft.read_bytes()

    class Stopped(io.StringIO):
        def readline(self, *_):
            if self.tell():
                raise KeyboardInterrupt
            return super().readline()

    monkeypatch.setattr(io, "StringIO", Stopped)
    assert ask("a\ns\n", str(draft)).status == request.INTERRUPTED
    assert draft.read_bytes() == before


def test_the_last_step_can_be_undone_and_is_asked_about_again(ask, draft):
    before = draft.read_bytes()
    done = ask("a\nu\ns\ns\n", str(draft))
    assert draft.read_bytes() == before
    assert done.out.count("“zounds” is an old oath") == 2
    assert "[u]ndo the last, [q]uit? " in done.out


def test_several_steps_are_undone_one_by_one_and_what_stays_is_counted(ask, draft):
    before = draft.read_bytes()
    done = ask("e\n喔\na\nu\na\n", str(draft))
    assert read(draft.read_bytes()).text.count("喔") == 1
    assert "2 rewrites applied" in done.out
    draft.write_bytes(before)
    ask("a\nu\na\nu\nq\n", str(draft))
    assert draft.read_bytes() == before


def test_nothing_can_be_undone_before_something_was_done(ask, draft):
    done = ask("u\nq\n", str(draft))
    assert "[u]ndo" not in done.out
    assert done.out.count("[q]uit?") == 2


def test_an_ignored_check_is_taken_back_and_asked_about_again(ask, draft, desk):
    settings = desk / "maillint.toml"
    settings.write_bytes('# 我们的\r\npacks = ["pack"]\r\nignore = [ ]  # å\r\n'.encode())
    before = settings.read_bytes()
    done = ask("i\nu\ns\nq\n", str(draft))
    assert settings.read_bytes() == before
    assert f"{settings} is as it was\n" in done.out
    assert done.out.count("“zounds” is an old oath") == 2
    assert done.status == request.FINDINGS


@pytest.fixture
def slips(draft):
    """The draft with another slip in it."""
    draft.write_bytes(draft.read_bytes().replace(b"recieve the", b"recieve alot of the"))
    return draft


def test_a_learned_word_is_taken_back_and_its_list_with_it(ask, slips, desk):
    done = ask("s\ni\nu\nq\n", str(slips))
    assert done.out.count("“recieve” looks like a slip") == 2
    assert not (desk / "maillint-words.txt").exists()


def test_rewrites_and_learned_words_are_undone_one_after_the_other(ask, slips, desk):
    before = slips.read_bytes()
    done = ask("a\ni\nu\nu\nq\n", str(slips))
    assert done.out.count("“zounds” is an old oath") == 2
    assert slips.read_bytes() == before
    assert not (desk / "maillint-words.txt").exists()


def test_a_file_that_somebody_else_wrote_meanwhile_stays(ask, draft, desk, monkeypatch):
    settings = desk / "maillint.toml"

    class Meanwhile(io.StringIO):
        def readline(self, *_):
            if self.tell() == 2:
                settings.write_text("# 别动\n", encoding="utf-8")
            return super().readline()

    monkeypatch.setattr(io, "StringIO", Meanwhile)
    done = ask("i\nu\nq\n", str(draft))
    assert settings.read_text(encoding="utf-8") == "# 别动\n"
    assert f"{settings} could not be put back as it was: it was changed while maillint looked at it" in done.out


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "the keys are a, e, s, i, q\n"),
        ("zh-Hans", "可用的键：a、e、s、i、q\n"),
        ("zh-Hant", "可用的按鍵：a、e、s、i、q\n"),
    ],
)
def test_a_key_that_is_none_is_answered_with_those_that_are(ask, draft, language, line):
    assert line in ask("u\nq\n", "--lang", language, str(draft)).out


def test_own_words_are_shown_where_they_stand_and_none_means_another_question(ask, draft):
    done = ask("e\n\ne\n哎呀\nq\n", str(draft))
    assert "    + 哎呀, we recieve the parts are here.\n" in done.out
    assert read(draft.read_bytes()).text.count("哎呀") == 1


def test_addresses_are_shown_in_one_line_and_not_edited_as_words(ask, root, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    message = tmp_path / "许多人.eml"
    message.write_bytes((root / "samples" / "rewrites" / "recipients-bcc" / "zh.eml").read_bytes())
    done = ask("e\na\n", "--lang", "zh-Hans", "--only", "recipients-bcc", str(message))
    assert "    + Bcc (11): li.ming@south.example, zhang.wei@east.example" in done.out
    assert done.out.count("a 采用，s 跳过，i 以后都不再提示，q 结束？") == 2
    assert b"\nTo: =?utf-8?q?=E7=8E=8B=E8=8A=B3?= <wang.fang@north.example>\nBcc: " in message.read_bytes()
