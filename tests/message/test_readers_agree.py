"""Four readers held against each other: ours, fast-mail-parser, mail-parser and the stdlib.

On sound messages all say the same. On broken ones ours says what was meant; what the others make of it is written
down here, so that a new version of theirs that reads better is noticed.
"""

import email
import email.policy
import logging
import warnings
from email.message import EmailMessage

import fast_mail_parser
import mailparser
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from maillint.message import read

logging.getLogger("mailparser").setLevel(logging.CRITICAL)
SIMPLE = "王经理：您好，朱镕基的报告请于11月27日前回复。"


def by_stdlib(data):
    message = email.message_from_bytes(data, policy=email.policy.default)
    text = message.get_body(("plain",)).get_content()
    return (
        str(message["subject"]),
        text.replace("\r\n", "\n"),
        [part.get_filename() for part in message.iter_attachments()],
    )


def by_fast(data):
    message = fast_mail_parser.parse_email(data)
    return (
        message.subject,
        "".join(message.text_plain).replace("\r\n", "\n"),
        [each.filename for each in message.attachments],
    )


def by_mailparser(data):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        message = mailparser.parse_from_bytes(data)
    text = "".join(message.text_plain).replace("\r\n", "\n")
    return message.subject, text, [each["filename"] for each in message.attachments]


def by_us(data):
    draft = read(data)
    text = draft.text if draft.twin is None else draft.twin
    return draft.subject, text, [each.name for each in draft.attachments]


WORDS = (
    st.text(alphabet="ab å你們的 ，é.", min_size=1, max_size=40).map(lambda text: " ".join(text.split())).filter(bool)
)


@settings(max_examples=40, deadline=None)
@given(
    WORDS,
    WORDS,
    st.sampled_from(["utf-8", "gb18030"]),
    st.sampled_from(["base64", "quoted-printable", "8bit"]),
    st.booleans(),
)
def test_all_readers_agree_on_sound_messages(subject, text, charset, encoding, is_rich):
    message = EmailMessage(policy=email.policy.SMTP)
    message["From"] = "Anna Berg <anna@north.example>"
    message["Subject"] = subject
    message.set_content(f"{text}\n", charset=charset, cte=encoding)
    if is_rich:
        message.add_alternative(f"<p>{text}</p>", subtype="html")
        message.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="报价.pdf")
    data = message.as_bytes()
    readings = [reader(data) for reader in (by_us, by_stdlib, by_fast)]
    assert readings == [(subject, f"{text}\n", ["报价.pdf"] if is_rich else [])] * 3
    theirs = by_mailparser(data)
    assert (theirs[0], theirs[1].strip()) == (subject, text)


BROKEN = {
    "gbk under gb2312": (
        b"Subject: x\r\nContent-Type: text/plain; charset=gb2312\r\n\r\n" + SIMPLE.encode("gbk"),
        SIMPLE,
        {"us", "fast"},
    ),
    "gbk under no label": (b"Subject: x\r\n\r\n" + SIMPLE.encode("gbk"), SIMPLE, {"us"}),
    "gbk under utf-8": (
        b"Subject: x\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" + SIMPLE.encode("gbk"),
        SIMPLE,
        {"us"},
    ),
    "unknown label": (
        b"Subject: x\r\nContent-Type: text/plain; charset=x-unknown\r\n\r\n" + SIMPLE.encode(),
        SIMPLE,
        {"us", "mailparser"},
    ),
    "base64 cut short": (
        b"Subject: x\r\nContent-Transfer-Encoding: base64\r\n\r\naGVsbG8",
        "hello",
        {"us", "mailparser", "stdlib"},
    ),
    "junk line": (b"Subject: x\r\njunk\r\nFrom: a@x.example\r\n\r\nhello", "hello", {"us"}),
    "no boundary": (
        b"Subject: x\r\nContent-Type: multipart/mixed\r\n\r\n--q\r\nContent-Type: text/plain\r\n\r\nhello\r\n--q--",
        "hello",
        {"us"},
    ),
    "8-bit in quoted-printable": (
        b"Subject: x\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
        + SIMPLE.encode()
        + b"=\r\n.",
        SIMPLE + ".",
        {"us", "mailparser", "stdlib"},
    ),
}
READERS = {"us": by_us, "fast": by_fast, "mailparser": by_mailparser, "stdlib": by_stdlib}


@pytest.mark.parametrize(("data", "text", "right"), BROKEN.values(), ids=BROKEN.keys())
def test_on_broken_messages_ours_says_what_was_meant(data, text, right):
    assert {name for name, reader in READERS.items() if reads(reader, data) == text} == right


def reads(reader, data):
    try:
        return reader(data)[1]
    except (fast_mail_parser.ParseError, LookupError, AttributeError, KeyError):
        return None
