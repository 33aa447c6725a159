"""的 that should be 得, told by the verb before it and the words behind."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maillint.language.spelling.complements import spoilt


def marked(text: str) -> str | None:
    """What is marked around the first 的."""
    place = spoilt(text, text.index("的"))
    return text[place[0] : place[1]] if place else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("新同事学的很快，请放心。", "学的很快"),
        ("最后都处理的差不多了。", "处理的差不多了"),
        ("會議室佈置的怎麼樣了？", "佈置的怎麼樣"),
        ("櫥窗換過燈了，模特兒擺的很整齊", "擺的很整齊"),
        ("年底忙的不得了！", "忙的不得了"),
        ("那场戏静的像半夜。", "静的像半夜"),
    ],
)
def test_how_something_was_done_takes_another_word(text: str, expected: str) -> None:
    assert marked(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "设计的很多细节还要改。",
        "我们要做的很简单，签字即可。",
        "我司所做的非常有限。",
        "改的很少，只有两处。",
        "拍的非常规角度照片请删除。",
        "您提到的很重要。",
        "您说的很对。",
        "财务算的不太准。",
        "老师布置的太难了。",
        "客户要的和我们做的不错。",
        "这是谁做的怎么样？",
        "去年做的更早版本在柜里。",
        "仓库里拍的很暗，请补灯。",
        "的",
    ],
)
def test_what_something_is_stays(text: str) -> None:
    assert marked(text) is None


@given(st.text(alphabet="做写的很好多å，。😊像忙 ", min_size=1, max_size=30))
def test_what_is_marked_holds_the_word(text: str) -> None:
    for at in (at for at, character in enumerate(text) if character == "的"):
        place = spoilt(text, at)
        assert place is None or 0 <= place[0] < at < place[1] <= len(text)
