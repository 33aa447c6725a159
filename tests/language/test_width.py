"""Marks of the wrong width, and spaces between Chinese and Latin."""

from __future__ import annotations

import subprocess
import sys
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maillint.language.text import may_mix_widths
from maillint.language.width import FULL, HALF, misfits, unspaced


def mended(text: str, *, is_english: bool = False) -> str:
    for start, end, new in reversed(list(misfits(text, is_english=is_english))):
        text = text[:start] + new + text[end:]
    return text


@pytest.mark.parametrize(
    ("text", "better"),
    [
        ("你好,请查收.", "你好，请查收。"),
        ("是否可以?请回复, 谢谢!", "是否可以？请回复，谢谢！"),
        ("收件人:张三", "收件人：张三"),
        ("Hi 王总,\n附件请查收.", "Hi 王总，\n附件请查收。"),
        ("OK,没问题", "OK，没问题"),
        ("貨已到倉,請安排驗收.", "貨已到倉，請安排驗收。"),
    ],
)
def test_half_width_marks_in_chinese_become_full_width(text: str, better: str) -> None:
    assert may_mix_widths(text)
    assert mended(text) == better
    assert mended(better) == better


@pytest.mark.parametrize(
    ("text", "better"),
    [
        ("Please see the file，thanks for all。", "Please see the file, thanks for all."),
        ("See the list：bolts，nuts， washers。", "See the list: bolts, nuts, washers."),
        ("Could Åsa confirm the date？", "Could Åsa confirm the date?"),
    ],
)
def test_full_width_marks_in_english_become_half_width(text: str, better: str) -> None:
    assert may_mix_widths(text)
    assert mended(text) == better


@pytest.mark.parametrize(
    "text",
    [
        "价格1,000元，折扣3.5%，10:30开始，比例3:1。",
        "资料在https://a.example/合同,二.pdf和www.a.example,请看",
        "一.报价 二.合同",
        "联想.小新很好",
        "谢谢:) 好的;-) 收到!:D",
        "好!! 好?! 等等...... 嗯...",
        "张三,男,35\n李四,女,28",
        "姓名\t数量,单价",
        "他说“你好,请进.”，然后坐下。",
        "他說「你好,請進.」，然後坐下。",
        "2026-11-25 10:30:12 ERROR 连接失败,重试",
        'if (名称 == "甲",乙) { return 丙; }',
        "抄送wang@a.example,谢谢",
        "電話:021-5555，版本v1.2.3，文件a,b.txt。",
        "項目的OKR，HR會通知；附件（PDF）、Word。",
        "元気ですか,お元気で.",
        "图纸 drawing，finished and sent to you",
    ],
)
def test_marks_that_are_right_stay(text: str) -> None:
    assert mended(text) == text


def test_a_salutation_counts_as_english_in_an_english_message_only() -> None:
    assert mended("Dear Tom，", is_english=True) == "Dear Tom,"
    assert mended("Dear Tom，") == "Dear Tom，"


@pytest.mark.parametrize(
    "text", ["", "Dear Tom, see 1,000.", "你好，请查收。", "naïve – “quoted”, ok 🙂.", "时间：10:30，共1,000元。"]
)
def test_plain_texts_do_not_pass_the_gate(text: str) -> None:
    assert not may_mix_widths(text)


def test_spaces_are_found_between_han_and_latin() -> None:
    assert list(unspaced("附件是Q3报告，共3页。\nplain\n用 Excel 打开")) == [3, 5, 9, 10]
    assert list(unspaced("Q3 报告，第三页。")) == []


@given(st.text("你好请查收王a1 .,:?!;，。：？！；（）「」“”\n\t/@-…👍", max_size=80))
def test_only_marks_and_blanks_change(text: str) -> None:
    for start, end, new in misfits(text, is_english=True):
        assert text[start] in FULL or text[start] in HALF
        assert not text[start + 1 : end].strip(" ")
        assert new.strip() in FULL or new in HALF


def test_a_long_line_and_many_lines_stay_quick() -> None:
    began = time.process_time()
    list(misfits("好," * 100_000))
    list(misfits("好的,请看,\n" * 20_000))
    assert time.process_time() - began < 5


def test_without_the_library_nothing_is_said() -> None:
    code = (
        "import sys; sys.modules['autocorrect_py'] = None\n"
        "from maillint.language.width import misfits, unspaced\n"
        "print(list(misfits('你好,请查收.')), list(unspaced('用Excel')))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.strip() == "[] []"
