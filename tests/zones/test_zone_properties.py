"""Whatever the text: zones come in order, never overlap and leave nothing out but blanks."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from maillint.message.zones import cut, is_forward_prefix, prefixes, salutation

PIECES = [
    "Hi Tom,",
    "王总，您好：",
    "> so?",
    ">",
    "On Mon, 23 Nov 2026 at 10:02, Tom Reed <tom@south.example> wrote:",
    "-----Original Message-----",
    "发件人：李明",
    "发送时间：2026年11月24日",
    "收件人：王芳",
    "主题：报价",
    "Best regards,",
    "此致",
    "敬礼！",
    "-- ",
    "Anna Berg",
    "王芳　敬上",
    "P.S. one more",
    "Sent from my iPhone",
    "This e-mail is confidential; if you received it in error, delete it.",
    "____________________",
    "\u3000\u3000",
    "\u200b",
    "å 🎉 一段話。",
    "05/09/2001 08:55 AM",
    "To: Jane",
    "[IMAGE] Dear {{name}},",
    "@李明 好",
    "\r",
    "",
]
INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff"))
TEXTS = st.one_of(
    st.text(max_size=300), st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=20))).map("\n".join)
)


@st.composite
def marked_texts(draw: st.DrawFn) -> tuple[str, list[tuple[str, int, int]]]:
    text = draw(TEXTS)
    places = st.integers(0, len(text))
    mark = st.tuples(st.sampled_from(["quote", "signature"]), places, places)
    return text, draw(st.lists(mark, max_size=4))


@settings(max_examples=300, deadline=None)
@given(marked=marked_texts(), is_forward=st.booleans())
def test_zones_are_in_order_apart_and_complete(
    *, marked: tuple[str, list[tuple[str, int, int]]], is_forward: bool
) -> None:
    text, marks = marked
    zones = cut(
        text,
        sender="Anna Berg 王芳",
        sender_email="anna@north.example",
        readers=[("Tom Reed", "tom@south.example"), ("李明", "li@south.example")],
        marks=marks,
        is_forward=is_forward,
    )
    at = 0
    for zone in zones:
        assert zone.kind in {"salutation", "body", "closing", "signature", "footer", "quote", "forward"}
        assert at <= zone.start < zone.end <= len(text)
        assert not text[at : zone.start].translate(INVISIBLE).strip()
        assert text[zone.start : zone.end].strip()
        at = zone.end
    assert not text[at:].translate(INVISIBLE).strip()
    found = salutation(text, zones)
    assert found is None or text[found.name_start :].startswith(found.name)


@given(
    st.lists(st.sampled_from(["Re: ", "回复：", "AW:", "Fwd: ", "RE[2]: ", "转发: ", "轉寄："]), max_size=4),
    st.text(max_size=30),
)
def test_prefixes_sum_up_to_the_bare_subject(chain: list[str], rest: str) -> None:
    subject = "".join(chain) + rest
    found = prefixes(subject)
    assert subject.startswith("".join(found))
    assert len(found) >= len(chain)


def test_prefixes_of_many_languages_and_what_is_none() -> None:
    assert prefixes("AW: RE: WG: Hotel") == ("AW: ", "RE: ", "WG: ")
    assert prefixes("回复：转发: 报价单") == ("回复：", "转发: ")
    assert prefixes("Re：  報價") == ("Re：  ",)
    assert prefixes("Order: 5 pallets") == ()
    assert prefixes("关于：年会") == ()
    assert [is_forward_prefix(prefix) for prefix in ("Fwd: ", "WG:", "转发：", "轉寄: ", "Re: ", "答复：")] == [
        True
    ] * 4 + [False] * 2


@pytest.mark.parametrize(
    "line",
    [
        "x" * 1000,
        "> y",
        "On Mon, 3 Nov 2025 Tom wrote:",
        "--",
        "From: a@b.example",
        "Thanks,",
        "谢谢",
        "王总：",
        "> a\n\nb",
        "wrote:",
        "",
    ],
)
def test_a_megabyte_of_anything_takes_seconds_at_most(line: str) -> None:
    text = (line + "\n") * (1_000_000 // (len(line) + 1))
    start = time.process_time()
    cut(text, sender="Anna Berg", sender_email="a@north.example", readers=[("Tom", "t@south.example")])
    assert time.process_time() - start < 8


def test_thousands_of_marks_and_readers_stay_cheap() -> None:
    marks = [("quote", place * 20, place * 20 + 10) for place in range(20_000)]
    readers = [(f"Tom{number} Reed", f"t{number}@south.example") for number in range(20_000)]
    start = time.process_time()
    cut("a b c\n" * 70_000, marks=marks, readers=readers)
    assert time.process_time() - start < 4
