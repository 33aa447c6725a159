"""Whatever the message and whatever the edits: the text reads as edited or stays, and nothing else changes."""

from __future__ import annotations

import string

from hypothesis import given, settings
from hypothesis import strategies as st

from maillint.finding import Confidence, Edit, Finding, Grade, Rewrite, Severity, Span
from maillint.message import from_compose, html, read
from maillint.rewrite import rewrite, rewrite_fields
from maillint.rewrite.carriers import HTML, Carrier, bare
from maillint.rewrite.outcome import Refused
from maillint.rewrite.splices import Splice, smallest, spliced
from maillint.rewrite.twins import Twin

WORDS = st.sampled_from(
    [
        "Dear",
        "Tom",
        "next",
        "Monday",
        "å",
        "naïve",
        "下周三",
        "樣品",
        "，",
        "。",
        "!!",
        "🚀",
        "a&b",
        "<x>",
        "=?",
        "=3D",
        ".",
    ]
)
LINES = st.lists(st.lists(WORDS, max_size=6).map(" ".join), max_size=8).map("\n".join)
NEW = st.lists(
    st.sampled_from(["(30 Nov)", "（12月2日）", "new", "&", "<b>", "\n", "\n\n", "é", "三", " "]), max_size=4
).map("".join)
CHARSETS = st.sampled_from(["utf-8", "us-ascii", "iso-8859-1", "gb18030", "gb2312", "big5"])
ENCODINGS = st.sampled_from(["7bit", "8bit", "quoted-printable", "base64"])
QUICK = settings(max_examples=150, deadline=None)


def finding(start, end, new, zone="body"):
    edit = Edit(Span(zone, start, end), new)
    return Finding("date-x", Severity.INFO, Confidence.HIGH, edit.span, "", 1, rewrite=Rewrite(Grade.SAFE, (edit,)))


@st.composite
def edits(draw, text):
    """Up to four edits that do not meet."""
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=8)))
    pairs = zip(cuts[::2], cuts[1::2], strict=False)
    return [finding(start, draw(st.sampled_from([start, end])), draw(NEW)) for start, end in pairs]


def expected(text, findings):
    return spliced(text, [Splice(*one.rewrite.edits[0].span[1:], one.rewrite.edits[0].replacement) for one in findings])


@st.composite
def messages(draw):
    """A text in some charset and encoding, an attachment of any octets, line ends of either kind."""
    end = draw(st.sampled_from([b"\r\n", b"\n"]))
    text, charset, encoding = draw(LINES), draw(CHARSETS), draw(ENCODINGS)
    octets = text.encode(charset, "replace").replace(b"\n", end)
    body = encoded(octets, encoding, end)
    file = encoded(draw(st.binary(max_size=200)), "base64", end)
    flowed = draw(st.sampled_from(["", "; format=flowed", "; format=flowed; delsp=yes"]))
    lines = [
        b"From: a@north.example", b"X-Odd:  kept\t", b'Content-Type: multipart/mixed; boundary="b=1"', b"", b"preamble", b"--b=1",
        f"Content-Type: text/plain; charset={charset}{flowed}".encode(), f"Content-Transfer-Encoding: {encoding}".encode(), b"",
        body, b"--b=1", b"Content-Type: application/x-any; name=a.bin", b"Content-Transfer-Encoding: base64", b"", file, b"--b=1--", b"epilogue", b"",
    ]  # fmt: skip
    return end.join(lines)


def encoded(octets, encoding, end):
    import base64
    import quopri

    if encoding == "base64":
        return base64.encodebytes(octets).replace(b"\n", end).removesuffix(end)
    if encoding == "quoted-printable":
        return quopri.encodestring(octets.replace(b"\r\n", b"\n")).replace(b"\n", end)
    return octets


@given(st.data())
@QUICK
def test_a_message_reads_as_edited_or_stays_and_all_else_is_the_same(data):
    message = data.draw(messages())
    draft = read(message)
    findings = data.draw(edits(draft.text))
    outcome = rewrite(message, findings)
    after = read(outcome.data)
    assert bare(after.text) == bare(expected(draft.text, outcome.applied))
    assert len(outcome.applied) + len(outcome.left) == len(findings)
    assert [one.load() for one in after.attachments] == [one.load() for one in draft.attachments]
    for kept in (b"X-Odd:  kept\t", b"preamble", message.partition(b"Content-Type: application/x-any")[2]):
        assert kept in outcome.data
    if not outcome.applied:
        assert outcome.data == message


TAGS = st.sampled_from(
    [
        "<p>",
        "</p>",
        "<div>",
        "</div>",
        "<br>",
        "<b>",
        "</b>",
        "<i a='>'>",
        "</i>",
        "&nbsp;",
        "&amp;",
        "\n",
        " ",
        "<a href=x>",
        "</a>",
        "<li>",
        "<td>",
        "<!-- x -->",
        "<",
    ]
)


@given(st.data())
@QUICK
def test_html_shows_the_edited_words_or_stays(data):
    source = "".join(data.draw(st.lists(st.one_of(WORDS, TAGS), max_size=25)))
    carrier = Carrier(HTML, html.show(source))
    change = data.draw(edits(carrier.text).map(lambda found: found[:1]))
    for one in change:
        edit = one.rewrite.edits[0]
        wanted = spliced(carrier.text, [Splice(*edit.span[1:], edit.replacement)])
        try:
            after = carrier.changed([Splice(*edit.span[1:], edit.replacement)])
        except Refused:
            continue
        assert after.text.split() == wanted.split()


@given(st.text(string.ascii_letters + " \n!三，", max_size=40), st.text(string.ascii_letters + " \n!三，", max_size=40))
@QUICK
def test_the_smallest_change_is_the_same_change(old, new):
    text = f"<{old}>"
    assert spliced(text, smallest(text, Splice(1, 1 + len(old), new))) == f"<{new}>"


@given(LINES, st.data())
@QUICK
def test_a_twin_of_the_same_words_is_changed_alike(text, data):
    for one in data.draw(edits(text)):
        edit = one.rewrite.edits[0]
        changes = Twin(text, text).changes(Splice(*edit.span[1:], edit.replacement))
        if changes is not None:
            assert spliced(text, changes).split() == expected(text, [one]).split()


@given(LINES, st.data())
@QUICK
def test_compose_fields_read_as_edited(text, data):
    fields = {"text": text, "subject": "Update"}
    findings = data.draw(edits(text))
    after, outcome = rewrite_fields(fields, findings)
    assert bare(from_compose(after).text) == bare(expected(text, outcome.applied))
    assert after["subject"] == "Update"


@given(st.binary(max_size=300), st.integers(0, 20), NEW)
@QUICK
def test_any_octets_are_answered(octets, at, new):
    message = b"Subject: x\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\n" + octets
    for data in (octets, message):
        outcome = rewrite(data, [finding(at, at, new), finding(0, 1, "Ny", zone="subject")])
        assert outcome.applied or outcome.data == data


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=120))
@QUICK
def test_any_subject_is_read_back(subject):
    outcome = rewrite(b"To: a@b.example\nSubject: x\n\nHi\n", [finding(0, 1, subject, zone="subject")])
    after = read(outcome.data).subject
    assert after == (subject.strip() if outcome.applied else "x")
