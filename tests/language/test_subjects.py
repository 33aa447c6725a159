"""The words of a subject, each told for what it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maillint.language.subjects import columns, is_blank, words


def told(subject: str, *names: str) -> list[tuple[str, str]]:
    return [(word.text, word.kind) for word in words(subject, frozenset(names))]


@pytest.mark.parametrize(
    ("subject", "kinds"),
    [
        ("Hello Tom", "greeting name"),
        ("Quick question", "filler empty"),
        ("Meeting on Thursday", "event filler date"),
        ("Invoice 4471", "content number"),
        ("Draft letter", "generic generic"),
        ("IT update", "content empty"),
        ("it is late", "filler filler content"),
        ("Congratulations!", "act"),
        ("3 December, 10:00", "date date date"),
        ("A/B test", "content content"),
        ("Oppurtunity", "empty"),
        ("Tom's report", "name generic"),
        ("follow-up", "generic"),
        ("关于合同的问题", "filler content filler empty"),
        ("11月24日会议通知", "date event generic"),
        ("王经理收", "name filler"),
        ("致李总", "name"),
        ("订单QH-26081交期", "content number content"),
        ("請查收", "filler"),
        ("有限公司停车位", "content generic content"),
    ],
)
def test_each_word_is_told(subject: str, kinds: str) -> None:
    assert " ".join(kind for _, kind in told(subject, "tom")) == kinds


def test_a_short_word_inside_a_longer_unknown_one_is_no_word() -> None:
    assert told("有机玻璃") == [("有机玻璃", "content")]


def test_a_stretch_of_han_weighs_more_than_one_word() -> None:
    assert [word.weight for word in words("不干了")] == [2]
    assert [word.weight for word in words("报价单")] == [1]


@given(st.text(alphabet=st.sampled_from("aZé9 -.'月年王总先生收，！/@有的会议\n🙂"), max_size=40))
def test_words_lie_in_order_inside_the_subject(subject: str) -> None:
    end = 0
    for word in words(subject):
        assert end <= word.start < word.end <= len(subject)
        assert subject[word.start : word.end] == word.text
        end = word.end


@pytest.mark.parametrize(
    ("text", "width"), [("åäö", 3), ("燈具", 4), ("Ａ", 2), ("ｱ", 1), ("한국", 4), ("【燈】LED", 9), ("", 0)]
)
def test_columns_as_a_list_shows_them(text: str, width: int) -> None:
    assert columns(text) == width


@pytest.mark.parametrize("bare", ["", " ", "...", "(no subject)", "（无主题）", "無主旨", "[None]"])
def test_blank(bare: str) -> None:
    assert is_blank(bare)


@pytest.mark.parametrize("bare", ["?", "No subject index", "无主题晚宴", "0"])
def test_not_blank(bare: str) -> None:
    assert not is_blank(bare)
