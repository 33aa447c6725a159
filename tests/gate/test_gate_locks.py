"""What an organisation has locked is judged at every gate, whatever the writer, the header or a later file says."""

from __future__ import annotations

import sys

import pytest

from maillint.engine import load
from maillint.engine.config import Layer, merge
from maillint.gate.policy import GIT_HOOK, MILTER, RELAY, SENDMAIL, Envelope, Policy, decide
from tests.gate.conftest import BAD, CLEAN, REMARKED
from tests.gate.test_git_hook import COMMIT, patch_of, repository

__all__ = ["repository"]

LOCK = {"locked": ["checks.attachment-missing"]}
FIELDS = ("Precedence: bulk", "List-Id: 同事 <people.north.example>", "Auto-Submitted: auto-generated")
OWN = Envelope("<asa@north.example>", ("tom@south.example",))
WRAPPED = [sys.executable, "-m", "maillint", "sendmail", "--", "cat"]


def outcome(data, door, envelope=Envelope(), site=LOCK) -> tuple[str, str]:  # noqa: B008 - a frozen record
    policy = Policy.of(load(merge([Layer("site.toml", site)])), door)
    decision = decide(data, envelope, policy)
    return decision.action.value, decision.reason


@pytest.fixture
def site(desk, monkeypatch):
    """Writes the organisation's file."""

    def write(text: str):
        path = desk / "site.toml"
        path.write_text(text)
        monkeypatch.setenv("MAILLINT_SITE_CONFIG", str(path))
        return path

    return write


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("door", [SENDMAIL, RELAY, GIT_HOOK], ids=lambda door: door.name)
def test_what_a_writer_puts_into_the_header_does_not_pass_by_a_lock(door, field) -> None:
    data = field.encode() + b"\n" + BAD
    assert outcome(data, door) == ("reject", "findings")
    assert outcome(data, door, Envelope("<someone-else@north.example>")) == ("reject", "findings")
    assert outcome(data, door, site={})[0] == "pass"


@pytest.mark.parametrize("field", FIELDS)
def test_a_mail_server_tells_a_list_from_a_writer_by_the_envelope_or_the_login(field) -> None:
    data = field.encode() + b"\n" + BAD
    by_list = Envelope("<people-bounces@lists.north.example>", ("tom@south.example",))
    assert outcome(data, MILTER, OWN) == ("tag", "findings")
    assert outcome(data, MILTER, by_list)[0] == "pass"
    assert outcome(data, MILTER, by_list._replace(is_logged_in=True)) == ("tag", "findings")


def test_only_what_is_locked_judges_then() -> None:
    assert outcome(b"Precedence: bulk\n" + REMARKED, SENDMAIL) == ("pass", "clean")


@pytest.mark.parametrize("door", [SENDMAIL, MILTER], ids=lambda door: door.name)
def test_a_bounce_is_never_judged(door) -> None:
    assert outcome(BAD, door, Envelope("<>")) == ("pass", "bounce")


def test_the_environment_does_not_switch_a_lock_off_for_git(maillint, repository, site) -> None:
    slip, patch = "checks.spelling-typo", patch_of(repository, COMMIT.replace("keep", "recieve"))
    site(f'locked = ["{slip}"]\n')
    done = maillint("git-hook", "run", patch, env={"MAILLINT": "off"})
    assert (done.status, "spelling-typo" in done.err) == (1, True)
    assert "MAILLINT" not in done.err
    site('locked = ["checks.date-relative"]\n')
    assert maillint("git-hook", "run", patch, env={"MAILLINT": "off"}).status == 0
    assert "MAILLINT=off" in maillint("git-hook", "run", patch).err
    site("[gate]\nsuppression = false\n")
    done = maillint("git-hook", "run", patch, env={"MAILLINT": "off"})
    assert (done.status, "MAILLINT" in done.err) == (1, False)


@pytest.mark.parametrize("text", ["profil = 'å'\n", "= 好\n", "packs = ['nowhere']\n", "checks.nonesuch.cost = 1\n"])
def test_a_users_broken_file_leaves_the_locked_checks_on(maillint, desk, site, text) -> None:
    path = site('locked = ["checks.attachment-missing"]\n')
    (desk / "maillint.toml").write_text(text)
    done = maillint("sendmail", "--", "cat", data=BAD)
    assert (done.status, done.out) == (65, b"")
    first, *rest = done.err.splitlines()
    assert "maillint.toml: " in first
    assert first.endswith(f"; so only what {path} locks is judged")
    assert "attachment-missing" in "".join(rest)
    assert maillint("sendmail", "--", "cat", data=REMARKED).out == REMARKED


def test_a_users_broken_file_does_not_turn_fail_closed_round(maillint, desk, site) -> None:
    (desk / "maillint.toml").write_text("profil = 'å'\n")
    site("[gate]\non-failure = 'defer'\n")
    done = maillint("sendmail", "--", "cat", data=CLEAN)
    assert (done.status, done.out) == (75, b"")
    assert "not sent, since it cannot be judged: " in done.err
    site("gate = '坏'\n")
    assert maillint("sendmail", "--", "cat", data=CLEAN).out == CLEAN


def test_a_person_at_a_terminal_is_not_offered_to_send_it(at_terminal, desk, site) -> None:
    site('locked = ["checks.attachment-missing"]\n')
    screen = at_terminal(WRAPPED, BAD)
    screen.wait_for("f fix · e edit · c cancel [c]? ")
    assert "s send" not in screen.text
    screen.type("s\n")
    screen.wait_for("[c]? ")
    screen.type("c\n")
    assert screen.end() == (65, b"")


def test_what_is_not_locked_may_be_sent_all_the_same(at_terminal, site) -> None:
    site('locked = ["checks.date-relative"]\n')
    screen = at_terminal(WRAPPED, BAD)
    screen.wait_for("s send · f fix")
    screen.type("s\n")
    assert screen.end() == (0, BAD)
