"""Subjects that list matters, against the paragraphs below them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maillint.language.agenda import openings

THREE = (
    "门禁卡12月1日起全部换成新卡，旧卡请交回前台。",
    "年会每个部门出一个节目，名单报给行政部。",
    "风扇该拆下来洗了，各车间自己安排。",
)
STAND = ("展台12月8日开始搭建。", "灯光由我们自己带。", "志愿者八人，12月9日到岗。")


@pytest.mark.parametrize(
    "subject", ["门禁卡换新；年会节目；车间风扇清洗", "门禁卡、年会节目还有风扇清洗", "门禁卡、年会节目及风扇"]
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
    paragraphs = ("開學後接送車改走民生路。", "英文課換新教材，教材費850元。", "校外教學去鶯歌捏陶。")
    assert openings("開學後接送、英文課教材費、校外教學", paragraphs) == [1, 2]


def test_two_names_in_one_paragraph_are_one_matter() -> None:
    assert openings("门禁卡；年会节目；风扇", ("门禁卡、年会节目和风扇都已办好。", "谢谢😊")) == []


@given(
    st.text(alphabet="门禁卡；、和年会å😊： ", max_size=30),
    st.lists(st.text(alphabet="门禁卡年会节目", max_size=20), max_size=5),
)
def test_places_ascend_within_the_text(subject: str, paragraphs: list[str]) -> None:
    found = openings(subject, paragraphs)
    assert found == sorted(set(found))
    assert all(0 < place < len(paragraphs) for place in found)
