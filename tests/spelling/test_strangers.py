"""Characters that right text never has side by side, without a language model."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maillint.engine import lint, load
from maillint.language.script import script_of
from maillint.language.spelling import lattice, prepare
from maillint.language.spelling.lattice import model, strangers
from maillint.message import from_compose


@pytest.fixture(autouse=True)
def _without_model(monkeypatch: pytest.MonkeyPatch) -> None:
    """As most machines are: the index of words is there, the language model is not."""
    assert prepare()
    monkeypatch.setattr(model, "path", lambda: "")
    monkeypatch.setattr(lattice, "is_ready", lambda: False)


def found(text: str, *known: str) -> list[str]:
    slips = lattice.find(text, known)
    assert all(text[slip.start : slip.end] == slip.wrong and slip.is_believed for slip in slips)
    assert not slips or lattice.may_find(text, is_traditional=script_of(text) == "zh-Hant")
    return [f"{slip.wrong}>{slip.right}" for slip in slips]


@pytest.mark.parametrize(
    ("text", "slips"),
    [
        ("花苗的托运清弹已备好🌱", ["清弹>清单"]),
        ("花苗的託運清彈已備好🌱", ["清彈>清單"]),
        ("（托运清弹）：共３页", ["清弹>清单"]),
        ("鱼苗的单浩另行告知", ["单浩>单号"]),
        ("琴行的维秀人员å明天上门", ["维秀>维修"]),
        ("大楼暂挺使用，新单浩待定", ["暂挺>暂停", "单浩>单号"]),
        ("大樓暫挺使用，新單浩待定", ["暫挺>暫停", "單浩>單號"]),
    ],
)
def test_a_character_of_the_same_sound_or_shape_is_told_by_its_neighbour(text: str, slips: list[str]) -> None:
    assert found(text) == slips


def test_two_characters_in_the_wrong_order_are_turned() -> None:
    assert found("这批圾垃需要清运") == ["圾垃>垃圾"]
    assert found("這批圾垃需要清運") == ["圾垃>垃圾"]


@pytest.mark.parametrize(
    "text",
    [
        "花苗的托运清单已备好",
        "数字人民币要取代现金",
        "国际贸易术语解释通则",
        "赵工：清点后请签收",
        "在清弹路３号交货",
        "唔该，佢哋話清弹係咁嘅",
    ],
)
def test_words_with_other_neighbours_places_and_cantonese_stay(text: str) -> None:
    assert found(text) == []


def test_names_and_known_words_stay() -> None:
    assert found("单浩未定", "单浩") == []
    assert found("单浩未定", "陈单浩", "") == ["单浩>单号"]


@pytest.mark.parametrize(
    "text", ["晟金场的报价已收到。", "签完字寄给科通厂。", "感谢兴瑞电的支持。", "感謝興瑞電的支持。", "玉绿社😀"]
)
def test_the_end_of_a_name_that_nobody_knows_stays(text: str) -> None:
    assert list(strangers.find(text)) == []


def test_what_the_message_has_twice_is_a_term() -> None:
    def told(text: str) -> list[str]:
        draft = from_compose(
            {"from": "王芳 <a@b.example>", "to": ["李明 <c@d.example>"], "subject": "托运", "text": text}
        )
        return [finding.text for finding in lint(draft, load()).findings if finding.check == "spelling-homophone"]

    assert told("李经理：\n\n鱼苗的单浩另行告知。\n\n王芳\n") == ["单浩"]
    assert told("李經理：\n\n魚苗的單浩另行告知。\n\n王芳\n") == ["單浩"]
    assert told("李经理：\n\n鱼苗的单浩另行告知，新单浩照旧。\n\n王芳\n") == []
    assert told("李经理：\n\n他们打的是“单浩”二字。\n\n王芳\n") == []


def test_without_an_index_of_words_nothing_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("maillint.language.spelling.lexicon.lexicon", lambda: None)
    assert found("鱼苗的单浩另行告知") == []


def test_every_pair_stands_for_one_word_of_two_characters() -> None:
    for first in strangers._table().rows:
        for second in strangers._seconds[first].replace(" ", ""):
            right = strangers._meant(first, second)
            assert len(right) == 2
            assert right != first + second


@given(st.text("单浩清弹圾垃單浩，å３ \n👩‍🌾", max_size=30))
def test_slips_stand_where_they_are_said_to(text: str) -> None:
    found(text)
