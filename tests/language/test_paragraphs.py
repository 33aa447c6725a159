from __future__ import annotations

import itertools
import time
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from maillint.language.paragraphs import dominant, split

if TYPE_CHECKING:
    from maillint.language.paragraph import Paragraph


def cut(text: str) -> tuple[Paragraph, ...]:
    return split(text, 0, len(text), "body")


def texts(text: str) -> list[str]:
    return [paragraph.text for paragraph in cut(text)]


def test_blank_lines_part_paragraphs() -> None:
    assert texts("Hello Åsa,\n\nthe pumps are here.\n \n\nThanks\n") == ["Hello Åsa,", "the pumps are here.", "Thanks"]


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    text = (
        "Thank you for your letter of yesterday, in which you told us that the\n"
        "pumps have not arrived. I am sorry for that and will ask our haulier.\n"
        "The lorry has to be unloaded by hand, so please have two people ready.\n"
        "Mind the step."
    )
    assert texts(text) == [text]
    assert len(cut(text)[0].sentences) == 4


def test_short_lines_of_their_own_are_paragraphs() -> None:
    text = "I sent the file.\nPlease look at it.\nRegards\nTom"
    assert texts(text) == ["I sent the file.", "Please look at it.", "Regards", "Tom"]


def test_long_lines_are_paragraphs_of_their_own() -> None:
    long = "This line was never wrapped by any program, because it is longer than a hundred characters; " * 2
    assert texts(f"{long.strip()}\nAnother one.") == [long.strip(), "Another one."]


def test_header_like_lines_stand_alone() -> None:
    assert texts("Time: Friday 3 November\nPlace: Room 5\nDial-in: none") == [
        "Time: Friday 3 November",
        "Place: Room 5",
        "Dial-in: none",
    ]


def test_a_chinese_line_is_a_paragraph() -> None:
    assert texts("您好！附件是报价单，请查收。\n请于周三之前确认。\n谢谢") == [
        "您好！附件是报价单，请查收。",
        "请于周三之前确认。",
        "谢谢",
    ]


def test_wrapped_chinese_is_one_paragraph() -> None:
    text = (
        "各位同事，下面这段文字是由邮件程序自动换行的，每一行都差不多有三十五个字，\n"
        "所以读者看到的其实是同一个段落，而不是三个段落，检查的时候也应该这样来算\n"
        "才对。"
    )
    assert texts(f"{text}\n下一段。") == [text, "下一段。"]


def test_list_items_are_paragraphs_and_hold_their_indented_lines() -> None:
    text = (
        "We need:\n- a pump that\n  fits\n* a hose\n1. bolts\n2) nuts\n（一）名单\n二、日期\n3、地点\n① 价格\na) paint"
    )
    found = cut(text)
    assert [paragraph.is_item for paragraph in found] == [False] + [True] * 9
    assert found[1].text == "- a pump that\n  fits"


def test_what_only_looks_like_an_item() -> None:
    text = "The rate is\n1.5 percent\n-5 degrees\n一起去吧\n2026 was good\n*bold* words"
    assert not any(paragraph.is_item for paragraph in cut(text))


def test_table_rows_stand_alone() -> None:
    assert texts("Name | Qty | Price\nA | 2 | 3\nb\tc") == ["Name | Qty | Price", "A | 2 | 3", "b\tc"]


def test_offsets_count_in_the_whole_text() -> None:
    text = "> quoted\n\n您好，謝謝。"
    (paragraph,) = split(text, 10, len(text), "body")
    assert (paragraph.start, paragraph.end, paragraph.zone) == (10, 16, "body")
    assert text[slice(*paragraph.sentences[0])] == "您好，謝謝。"


def test_chinese_that_does_not_tell_follows_the_rest_of_the_text() -> None:
    text = "林小姐您好\n\n請查收附件。\n\n好的"
    assert [paragraph.language for paragraph in cut(text)] == ["zh-Hant"] * 3


def test_the_dominant_language() -> None:
    english = "Please send the report to me by Friday, and let me know if it is late."
    assert dominant(cut(english), "") == "en"
    assert dominant(cut(f"{english}\n\n王芳"), "") == "en"
    assert dominant(cut(f"{english}\n\n请在周五之前把报告发给我，如果会晚请告诉我一声。"), "") == "mixed"
    assert dominant((), "關於付款") == "zh-Hant"
    assert dominant((), "") == "en"


@given(st.text(alphabet=st.sampled_from("ab. \t\n-1)一、。王|"), max_size=120))
def test_paragraphs_are_in_order_and_cover_all_that_is_not_blank(text: str) -> None:
    found = cut(text)
    assert "".join("".join(paragraph.text.split()) for paragraph in found) == "".join(text.split())
    assert all(text[paragraph.start : paragraph.end] == paragraph.text for paragraph in found)
    assert all(first.end <= second.start for first, second in itertools.pairwise(found))


def test_a_megabyte_on_one_line_takes_no_time_to_speak_of() -> None:
    text = "word. " * 170_000
    start = time.process_time()
    assert len(cut(text)[0].sentences) == 170_000
    assert time.process_time() - start < 5
