"""The Subject field written anew: folded, in encoded words, or added."""

from __future__ import annotations

import pytest

from maillint.message import read
from maillint.rewrite import rewrite

LONG = "Delivery of the valves for order 4471 to Malmö harbour, crane booked for half past seven, please confirm"


def subject(finding, data, new):
    draft = read(data)
    old = draft.subject or ""
    outcome = rewrite(draft, [finding(draft, old, new, zone="subject", at=0)])
    return outcome, read(outcome.data)


@pytest.mark.parametrize(
    ("field", "new", "written"),
    [
        (b"Subject: Update", "Valves", b"Subject: Valves"),
        (b"SUBJECT :Update", "Valves", b"SUBJECT : Valves"),
        (b"Subject:", "Valves", b"Subject: Valves"),
        (b"Subject: =?utf-8?q?=C3=85?=", "Valves", b"Subject: Valves"),
        (b"Subject: Update", "样品", b"Subject: =?utf-8?b?5qC35ZOB?="),
        (b"Subject: =?gb2312?B?uPzQwg==?=", "样品", b"Subject: =?gb2312?b?0fnGtw==?="),
        (b"Subject: =?big5?B?p/O3cw==?=", "樣品", b"Subject: =?big5?b?vMurfg==?="),
        (b"Subject: =?iso-8859-1?q?=C5?=", "Ålesund harbour", b"Subject: =?iso-8859-1?q?=C5lesund_harbour?="),
        (b"Subject: =?iso-8859-1?q?=C5?=", "样品", b"Subject: =?utf-8?b?5qC35ZOB?="),
        (b"Subject: Update", "a =?b?= c", b"Subject: =?utf-8?b?YSA9P2I/PSBj?="),
        (b"Subject: Update", "two  spaces", b"Subject: two  spaces"),
    ],
)
def test_a_subject_is_written_as_it_was_where_that_can_be(finding, field, new, written):
    data = b"From: a@b.example\n" + field + b"\nTo: c@d.example\n\nHi\n"
    outcome, after = subject(finding, data, new)
    assert after.subject == new
    assert outcome.data == b"From: a@b.example\n" + written + b"\nTo: c@d.example\n\nHi\n"


@pytest.mark.parametrize(
    "new", [LONG, LONG.replace("ö", "oe"), "样品" * 40, "🚀" * 30, "x" * 200, "Re: " + "單據、" * 30]
)
@pytest.mark.parametrize("end", [b"\r\n", b"\n"])
def test_long_subjects_are_folded_and_read_back(finding, new, end):
    data = b"Subject: Update" + end + b"To: c@d.example" + end * 2 + b"Hi" + end
    outcome, after = subject(finding, data, new)
    assert after.subject == new
    lines = outcome.data.partition(end + b"To:")[0].split(end)
    assert all(len(line) <= 78 for line in lines) or new == "x" * 200
    assert all(line.startswith(b" ") for line in lines[1:])
    assert outcome.data.endswith(end + b"To: c@d.example" + end * 2 + b"Hi" + end)


def test_a_folded_subject_gives_way_whole(finding):
    data = b"Subject: =?utf-8?b?5qC3?=\r\n =?utf-8?b?5ZOB?=\r\n\tand more\r\nTo: c@d.example\r\n\r\nHi\r\n"
    outcome, _ = subject(finding, data, "Valves")
    assert outcome.data == b"Subject: Valves\r\nTo: c@d.example\r\n\r\nHi\r\n"


def test_a_missing_subject_is_added_behind_the_last_field(finding):
    outcome, after = subject(finding, b"To: c@d.example\r\nX-Last: a\r\n b\r\n\r\nHi\r\n", "報價單")
    assert after.subject == "報價單"
    assert outcome.data == b"To: c@d.example\r\nX-Last: a\r\n b\r\nSubject: =?utf-8?b?5aCx5YO55Zau?=\r\n\r\nHi\r\n"


@pytest.mark.parametrize(
    "data",
    [b"just some text\nin lines\n", b"Subject: one\nSubject: two\n\nHi\n", b"To: a@b.example\nno empty line\n"],
    ids=["no header", "two subjects", "no empty line"],
)
def test_where_no_subject_can_be_written_the_message_stays(finding, data):
    outcome, _ = subject(finding, data, "Valves")
    assert outcome.data == data
    assert [left.reason for left in outcome.left] == ["header"]


def test_raw_octets_in_a_subject_become_encoded_words(finding):
    data = "Subject: 更新\nContent-Type: text/plain; charset=gb2312\n\n您好\n".encode("gb2312")
    outcome, after = subject(finding, data, "样品")
    assert after.subject == "样品"
    assert outcome.data.partition(b"\n")[0].isascii()
    assert outcome.data.partition(b"\n")[2] == data.partition(b"\n")[2]
