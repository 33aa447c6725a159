"""When a phrase of a list means what it is listed for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maillint.language.text import flatten
from maillint.language.wording import Condition, Place, holds, in_both_scripts, is_hypothetical, wording


def at(text: str, phrase: str, zone: str = "body") -> Place:
    start = text.index(phrase)
    return Place(text, flatten(text), start, start + len(phrase), zone)


def meets(text: str, phrase: str, conditions: str) -> bool:
    return holds(at(text, phrase), wording(f"[{conditions}]").conditions)


class TestReading:
    def test_a_replacement_alone(self) -> None:
        assert wording("going to") == ((), "going to")

    def test_conditions_and_a_replacement(self) -> None:
        read = wording("[closes; not after 我/我们] 好的")
        assert read.conditions == (Condition("closes"), Condition("after", ("我", "我们"), is_negated=True))
        assert read.replacement == "好的"

    def test_an_unknown_condition_is_told_with_the_known_ones(self) -> None:
        with pytest.raises(ValueError, match="no condition 'opnes'; there are opens, "):
            wording("[opnes]")

    @pytest.mark.parametrize(
        ("value", "both"),
        [
            ("[closes; not after 我/我们] 好的", "[closes; not after 我/我们/我們] 好的"),
            ("[before 檢查] 看", "[before 檢查/检查] 看"),
            ("[next 发/發]", "[next 发/發]"),
            ("[not after left] soon", "[not after left] soon"),
            ("好了", "好了"),
            ("", ""),
        ],
    )
    def test_conditions_written_in_one_script_hold_in_both(self, value: str, both: str) -> None:
        assert in_both_scripts(value) == both


@pytest.mark.parametrize(
    ("text", "phrase", "conditions", "expected"),
    [
        ("Yes, relax.", "relax", "opens", True),
        ("Please relax.", "relax", "opens", False),
        ("Hello\nrelax", "relax", "heads", True),
        ("Well, relax", "relax", "heads", False),
        ("Done. Today.", "Today", "starts; ends; capital", True),
        ("at 4 p.m. today.", "today", "capital", False),
        ("到期了哈，谢谢", "哈", "closes", True),
        ("哈尔滨", "哈", "closes", False),
        ("谢谢啦😀", "啦", "closes", True),
        ("我不知道。", "不知道", "ends", True),
        ("我不知道，但会去问。", "不知道", "ends", False),
        ("到底发了没有？", "到底", "asked", True),
        ("追查到底。有吗？", "到底", "asked", False),
        ("马上填！！", "马上", "exclaimed", True),
        ("马上填！", "马上", "exclaimed", False),
        ("so xx", "xx", "small", True),
        ("so XX", "XX", "small", False),
        ("Dr Haha came", "Haha", "common", False),
        ("Haha, fine", "Haha", "common", True),
        ("请马上填", "马上", "bare", False),
        ("你把它搞错了", "搞错了", "reader", True),
        ("你的快递搞错了", "搞错了", "reader", False),
        ("我给您搞错了", "搞错了", "reader", False),
        ("贵司又搞错了", "搞错了", "reader", True),
        ("it is my book, you know", "know", "after you", True),
        ("you there, he may know", "know", "after you", False),
        ("再不付款，我们只能取消", "再不", "before 只能/就", True),
        ("young people know", "know", "after you", False),
        ("did you even read it", "did you even", "next read/look", True),
        ("did you even out the read edge", "did you even", "next read/look", False),
        ("你都能填错", "填错", "last 都能/也能", True),
        ("你都说能填错", "填错", "last 都能/也能", False),
        ("anything", "anything", "fine", False),
        ("anything", "anything", "not fine", True),
    ],
)
def test_conditions(text: str, phrase: str, conditions: str, expected: bool) -> None:  # noqa: FBT001
    assert meets(text, phrase, conditions) is expected


def test_the_salutation_is_told_from_the_rest() -> None:
    inside = wording("[inside]").conditions
    assert holds(at("亲，好", "亲", "body"), inside)
    assert not holds(at("亲，好", "亲", "salutation"), inside)


@pytest.mark.parametrize(
    ("text", "phrase", "expected"),
    [
        ("If you failed to pay", "you failed", True),
        ("I see that you failed to pay", "you failed", False),
        ("He claims you failed to pay", "you failed", True),
        ("I do not think you failed", "you failed", True),
        ("如您看错了", "您看错", True),
        ("我帮您看错了", "您看错", True),
        ("是您看错了", "您看错", False),
        ("客户说你搞错了", "你搞错", True),
        ("如果周一之前系统还连不上网就是你搞错", "你搞错", False),
    ],
)
def test_what_is_only_supposed_reported_or_denied(text: str, phrase: str, expected: bool) -> None:  # noqa: FBT001
    assert is_hypothetical(at(text, phrase)) is expected


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_neighbours_are_survived(before: str, after: str) -> None:
    text = f"{before}你搞错{after}"
    place = Place(text, flatten(text), len(before), len(before) + 3)
    names = "opens starts heads closes ends asked exclaimed small bare capital common inside reader fine"
    for condition in [*names.split(), "after 你/you", "before 就", "not after you"]:
        holds(place, wording(f"[{condition}]").conditions)
    assert is_hypothetical(place) in (True, False)
