"""What becomes of messages: the ladder, rules, exemptions, budget, fail-open and fail-closed."""

from __future__ import annotations

import hashlib
import time

import pytest

from maillint.engine import Config, ConfigError, load
from maillint.engine.config import Layer, merge
from maillint.gate import policy as policies
from maillint.gate.policy import GIT_HOOK, MILTER, SENDMAIL, Action, Envelope, Policy, decide
from maillint.gate.remarks import remarks

HEAD = "From: Åsa Berg <asa@north.example>\nTo: Tom Reed <tom@south.example>\nDate: Wed, 25 Nov 2026 10:00:00 +0100\nMessage-ID: <1@north.example>\n"
UTF8 = "MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n"
FINE = f"{HEAD}Subject: Delivery of order 4471 on 2 December 2026\n\nDear Mr Reed,\n\nThe parts of order 4471 leave our works today.\n\nBest regards,\nÅsa Berg\n".encode()
BAD = f"{HEAD}{UTF8}Subject: Drawing of order 4471\n\nDear Mr Reed,\n\nI have attached the drawing of order 4471.\n\nBest regards,\nÅsa Berg\n".encode()
VAGUE = f"{HEAD}{UTF8}Subject: Delivery of order 4471\n\nDear Mr Reed,\n\nThe parts of order 4471 leave our works next Wednesday.\n\nBest regards,\nÅsa Berg\n".encode()
CHINESE = f"{HEAD}{UTF8}Subject: 订单 4471 的图纸\n\n李经理：\n\n您好！图纸见附件，请查收。\n\n祝好\n王芳\n".encode()


def policy_of(door=SENDMAIL, values=None, **gate) -> Policy:
    layers = [
        Layer(
            "maillint.toml", {**(values or {}), "gate": {key.replace("_", "-"): value for key, value in gate.items()}}
        )
    ]
    return Policy.of(load(merge(layers)), door)


def outcome(data: bytes, policy: Policy, envelope: Envelope = Envelope()) -> tuple[str, str]:  # noqa: B008 - a frozen record
    decision = decide(data, envelope, policy)
    return decision.action.value, decision.reason


@pytest.fixture(scope="module")
def sendmail() -> Policy:
    return policy_of()


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (FINE, ("pass", "clean")),
        (BAD, ("reject", "findings")),
        (CHINESE, ("reject", "findings")),
        (VAGUE, ("warn", "findings")),
    ],
    ids=["clean", "error", "error in Chinese", "warning"],
)
def test_the_ladder_of_the_wrapper(sendmail, data, expected) -> None:
    assert outcome(data, sendmail) == expected


def test_a_milter_only_tags_unless_told_otherwise() -> None:
    assert outcome(BAD, policy_of(MILTER)) == ("tag", "findings")
    assert outcome(VAGUE, policy_of(MILTER)) == ("tag", "findings")
    assert outcome(BAD, policy_of(MILTER, action="hold")) == ("hold", "findings")


def test_the_threshold_and_the_least_score_are_configured() -> None:
    assert outcome(VAGUE, policy_of(fail_on="warning")) == ("reject", "findings")
    assert outcome(BAD, policy_of(fail_on="never", warn_on="never")) == ("pass", "clean")
    assert outcome(BAD, policy_of(fail_on="never", min_score=99)) == ("reject", "score")


def test_what_only_deserves_a_remark_never_gets_more_than_what_fails() -> None:
    assert outcome(VAGUE, policy_of(action="pass")) == ("pass", "findings")


HOLD_FOR_CUSTOMERS = {"recipient": "*@South.example", "checks": ["attachment"], "action": "hold"}


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        (HOLD_FOR_CUSTOMERS, ("hold", "rule")),
        ({"recipient": "*@west.example", "action": "hold"}, ("reject", "findings")),
        ({"sender": "asa@*", "action": "pass"}, ("pass", "rule")),
        ({"profile": "external", "severity": "error", "action": "tag"}, ("tag", "rule")),
        ({"profile": "internal", "action": "pass"}, ("reject", "findings")),
        ({"below": 95, "action": "warn"}, ("warn", "rule")),
        ({"checks": ["date-relative"], "action": "hold"}, ("reject", "findings")),
    ],
)
def test_the_first_rule_that_fits_decides(rule, expected) -> None:
    assert outcome(BAD, policy_of(rules=[rule, {"sender": "nobody@*", "action": "tag"}])) == expected


def test_rules_are_told_by_number_and_in_order() -> None:
    policy = policy_of(
        rules=[{"recipient": "*@west.example", "action": "pass"}, HOLD_FOR_CUSTOMERS, {"action": "pass"}]
    )
    assert decide(BAD, Envelope(), policy).rule == 2
    assert decide(FINE, Envelope(), policy).rule == 3


def test_the_envelope_says_more_than_the_header() -> None:
    policy = policy_of(
        rules=[{"recipient": "*@west.example", "action": "hold"}, {"sender": "*@lab.example", "action": "tag"}]
    )
    assert outcome(FINE, policy, Envelope("asa@north.example", ("<eve@WEST.example>",))) == ("hold", "rule")
    assert outcome(FINE, policy, Envelope("<bot@lab.example>", ("tom@south.example",))) == ("tag", "rule")


def test_hidden_readers_in_other_houses_make_a_mail_external() -> None:
    inside = FINE.replace(b"tom@south.example", b"tom@north.example")
    policy = policy_of(rules=[{"profile": "external", "action": "hold"}])
    assert outcome(inside, policy) == ("pass", "clean")
    assert outcome(inside, policy, Envelope("asa@north.example", ("tom@north.example", "eve@west.example"))) == (
        "hold",
        "rule",
    )


def with_field(field: str, data: bytes = BAD) -> bytes:
    return field.encode() + b"\n" + data


@pytest.mark.parametrize(
    ("data", "sender", "reason"),
    [
        (BAD, "", "bounce"),
        (BAD, "<>", "bounce"),
        (with_field("Auto-Submitted: auto-replied"), None, "automatic"),
        (with_field("List-Id: Menschen <people.north.example>"), None, "list"),
        (with_field("Precedence: bulk"), None, "list"),
        (with_field("X-Maillint: off"), None, "off"),
        (BAD.replace(b"text/plain", b"text/calendar"), None, "calendar"),
    ],
)
def test_what_is_never_judged(sendmail, data, sender, reason) -> None:
    decision = decide(data, Envelope(sender), sendmail)
    assert (decision.action, decision.reason, decision.report) == (Action.PASS, reason, None)


def test_the_writer_may_leave_one_check_out(sendmail) -> None:
    assert outcome(with_field("X-Maillint-Ignore: attachment-missing"), sendmail) == ("pass", "clean")


def test_an_organisation_may_turn_a_deaf_ear_to_these_fields() -> None:
    deaf = policy_of(suppression=False)
    assert outcome(with_field("X-Maillint: off"), deaf) == ("reject", "findings")
    assert outcome(with_field("X-Maillint-Ignore: attachment"), deaf) == ("reject", "findings")


SIGNED = (
    HEAD
    + 'Subject: {subject}\nMIME-Version: 1.0\nContent-Type: multipart/signed; micalg=pgp-sha256; protocol="application/pgp-signature"; boundary="b1"\n\n'
    "--b1\nContent-Type: text/plain; charset=utf-8\n\nDear Mr Reed,\n\nI have attached the drawing.\n\nBest regards,\nÅsa Berg\n--b1\n"
    "Content-Type: application/pgp-signature\n\n-----BEGIN PGP SIGNATURE-----\n\nabc\n-----END PGP SIGNATURE-----\n--b1--\n"
)


def test_of_a_signed_message_only_the_subject_is_judged(sendmail) -> None:
    assert outcome(SIGNED.format(subject="Drawing of order 4471").encode(), sendmail) == ("pass", "signed")
    decision = decide(SIGNED.format(subject="Update").encode(), Envelope(), sendmail)
    assert {finding.span.zone for finding in decision.report.findings} == {"subject"}
    assert decision.report.score == 100 - sum(decision.report.groups.values()) < 100


def test_an_encrypted_message_passes(sendmail) -> None:
    encrypted = BAD.replace(b"I have attached", b"-----BEGIN PGP MESSAGE-----\n\nhQEM\n-----END PGP MESSAGE-----\n")
    assert outcome(encrypted, sendmail) == ("pass", "encrypted")


def test_a_message_larger_than_the_limit_passes() -> None:
    assert outcome(BAD, policy_of(max_size=100)) == ("pass", "large")


@pytest.mark.parametrize(("choice", "action"), [("pass", "pass"), ("defer", "defer")])
def test_a_crash_lets_it_pass_or_wait(monkeypatch, choice, action) -> None:
    monkeypatch.setattr(policies, "lint", lambda *_: 1 / 0)
    assert outcome(BAD, policy_of(on_failure=choice)) == (action, "crashed")


@pytest.mark.parametrize(("choice", "action"), [("pass", "pass"), ("defer", "defer")])
def test_a_hanging_check_is_broken_off(monkeypatch, choice, action) -> None:
    monkeypatch.setattr(policies, "lint", lambda *_: time.sleep(30))
    start = time.perf_counter()
    assert outcome(BAD, policy_of(on_failure=choice, time_limit=0.05)) == (action, "late")
    assert time.perf_counter() - start < 5


def test_a_decision_knows_hash_size_and_message_id(sendmail) -> None:
    decision = decide(BAD, Envelope(), sendmail)
    assert decision.digest == hashlib.sha256(BAD).hexdigest()
    assert (decision.size, decision.message_id) == (len(BAD), "<1@north.example>")
    assert decision.seconds > 0


def test_odd_octets_are_decided_on_too(sendmail) -> None:
    for data in (b"", b"\0", b"\xff" * 500, b"\n\n\n", "邮件".encode("gb18030")):
        assert decide(data, Envelope(), sendmail).reason != "crashed"


def test_the_command_line_sets_keys_that_no_file_locks() -> None:
    config = merge([Layer("site.toml", {"gate": {"action": "tag"}, "locked": ["gate.action"]})])
    policy = Policy.of(load(config), GIT_HOOK, action="reject", on_failure="defer", time_limit=None)
    assert (policy.settings["action"], policy.settings["on-failure"], policy.settings["time-limit"]) == (
        "tag",
        "defer",
        10,
    )


def test_a_rule_about_an_unknown_check_is_an_error_that_names_the_nearest() -> None:
    with pytest.raises(
        ConfigError, match=r"maillint.toml: gate.rules: .*'date-relativ'; the nearest is 'date-relative'"
    ):
        policy_of(rules=[{"checks": ["date-relativ"], "action": "hold"}])


def test_remarks_are_lines_in_the_users_language(sendmail) -> None:
    decision = decide(CHINESE, Envelope(), sendmail)
    assert [(one.check, one.severity) for one in remarks(decision, sendmail)] == [("attachment-missing", "error")]
    assert "附件" in remarks(decision, sendmail, "zh-Hant")[0].message
    assert remarks(decide(FINE, Envelope(), sendmail), sendmail) == ()


def test_remarks_come_worst_first_and_cannot_break_out(sendmail) -> None:
    data = BAD.replace(b"I have", "It leaves next Wednesday!! 請儘快\x1b[2J recieve.\r\nI have".encode())
    found = remarks(decide(data, Envelope(), sendmail), sendmail)
    severities = [one.severity for one in found]
    assert len(found) > 2
    assert severities == sorted(severities, key=["error", "warning"].index)
    assert all(one.message.isprintable() for one in found)


def test_a_configuration_without_the_table_has_the_defaults() -> None:
    policy = Policy.of(load(Config()), SENDMAIL)
    assert (policy.settings["fail-on"], policy.on_failure, policy.rules) == ("error", Action.PASS, ())
