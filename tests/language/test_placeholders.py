"""Template fields, by text alone."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maillint.language.placeholders import has_placeholders, placeholders


@given(st.text(alphabet="[]{}<>%X xName姓名_＿某TBD,1\n【】", max_size=200))
def test_a_field_lies_in_the_text(text: str) -> None:
    fields = list(placeholders(text))
    assert all(0 <= start < end <= len(text) for start, end in fields)
    assert has_placeholders(text) or not fields


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("尊敬的[姓名]：", "[姓名]"),
        ("敬愛的【客戶名稱】您好", "【客戶名稱】"),
        ("定于XX月XX日", "XX"),
        ("请致电××公司", "××"),
        ("on XX December", "XX"),
        ("Ms XX will call", "XX"),
        ("room: to be determined", "to be determined"),
        ("（请填写金额）", "（请填写金额）"),
        ("Ask [STATION MANAGER NAME].", "[STATION MANAGER NAME]"),
        ("says [NAME OF PATRON] of Åsgård", "[NAME OF PATRON]"),
        ("Call XXX-XXX-XXXX.", "XXX-XXX-XXXX"),
        ("Call (XXX) XXX-XXXX.", "(XXX) XXX-XXXX"),
        ("欢迎入住【房间号码】。", "【房间号码】"),
        ("請於【會議日期】前回覆", "【會議日期】"),
        ("送到XX路5号", "XX"),
        ("XX同学的成绩单", "XX"),
        ("paid within XX days", "XX"),
    ],
)
def test_fields(text: str, field: str) -> None:
    assert text[slice(*next(iter(placeholders(text))))] == field
    assert has_placeholders(text)


@pytest.mark.parametrize(
    "text",
    [
        "Tick the [Name] field.",
        "Press [PHONE NUMBER] twice.",
        "点击【日期】",
        "請在【客戶名稱】一欄填寫",
        "【会议时间】\n12月3日",
        "see [RULE SEVEN]",
        "pattern XXX-XXXX",
        "part AB-XXX-XXXX",
        "card XXXX-XXXX-XXXX-4471",
        "【关于2026年预算的通知】",
        "民國一○○年建成，二○○九年翻修",
    ],
)
def test_labels_headings_and_masks_are_none(text: str) -> None:
    assert not list(placeholders(text))


@pytest.mark.parametrize(
    "hostile",
    [
        "[" * 200_000,
        "{{" * 100_000,
        "X" * 200_000,
        "XXX " * 20_000,
        "_" * 200_000,
        "____ a " * 20_000,
        "[insert " * 30_000,
        "%a" * 100_000,
        "XXX-" * 50_000,
    ],
)
def test_long_lines_stay_linear(hostile: str) -> None:
    start = time.process_time()
    assert len(list(placeholders(hostile))) <= len(hostile)
    assert time.process_time() - start < 5
