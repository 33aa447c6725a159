"""Quotes of HTML in drafts of plain text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maillint.message import read
from maillint.rewrite.quoting import marked

HEAD = (
    "From: Anna Berg <anna.berg@north.example>\nTo: Tom Reed <tom.reed@south.example>\nSubject: Re: Malmö\n"
    "MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n"
)
GMAIL = (
    '<div>Hi Tom,</div><div>Fine.</div><div class="gmail_quote"><div class="gmail_attr">On Tue, 24 Nov 2026 at 09:00, '
    'Tom Reed &lt;tom@south.example&gt; wrote:<br></div><blockquote class="gmail_quote"><div>The crane is in Malmö 🏗</div>'
    "<div><br></div><div>Tom</div><blockquote>吊车在哪儿？<br>王芳</blockquote></blockquote></div>"
)
OUTLOOK = (
    '<p>Hi Tom,</p><p>Fine.</p><div style="border:none;border-top:solid #E1E1E1 1.0pt"><p><b>From:</b> Tom Reed<br>'
    "<b>Sent:</b> Tuesday<br><b>To:</b> Anna<br><b>Subject:</b> Malmö</p></div><p>The crane is in Malmö</p>"
)


def draft(html):
    return read((HEAD + html).encode())


def test_each_quote_around_a_line_is_a_mark_before_it():
    assert marked(draft(GMAIL), 0).split("\n")[2:] == [
        "On Tue, 24 Nov 2026 at 09:00, Tom Reed <tom@south.example> wrote:",
        "> The crane is in Malmö 🏗",
        ">",
        "> Tom",
        ">> 吊车在哪儿？",
        ">> 王芳",
    ]


def test_what_outlook_quotes_below_a_header_stays_as_outlook_has_it():
    assert marked(draft(OUTLOOK), 0) == draft(OUTLOOK).text


def test_plain_text_has_its_marks_already():
    plain = read(HEAD.replace("text/html", "text/plain").encode() + "Ja!\n\n> 好\n> <blockquote>å\n".encode())
    assert marked(plain, 0) == plain.text


@pytest.mark.parametrize("start", [0, 5])
def test_only_marks_are_added(start):
    lines = marked(draft(GMAIL), start).split("\n")
    assert [line.lstrip("> ") for line in lines] == draft(GMAIL).text[start:].split("\n")


@given(
    st.lists(st.sampled_from(["<blockquote>", "</blockquote>", "<p>", "å", "字", " ", "&gt;", "<br>", "<!--", "-->"]))
)
def test_any_markup_keeps_its_lines(pieces):
    read_in = draft("".join(pieces))
    assert len(marked(read_in, 0).split("\n")) == len(read_in.text.split("\n"))
