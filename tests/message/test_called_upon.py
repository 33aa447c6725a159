"""Whom a text calls on by name, and whether a mailbox can be theirs."""

import pytest

from maillint.message import from_compose
from maillint.message.called_upon import called_upon, is_called, may_be_anybody
from maillint.message.draft import Address
from maillint.message.everybody import is_everybody


def draft(text, **fields):
    base = {"from": "Åsa Berg <asa@north.example>", "to": ["Tom Reed <tom.reed@south.example>"], "text": text}
    return from_compose(base | fields)


@pytest.mark.parametrize(
    ("line", "name", "is_sure"),
    [
        ("Eva, could you order the glass?", "Eva", True),
        ("- Eva Lind, please order the glass.", "Eva Lind", True),
        ("@Eva the glass can be ordered.", "Eva", True),
        ("However, could you order the glass?", "However", False),
        ("赵经理，请订玻璃。", "赵经理", True),
        ("趙經理：請訂玻璃。", "趙經理", True),
        ("@赵蕾 玻璃可以订了。", "赵蕾", True),
        ("备注：请订玻璃。", "备注", False),
        ("谢谢，请订玻璃。", "谢谢", False),
    ],
)
def test_a_name_at_the_head_of_a_request_is_called_upon(line, name, is_sure):
    message = draft(f"Hi Tom,\n\nThe plan is final. 图纸已定。\n\n{line}\n\nMore on 7 December 2026.\n\nRegards,\nÅsa")
    found = list(called_upon(message))
    assert [(one.name, one.is_sure) for one in found] == [(name, is_sure)]
    assert message.text[found[0].start : found[0].end] == name


@pytest.mark.parametrize(
    "line",
    [
        "Please, could you order the glass?",
        "Could you ask Eva to order the glass?",
        "Write to eva@glass.example, please.",
        "请让赵蕾订玻璃。",
        "图纸发到zhao.lei@glass.example，谢谢。",
    ],
)
def test_a_name_inside_a_sentence_is_only_spoken_of(line):
    assert not [one for one in called_upon(draft(f"Hi Tom,\n\n{line}\n\nRegards,\nÅsa")) if one.is_sure]


@pytest.mark.parametrize(
    ("name", "mailbox", "is_theirs"),
    [
        ("Bob", Address("Robert Hale", "r.hale@south.example"), True),
        ("Eva", Address("", "eva.lind@south.example"), True),
        ("Eva", Address("Omar Said", "omar@south.example"), False),
        ("赵经理", Address("赵蕾", "zl@south.example"), True),
        ("趙經理", Address("赵蕾", "zl@south.example"), True),
        ("赵蕾", Address("Lei Zhao", "lei.zhao@south.example"), True),
        ("李雷", Address("赵蕾", "zl@south.example"), False),
    ],
)
def test_a_name_fits_a_mailbox_or_not(name, mailbox, is_theirs):
    assert is_called(name, mailbox) is is_theirs


def test_lists_and_chinese_colleagues_may_bear_any_name():
    assert may_be_anybody(draft("x", to=["Team <team@south.example>"]), "Michael")
    assert may_be_anybody(draft("x", to=["李娜 <li.na@south.example>"]), "Michael")
    assert not may_be_anybody(draft("x", to=["李娜 <li.na@south.example>"]), "赵蕾")
    assert not may_be_anybody(draft("x"), "Michael")


@pytest.mark.parametrize("mailbox", ["All Staff <as@x.example>", "<all-staff@x.example>", "全体员工 <a@x.example>"])
def test_a_whole_house_is_known_by_its_mailbox(mailbox):
    assert is_everybody(draft("x", to=[mailbox]).to[0])


@pytest.mark.parametrize("mailbox", ["Sally Allen <sally.allen@x.example>", "员工之家 <home@x.example>"])
def test_one_reader_is_not_a_whole_house(mailbox):
    assert not is_everybody(draft("x", to=[mailbox]).to[0])
