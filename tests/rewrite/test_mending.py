"""Messages mended to the end: nothing left that may be rewritten, and nothing new."""

from __future__ import annotations

from collections import Counter

import pytest

from maillint.engine import Config, lint, load
from maillint.engine.results import Report
from maillint.finding import Confidence, Edit, Finding, Grade, Rewrite, Severity, Span
from maillint.message import read
from maillint.rewrite.mending import Mender

HEAD = (
    "From: Anna Berg <anna.berg@north.example>\nTo: Tom Reed <tom.reed@south.example>\nSubject: {}\n"
    "Date: Wed, 25 Nov 2026 10:00:00 +0100\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n{}"
)
HASTY = HEAD.format("Re: Re: Update", "the valves leave our works tommorow!! Please recieve them ASAP.\n")
HAN = HEAD.format("更新", "样品下周三寄出！！请查收，图纸已按排。\n")


@pytest.fixture(scope="module")
def ruleset():
    return load(Config())


@pytest.fixture
def mender(ruleset):
    def make(grade=Grade.SAFE, pick=lambda _: True):
        return Mender(lambda data: lint(read(data), ruleset), grade, pick)

    return make


@pytest.mark.parametrize("text", [HASTY, HAN])
@pytest.mark.parametrize("grade", [Grade.SAFE, Grade.SUGGESTED])
def test_what_was_applied_is_gone_nothing_is_new_and_twice_is_once(mender, text, grade):
    mended = mender(grade).mend(text.encode())
    before, after = (Counter(one.check for one in report.findings) for report in (mended.before, mended.after))
    assert len(mended.applied) >= 2
    assert after - before == Counter()
    assert mended.after.score > mended.before.score
    assert mender(grade).mend(mended.data).data == mended.data


def test_only_what_is_picked_is_applied(mender):
    mended = mender(pick=lambda finding: finding.check == "emphasis-punctuation").mend(HASTY.encode())
    assert mended.data == HASTY.replace("!!", ".").encode()


def test_advice_alone_changes_nothing(mender):
    assert mender(Grade.ADVICE).mend(HASTY.encode()).data == HASTY.encode()


def test_a_sealed_message_is_left_alone(mender):
    data = b"DKIM-Signature: v=1; d=north.example\n" + HASTY.encode()
    mended = mender(Grade.SUGGESTED).mend(data)
    assert (mended.data, mended.refusal, mended.applied) == (data, "dkim", ())


def judged(rules):
    """A judge that reports each of ``rules``, (check, word, replacement), that stands in the text."""

    def judge(data):
        text = read(data).text
        found = []
        for check, word, new in rules:
            at = text.find(word)
            if at >= 0:
                span = Span("body", at, at + len(word))
                found.append(
                    Finding(
                        check,
                        Severity.INFO,
                        Confidence.HIGH,
                        span,
                        word,
                        1,
                        rewrite=Rewrite(Grade.SAFE, (Edit(span, new),)),
                    )
                )
        return Report("", 100, 100, "en", "", {}, tuple(found), text=text)

    return judge


def mend(rules, text):
    return Mender(judged(rules), Grade.SAFE, lambda _: True).mend(f"Subject: x\n\n{text}\n".encode())


def test_what_a_rewrite_brings_to_light_is_rewritten_too():
    rules = [("spelling-typo", "tommorow", "tomorrow"), ("date-relative", "tomorrow!", "tomorrow (26 November)")]
    mended = mend(rules, "tommorow!")
    assert mended.after.text.strip() == "tomorrow (26 November)"
    assert [done.finding.check for done in mended.applied] == ["spelling-typo", "date-relative"]


def test_a_rewrite_that_draws_another_finding_is_left_and_the_rest_goes_on():
    rules = [("tone-a", "alpha", "åäö omega"), ("tone-b", "omega", "omega"), ("tone-c", "gamma", "delta")]
    mended = mend(rules, "alpha gamma")
    assert mended.after.text.strip() == "alpha delta"
    assert [(left.finding.check, left.reason, left.detail) for left in mended.left] == [("tone-a", "draws", "tone-b")]


def test_where_the_first_choice_draws_a_finding_the_next_is_taken():
    judge = judged([("tone-a", "alpha", "omega"), ("tone-b", "omega", "omega")])

    def with_choices(data):
        report = judge(data)
        return report._replace(findings=tuple(with_choice(one) for one in report.findings))

    def with_choice(finding):
        second = (Edit(finding.span, "好"),)
        return finding._replace(rewrite=finding.rewrite._replace(alternatives=(second,)))

    mended = Mender(with_choices, Grade.SAFE, lambda _: True).mend(b"Subject: x\n\nalpha!\n")
    assert mended.after.text.strip() == "好!"
    assert mended.left == ()


def test_rewrites_that_would_go_round_in_a_circle_come_to_an_end():
    mended = mend([("tone-a", "yes", "no"), ("tone-b", "no", "yes")], "yes")
    assert mended.after.text.strip() == "yes"
    assert [left.reason for left in mended.left] == ["draws"]


def test_a_rewrite_that_mends_nothing_is_left():
    mended = mend([("tone-a", "teh", "teh!")], "teh plan")
    assert (mended.after.text.strip(), mended.left[0].detail) == ("teh plan", "tone-a")


def test_of_many_the_ones_that_do_no_harm_are_found():
    rules = [(f"tone-{n}", f"word{n:02}", f"term{n:02}" if n % 7 else "word99") for n in range(20)]
    rules.append(("tone-x", "word99", "word99"))
    mended = mend(rules, " ".join(word for _, word, _ in rules[:-1]))
    assert mended.after.text.split() == [f"word{n:02}" if n % 7 == 0 else f"term{n:02}" for n in range(20)]
    assert len(mended.applied) == 17
