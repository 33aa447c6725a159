"""What is copied rather than written."""

from __future__ import annotations

import pytest

from maillint.language.verbatim import is_code, is_copied, is_quoted, line_around


@pytest.mark.parametrize(
    "line",
    [
        "2026-11-25 10:00:01 pump stopped",
        "[10:00:01] ERROR too hot",
        "    if (a[0] == b) { return x; }",
        '{"name": "å", "date": null}',
        "$ tail -f log.txt",
        'M1TE&.#=A6P!P`/<```````@("!`0$#D`(3D`*4(`*1@8&$H`*4H`,5(`,5(`/M',
        "ERROR: disk full",
        'MKG;WXV79!BC-:AYKDZH46(TV",J0>7"4UG29*669J7":LY79Q!<L,7BV%¥HG',
        "M*RHJ*RH!`2HJ*RHJ*P$!*BHK*BHK*BLJ*P$!*RHK*BLJ*BM*`0$J2BLJ*RHK",
    ],
)  # fmt: skip
def test_logs_code_and_encoded_data(line: str) -> None:
    assert is_code(line)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "We meet at 10:00 (room 3).",
        "$150 for each unit",
        "这一行没有空格但是是中文所以不算代码也不算编码数据因为中文本来就不分词而且可以写得非常非常长长到四十五个字以上",
        "MEETING OF ALL EMPLOYEES IN THE GREAT HALL ON MONDAY AT NOON!",
        "ÅRSMÖTE, KONSERT OCH MIDDAG I STORA SALEN PÅ MÅNDAG KLOCKAN 12!",
        "An error occurred in the billing.",
        "[Name], please call.",
    ],
)
def test_prose(line: str) -> None:
    assert not is_code(line)


@pytest.mark.parametrize(
    "text", ['He said "NOT now" to me.', "它写着“NOT”。", "它寫著「NOT」。", "«NOT»", "label “please do NOT” here"]
)
def test_inside_quotation_marks(text: str) -> None:
    start = text.index("NOT")
    assert is_quoted(text, start, start + 3)


@pytest.mark.parametrize("text", ["NOT", 'He said "no", NOT yes.', "“好”NOT“不”", '5" and NOT 6'])  # fmt: skip
def test_outside_of_them(text: str) -> None:
    start = text.index("NOT")
    assert not is_quoted(text, start, start + 3)


def test_the_line_around_a_place() -> None:
    assert line_around("å\nsecond line\n末行", 4) == "second line"
    assert line_around("only", 0) == "only"


REPORT = "报告如下：\n\n    ERROR!! 図層 NOT FOUND\n    second line\n\n    third line\n\nWe mended it NOW. Needed:\n    - paint NOW\n"


@pytest.mark.parametrize("word", ["ERROR", "second", "third"])
def test_a_block_set_in_below_a_colon_is_copied(word: str) -> None:
    assert is_copied(REPORT, REPORT.index(word))


@pytest.mark.parametrize("word", ["报告", "mended", "paint"])
def test_the_words_around_it_and_the_items_of_a_list_are_the_authors_own(word: str) -> None:
    assert not is_copied(REPORT, REPORT.index(word))


def test_a_line_of_a_system_log_is_copied_wherever_it_stands() -> None:
    assert is_copied("Nov 25 10:00:01 valve kernel: STOP\n", 30)
    assert not is_copied("Nov 25 at ten: STOP\n", 15)
