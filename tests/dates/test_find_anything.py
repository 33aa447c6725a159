"""Whatever a mail holds: no crash, spans that are there, days in order, and time that grows with the text."""

import time
from datetime import UTC, datetime, timedelta, timezone
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from maillint.language.dates import beside, find
from maillint.language.dates.reading import MOST

_split = str.split
WORDS = _split(
    "next this last coming following week month year quarter monday friday sat tomorrow today tonight in within by until the "
    "of 5th 31st 12 3 0 31 99 2026 1900 12/3 3/4/2026 2026-02-30 10:30 25:61 3pm p.m. january feb. may ( ) , - – to and every "
    "end mid early sometime few couple days ago from now eod q3 easter soon asap first third business week's 's ; . \n \n\n "
    "下 下下 本 这个 上 周 週 星期 三 日 天 末 月 底 初 中旬 年 号 点 半 前 内 后 今天 明 后天 每周 民國 115 十一 二十五 （ ） ， 至 春节 "
    "尽快 过两天 个工作日 小时 分 一刻 å 🎉 ０１２ \u200b",
    " ",
)
texts = st.one_of(st.text(max_size=200), st.lists(st.sampled_from(WORDS), max_size=24).map(" ".join),
                  st.lists(st.sampled_from(WORDS), max_size=24).map("".join))  # fmt: skip
moments = st.one_of(
    st.datetimes(timezones=st.just(UTC)),
    st.sampled_from(
        [
            datetime(2024, 2, 29, 23, 59, tzinfo=timezone(timedelta(hours=14))),
            datetime(1, 1, 1, tzinfo=UTC),
            datetime(9999, 12, 31, tzinfo=UTC),
        ]
    ),
)


@given(texts, moments)
@settings(max_examples=400, deadline=None)
def test_any_text_on_any_day(text, moment):
    found = find(text, reference=moment)
    assert [each.text for each in found] == [text[each.start : each.end] for each in found]
    assert all(left.end <= right.start for left, right in pairwise(found))
    assert all(first <= last for each in found for first, last in each.readings)
    assert all(each.start <= each.anchor <= each.end for each in found)
    assert all(each.readings for each in found if each.is_deictic)


@given(texts, moments, st.sampled_from(["en", "zh-Hans", "zh-Hant", "mixed", "other"]))
@settings(max_examples=150, deadline=None)
def test_every_reading_can_be_written(text, moment, language):
    for each in find(text, reference=moment):
        for reading in each.readings:
            assert beside(each, reading, moment.date(), language).strip()[0] in "(（,，"


@pytest.mark.parametrize(
    "piece",
    [
        "1 ",
        "May ",
        "周",
        "一",
        "monday tuesday ",
        "下周三，",
        "11:",
        "1月",
        "soon tomorrow ",
        "（",
        "1 - ",
        "next ",
        "a.m. ",
    ],
)
def test_time_grows_with_the_text_and_no_faster(piece):
    text = piece * (100_000 // len(piece))
    started = time.process_time()
    found = find(text)
    assert len(found) <= MOST
    assert time.process_time() - started < 3
