"""Questions, told without their mark."""

import pytest

from maillint.language.questions import is_question


@pytest.mark.parametrize(
    "clause",
    [
        "Why was the crate opened", "Where are the åland papers", "How late is it", "What is going on here",
        "When will the crew come", "Is anyone reading this", "did you even look", "isn't it", "What's the plan",
        "But why is it always us", "Can't the driver call", "How many times do we have to ask",
        "为什么这么慢", "难道你们不知道吗", "怎么还没到", "货到了没有", "你们在干什么", "什么时候才发货", "你怎么连这个都不会",
        "難道沒有人看嗎", "為什麼還沒寄", "怎麼這麼久", "夠了沒", "你知道现在几点吗",
    ],
)  # fmt: skip
def test_it_asks(clause: str) -> None:
    assert is_question(clause)


@pytest.mark.parametrize(
    "clause",
    [
        "", "!!", "Thank you", "How late it is", "What a mess", "what you did was wrong", "who is never there",
        "When it rains the yard floods", "Have the papers ready", "Do it now", "Have it ready", "The seals are missing",
        "Why not", "還沒寄到", "还没有", "什么都没有", "我不知道为什么", "请告诉我什么时候到", "怎么说都不听", "还早着呢",
        "没什么", "不怎么样", "無論怎麼催", "已经等了三天", "任何時候都可以打電話", "🎉",
    ],
)  # fmt: skip
def test_it_does_not(clause: str) -> None:
    assert not is_question(clause)
