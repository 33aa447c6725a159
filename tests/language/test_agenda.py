"""Subjects that list matters, against the paragraphs below them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maillint.language.agenda import openings

THREE = (
    "锅炉招标12月7日截止，供应商的报价请工程部12月3日前看完。",
    "员工体检排在12月9日，请各组把名单报给人事小周。",
    "网站改版后服务器要重启，请值班的同事留意。",
)
STAND = ("展台12月8日开始搭建。", "灯光由我们自己带。", "志愿者八人，12月9日到岗。")


@pytest.mark.parametrize(
    "subject", ["锅炉招标；员工体检；网站改版", "锅炉招标、员工体检还有网站", "锅炉、体检及网站改版"]
)
def test_each_matter_that_a_subject_names_begins_its_paragraph(subject: str) -> None:
    assert openings(subject, THREE) == [1, 2]


@pytest.mark.parametrize(
    "subject",
    [
        "展台搭建、灯光和志愿者安排",  # parts of one thing
        "12月展会：展台、灯光、志愿者",  # sides of what stands before the colon
        "关于展台、灯光与志愿者",
        "展台、灯光",  # two may be one matter
        "展台",
        "",
    ],
)
def test_parts_of_one_thing_are_one_matter(subject: str) -> None:
    assert openings(subject, STAND) == []


def test_traditional_subjects_are_read_alike() -> None:
    paragraphs = ("印表機的碳粉換了廠牌，請各樓試印。", "新人面試改在12月4日，請主管到場。", "停車場重劃，請移車。")
    assert openings("印表機碳粉、新人面試、停車場重劃", paragraphs) == [1, 2]


@pytest.mark.parametrize(
    ("subject", "paragraphs"),
    [
        ("保险、车票和民宿", ("保险请12月3日前付款。", "车票请核对姓名。", "民宿请自带毛巾。")),  # one trip
        ("片头；片尾；字幕", ("片头的音乐再短两秒。", "片尾补上赞助商。", "字幕请用宋体。")),  # one film
        ("锅炉招标；员工体检；网站改版", ("锅炉招标已截止。", "员工体检已结束。", "网站改版完成。")),  # no requests
    ],
)
def test_a_list_alone_parts_no_matters(subject: str, paragraphs: tuple[str, ...]) -> None:
    assert openings(subject, paragraphs) == []


def test_two_names_in_one_paragraph_are_one_matter() -> None:
    assert openings("招标；体检；网站", ("招标、体检和网站都已办好。", "谢谢😊")) == []


@given(
    st.text(alphabet="招标网；、和体检å😊： ", max_size=30),
    st.lists(st.text(alphabet="招标网站体检请", max_size=20), max_size=5),
)
def test_places_ascend_within_the_text(subject: str, paragraphs: list[str]) -> None:
    found = openings(subject, paragraphs)
    assert found == sorted(set(found))
    assert all(0 < place < len(paragraphs) for place in found)
