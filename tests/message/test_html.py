"""HTML to the text a reader sees."""

import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from maillint.message.html import show

OUTLOOK = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta charset=utf-8><style><!--
/* Style Definitions */
p.MsoNormal, li.MsoNormal {margin:0cm; font-size:11.0pt;}
--></style><!--[if gte mso 9]><xml><o:shapedefaults/></xml><![endif]--></head>
<body lang=EN-US link="#0563C1"><div class=WordSection1>
<p class=MsoNormal>Dear Håkon,<o:p></o:p></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoNormal><span lang=EN-US>The pump arrives on 27&nbsp;November 2026 and is
installed the same day.<o:p></o:p></span></p>
<p class=MsoListParagraph><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>crane, 20&nbsp;t<o:p></o:p></p>
</div></body></html>"""


def test_an_outlook_message():
    assert show(OUTLOOK).text == (
        "Dear Håkon,\n\nThe pump arrives on 27 November 2026 and is installed the same day.\n• crane, 20 t"
    )


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("", ""),
        ("plain words", "plain words"),
        ("<p>One</p><p>Two</p>", "One\n\nTwo"),
        ("<p>One<p>Two", "One\n\nTwo"),
        ("<p style='margin:0'>One</p><p style='margin:0'>Two</p>", "One\nTwo"),
        ("<style>P {margin-top:0;margin-bottom:0;}</style><p>One</p><p>Two</p>", "One\nTwo"),
        ("<style>p{margin-top:0}</style><p>One</p><p>Two</p>", "One\n\nTwo"),
        ("one<br>two<br/>three<br>\n<br>four", "one\ntwo\nthree\n\nfour"),
        ("<div>one<br></div><div>two</div><div><br></div><div>three</div>", "one\ntwo\n\nthree"),
        ("<div>one</div><div>&nbsp;</div><div>two</div>", "one\n\ntwo"),
        ("<div>one</div><div>\u200b</div><div>two</div>", "one\n\ntwo"),
        ("<div>one</div>\n<div> </div>\n<div></div><div>two</div>", "one\ntwo"),
        ("a  lot\t of\n\n space", "a lot of space"),
        ("two&nbsp; spaces and 10&#160;kg", "two  spaces and 10 kg"),
        ("&nbsp;&nbsp;indented", "  indented"),
        ("　　段首空两格", "　　段首空两格"),
        ("你好\n世界, hello\nworld", "你好世界, hello world"),
        (
            "R&amp;D, AT&T, &lt;b&gt; &copy &euro;5 &#8217;&#x4f60;&#146; &unknown; &",
            "R&D, AT&T, <b> © €5 ’你’ &unknown; &",
        ),
        ("soft&shy;hyphen, zero\u200bwidth", "softhyphen, zerowidth"),
        ("👩\u200d💻", "👩\u200d💻"),
        ("1 < 2 <3 a<b", "1 < 2 <3 a<b"),
        ("if a<b then", "if a<b then"),
        ('<a title="a > b" href="x">link</a>', "link"),
        ("<a title='unclosed>link</a> tail", "link tail"),
        ("<ul><li>one<li>two</ul>after", "- one\n- two\n\nafter"),
        ("<ol start=3><li>c</li><li>d</li></ol>", "3. c\n4. d"),
        ("<ul><li>one<ul><li>deep</li></ul></li><li>two</li></ul>", "- one\n- deep\n- two"),
        ("<table><tr><td>Item<td>Price<tr><td>Pump<td>€ 90</table>end", "Item\tPrice\nPump\t€ 90\nend"),
        ("<table><tr><td><p>a</p></td><td><p>b</p><p>c</p></td></tr><tr><td>d</td></tr></table>", "a\tb\n\nc\nd"),
        ("<pre>\nline  1\n  line &lt;2\n</pre>end", "line  1\n  line <2\nend"),
        ("<div style='white-space: pre-wrap'>a  b\nc</div>", "a  b\nc"),
        ("seen<span style='display:none'>hidden<p>too</p></span>!", "seen!"),
        ("<div style='max-height:0;overflow:hidden'>preheader</div>Hello", "Hello"),
        ("<head><title>no</title></head><body>yes</body>", "yes"),
        ("<head><title>no</title><body>yes", "yes"),
        ("<script>if (a<b) document.write('<p>')</script>yes<style>p{}</style>", "yes"),
        ("a<!-- <b>no</b> -->b<!--[if mso]>no<![endif]-->c<!--[if !mso]><!-->d<!--<![endif]-->", "abcd"),
        ("a<!-- never closed", "a<!-- never closed"),
        ("<html><body>one</body></html> after the end", "one after the end"),
        ("<h1>Title</h1>text<hr>more", "Title\n\ntext\nmore"),
        ("<img src='data:image/png;base64,AAAA' alt='logo'>text", "text"),
        ("x</p>y</br>z</span></div>", "x\n\ny\nz"),
        ("<select><option>no</option></select>yes", "yes"),
        ("<dl><dt>Term<dd>meaning</dl>", "Term\nmeaning"),
        ("VIAG</>RA, b</ foo>c<?x?>d<!y>e", "VIAGRA, bcde"),
        ("nul\0l", "null"),
        ("<!DOCTYPE html><?xml version='1.0'?>text", "text"),
        ("trailing space <br> leading", "trailing space\nleading"),
    ],
)
def test_what_the_reader_sees(source, text):
    assert show(source).text == text


TAGS = st.sampled_from(
    [
        "<p>",
        "</p>",
        "<b>",
        "</b>",
        "<br>",
        "<div>",
        "</div>",
        "<ul>",
        "<li>",
        "</ul>",
        "<td>",
        "<tr>",
        "<table>",
        "</table>",
        "<pre>",
        "</pre>",
        "<blockquote>",
        "</blockquote>",
        "<span style='mso-list:Ignore'>",
        "</span>",
        "<style>",
        "</style>",
        '<a href="',
        '">',
        "<!--",
        "-->",
        "<",
        "&nbsp;",
        "&amp;",
        "\xa0",
        "\u200b",
        " ",
        "  ",
        "\n",
        "·",
        "a",
        "你",
        "好的",
        "word",
    ]
)


@given(st.lists(TAGS, max_size=40).map("".join))
@example("<span style='mso-list:Ignore'>·</span>a")
def test_segments_lead_back_to_the_source(source):
    shown = show(source)
    end = source_end = 0
    for segment in shown.segments:
        assert end <= segment.start < segment.end <= len(shown.text)
        assert source_end <= segment.source_start < segment.source_end <= len(source)
        seen, written = shown.text[segment.start : segment.end], source[segment.source_start : segment.source_end]
        if len(seen) == len(written):
            assert seen == written
        end, source_end = segment.end, segment.source_end
    covered = {offset for segment in shown.segments for offset in range(segment.start, segment.end)}
    assert set("".join(char for offset, char in enumerate(shown.text) if offset not in covered)) <= set(
        "\n\t -.0123456789 •"
    )


@given(st.text(max_size=200))
def test_any_source_is_shown(source):
    shown = show(source)
    assert shown.source == source
    assert not shown.text.startswith("\n")


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cc", "Cf", "Zs", "Zl", "Zp"]), max_size=60))
def test_escaped_words_come_back(text):
    escaped = text.replace("&", "&amp;").replace("<", "&lt;")
    assert show(f"<p>{escaped}</p>").text == text


@pytest.mark.parametrize(
    "source",
    [
        "<" * 500_000,
        "<a " * 200_000,
        '<a x="' * 100_000 + ">",
        "</b>" * 100_000,
        "<b>" * 100_000 + "</i>" * 100_000,
        "<p>" + "<b>" * 600 + "<td>" + "</p>" * 100_000,
        "<!--" * 100_000,
        "<title>" * 50_000 + "</" * 100_000,
        " " * 1_000_000,
        "&" * 500_000,
        "<a " + "x=1 " * 100_000 + ">",
        "<blockquote>" * 50_000,
    ],
    ids=lambda source: source[:12],
)
def test_hostile_sources_take_linear_time(source):
    started = time.process_time()
    show(source)
    assert time.process_time() - started < 4
