"""Leave-takings, told from sentences that hold the same words."""

from __future__ import annotations

import pytest

from maillint.language.closings import completes_wish, is_valediction, opens_wish, takes_leave


@pytest.mark.parametrize(
    "line",
    [
        "Best regards,", "Kind Regards", "Many thanks!", "Thanks & regards", "Cheers,", "Yours sincerely,", "Rgds,", "MfG",
        "Thank you for your cooperation,", "With best wishes", "All good wishes,", "Viele Grüße", "Thx!", "BR", "Love,",
        "祝好", "顺颂商祺！", "順頌商祺", "此致", "敬礼！", "谢谢！", "謝謝", "多谢配合", "谢谢您的支持，祝您阖家幸福！", "合作愉快", "敬祝 身體健康", "以上，谢谢。",
    ],
)  # fmt: skip
def test_valedictions(line: str) -> None:
    assert is_valediction(line)


@pytest.mark.parametrize(
    "line",
    [
        "", "Thanks for the plan of the second floor, which arrived", "Regards to your wife and the tax office", "Love that colour",
        "The best offer wins", "以上是本周的安排", "感谢信已经寄出。请查收", "祝总今天不在公司，请您明天再来电话联系他的秘书或者助理小王吧", "顺便问一下", "谢谢请查收",
    ],
)  # fmt: skip
def test_sentences_that_are_none(line: str) -> None:
    assert not is_valediction(line)


def test_wishes_over_two_lines() -> None:
    assert opens_wish("承蒙關照，敬祝")
    assert completes_wish("商祺")
    assert completes_wish("工作愉快！")
    assert not completes_wish("附件共三份，请查收")


@pytest.mark.parametrize(
    "sentence",
    [
        "Let me know if you need more.",
        "I look forward to your answer",
        "Have a great weekend!",
        "期待您的回复",
        "如有疑问，请随时联系",
        "给您添麻烦了，多谢包涵",
        "那我们周四下午见！",
        "会场见。",
        "願貴店生意興隆！",
        "还有不清楚的，问我。",
        "天冷了，注意身体。",
        "对账单有疑问请联系马会计（分机 23）。",
        "歡迎您加入！",
    ],
)
def test_last_sentences_that_take_leave(sentence: str) -> None:
    assert takes_leave(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The lorry is late.",
        "请查收。",
        "Send me the keys today.",
        "货到就付款",
        "请回复。",
        "如发票有问题，请致电税务局。",
        "请联系分机 23。",
        "愿意参加的请报名",
        "盼望已久的新机到货了",
        "请注意保养身体机能监测仪",
        "详情可见",
        "三家我们都见",
    ],
)
def test_last_sentences_that_do_not(sentence: str) -> None:
    assert not takes_leave(sentence)
