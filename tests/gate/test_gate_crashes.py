"""A check that fails, or ends the program, costs no mail at any gate."""

from __future__ import annotations

import pytest

from maillint.engine import load
from maillint.engine.config import Layer, merge
from maillint.gate.milter.judging import Judge
from maillint.gate.policy import GIT_HOOK, MILTER, RELAY, SENDMAIL, Envelope, Policy, decide
from maillint.gate.relay.worker import judged
from maillint.gate.remarks import remarks
from tests.gate.conftest import BAD, CLEAN

ENDS = (
    "import sys\n\n\ndef find(draft, rule, hits):\n    sys.exit(0)\n    yield\n",
    "import sys\n\nsys.exit('再见')\n",
)


@pytest.fixture(params=ENDS, ids=["in find", "when loaded"])
def pack(request, slow_pack):
    """A pack whose check ends the program."""
    (slow_pack / "pack/slow/check.py").write_text(request.param)
    (slow_pack / "maillint.toml").write_text('packs = ["pack"]\n')
    return slow_pack / "pack"


def test_the_mail_is_sent_and_the_sender_told(maillint, pack) -> None:
    done = maillint("sendmail", "--", "cat", data=CLEAN)
    assert (done.status, done.out) == (0, CLEAN)
    assert "check.py:" in done.err
    assert "SystemExit" in done.err
    assert "[slow-check]" in done.err


def test_fail_closed_it_stays(maillint, pack) -> None:
    done = maillint("sendmail", "--enforce", "--", "cat", data=CLEAN)
    assert (done.status, done.out) == (75, b"")
    assert "not sent: maillint stumbled over it" in done.err
    assert "SystemExit" in done.err


def test_what_other_checks_find_counts_all_the_same(maillint, pack) -> None:
    done = maillint("sendmail", "--", "cat", data=BAD)
    assert (done.status, done.out) == (65, b"")
    assert "attachment-missing" in done.err
    assert "SystemExit" not in done.err


def test_git_is_told_and_sends(maillint, pack, desk) -> None:
    (desk / "1.patch").write_bytes(
        b"From: asa@north.example\nSubject: [PATCH] Sort by number\n\nSort. \xe9\xa1\xba\n---\n"
    )
    done = maillint("git-hook", "run", "1.patch")
    assert (done.status, "SystemExit" in done.err) == (0, True)
    assert maillint("git-hook", "run", "--enforce", "1.patch").status == 1


@pytest.mark.parametrize("door", [SENDMAIL, GIT_HOOK, RELAY, MILTER], ids=lambda door: door.name)
@pytest.mark.parametrize(("choice", "action"), [("pass", ("warn", "tag")), ("defer", ("defer",))])
def test_every_door_passes_it_or_lets_it_wait(pack, door, choice, action) -> None:
    policy = Policy.of(load(merge([Layer("maillint.toml", {"packs": [str(pack)]})])), door, on_failure=choice)
    decision = decide(CLEAN, Envelope("asa@north.example", ("tom@south.example",)), policy)
    assert decision.action.value in action
    assert [one.check for one in remarks(decision, policy)] == ["slow-check"]


def test_the_processes_of_relay_and_milter_go_on(pack, desk) -> None:
    policy = Policy.of(load(merge([Layer("maillint.toml", {"packs": [str(pack)]})])), RELAY, on_failure="defer")
    job = {"sender": "asa@north.example", "recipients": ["tom@south.example"], "queue_id": "Q1", "is_cut": False}
    answer = judged(CLEAN, job, policy)
    assert (answer["action"], answer["entry"]["reason"]) == ("defer", "crashed")
    verdict, _ = Judge()(CLEAN, job)
    assert (verdict.action, verdict.headers[0][0]) == ("tag", "X-Maillint-Result")
