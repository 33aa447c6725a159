"""Encoded words (RFC 2047) in every form people send them."""

import base64
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maillint.message.words import decode


def word(text, charset="utf-8", octets=None):
    payload = base64.b64encode(text.encode(charset) if octets is None else octets).decode()
    return f"=?{charset}?B?{payload}?="


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("Quarterly figures", "Quarterly figures"),
        (word("交期确认"), "交期确认"),
        (word("交期", "gb2312") + " " + word("確認", "big5"), "交期確認"),
        ("Re:" + word("你好"), "Re:你好"),
        ("Re: " + word("你好") + " (2)", "Re: 你好 (2)"),
        (word("好") + word("的"), "好的"),
        ("=?utf-8?Q?H=C3=A5kon_S=C3=B8r?=", "Håkon Sør"),
        ("=?utf-8?Q?three little words?=", "three little words"),
        ("=?UTF-8*zh?B?5L2g?=", "你"),
        ("=?utf-8?Q?a?= b =?utf-8?Q?c?=", "a b c"),
        ("=?utf-8?q?=41=?=", "A"),
        ("=?gb2312?B?6UY=?=", "镕"),
        ("=?utf-8?B?xOO6ww==?=", "你好"),
        ("=?gb2312?B?5L2g5aW9?=", "你好"),
        ("=?x-unknown?B?5L2g?=", "你"),
        ("=?utf-8?B?5L2g5aW9?= tail =?", "你好 tail =?"),
        ("=?utf-8?X?abc?=", "=?utf-8?X?abc?="),
        ("1 =? 2 ?= 3", "1 =? 2 ?= 3"),
        (word("line\r\nbreak"), "line break"),
    ],
)
def test_values(value, text):
    assert decode(value) == text


def test_a_character_split_between_two_words_is_put_together():
    octets = "采购单".encode()
    first, second = word("", octets=octets[:4]), word("", octets=octets[4:])
    assert decode(f"{first} {second}") == "采购单"
    assert decode("=?utf-8?Q?=E9=87?= =?utf-8?Q?=87?=") == "采"


def test_base64_cut_anywhere_and_without_padding_is_put_together():
    payload = base64.b64encode("采购单确认".encode()).decode().rstrip("=")
    assert decode(f"=?utf-8?B?{payload[:7]}?= =?utf-8?B?{payload[7:]}?=") == "采购单确认"


def test_a_hostile_value_takes_linear_time():
    started = time.process_time()
    decode("=?a?q?" * 200_000)
    decode("=?utf-8?q?x" * 100_000 + "?=")
    assert time.process_time() - started < 2


@given(st.text(max_size=60), st.sampled_from(["utf-8", "gb18030", "utf-16"]))
def test_what_is_encoded_comes_back(text, charset):
    clean = " ".join(text.encode("utf-8", "ignore").decode().split())
    decoded = decode(word(clean, charset))
    assert decoded.split() == clean.split() or max(clean) < "\u0100" or charset != "utf-8"


@given(st.text(alphabet="=?utf-8QBqb 5L2g_", max_size=80))
def test_any_value_is_decoded(value):
    assert isinstance(decode(value), str)
