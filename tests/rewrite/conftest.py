"""Messages to rewrite, and findings that say what to put where."""

from __future__ import annotations

import base64
import quopri

import pytest

from maillint.finding import Confidence, Edit, Finding, Grade, Rewrite, Severity, Span
from maillint.message import read

HEAD = (
    "From: Anna Berg <anna@north.example>\r\nTo: =?utf-8?B?5p2O5piO?=\r\n  <li.ming@south.example>\r\n"
    "X-Odd:   folded\r\n\tby hand  \r\nSubject: Delivery of order 4471\r\nDate: Wed, 25 Nov 2026 10:00:00 +0100\r\n"
    "MIME-Version: 1.0\r\n"
)
PDF = b"%PDF-1.7\r\n\x00\x80\xff" + bytes(range(256)) * 3


@pytest.fixture
def finding():
    """``finding(draft, "next Monday", "next Monday (30 November)")``: put words in the place of others."""

    def make(
        draft, old, new, *, grade=Grade.SAFE, zone="body", check="date-relative", at=None, severity=Severity.WARNING
    ):
        text = (draft.subject or "") if zone == "subject" else draft.text
        start = text.index(old) if at is None else at
        edit = Edit(Span(zone, start, start + len(old)), new)
        return Finding(check, severity, Confidence.HIGH, edit.span, old, 4, rewrite=Rewrite(grade, (edit,)))

    return make


@pytest.fixture
def replaced(finding):
    """``replaced(data, ("old", "new"), ...)``: the message rewritten, and how it reads then."""

    def run(data, *pairs, zone="body"):
        from maillint.rewrite import rewrite

        draft = read(data)
        found = [finding(draft, old, new, zone=zone, check=f"date-{n}") for n, (old, new) in enumerate(pairs)]
        outcome = rewrite(draft, found)
        return outcome, read(outcome.data)

    return run


@pytest.fixture
def letter():
    """``letter("text", charset="gb2312", encoding="base64")``: one part in a charset and a transfer encoding."""

    def make(text, *, charset="utf-8", encoding="8bit", kind="plain", more="", end="\r\n"):
        octets = text.replace("\n", end).encode(charset)
        body = {
            "base64": lambda: base64.encodebytes(octets).replace(b"\n", end.encode()),
            "quoted-printable": lambda: quopri.encodestring(octets.replace(b"\r\n", b"\n")).replace(
                b"\n", end.encode()
            ),
        }.get(encoding, lambda: octets)()
        fields = (
            f'Content-Type: text/{kind}; charset="{charset}"{more}\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n'
        )
        return (HEAD + fields).replace("\r\n", end).encode() + body

    return make


@pytest.fixture
def parcel():
    """A plain text, the same in HTML with an image in it, and a PDF, between a preamble and an epilogue."""

    def make(text, html, *, encoding="quoted-printable", more=""):
        plain = quopri.encodestring(text.encode()).replace(b"\n", b"\r\n")
        page = quopri.encodestring(html.encode()).replace(b"\n", b"\r\n")
        if encoding == "base64":
            plain, page = (base64.encodebytes(one.encode()).replace(b"\n", b"\r\n") for one in (text, html))
        cte = f"Content-Transfer-Encoding: {encoding}\r\n"
        pieces = [
            HEAD.encode()
            + b'Content-Type: multipart/mixed; boundary="outer"\r\n\r\nA preamble nobody reads.\r\n--outer\r\n',
            b"Content-Type: multipart/alternative;\r\n boundary=inner\r\n\r\n--inner\r\n",
            f"Content-Type: text/plain; charset=utf-8{more}\r\n{cte}\r\n".encode() + plain + b"\r\n--inner\r\n",
            b"Content-Type: multipart/related; boundary=rel\r\n\r\n--rel\r\n",
            f"Content-type: TEXT/HTML; charset=utf-8\r\n{cte}\r\n".encode() + page + b"\r\n--rel\r\n",
            b"Content-Type: image/png\r\nContent-ID: <logo>\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n--rel--\r\n",
            b"\r\n--inner--\r\n\r\n--outer\r\nContent-Type: application/pdf; name*=utf-8''%E8%A8%88%E5%8A%83.pdf\r\n",
            b"Content-Disposition: attachment\r\nContent-Transfer-Encoding: base64\r\n\r\n",
            base64.encodebytes(PDF).replace(b"\n", b"\r\n") + b"--outer--  \r\nAn epilogue.\r\n",
        ]
        return b"".join(pieces)

    return make
