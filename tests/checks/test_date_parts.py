"""Early next month, 下周初, 本月中旬: a part of a period is never dated as if it were the whole."""

from itertools import product

import pytest

from maillint.finding import Grade
from maillint.language.dates import find

from .test_date_checks import compose, findings

WEDNESDAY = "2026-11-18T10:00:00+08:00"
SIDES = [
    "early",
    "mid",
    "late",
    "later",
    "the beginning of",
    "the middle of",
    "the first half of",
    "the second half of",
]
UNITS = ["week", "month", "quarter", "year", "March"]
HAN_UNITS = ["周", "週", "星期", "月", "个月", "個月", "季", "季度", "年"]
OPEN_PARTS = ["初", "中", "前半", "上半", "下半", "后半", "後半", "头几天", "頭幾天", "的前半", "的最后几天"]


def rewrites(text):
    edits = [edit for finding in findings("relative", compose(text, date=WEDNESDAY)) for edit in finding.rewrite.edits]
    return [edit.replacement.strip() for edit in edits]


@pytest.mark.parametrize(("side", "step", "unit"), list(product(SIDES, ["next", "this"], UNITS)))
def test_a_part_without_days_of_its_own_gets_none(side, step, unit):
    assert rewrites(f"Please send the crane {side} {step} {unit}.") == []


@pytest.mark.parametrize(("step", "unit"), list(product("下本上这這", HAN_UNITS)))
def test_a_chinese_part_without_days_of_its_own_gets_none(step, unit):
    assert {part: days for part in OPEN_PARTS if (days := rewrites(f"吊车请在{step}{unit}{part}运到。"))} == {}


@pytest.mark.parametrize(("step", "unit", "part"), list(product("下本這", ["周", "週", "季度"], ["上旬", "下旬"])))
def test_only_a_month_has_three_times_ten_days(step, unit, part):
    assert rewrites(f"吊车请在{step}{unit}{part}运到。") == []


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("the end of this week", "(Friday, 20 November 2026)"),
        ("the end of next month", "(Thursday, 31 December 2026)"),
        ("the end of next quarter", "(Wednesday, 31 March 2027)"),
        ("the end of this year", "(Thursday, 31 December 2026)"),
        ("下月上旬", "（12月1日至12月10日）"),
        ("下個月中旬", "（12月11日至12月20日）"),
        ("下月下旬", "（12月21日至12月31日）"),
        ("本月中旬", "（11月11日至11月20日）"),
        ("本月下旬", "（11月21日至11月30日）"),
        ("下半月", "（11月16日至11月30日）"),
        ("下月上半月", "（12月1日至12月15日）"),
        ("下周上半周", "（11月23日至11月25日）"),
        ("下週末", "（11月28日至11月29日）"),
        ("下月底", "（12月31日，周四）"),
        ("下個月末", "（12月31日，週四）"),
        ("下季度末", "（2027年3月31日，周三）"),
    ],
)
def test_a_part_with_days_of_its_own_gets_them(text, days):
    sentence = f"Please send the crane by {text}." if text.isascii() else f"吊车请在{text}前运到。"
    assert rewrites(sentence) == [days]


@pytest.mark.parametrize(
    "text", ["We need the crane early next month. 🏗️", "吊车下季度初到，费用由Åse付。", "吊車下個月初到。"]
)
def test_the_author_is_told_that_no_day_is_named(text):
    (finding,) = findings("relative", compose(text, date=WEDNESDAY))
    assert (finding.key, finding.rewrite.grade) == ("part", Grade.ADVICE)


@pytest.mark.parametrize(
    ("text", "choices"),
    [
        ("请在11月24日（周二）之前核对尺寸，没有问题我们周三下料。", ["（11月25日，周三）", "（11月18日，周三）"]),
        ("請最遲11月24日寄出，我們星期五裝船。", ["（11月27日，星期五）", "（11月20日，星期五）"]),
        ("Please check the sizes by 24 November; we cut on Wednesday.", ["(25 November 2026)", "(18 November 2026)"]),
        ("Please check the sizes by 24 November. We cut on Thursday.", ["(26 November 2026)", "(19 November 2026)"]),
        ("The audit is on 24 November. Please send the papers by Friday.", ["(20 November 2026)"]),
        ("Please pay by 31 December 2026. See you on Friday.", ["(20 November 2026)"]),
        ("Please check the sizes by 24 November; we talk this Friday.", ["(20 November 2026)"]),
    ],
)
def test_a_weekday_behind_a_deadline_comes_after_it(text, choices):
    (finding,) = findings("relative", compose(text, date=WEDNESDAY))
    ways = (finding.rewrite.edits, *finding.rewrite.alternatives)
    assert [edits[0].replacement.strip() for edits in ways] == choices


@pytest.mark.parametrize(
    ("text", "better"),
    [
        ("請下周三前回覆。", "（11月25日，周三）"),
        ("請下禮拜三前回覆。", "（11月25日，禮拜三）"),
        ("请下礼拜三前回复。", "（11月25日，礼拜三）"),
        ("請明天前回覆。", "（11月19日，週四）"),
    ],
)
def test_the_weekday_is_named_as_the_author_names_it(text, better):
    assert rewrites(text) == [better]


@pytest.mark.parametrize("text", ["后来年底汇算时又改了", "看一下年底的账", "網上年底有促銷"])
def test_what_stands_before_the_end_of_the_year_makes_no_other_year_of_it(text: str) -> None:
    assert not [date for date in find(text) if date.text in ("来年底", "下年底", "上年底")]
