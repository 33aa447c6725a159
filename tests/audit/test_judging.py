"""``judge``: octets in, plain figures out, whatever the octets."""

import json
import pickle
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from maillint.audit.judging import judge, key_of
from maillint.audit.record import Record
from maillint.engine import load

RULESET = load()

MAIL = """\
From: Åsa Berg <asa.berg@north.example>
To: Tom Reed <Tom.Reed@south.example>, li.ming@east.example
Subject: budget
Date: Wed, 25 Nov 2026 10:00:00 +0100
Message-ID: <m1@north.example>
In-Reply-To: <m0@south.example>
References: <root@south.example> <m0@south.example>

Hi Tom,

Please send the figures to Åsa asap, or call 030 1234567. 😀

Best regards,
Åsa Berg

On Tue, Nov 24, 2026 at 4:30 PM Tom Reed <tom.reed@south.example> wrote:
> Could you look at the budget?
""".encode()


def test_a_record_says_who_when_to_whom_and_in_which_thread():
    record = judge(MAIL, "sent/1.eml", RULESET)
    assert record.error == ""
    assert record.sender == "asa.berg@north.example"
    assert record.recipients == ("tom.reed@south.example", "li.ming@east.example")
    assert record.date == "2026-11-25T10:00:00+01:00"
    assert datetime.fromtimestamp(record.epoch, UTC).hour == 9
    assert record.thread == ("<root@south.example>", "<m0@south.example>")
    assert record.is_reply


def test_the_line_above_the_quote_says_when_the_answered_mail_was_written():
    record = judge(MAIL, "1.eml", RULESET)
    assert record.epoch - record.answered == (17 * 60 + 30) * 60


@pytest.mark.parametrize(
    "head",
    [
        "在 2026年11月24日 下午4:30，李明 写道：",
        "李明 <li.ming@east.example> 於 2026年11月24日 週二 下午4:30寫道：",
        "于 2026/11/24 16:30，李明写道：",
        "2026-11-24 16:30:00，李明 <li.ming@east.example> 写道：",
        "From: Tom Reed\n> Sent: Tuesday, November 24, 2026 4:30 PM\n> To: Anna\n> Subject: x",
        "From: Tom Reed\n> Sent: 24 November 2026 16:30\n> To: Anna\n> Subject: x",
        "发件人: 李明\n> 发送时间: 2026年11月24日 16:30\n> 收件人: 王芳\n> 主题: x",
        "On 24 Nov 2026, at 16:30, Tom Reed <tom@south.example> wrote:",
        "On 24.11.26 16:30, Tom Reed wrote:",
    ],
)
def test_mail_programs_of_many_tongues_say_it(head):
    data = MAIL.decode().replace(
        "On Tue, Nov 24, 2026 at 4:30 PM Tom Reed <tom.reed@south.example> wrote:", f"> {head}"
    )
    record = judge(data.replace("> On", "On").encode(), "1.eml", RULESET)
    assert record.epoch - record.answered == (17 * 60 + 30) * 60


def test_without_being_asked_no_word_of_the_mail_is_kept():
    record = judge(MAIL, "1.eml", RULESET)
    told = json.dumps(record, ensure_ascii=False)
    assert record.findings
    for word in ("budget", "figures", "Hi Tom", "1234567", "asap "):
        assert word not in told


def test_kept_texts_are_the_finding_and_its_sentence_with_people_masked():
    record = judge(MAIL, "1.eml", RULESET, keep_text=True)
    asap = next(mark for mark in record.findings if mark.text == "asap")
    assert asap.example == "Please send the figures to ▢ asap, or call ▢."


def test_line_ends_do_not_make_another_message():
    assert key_of(MAIL) == key_of(MAIL.replace(b"\n", b"\r\n"))


def test_a_fingerprint_outlives_edits_elsewhere_and_new_wrapping():
    one = judge(MAIL, "1.eml", RULESET)
    edited = MAIL.replace(b"Hi Tom,", b"Hi Tom,\n\nThank you for your mail of Monday.").replace(
        b"figures to", b"figures\nto"
    )
    other = judge(edited, "2.eml", RULESET)
    by_check = {mark.check: mark.fingerprint for mark in other.findings}
    asap = next(mark for mark in one.findings if mark.check == "date-indefinite")
    assert by_check["date-indefinite"] == asap.fingerprint


def test_a_gain_is_what_the_score_rises_by_without_the_check():
    record = judge(MAIL, "1.eml", RULESET)
    for mark in record.findings:
        assert 0 <= mark.gain <= 100 - record.score


def test_what_is_no_mail_is_a_record_with_an_error():
    assert judge(b"", "1.eml", RULESET).error == "empty"
    assert judge(b"\x89PNG\r\n\x1a\n\0\0\0\0" * 100, "1.eml", RULESET).error == "not-a-message"


def test_what_maillint_stumbles_over_is_a_record_too(monkeypatch):
    monkeypatch.setattr("maillint.audit.judging.lint", lambda *_: 1 // 0)
    record = judge(MAIL, "1.eml", RULESET)
    assert record.error == "crashed"
    assert record.reason.startswith("ZeroDivisionError in test_judging.py, line ")


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=400), st.text(max_size=200))
def test_any_octets_are_a_record_that_can_be_sent_and_stored(octets, text):
    data = b"From: " + octets + b"\nSubject: \xff\xfe\n\n" + text.encode("utf-8", "surrogatepass")
    record = judge(data, "x", RULESET, keep_text=True)
    assert isinstance(record, Record)
    assert pickle.loads(pickle.dumps(record)) == record
    json.dumps(record, ensure_ascii=False).encode()
