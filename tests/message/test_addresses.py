"""Address fields split into mailboxes."""

import time

import fast_mail_parser
import pytest
from hypothesis import given
from hypothesis import strategies as st

from maillint.message.addresses import split


@pytest.mark.parametrize(
    ("value", "mailboxes"),
    [
        ("", []),
        ("anna@north.example", [("", "anna@north.example")]),
        ("Anna Berg <anna@north.example>", [("Anna Berg", "anna@north.example")]),
        ("<anna@north.example>", [("", "anna@north.example")]),
        ("a@x.example,b@x.example , c@x.example", [("", "a@x.example"), ("", "b@x.example"), ("", "c@x.example")]),
        ('"Müller, Hans" <h@b.example>, Tom <t@c.example>', [("Müller, Hans", "h@b.example"), ("Tom", "t@c.example")]),
        ("Müller, Hans <h@b.example>", [("Müller, Hans", "h@b.example")]),
        ("=?utf-8?Q?M=C3=BCller?=, Hans <h@b.example>", [("Müller, Hans", "h@b.example")]),
        ("=?gb2312?B?zfWjrLe8?= <wang@x.example>", [("王，芳", "wang@x.example")]),
        (
            "王芳 <w@x.example>，李明 <l@x.example>；赵云 <z@x.example>",
            [("王芳", "w@x.example"), ("李明", "l@x.example"), ("赵云", "z@x.example")],
        ),
        ("a@x.example; b@x.example;", [("", "a@x.example"), ("", "b@x.example")]),
        ("undisclosed-recipients:;", []),
        ("Undisclosed Recipients", []),
        (
            "team: a@x.example, B <b@x.example>;, c@x.example",
            [("", "a@x.example"), ("B", "b@x.example"), ("", "c@x.example")],
        ),
        ("anna@x.example (Anna (the first) Berg)", [("Anna (the first) Berg", "anna@x.example")]),
        ("\"'Tom Reed'\" <t@x.example>", [("Tom Reed", "t@x.example")]),
        ('"unclosed <a@x.example>', [("unclosed", "a@x.example")]),
        ("Anna [mailto:anna@x.example]", [("Anna", "anna@x.example")]),
        ("mailto:a@x.example", [("", "a@x.example")]),
        ("<@relay.example,@gate.example:a@x.example>", [("", "a@x.example")]),
        ("=?utf-8?Q?Tom_=3Ct=40x=2Eexample=3E?=", [("Tom", "t@x.example")]),
        ("Anna <a@x.example> Tom <t@x.example>", [("Anna", "a@x.example"), ("Tom", "t@x.example")]),
        ("Anna anna@x.example", [("Anna", "anna@x.example")]),
        ("user@[127.0.0.1]", [("", "user@[127.0.0.1]")]),
        ("root", [("", "root")]),
        ("nsb (Nathaniel)", [("Nathaniel", "nsb")]),
        ("Tom", [("Tom", "")]),
        (
            "Anna, Tom, Kim, Li, Wu <w@x.example>",
            [("Anna", ""), ("Tom", ""), ("Kim", ""), ("Li", ""), ("Wu", "w@x.example")],
        ),
        ("<>", []),
        (",,;;", []),
    ],
)
def test_mailboxes(value, mailboxes):
    assert [tuple(address) for address in split(value)] == mailboxes


@pytest.mark.parametrize(
    "value",
    [
        "Anna Berg <anna@north.example>, tom@south.example",
        '"Berg, Anna" <anna@north.example>',
        "=?utf-8?B?546L6Iqz?= <wang@north.example>",
        "team: a@x.example, B <b@x.example>;",
        "anna@north.example",
    ],
)
def test_fast_mail_parser_agrees_on_well_formed_fields(value):
    theirs = fast_mail_parser.parse_email(f"To: {value}\r\n\r\n".encode()).to
    assert [(each.display_name or "", each.address) for each in theirs] == [tuple(each) for each in split(value)]


def test_a_hostile_field_takes_linear_time():
    started = time.process_time()
    for value in ("(" * 300_000, '"' * 300_001, "<" * 300_000, "a@b," * 100_000, "a," * 100_000, "[" * 300_000):
        split(value)
    assert time.process_time() - started < 8


@given(st.text(alphabet='a@b.c<>()",;:\\[]= ?王，', max_size=80))
def test_any_field_is_split(value):
    for address in split(value):
        assert address.name or address.email
