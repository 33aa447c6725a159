"""Template fields, by text alone."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maillint.language.placeholders import placeholders


@given(st.text(alphabet="[]{}<>%X xName姓名_＿某TBD,1\n【】", max_size=200))
def test_a_field_lies_in_the_text(text: str) -> None:
    assert all(0 <= start < end <= len(text) for start, end in placeholders(text))


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
    ],
)
def test_fields(text: str, field: str) -> None:
    assert text[slice(*next(iter(placeholders(text))))] == field


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
    ],
)
def test_long_lines_stay_linear(hostile: str) -> None:
    start = time.process_time()
    assert len(list(placeholders(hostile))) <= len(hostile)
    assert time.process_time() - start < 5
