"""Thousands of rewrites in one message are put in, in a time that grows with their number."""

from __future__ import annotations

import time

import pytest

from maillint.finding import Confidence, Edit, Finding, Grade, HeaderEdit, Rewrite, Severity, Span
from maillint.message import read
from maillint.rewrite import apply
from maillint.rewrite.choosing import choose

MANY = 12_000


def put(start, end, new, *, check="spelling-misspelt", zone="body"):
    span = Span(zone, start, end)
    rewrite = Rewrite(Grade.SAFE, (Edit(span, new),))
    return Finding(check, Severity.WARNING, Confidence.HIGH, span, "", 1, rewrite=rewrite)


def test_each_of_thousands_of_words_gets_its_rewrite():
    data = b"Subject: Wool\n\n" + b"wol\n" * MANY
    start = time.process_time()
    made = apply(data, [put(4 * n, 4 * n + 3, "wool") for n in range(MANY)])
    assert made == b"Subject: Wool\n\n" + b"wool\n" * MANY
    assert time.process_time() - start < 8


def test_a_closing_is_put_into_a_page_of_thousands_of_open_elements():
    data = b"Content-Type: text/html\n\n" + b"<div>" * 2 * MANY + b"Wool."
    start = time.process_time()
    made = apply(data, [put(5, 5, "\n\nÅsa", check="closing-missing")])
    assert "Åsa" in read(made).text
    assert time.process_time() - start < 3


def test_thousands_of_addressees_go_into_bcc():
    emails = [f"p{n}@s{n}.example" for n in range(MANY)]
    data = ("From: asa@north.example\nTo: tom@north.example\nCc: " + ",\n ".join(emails) + "\n\nDear all\n").encode()
    rewrite = Rewrite(Grade.SAFE, (), header=tuple(HeaderEdit("move", email, "") for email in emails))
    finding = put(0, 0, "")._replace(rewrite=rewrite)
    start = time.process_time()
    assert [one.email for one in read(apply(data, [finding])).bcc] == emails
    assert time.process_time() - start < 8


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [
        ((5, 9), (8, 12), True),
        ((5, 9), (9, 12), False),
        ((5, 9), (5, 9), True),
        ((5, 9), (0, 20), True),
        ((5, 9), (7, 7), True),
        ((5, 9), (5, 5), False),
        ((5, 9), (9, 9), False),
        ((5, 5), (5, 5), True),
        ((5, 5), (6, 6), False),
    ],
)
def test_two_edits_meet_where_both_want_the_same_words_or_place(one, other, meet):
    for pair in ((one, other), (other, one)):
        taken, left = choose([put(*pair[0], "å", check="first"), put(*pair[1], "ö", check="second")], Grade.SAFE)
        assert (len(taken), [(missed.reason, missed.detail) for missed in left]) == (
            (1, [("overlap", taken[0].check)]) if meet else (2, [])
        )


def test_an_edit_of_the_subject_meets_none_of_the_text():
    assert choose([put(5, 9, "å"), put(5, 9, "å", zone="subject")], Grade.SAFE)[1] == []
