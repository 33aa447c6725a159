"""Changes of HTML: words in their markup, lines where the page has lines."""

from __future__ import annotations

import pytest

from maillint.message import html
from maillint.rewrite.carriers import HTML, Carrier
from maillint.rewrite.outcome import Refused
from maillint.rewrite.splices import Splice


def changed(source, old, new, at=None):
    carrier = Carrier(HTML, html.show(source))
    start = carrier.text.index(old) if at is None else at
    return carrier.changed([Splice(start, start + len(old), new)]).shown.source


@pytest.mark.parametrize(
    ("source", "old", "new", "wanted"),
    [
        ("<p>on <b>Mon</b>day</p>", "Monday", "Tuesday", "<p>on <b>Tuesday</b></p>"),
        ("<p>DEAR <i>ALL</i>, HELLO</p>", "DEAR ALL, HELLO", "Dear all, hello", "<p>Dear <i>all</i>, hello</p>"),
        ("<p>a&amp;b &lt;now&gt;!!</p>", "!!", ".", "<p>a&amp;b &lt;now&gt;.</p>"),
        ("<p>a&nbsp;&nbsp;teh&#x20;b</p>", "teh", "the", "<p>a&nbsp;&nbsp;the&#x20;b</p>"),
        ("<p>next\r\n   Monday</p>".replace("\r", ""), "Monday", "Monday (30 Nov)", "<p>next\n   Monday (30 Nov)</p>"),
        ("<p>★★★ <b>Sale</b> ★★★</p>", "★★★ Sale ★★★", "Sale", "<p><b>Sale</b></p>"),
        ("<p>下周<b>三</b>寄出</p>", "下周三", "下周三（12月2日）", "<p>下周<b>三（12月2日）</b>寄出</p>"),
        ("<p>it is &#128640; now</p>", " 🚀", "", "<p>it is now</p>"),
        ('<p title="teh > x">teh plan</p>', "teh", "the", '<p title="teh > x">the plan</p>'),
        ("<p>teh</p><!-- <p>teh</p> --><style>teh{}</style>", "teh", "the", "<p>the</p><!-- <p>teh</p> --><style>teh{}</style>"),
        ('<a href="x">next week</a>, then', "week", "week <1>", '<a href="x">next week</a> &lt;1&gt;, then'),
        ("<pre>a  teh\n  b</pre>", "teh", "the", "<pre>a  the\n  b</pre>"),
    ],
)  # fmt: skip
def test_markup_entities_and_white_space_stay(source, old, new, wanted):
    assert changed(source, old, new) == wanted


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        ("<p>See you.</p><p>Anna</p>", "<p>Hi Tom,</p><p>See you.</p><p>Anna</p>"),
        ('<div id="a" dir="ltr">See you.</div>', '<div id="a" dir="ltr">Hi Tom,</div><div dir="ltr"><br></div><div dir="ltr">See you.</div>'),
        ("<p class=MsoNormal><span>See you.</span></p>", "<p class=MsoNormal><span>Hi Tom,</span></p><p class=MsoNormal><span>&nbsp;</span></p><p class=MsoNormal><span>See you.</span></p>"),
        ("See you.<br>Anna", "Hi Tom,<br><br>See you.<br>Anna"),
        ("<ul><li>See you.</li></ul>", None),
        ("<table><tr><td>See you.</td></tr></table>", "<table><tr><td>Hi Tom,<br><br>See you.</td></tr></table>"),
    ],
)  # fmt: skip
def test_a_salutation_becomes_a_block_like_the_first_one(source, wanted):
    if wanted is None:
        with pytest.raises(Refused):
            changed(source, "", "Hi Tom,\n\n", at=0)
    else:
        assert changed(source, "", "Hi Tom,\n\n", at=0) == wanted


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        ("<p>See you.</p>\n<p></p>", "<p>See you.</p><p>Best regards,</p>\n<p></p>"),
        (
            "<div>See <b>you.</b></div>",
            "<div>See <b>you.</b></div><div><b><br></b></div><div><b>Best regards,</b></div>",
        ),
        ("<body>See you.<br></body>", "<body>See you.<br><br>Best regards,<br></body>"),
    ],
)
def test_a_closing_becomes_a_block_like_the_last_one(source, wanted):
    assert changed(source, "", "\n\nBest regards,", at=len("See you.")) == wanted


def test_a_closing_goes_before_the_signature_not_into_its_container():
    source = '<div>See you.</div><div><br></div><div class="gmail_signature">Anna Berg</div>'
    made = changed(source, "", "Best regards,\n", at=len("See you.\n\n"))
    assert made.endswith('<div class="gmail_signature">Anna Berg</div>')
    assert html.show(made).text.split() == ["See", "you.", "Best", "regards,", "Anna", "Berg"]


def test_a_long_paragraph_is_cut_in_two():
    assert changed("<p style='x'>One. Two.</p>", " ", "\n\n", at=4) == "<p style='x'>One.</p><p style='x'>Two.</p>"
    assert changed("<p>One.\nTwo.</p>", " ", "\n\n", at=4) == "<p>One.</p><p>Two.</p>"


@pytest.mark.parametrize("source", ["<ul><li>one</li><li>two</li></ul>", "<p>one</p><p>two</p>"])
def test_a_line_break_that_the_page_makes_is_not_taken_out(source):
    text = html.show(source).text
    with pytest.raises(Refused):
        changed(source, text, "one two")
