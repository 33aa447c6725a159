"""Plain requests are told from offers, pointers and wishes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maillint.language.requests import first_request

ASKS = (
    "please send the list by friday.",
    "the lift is out of order. could you call the fitters?",
    "when does the crane come?",
    "you need to sign page 6.",
    "i would be grateful if you signed page 6.",
    "call me before noon.",
    "请在12月4日前确认。",
    "煩請用印後寄回。",
    "能否改到下午？",
    "盼您早日回覆。",
)
TELLS = (
    "please find attached the plan of hall 3.",
    "please note that we are closed on friday.",
    "if you have any questions, please call me.",
    "should you need further information, please let us know.",
    "the parts left our works today.",
    "请查收附件。",
    "請見附件。",
    "如有疑问，请随时联系我。",
    "给您带来不便，敬请谅解。",
    "🙂",
    "",
)


@pytest.mark.parametrize("text", ASKS)
def test_a_plain_request_is_found(text: str) -> None:
    assert first_request(text) >= 0


@pytest.mark.parametrize("text", TELLS)
def test_offers_pointers_and_reports_ask_for_nothing(text: str) -> None:
    assert first_request(text) == -1


def test_the_place_is_where_the_words_begin() -> None:
    assert first_request("the café is full. please book another one.") == 18
    assert first_request("展位已满，请改订B馆。", 6) == -1


@given(st.text(max_size=300), st.integers(0, 300), st.integers(0, 300))
def test_it_lies_within_the_bounds(text: str, start: int, end: int) -> None:
    at = first_request(text, start, end)
    assert at == -1 or start <= at < end
