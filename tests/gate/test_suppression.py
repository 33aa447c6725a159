"""Header fields that switch maillint off are taken out, and not one octet else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maillint.gate.suppression import without
from maillint.message import read

BODY = "Guten Tag,\n\nX-Maillint: off\n 您好，附件請查收。🙂\n\nGrüße\n".encode()


@pytest.mark.parametrize(
    ("head", "left"),
    [
        (b"X-Maillint: off\nSubject: a\n", b"Subject: a\n"),
        (
            b"Subject: a\nx-MAILLINT-ignore: date,\n subject\n\ttone\nTo: b@c.example\n",
            b"Subject: a\nTo: b@c.example\n",
        ),
        (b"Subject: a\r\nX-Maillint : off\r\nX-Maillint: off\r\n", b"Subject: a\r\n"),
        (
            b"From anna@north.example Wed Nov 25 10:00:00 2026\nX-Maillint: off\nSubject: a\n",
            b"From anna@north.example Wed Nov 25 10:00:00 2026\nSubject: a\n",
        ),
        (
            b"X-Maillint-Result: score=3\nX-Maillinted: off\n X-Maillint: off\n",
            b"X-Maillint-Result: score=3\nX-Maillinted: off\n X-Maillint: off\n",
        ),
        (b"Subject: x-maillint: off\n", b"Subject: x-maillint: off\n"),
    ],
    ids=["first", "folded", "CRLF and doubled", "mbox", "others", "in a value"],
)
def test_the_fields_go_and_the_rest_stays(head: bytes, left: bytes) -> None:
    end = b"\r\n" if b"\r\n" in head else b"\n"
    assert without(head + end + BODY) == left + end + BODY


def test_without_such_fields_it_is_the_same_object() -> None:
    data = b"Subject: a\n\n" + BODY
    assert without(data) is data


def test_a_message_of_nothing_but_such_fields() -> None:
    assert without(b"X-Maillint: off\n") == b""
    assert without(b"X-Maillint: off") == b""
    assert without(b"") == b""


def test_lines_that_end_in_carriage_returns() -> None:
    assert without(b"Subject: a\rX-Maillint: off\rTo: b\r\rtext\r") == b"Subject: a\rTo: b\r\rtext\r"


FIELDS = st.sampled_from(
    [b"Subject: \xe5\xa5\xbd", b"To: a@b.example\n folded", b"From: \xff\xfe", b"X-Other: X-Maillint: off"]
)


@given(
    st.lists(FIELDS, max_size=6),
    st.lists(FIELDS, max_size=6),
    st.sampled_from([b"\n", b"\r\n"]),
    st.binary(max_size=60),
)
def test_taking_out_what_was_put_in_gives_the_message_back(
    before: list[bytes], after: list[bytes], end: bytes, body: bytes
) -> None:
    date = b"Date: Wed, 25 Nov 2026 10:00:00 +0100"
    plain, switched = (b"\n".join([date, *before, *extra, *after, b"", b""]) for extra in ([], [b"X-Maillint: off"]))
    plain, switched = plain.replace(b"\n", end), switched.replace(b"\n", end)
    assert without(switched + body) == plain + body


@given(
    st.lists(
        st.sampled_from(
            [
                b"X-Maillint: off",
                b" x",
                b"junk",
                b"",
                b"Subject: a",
                b"X-Maillint-Ignore:date",
                b"\xef\xbb\xbf",
                b"From x",
            ]
        ),
        max_size=9,
    ),
    st.sampled_from([b"\n", b"\r\n", b"\r"]),
)
def test_what_is_obeyed_is_taken_out_however_broken_the_header(lines: list[bytes], end: bytes) -> None:
    draft = read(without(end.join([b"Date: Wed, 25 Nov 2026 10:00:00 +0100", *lines])))
    assert (draft.header("X-Maillint"), draft.header("X-Maillint-Ignore")) == (None, None)
