"""What mail programs and servers put around the words: Outlook's and Gmail's HTML, and the header fields of the way."""

from __future__ import annotations

import base64
from email.utils import format_datetime
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime
    from random import Random

_FONTS = ("Wingdings", '"Cambria Math"', "Calibri", "等线", "Aptos", '"Segoe UI Emoji"', '"\\@等线"')
_RULES = ("p.MsoNormal, li.MsoNormal, div.MsoNormal", "a:link, span.MsoHyperlink", "p.msonormal0", "span.EmailStyle19")
_LEVEL = """@list l{list}:level{level}
	{{mso-level-number-format:bullet;
	mso-level-text:o;
	mso-level-tab-stop:none;
	mso-level-number-position:left;
	text-indent:-18.0pt;
	font-family:"Courier New";}}
"""
_STYLE = (
    "/* Font Definitions */\n"
    + "".join(f"@font-face\n\t{{font-family:{font};\n\tpanose-1:2 15 5 2 2 2 4 3 2 4;}}\n" for font in _FONTS)
    + "/* Style Definitions */\n"
    + "".join(
        f'{rule}\n\t{{margin:0cm;\n\tfont-size:11.0pt;\n\tfont-family:"Calibri",sans-serif;}}\n' for rule in _RULES
    )
    + "/* List Definitions */\n"
    + "".join(_LEVEL.format(list=number // 9, level=number % 9 + 1) for number in range(18))
)
OUTLOOK_HEAD = (
    '<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40">\n<head>\n'
    '<meta name="Generator" content="Microsoft Word 15 (filtered medium)">\n'
    f"<style><!--\n{_STYLE}--></style>\n</head>\n"
    '<body lang="EN-GB" link="#0563C1" vlink="#954F72">\n<div class="WordSection1">\n'
)
_PARAGRAPH = '<p class="MsoNormal"><span lang="EN-US" style="mso-fareast-language:EN-US">{}<o:p></o:p></span></p>\n'
_FIELDS = (
    '<div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm"><p class="MsoNormal">'
    "<b>From:</b> {sender} &lt;box@south.example&gt; <br><b>Sent:</b> {date}<br><b>To:</b> {reader} "
    "&lt;box@north.example&gt;<br><b>Subject:</b> {subject}<o:p></o:p></p></div>\n"
)
BREAK = "<br>"


def outlook(text: str, quotes: Sequence[str], **fields: str) -> str:
    """The HTML of Outlook: a paragraph a line, and each message answered below its header block."""
    blocks = [_rows(text), *(_FIELDS.format_map(fields) + _rows(quote) for quote in quotes)]
    return OUTLOOK_HEAD + "".join(blocks) + "</div>\n</body>\n</html>\n"


def _rows(text: str) -> str:
    return "".join(_PARAGRAPH.format(escape(row) or "&nbsp;") for row in text.split("\n"))


def gmail(text: str, quotes: Sequence[str], attribution: str) -> str:
    """The HTML of Gmail: a division a line, and the messages answered in nested blockquotes."""
    markup = ""
    for quote in reversed(quotes):
        markup = (
            f'<br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">{escape(attribution)}<br></div>'
            '<blockquote class="gmail_quote" style="margin:0px 0px 0px 0.8ex;border-left:1px solid rgb(204,204,204)">'
            f"{_divisions(quote)}{markup}</blockquote></div>"
        )
    return f'<div dir="ltr">{_divisions(text)}</div>{markup}\n'


def _divisions(text: str) -> str:
    return "".join(f"<div>{escape(row) or BREAK}</div>" for row in text.split("\n"))


def quoted(text: str, quotes: Sequence[str], attribution: str) -> str:
    """Plain text above what it answers, each line of it behind a > for every level."""
    for depth, quote in enumerate(quotes, start=1):
        marks = ">" * depth
        text += f"\n\n{marks[1:]}{attribution}\n" + "\n".join(f"{marks} {line}".rstrip() for line in quote.split("\n"))
    return text


def way(random: Random, date: datetime) -> Iterator[str]:
    """The header fields that servers add to a message on its way, signatures and verdicts included."""
    when = format_datetime(date)
    for hop in range(3):
        yield f"Received: from relay{hop}.north.example (192.0.2.{hop + 7}) by relay{hop + 1}.south.example"
        yield f" (198.51.100.{hop + 7}) with Microsoft SMTP Server (version=TLS1_3,"
        yield f" cipher=TLS_AES_256_GCM_SHA384) id 15.20.9{hop}.12; {when}"
    yield "ARC-Seal: i=1; a=rsa-sha256; s=selector; d=relay.example; cv=none;"
    yield from _blob(random, " b=", 256)
    yield "ARC-Message-Signature: i=1; a=rsa-sha256; c=relaxed/relaxed; d=relay.example;"
    yield " s=selector; h=From:Date:Subject:Message-ID:Content-Type:MIME-Version;"
    yield from _blob(random, " b=", 256)
    yield "Authentication-Results: spf=pass (sender IP is 192.0.2.7)"
    yield " smtp.mailfrom=north.example; dkim=pass (signature was verified)"
    yield " header.d=north.example;dmarc=pass action=none header.from=north.example;"
    yield "DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=north.example;"
    yield " s=mail; h=From:Date:Subject:Message-ID:Content-Type:MIME-Version;"
    yield from _blob(random, " b=", 256)
    yield f"X-MS-Exchange-Organization-Network-Message-Id: {random.getrandbits(128):032x}"
    yield "X-MS-Exchange-Organization-SCL: 1"
    yield "X-MS-Exchange-CrossTenant-AuthSource: relay.example"
    yield "X-MS-Exchange-Transport-EndToEndLatency: 00:00:01.7"
    yield from _blob(random, "X-Microsoft-Antispam-Message-Info: ", 900)


def _blob(random: Random, head: str, octets: int) -> Iterator[str]:
    lines = base64.encodebytes(random.randbytes(octets)).decode("ascii").splitlines()
    yield head + lines[0]
    yield from (f" {line}" for line in lines[1:])
