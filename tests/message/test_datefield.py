"""The Date field, in the sender's own offset."""

import email.utils
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maillint.message.datefield import parse, write


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("Mon, 10 Aug 2026 09:42:03 +0800", "2026-08-10T09:42:03+08:00"),
        ("Mon, 10 Aug 2026 09:42:03 +0800 (CST)", "2026-08-10T09:42:03+08:00"),
        ("10 Aug 26 9:42 EST", "2026-08-10T09:42:00-05:00"),
        ("Wed, 25 Nov 2026 10:00:00 GMT", "2026-11-25T10:00:00+00:00"),
        ("Wed, 25 Nov 2026 10:00:00 GMT+8", "2026-11-25T10:00:00+08:00"),
        ("Wed, 25 Nov 2026 10:00:00 UTC +0100", "2026-11-25T10:00:00+01:00"),
        ("Wed, 25 Nov 2026 10:00:00 -0000", "2026-11-25T10:00:00+00:00"),
        ("Wed, 25 Nov 2026 10:00:00 +05:30", "2026-11-25T10:00:00+05:30"),
        ("Wed, 25 Nov 2026 10:00:00 IST", "2026-11-25T10:00:00+05:30"),
        ("Wed, 25 Nov 2026 10:00:00 K", "2026-11-25T10:00:00+00:00"),
        ("Wed, 25 Nov 2026 10:00:00", "2026-11-25T10:00:00+00:00"),
        ("Wed, 25 Nov 2026 10:00:60 +0100", "2026-11-25T10:00:59+01:00"),
        ("Wednesday, 25 November 2026 10.00.00 +0100", "2026-11-25T10:00:00+01:00"),
        ("Wed Nov 25 10:00:00 2026", "2026-11-25T10:00:00+00:00"),
        ("Wed Nov 25 10:00:00 CST 2026", "2026-11-25T10:00:00-06:00"),
        ("Nov 25, 2026 10:00 PM +0100", "2026-11-25T22:00:00+01:00"),
        ("25-Nov-2026 10:00:00 +0100", "2026-11-25T10:00:00+01:00"),
        ("2026-11-25T10:00:00+08:00", "2026-11-25T10:00:00+08:00"),
        ("2026-11-25 10:00:00", "2026-11-25T10:00:00+00:00"),
        ("Sat, 1 Jan 99 08:00 -0800", "1999-01-01T08:00:00-08:00"),
        ("Wed, 25 Nov 2026 10:00:00 +9999", "2026-11-25T10:00:00+00:00"),
    ],
)
def test_dates(value, expected):
    assert parse(value).isoformat() == expected


@pytest.mark.parametrize("value", ["", "soon", "下周三", "Fri, 31 Feb 2026 10:00:00 +0000", "1 2 3", "² Nov ² ²:²"])
def test_what_is_no_date_is_none(value):
    assert parse(value) is None


moments = st.builds(
    lambda moment, minutes: moment.replace(tzinfo=timezone(timedelta(minutes=minutes)) if minutes else UTC),
    st.integers(-(10**9), 10**9).map(lambda seconds: datetime(2016, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)),
    st.integers(-14 * 60, 14 * 60),
)


@given(moments)
def test_the_stdlib_reads_the_same_moment_and_we_write_what_it_writes(moment):
    field = email.utils.format_datetime(moment)
    assert parse(field) == email.utils.parsedate_to_datetime(field) == moment
    assert parse(field).utcoffset() == moment.utcoffset()
    assert parse(write(moment)) == moment


@given(st.text(max_size=40))
def test_any_field_is_read(value):
    moment = parse(value)
    assert moment is None or moment.tzinfo is not None
