"""git's hook: installed, removed, and what it says of patches."""

from __future__ import annotations

import subprocess

import pytest

from maillint.gate.git_hook import message

COMMIT = "relay: keep replies in order\n\nReplies were sorted by the time of arrival, which is wrong on resend.\nSort by number instead: 顺序。\n"


def git(*words: str, **more) -> str:
    return subprocess.run(["git", *words], check=True, capture_output=True, text=True, **more).stdout


@pytest.fixture
def repository(desk, monkeypatch):
    """A repository with a patch to send; the code in it would not please the checks."""
    for name, value in {
        "AUTHOR_NAME": "Åsa Berg",
        "AUTHOR_EMAIL": "asa@north.example",
        "COMMITTER_NAME": "Åsa Berg",
        "COMMITTER_EMAIL": "asa@north.example",
    }.items():
        monkeypatch.setenv(f"GIT_{name}", value)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(desk / "gitconfig"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    git("init", "-q", ".")
    (desk / "f.c").write_text("int main() {}\n")
    git("add", "f.c")
    git("commit", "-q", "-m", "first")
    (desk / "f.c").write_text("int main() { /* recieve it ASAP!! see attached, next Wednesday */ }\n")
    return desk


def patch_of(repository, text: str) -> str:
    git("commit", "-q", "-a", "-m", text)
    return git("format-patch", "-1", "-o", "patches").strip()


def test_a_good_commit_message_passes_whatever_the_code(maillint, repository) -> None:
    done = maillint("git-hook", "run", patch_of(repository, COMMIT))
    assert (done.status, done.err) == (0, "")


def test_a_slip_in_the_subject_is_refused(maillint, repository) -> None:
    done = maillint("git-hook", "run", patch_of(repository, COMMIT.replace("keep", "recieve")))
    assert done.status == 1
    assert "spelling-typo" in done.err
    assert "git send-email --no-validate" in done.err


def test_a_vague_day_in_the_text_is_only_remarked_upon(maillint, repository) -> None:
    done = maillint("git-hook", "run", patch_of(repository, COMMIT.replace("instead", "insted")))
    assert done.status == 0
    assert "insted" in done.err


def test_the_header_git_has_made_counts(maillint, repository) -> None:
    patch = patch_of(repository, COMMIT)
    (repository / "header").write_text("From: Åsa Berg <asa@north.example>\nSubject: [PATCH] Recieve replies\n")
    done = maillint("git-hook", "run", patch, "header")
    assert (done.status, "Recieve" in done.err) == (1, True)


def test_header_and_patch_become_one_message() -> None:
    patch = b"From 6a1b Mon Sep 17 00:00:00 2001\nSubject: old\n\ntext\n"
    assert message(patch, b"Subject: new\nTo: a@b.example\n\n") == b"Subject: new\nTo: a@b.example\n\ntext\n"
    assert message(patch, None) == patch


def test_the_environment_switches_it_off(maillint, repository) -> None:
    patch = patch_of(repository, COMMIT.replace("keep", "recieve"))
    assert maillint("git-hook", "run", patch, env={"MAILLINT": "off"}).status == 0


def test_a_header_field_does_not_since_git_would_send_it_on(maillint, repository) -> None:
    (repository / "header").write_text("X-Maillint: off\nSubject: [PATCH] Recieve replies\n")
    assert maillint("git-hook", "run", patch_of(repository, COMMIT), "header").status == 1


def test_a_broken_configuration_fails_open_or_closed_as_told(maillint, repository) -> None:
    patch = patch_of(repository, COMMIT.replace("keep", "recieve"))
    (repository / "maillint.toml").write_text("profil = 'patch'\n")
    done = maillint("git-hook", "run", patch)
    assert (done.status, "unknown key 'profil'" in done.err) == (0, True)
    assert maillint("git-hook", "run", "--enforce", patch).status == 1


def test_a_patch_that_is_not_there_is_an_error(maillint, repository) -> None:
    done = maillint("git-hook", "run", "å.patch")
    assert (done.status, done.err) == (2, "maillint: å.patch: cannot be read (No such file or directory)\n")


def test_install_and_remove(maillint, repository) -> None:
    hook = repository / ".git" / "hooks" / "sendemail-validate"
    done = maillint("git-hook", "install")
    assert (done.status, hook.stat().st_mode & 0o777) == (0, 0o755)
    assert f"{hook}: git send-email asks maillint" in done.err
    assert maillint("git-hook", "install").status == 0
    assert maillint("git-hook", "remove", "--lang", "zh-CN").err == f"maillint: {hook} 已删除\n"
    assert not hook.exists()
    assert maillint("git-hook", "remove").status == 2


def test_somebody_elses_hook_is_left_alone(maillint, repository) -> None:
    hook = repository / ".git" / "hooks" / "sendemail-validate"
    hook.write_text("#!/bin/sh\nmake check\n")
    done = maillint("git-hook", "install")
    assert (done.status, hook.read_text()) == (2, "#!/bin/sh\nmake check\n")
    assert 'maillint git-hook run "$@" || exit 1' in done.err
    assert maillint("git-hook", "remove").status == 2


def test_for_all_repositories_by_cores_hookspath(maillint, repository) -> None:
    done = maillint("git-hook", "install", "--global")
    assert (done.status, "core.hooksPath" in done.err) == (2, True)
    git("config", "--global", "core.hooksPath", str(repository / "钩子"))
    assert maillint("git-hook", "install", "--global").status == 0
    assert (repository / "钩子" / "sendemail-validate").exists()


def test_outside_a_repository_it_says_so(maillint, desk) -> None:
    done = maillint("git-hook", "install", env={"GIT_CEILING_DIRECTORIES": str(desk.parent)})
    assert (done.status, "not a git repository" in done.err) == (2, True)
