"""The message that a draft answers: its words, its questions, and how many more hang below."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maillint.message import from_compose
from maillint.message.answered import answered, questions, quote_depth


def reply(text):
    return from_compose({"from": "Åsa <asa@north.example>", "to": "Tom <tom@south.example>", "text": text})


GMAIL = """Fine.

Åsa

On Tue, 24 Nov 2026 at 16:02, Tom Reed <tom@south.example> wrote:
> Hi Åsa,
>
> Oak or beech?
> Tom
>
> On Mon, 23 Nov 2026 at 09:00, Åsa wrote:
>> What is open?
"""
OUTLOOK = """Fine.

From: Tom Reed <tom@south.example>
Sent: Tuesday, 24 November 2026 16:02
To: Åsa <asa@north.example>
Subject: Worktop

Oak or beech?

From: Åsa <asa@north.example>
Sent: Monday, 23 November 2026 09:00
To: Tom Reed <tom@south.example>
Subject: Worktop

What is open?
"""
FOXMAIL = """好的

发件人： 李明 <li.ming@south.example>
发送时间： 2026-11-24 16:02
收件人： 王芳 <wang.fang@north.example>
主题： 台面

用橡木还是榉木？

在 2026-11-23 09:00:31，"王芳" <wang.fang@north.example> 写道：
>还有什么没定？
"""


@pytest.mark.parametrize("text", [GMAIL, OUTLOOK])
def test_the_newest_quoted_message_is_what_was_answered(text):
    assert questions(answered(reply(text))) == ["Oak or beech"]
    assert quote_depth(reply(text)) == 2


def test_chinese_mail_programs_quote_too():
    assert answered(reply(FOXMAIL)) == "用橡木还是榉木？"
    assert quote_depth(reply(FOXMAIL)) == 2


def test_nothing_quoted_is_nothing_answered():
    assert answered(reply("Hi Tom,\n\nOak or beech?\n\nÅsa")) == ""
    assert quote_depth(reply("Hi Tom,\n\nAll is well.\n\nÅsa")) == 0


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Who comes?? When?", ["Who comes", "When"]),
        ("- Oak?\n- Beech?", ["Oak", "Beech"]),
        ("See https://north.example/list?page=2 for all.", []),
        ("几点到？带几个人？", ["几点到", "带几个人"]),
        ("誰簽名？😀", ["誰簽名"]),
        ("Nothing asked. ???", []),
    ],
)
def test_questions_end_with_their_mark(text, found):
    assert questions(text) == found


@given(st.text(alphabet=">?？. \nOn wrote:aB是From", max_size=300))
def test_no_quote_is_too_odd(text):
    draft = reply(f"Fine.\n\nOn 24 Nov 2026, Tom wrote:\n{text}")
    asked = answered(draft)
    assert quote_depth(draft) >= 0
    assert all(question in asked for question in questions(asked))
