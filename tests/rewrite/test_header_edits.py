"""Edits of the header: addressees into Bcc, other names for files; all else to the octet as it was."""

from __future__ import annotations

import email
import email.policy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maillint.finding import Confidence, Finding, Grade, Severity, Span
from maillint.message import from_compose, read
from maillint.rewrite import rewrite, rewrite_fields
from maillint.rule import into_bcc, rename

REST = b"Subject: Closed in May\r\nX-Odd:   folded\r\n\tby hand  \r\nMIME-Version: 1.0\r\n\r\nHello,\r\n\r\nAnna\r\n"
FROM = b"From: =?utf-8?q?Anna_B=C3=A9rg?= <anna@north.example>\r\n"


def done(data, rewriting):
    finding = Finding("x-y", Severity.WARNING, Confidence.HIGH, Span("body", 0, 0), "", 1, rewrite=rewriting)
    return rewrite(data, [finding], Grade.SUGGESTED)


def hidden(fields, *addresses, head=FROM):
    return done(head + fields + REST, into_bcc(addresses)).data.removesuffix(REST).removeprefix(head)


def test_encoded_names_go_along_as_they_are():
    fields = b"To: kim@north.example, =?gb2312?B?wO7D9w==?= <li@south.example>\r\n"
    assert hidden(fields, "li@south.example") == (
        b"To: kim@north.example\r\nBcc: =?gb2312?B?wO7D9w==?= <li@south.example>\r\n"
    )


def test_who_writes_stands_in_a_to_that_would_be_empty():
    assert hidden(b"To: Li <li@south.example>\r\n", "li@south.example") == (
        b"To: =?utf-8?q?Anna_B=C3=A9rg?= <anna@north.example>\r\nBcc: Li <li@south.example>\r\n"
    )


def test_without_a_sender_nobody_stands_there():
    assert hidden(b"To: li@south.example\r\n", "li@south.example", head=b"X: 1\r\n") == (
        b"To: undisclosed-recipients:;\r\nBcc: li@south.example\r\n"
    )


def test_a_cc_that_is_empty_goes_and_a_bcc_that_is_there_grows():
    fields = b"bcc: Eva <eva@east.example>\r\nTO: kim@north.example\r\nCc: a@b.example,\r\n c@d.example\r\n"
    assert hidden(fields, "a@b.example", "c@d.example") == (
        b"bcc: Eva <eva@east.example>, a@b.example, c@d.example\r\nTO: kim@north.example\r\n"
    )


@pytest.mark.parametrize(
    "entry",
    [
        '"Reed, Tom" <tom@s.example>',
        "Reed, Tom <tom@s.example>",
        "tom@s.example (Tom, of S)",
        '"a\\"," <tom@s.example>',
    ],
)
def test_a_name_with_a_comma_in_it_stays_whole(entry):
    fields = b"To: kim@north.example, " + entry.encode() + b", eva@east.example\r\n"
    after = hidden(fields, "tom@s.example")
    assert after == b"To: kim@north.example, eva@east.example\r\nBcc: " + entry.encode() + b"\r\n"


@pytest.mark.parametrize(
    "fields",
    [
        b"To: team: li@south.example, eva@east.example;\r\n",
        b"To: kim@north.example\r\n",
        b"To: \xc0\xee\xc3\xf7 li@south.example eva@east.example\r\n",
    ],
)
def test_what_cannot_be_taken_apart_stays_as_it_was(fields):
    outcome = done(FROM + fields + REST, into_bcc(["li@south.example"]))
    assert (outcome.data, [left.reason for left in outcome.left]) == (FROM + fields + REST, ["header"])


names = st.sampled_from(["", "Tom Reed", "李明", '"Reed, Tom"', "Åsa Öberg", "O'Neil 🚗"])


def entry(name, email_address):
    if not name.isascii():
        name = email.header.Header(name, "utf-8").encode()
    return f"{name} <{email_address}>" if name else email_address


@given(
    st.lists(names, min_size=1, max_size=40), st.lists(names, max_size=5), st.sets(st.integers(0, 44)), st.booleans()
)
def test_nobody_is_lost_doubled_or_called_otherwise(to, cc, chosen, is_folded):
    comma = ",\r\n\t" if is_folded else ", "
    own = [entry(name, f"p{number}@h{number}.example") for number, name in enumerate([*to, *cc])]
    fields = f"To: {comma.join(own[: len(to)])}\r\n" + (f"Cc: {comma.join(own[len(to) :])}\r\n" if cc else "")
    data = FROM + fields.encode() + REST
    going = [f"p{number}@h{number}.example" for number in sorted(chosen) if number < len(own)]
    outcome = done(data, into_bcc(going))
    before, after = read(data), read(outcome.data)
    assert bool(outcome.applied) == bool(going)
    assert sorted({*before.to, *before.cc, *(before.bcc)}) == sorted(
        {*after.to, *after.cc, *after.bcc}
        - ({before.sender} if len(going) >= 1 and before.sender not in before.to else set())
    )
    assert {one.email for one in after.bcc} == set(going)
    assert after.to
    assert outcome.data.endswith(REST)
    assert max(map(len, outcome.data.split(b"\r\n"))) <= 998


def test_the_fields_of_a_compose_window_change_alike():
    fields = {"from": "anna@north.example", "to": ["Li <li@south.example>", "eva@east.example"], "text": "Hello"}
    moving = Finding(
        "x-y", Severity.INFO, Confidence.HIGH, Span("body", 0, 0), "", 1, rewrite=into_bcc(["li@south.example"])
    )
    after, outcome = rewrite_fields(fields, [moving], Grade.SUGGESTED)
    draft = from_compose(after)
    assert [[one.email for one in field] for field in (draft.to, draft.cc, draft.bcc)] == [
        ["eva@east.example"],
        [],
        ["li@south.example"],
    ]
    assert outcome.applied == (moving,)


def test_files_of_a_compose_window_keep_their_names():
    fields = {"from": "anna@north.example", "to": "li@south.example", "text": "Hello", "attachments": ["scan.pdf"]}
    naming = Finding(
        "x-y", Severity.INFO, Confidence.HIGH, Span("body", 0, 0), "", 1, rewrite=rename("scan.pdf", "å.pdf")
    )
    after, outcome = rewrite_fields(fields, [naming], Grade.SUGGESTED)
    assert (after["attachments"], [left.reason for left in outcome.left]) == (["scan.pdf"], ["header"])


PDF = b"%PDF-1.7\r\n\x00\x80\xff" + bytes(range(256))


def mixed(name, *, more=()):
    message = email.message.EmailMessage(policy=email.policy.SMTP)
    message["From"], message["To"], message["Subject"] = "anna@north.example", "li@south.example", "Plan"
    message.set_content("Hello,\n\nthe plan 图纸.\n")
    for own in (name, *more):
        message.add_attachment(PDF, maintype="application", subtype="pdf", filename=own)
    return message.as_bytes()


@pytest.mark.parametrize("old", ["scan0001.pdf", "扫描件.pdf", "scan (2); new.pdf", "Übersicht " * 12 + ".pdf"])
@pytest.mark.parametrize(
    "new",
    ["plan_2026-11-25.pdf", "三号厅平面图和消防通道图以及配电室改造说明_2026-11-25.pdf", "Åre hall & yard (3).pdf"],
)
def test_a_file_gets_its_name_and_keeps_its_octets(old, new):
    data = mixed(old, more=["other.pdf"])
    after = done(data, rename(old, new)).data
    parts = list(email.message_from_bytes(after, policy=email.policy.SMTP).iter_attachments())
    assert [part.get_filename() for part in parts] == [new, "other.pdf"]
    assert [part.get_content() for part in parts] == [PDF, PDF]
    assert [one.name for one in read(after).attachments] == [new, "other.pdf"]
    differing = set(data.split(b"\r\n")) ^ set(after.split(b"\r\n"))
    assert all(b"name" in line for line in differing)


def test_of_two_files_of_one_name_nobody_knows_which_is_meant():
    data = mixed("scan.pdf", more=["scan.pdf"])
    outcome = done(data, rename("scan.pdf", "plan.pdf"))
    assert (outcome.data, [left.reason for left in outcome.left]) == (data, ["header"])


@pytest.mark.parametrize("new", ["", 'a"b.pdf', "a/b.pdf", "a\r\nBcc: x@y.example"])
def test_a_name_that_could_do_harm_is_not_written(new):
    data = mixed("scan.pdf")
    assert done(data, rename("scan.pdf", new)).data == data
