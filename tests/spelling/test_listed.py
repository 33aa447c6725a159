from __future__ import annotations

import pytest

from maillint.language.spelling import meant, narrow


def right(text: str, phrase: str, value: str, language: str = "zh-Hans") -> str:
    start = text.index(phrase)
    return meant(text, start, start + len(phrase), value, language)


def test_a_listed_slip_has_its_meaning() -> None:
    assert right("见付件", "付件", "附件|交支") == "附件"
    assert right("付件", "付件", "附件|交支") == "附件"


def test_neighbours_excuse_it() -> None:
    assert right("见交付件", "付件", "附件|交支") == ""
    assert right("按排名发放", "按排", "安排||名序") == ""
    assert right("please use it's", "it's", "its||'") == "its"


def test_traditional_drafts_get_traditional_characters() -> None:
    assert right("竟快回覆", "竟快", "尽快/儘快", "zh-Hant") == "儘快"
    assert right("竟快回复", "竟快", "尽快/儘快") == "尽快"
    assert right("付件", "付件", "附件", "zh-Hant") == "附件"


def test_capitals_stay() -> None:
    assert right("Their are two", "Their are", "there are", "en") == "There are"
    assert right("BETTER THEN OURS", "THEN", "than", "en") == "THAN"
    assert right("with Åsa and I.", "I", "me", "en") == "me"


@pytest.mark.parametrize(
    ("wrong", "meaning", "marked"),
    [
        ("for you reply", "for your reply", "you"),
        ("for you\nreply", "for your reply", "you"),
        ("dose not", "does not", "dose"),
        ("looking forward to hear", "looking forward to hearing", "hear"),
        ("discuss about", "discuss", "discuss about"),
        ("straight forward", "straightforward", "straight forward"),
        ("Alot", "A lot", "Alot"),
        ("付件", "附件", "付件"),
        ("从新安排", "重新安排", "从新安排"),
        ("回头在跟您", "回头再跟您", "在跟"),
        ("在讨论一下", "再讨论一下", "在讨论"),
        ("到時在聯繫", "到時再聯繫", "在聯繫"),
        ("，在给您答复", "，再给您答复", "在给"),
        ("would of", "would have", "of"),
        ("数据不一直", "数据不一致", "一直"),
        ("合作的很愉快", "合作得很愉快", "作的"),
    ],
)
def test_only_what_differs_is_marked(wrong: str, meaning: str, marked: str) -> None:
    head, tail = narrow(wrong, meaning)
    assert wrong[head : len(wrong) - tail] == marked
