"""Emphasis, quotes and signatures as the markup tells them."""

import pytest

from maillint.message.html import show


def looks(source):
    shown = show(source)
    plain = {"bold": False, "italic": False, "underline": False, "colour": "", "background": "", "size": ""}
    return [
        (
            shown.text[style.start : style.end],
            {key: getattr(style, key) for key in plain if getattr(style, key) != plain[key]},
        )
        for style in shown.styles
    ]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (
            "<b>bold</b> <i>italic</i> <u>under</u>",
            [("bold", {"bold": True}), ("italic", {"italic": True}), ("under", {"underline": True})],
        ),
        ("<strong>one</strong> <strong>two</strong>", [("one two", {"bold": True})]),
        ("<b>one <i>two</i></b>", [("one", {"bold": True}), ("two", {"bold": True, "italic": True})]),
        (
            "<span style='FONT-WEIGHT: 700; color: rgb(255, 0, 0)'>紧急</span>通知",
            [("紧急", {"bold": True, "colour": "#ff0000"})],
        ),
        ("<b>x<span style='font-weight:normal'>y</span></b>", [("x", {"bold": True})]),
        ("<font color=red size=5>Wichtig</font> ist das nicht", [("Wichtig", {"colour": "red", "size": "x-large"})]),
        ("see <mark>here</mark>", [("here", {"background": "yellow"})]),
        ("<span style='background:yellow;mso-highlight:yellow'>hier</span> dort", [("hier", {"background": "yellow"})]),
        ("<div style='background:#f00'>layout</div>", []),
        ("<span style='color:black'>a</span><span style='color:#222222'>b</span><font color=windowtext>c</font>", []),
        ("a <a href='x'><span style='color:blue;text-decoration:underline'>link</span></a>", []),
        ("a <a name='x'><u>no link</u></a>", [("no link", {"underline": True})]),
        ("<h1>Title</h1>a text that is longer", [("Title", {"bold": True, "size": "2em"})]),
        ("a <del>b</del> <sub>c</sub>", []),
    ],
)
def test_emphasis(source, expected):
    assert looks(source) == expected


def test_what_most_of_the_text_looks_like_is_no_emphasis():
    body = "<div style='font-size:14px;color:#1F497D'>请确认交货日期，谢谢。</div>"
    assert looks(f"{body}<div style='font-size:24px'>大</div>") == [("大", {"size": "24px"})]
    quote = "<blockquote><div style='font-size:10px'>" + "long quoted text " * 20 + "</div></blockquote>"
    assert "14px" not in str(looks(body + quote))


def test_a_whole_text_in_red_stays_red():
    assert looks("<p style='color:red'>everything is urgent</p>") == [("everything is urgent", {"colour": "red"})]


QUOTES = {
    "gmail": '<div>mine</div><div class="gmail_quote"><div class="gmail_attr">On Monday Tom wrote:<br></div><blockquote class="gmail_quote">theirs</blockquote></div>',
    "gmail forward": '<div>mine</div><div class="gmail_quote">---------- Forwarded message<br>theirs</div>',
    "apple": "<div>mine</div><blockquote type=cite>theirs</blockquote>",
    "thunderbird": '<p>mine</p><div class="moz-cite-prefix">On Monday Tom wrote:</div><blockquote type="cite">theirs</blockquote>',
    "outlook on the web": '<div>mine</div><div id="appendonsend"></div><hr><div id="divRplyFwdMsg"><b>From:</b> Tom</div><div>theirs</div>',
    "outlook": "<p class=MsoNormal>mine</p><div><div style='border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm'><p class=MsoNormal><b>From:</b> Tom</p></div></div><p>theirs</p>",
    "outlook ios": '<div>mine</div><div id="mail-editor-reference-message-container">theirs</div>',
    "yahoo": '<div>mine</div><div id="ydp1yahoo_quoted_123" class="ydp1yahoo_quoted">theirs</div>',
    "163": '<div>mine</div><blockquote id="isReplyContent" style="BORDER-LEFT: #ccc 1px solid">theirs</blockquote>',
    "qq": '<div>mine</div><div style="font-size: 12px;font-family: Arial Narrow;padding:2px 0 2px 0;">---原始邮件---</div><div>theirs</div>',
    "foxmail": '<div>mine</div><blockquote style="margin-Top: 0px; margin-Bottom: 0px; margin-Left: 0.5em">theirs</blockquote>',
    "proton": '<div>mine</div><div class="protonmail_quote">theirs</div>',
}


@pytest.mark.parametrize("source", QUOTES.values(), ids=QUOTES.keys())
def test_quotes(source):
    shown = show(source)
    assert [mark.kind for mark in shown.marks] == ["quote"]
    marked = shown.text[shown.marks[0].start : shown.marks[0].end]
    assert "theirs" in marked
    assert shown.text.removesuffix(marked).strip() == "mine"


def test_words_between_the_quotes_of_a_gmail_reply_are_the_authors():
    source = (
        '<div class="gmail_quote"><div class="gmail_attr">On Monday Tom wrote:</div>'
        '<blockquote class="gmail_quote">one?</blockquote><div>yes</div><blockquote class="gmail_quote">two?</blockquote><div>no</div></div>'
    )
    shown = show(source)
    assert [shown.text[mark.start : mark.end] for mark in shown.marks] == ["On Monday Tom wrote:\none?", "two?"]


def test_an_indented_paragraph_is_no_quote():
    assert show('<blockquote style="margin:0 0 0 40px;border:none;padding:0px">indented</blockquote>').marks == ()


@pytest.mark.parametrize(
    "source",
    [
        '<div>text</div><div class="gmail_signature">Åse<br>CEO</div>',
        '<p>text</p><pre class="moz-signature">Åse\nCEO</pre>',
        '<div>text</div><div id="Signature"><p style="margin:0">Åse</p><p style="margin:0">CEO</p></div>',
        '<div>text</div><div id="ms-outlook-mobile-signature">Åse<br>CEO</div><div class="gmail_quote">old</div>',
        '<div>text</div><hr id="FMSigSeperator"><div>Åse</div><div>CEO</div><blockquote>old</blockquote>',
        '<div>text</div><div class="ntes_sign"><div>Åse</div><div>CEO</div></div>',
    ],
)
def test_signatures(source):
    shown = show(source)
    mark = next(mark for mark in shown.marks if mark.kind == "signature")
    assert shown.text[mark.start : mark.end] == "Åse\nCEO"


def test_a_signature_in_a_quote_is_part_of_the_quote():
    shown = show('<blockquote type=cite>theirs<div class="gmail_signature">Tom</div></blockquote>')
    assert [mark.kind for mark in shown.marks] == ["quote"]
