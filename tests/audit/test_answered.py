"""The time of the message that is answered, from what mail programs write above a quote."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maillint.audit.answered import answered
from maillint.message import read

SHANGHAI = timezone(timedelta(hours=8))
ASKED = datetime(2026, 11, 25, 10, 4, tzinfo=SHANGHAI)


def reply(quote: str, date: str = "Fri, 27 Nov 2026 09:00:00 +0800", own: str = "Gern, Åse.\n\nBest,\nTom") -> bytes:
    head = f"From: Åse <ase@north.example>\nTo: Tom <tom@south.example>\nSubject: Re: Tent\nDate: {date}\n"
    return f"{head}Content-Type: text/plain; charset=utf-8\n\n{own}\n\n{quote}\n".encode()


@pytest.mark.parametrize(
    "head",
    [
        "On Wed, Nov 25, 2026 at 10:04 AM Tom Reed <tom@south.example> wrote:",
        "On Wed, 25 Nov 2026 at 10:04, Tom Reed\n<tom@south.example> wrote:",
        "On 25 Nov 2026, at 10:04, Tom Reed <tom@south.example> wrote:",
        "On 25/11/2026 10:04, Tom Reed wrote:",
        "On 11/25/26 10:04, Tom Reed wrote:",
        'At 2026-11-25 10:04:00, "Tom" <tom@south.example> wrote:',
        "On Wed, 25 Nov 2026 03:04:00 +0100, Tom wrote:",
        "On Wed, 25 Nov 2026 02:04:00 GMT, Tom wrote:",
        "王芳 <wang@south.example> 于2026年11月25日周三 10:04写道：",
        "王芳 <wang@south.example> 於 2026年11月25日 週三 上午10:04寫道：",
        "在 2026年11月25日，10:04，王芳 <wang@south.example> 写道：",
        "在 2026-11-25 10:04:00，“王芳” <wang@south.example> 写道：",
        "2026年11月25日 上午10:04，王芳 <wang@south.example> 写道：",
    ],
)
def test_attributions_of_gmail_apple_thunderbird_and_netease(head: str) -> None:
    assert moment(reply(f"{head}\n> 请问帐篷几点搭好？⛺\n> Tom")) == ASKED


@pytest.mark.parametrize(
    "head",
    [
        "From: Tom Reed <tom@south.example>\nSent: Wednesday, November 25, 2026 10:04 AM\nTo: Åse\nSubject: Tent",
        "From: Tom Reed <tom@south.example>\nDate: Wednesday, 25 November 2026 at 10:04\nTo: Åse\nSubject: Tent",
        "发件人: 王芳 <wang@south.example>\n发送时间: 2026年11月25日 10:04\n收件人: Åse\n主题: 帐篷",
        "寄件者: 王芳 <wang@south.example>\n寄件日期: 2026年11月25日 上午 10:04\n收件者: Åse\n主旨: 帳篷",
        (
            "------------------ 原始邮件 ------------------\n发件人: 王芳 <wang@south.example>;\n"
            "发送时间: 2026年11月25日(星期三) 上午10:04\n收件人: Åse <ase@north.example>;\n主题: 帐篷"
        ),
        "发件人： 王芳\n发送时间： 2026-11-25 10:04\n收件人： Åse\n主题： 帐篷",
    ],
)
def test_copied_heads_of_outlook_qq_and_foxmail(head: str) -> None:
    assert moment(reply(f"{head}\n\n请问帐篷几点搭好？⛺\n\n王芳")) == ASKED


def test_the_newest_of_several_quotes_counts() -> None:
    older = "> > On 20 Nov 2026, at 08:00, Åse wrote:\n> > > Where?"
    assert moment(reply(f"On 25 Nov 2026, at 10:04, Tom wrote:\n> There.\n> \n{older}")) == ASKED


def test_midnight_as_windows_writes_it_in_chinese() -> None:
    found = moment(reply("2026年11月25日 上午12:04，王芳 <wang@south.example> 写道：\n> 好"))
    assert found == datetime(2026, 11, 25, 0, 4, tzinfo=SHANGHAI)


def test_of_two_readings_the_one_that_can_be_is_taken() -> None:
    assert moment(reply("On 12/11/2026 10:04, Tom wrote:\n> When?")) == datetime(2026, 11, 12, 10, 4, tzinfo=SHANGHAI)
    assert moment(reply("On 05/11/2026 10:04, Tom wrote:\n> When?")) is None, "5 November or 11 May: both can be"


@pytest.mark.parametrize(
    "quote",
    [
        "On 30 Nov 2026, at 10:04, Tom wrote:\n> This was sent after its answer: a clock is wrong.",
        "On 25 Nov 2019, at 10:04, Tom wrote:\n> An old thread.",
        "Tom wrote:\n> We meet on 25 Nov 2026 at 10:04.",
        "> We meet on 25 Nov 2026 at 10:04.",
        "",
    ],
)
def test_what_says_no_time_gives_none(quote: str) -> None:
    assert moment(reply(quote)) is None


def test_a_draft_without_a_date_has_no_zone_to_read_the_time_in() -> None:
    data = reply("On 25 Nov 2026, at 10:04, Tom wrote:\n> Where?").replace(b"Date: Fri, 27", b"X-Date: Fri, 27")
    assert moment(data) is None


def test_a_forwarded_message_is_not_answered() -> None:
    data = reply(
        "---------- Forwarded message ---------\nFrom: Tom <tom@south.example>\nDate: Wed, 25 Nov 2026 at 10:04"
    )
    assert moment(data.replace(b"Re: Tent", b"Fwd: Tent")) is None


@given(st.text(max_size=300))
def test_odd_quotes_raise_nothing(quote: str) -> None:
    assert (found := answered(read(reply(f"On {quote} wrote:\n> å")))) is None or found > 0


def moment(data: bytes) -> datetime | None:
    found = answered(read(data))
    return None if found is None else datetime.fromtimestamp(found, UTC)
