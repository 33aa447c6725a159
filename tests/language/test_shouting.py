"""Ordinary words in capitals."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maillint.language.shouting import shouts


def found(text: str) -> list[tuple[str, str]]:
    return [(text[shout.start : shout.end], shout.calm) for shout in shouts(text)]


@pytest.mark.parametrize(
    ("text", "shouted", "calm"),
    [
        ("This is NOT ready.", "NOT", "not"),
        ("DO NOT open the valve.", "DO NOT", "Do not"),
        ("Please, DON'T FORGET your badge.", "DON'T FORGET", "don't forget"),
        ("I said I WILL NOT PAY by MONDAY.", "WILL NOT PAY", "will not pay"),
        (
            "CLOSED ON MONDAY, PLEASE USE DOOR 3",
            "CLOSED ON MONDAY, PLEASE USE DOOR",
            "Closed on Monday, please use door",
        ),
        ("It is WAAAY too loud.", "WAAAY", "waaay"),
        ("请注意，PLEASE DO NOT转发。", "PLEASE DO NOT", "please do not"),
        ("IMPORTANT: sign here.", "IMPORTANT", "Important"),
        ("Badges are COMPULSORY in the hall.", "COMPULSORY", "compulsory"),
        ("The gate was left WIDE OPEN on Sunday.", "WIDE OPEN", "wide open"),
        ("This is the THIRD TIME we ask.", "THIRD TIME", "third time"),
    ],
)
def test_what_is_shouted_and_how_to_say_it(text: str, shouted: str, calm: str) -> None:
    assert found(text)[0] == (shouted, calm)


@pytest.mark.parametrize(
    "text",
    [
        "Please use the FIRST AID box.",
        "The CASH desk opens at nine.",
        "I drafted it as a PRICE RETURN swap.",
        "未改密码的账号只读（READ ONLY），不会丢邮件。",
        "Give the account READ access only.",
        "Reply with STOP in the subject line.",
        "We sell KNOW HOW(TM) handbooks.",
        "NASA, the UN, the WHO and our IT met at HQ.",
        "Bank of America and JOHNSON AND SONS LTD",
        "SUMMARY\n\nAll is well.",
        "QUANTITY\tPRICE\tNOT IN STOCK",
        "UPS, DHL or TNT; a USB-C hub; AC/DC; A4.",
        "Order NO. 12 and order NO12",
        "Type YES to go on, press ESC to leave.",
        'He wrote: "DO NOT TOUCH".',
        "Start with the READ ME file.",
        "Every crate gets a DO NOT BEND sticker.",
        "標籤寫著「DO NOT TOUCH」。",
        "SO號碼已更新，請IT同事換DO，IN庫前通知。",
        "THE LICENSOR SHALL NOT BE LIABLE FOR ANY LOSS AND GIVES NO WARRANTY OF ANY KIND, EXPRESS OR IMPLIED.",
        "",
    ],
)  # fmt: skip
def test_what_is_none(text: str) -> None:
    assert found(text) == []


def test_lower_case_of_a_possible_name_is_not_safe() -> None:
    [shout] = shouts("Please DO NOT ASK HEINRICH about it.")
    assert not shout.is_plain


@given(st.text(alphabet="NOT PLEASE!.,\n' I’M请注意åÄ1-", max_size=200))
def test_a_shout_lies_in_the_text_and_keeps_its_length(text: str) -> None:
    for shout in shouts(text):
        assert text[shout.start : shout.end].upper() == shout.calm.upper()


def test_a_long_line_stays_linear() -> None:
    start = time.process_time()
    assert len(list(shouts("NOT " * 50_000))) == 1
    assert time.process_time() - start < 3
