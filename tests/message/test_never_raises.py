"""``read`` takes any octets and loses none of the words in them."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from maillint.message import fallback, read

LINES = st.sampled_from(
    [
        b"Content-Type: multipart/mixed; boundary=b",
        b"Content-Type: multipart/alternative; boundary=bb",
        b"Content-Type: multipart/related",
        b"Content-Type: message/rfc822",
        b"Content-Type: text/html; charset=gb2312",
        b"Content-Type: text/plain; format=flowed",
        b"Content-Type: text",
        b"Content-Transfer-Encoding: base64",
        b"Content-Transfer-Encoding: quoted-printable",
        b"Content-Disposition: attachment; filename*0*=utf-8''%E4",
        b"Subject: =?utf-8?B?5L2?= =?gb2312?Q?=C4?=",
        b'From: "a" <a@b>, \xc4\xe3 (x',
        b"Date: Wed, 25 Nov 2026 10:00:00 +0100",
        b"--b",
        b"--bb",
        b"--b--",
        b"",
        b"",
        b" folded",
        b"words \xe4\xbd\xa0\xe5\xa5\xbd",
        b"=C4=E3=",
        b"aGVsbG8",
        b"<p>a<b>",
        b"\0\xff\xfe",
        b"From here on",
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(LINES, max_size=25), st.sampled_from([b"\n", b"\r\n", b"\r"]))
def test_any_lines_are_read(lines, end):
    data = end.join(lines)
    draft = read(data)
    assert draft.raw == data
    assert all(isinstance(each.load(), bytes) for each in draft.attachments)


@settings(deadline=None)
@given(st.binary(max_size=400))
def test_any_octets_are_read(data):
    assert read(data).raw == data


@pytest.mark.parametrize(
    "data", [b"", b"\n", b"\r", b"\0", b" ", b":", b"a:", b"\xef\xbb\xbf", b"From ", b"--", b"\n\n\n"]
)
def test_next_to_nothing_is_read(data):
    assert read(data).subject is None


@pytest.mark.parametrize(
    "data",
    [
        b"a:\n" * 400_000,
        b"Subject: " + b"=?utf-8?q?" * 200_000,
        b"To: " + b"(" * 500_000,
        b"To: " + b"a@b.example, " * 100_000,
        b"Content-Type: text/html\n\n" + b"<div>" * 200_000,
        b"Content-Type: multipart/mixed; boundary=b\n\n" + b"--b\n\n" * 5_000,
        b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(400)),
        b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(400))
        + b"x\n" * 800_000,
        b"Content-Type: message/rfc822\n\n" * 500,
        b"Content-Transfer-Encoding: base64\n\n" + b"AAAA" * 2_000_000,
        b"Content-Type: text/plain; charset=utf-8\n\n" + b"\xc4\xe3\n" * 200_000,
        b"\xff" * 3_000_000,
        b"x" * 5_000_000,
        b"\n\n" + b"words " * 8_000_000,
    ],
    ids=lambda data: repr(data[:30]),
)
def test_large_and_hostile_messages_are_read_in_time(data):
    started = time.process_time()
    draft = read(data)
    assert time.process_time() - started < 8
    assert draft.raw is data


def test_of_endless_html_the_beginning_is_shown_and_the_draft_says_so():
    draft = read(b"Content-Type: text/html\n\n" + b"<p>words</p>" * 400_000)
    assert draft.text.startswith("words\n\nwords")
    assert draft.defects == ("html-cut-short",)


def test_five_megabytes_attached_cost_next_to_nothing():
    data = (
        b"Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nHello\r\n--b\r\nContent-Type: application/pdf\r\n"
        b"Content-Disposition: attachment; filename=a.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        + b"QUJD" * 19
        + b"\r\n"
        + (b"QUJD" * 19 + b"\r\n") * 90_000
        + b"--b--\r\n"
    )
    ours = min(_seconds(read, data) for _ in range(5))
    stdlib = _seconds(fallback.parse, data)
    assert read(data).attachments[0].size > 5_000_000
    assert ours * 20 < stdlib


def _seconds(function, data):
    started = time.perf_counter()
    function(data)
    return time.perf_counter() - started
