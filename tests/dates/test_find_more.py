"""Days within a month, days in lists, days with their weekdays, and rough lengths: which calendar days they are."""

from datetime import datetime, timedelta, timezone

import pytest

from maillint.language.dates import find

REFERENCE = datetime(2026, 11, 25, 10, tzinfo=timezone(timedelta(hours=1)))  # a Wednesday


def days(text):
    found = [each for each in find(text, reference=REFERENCE) if each.readings]
    return " ".join(
        "/".join(f"{first:%m-%d}" if first == last else f"{first:%m-%d}..{last:%m-%d}" for first, last in each.readings)
        for each in found
    )


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Please pay by the last day of the month.", "11-30"),
        ("Could you come on the last Friday of the month?", "11-27"),
        ("It closes on the last Friday in December.", "12-25"),
        ("Send it by the last working day of January.", "01-29"),
        ("Send it on the second Tuesday of next month.", "12-08"),
        ("We meet in the last week of next month.", "12-28..01-03"),
        ("Can you do Tuesday of the week after next?", "12-08"),
        ("Could you do the Friday after next?", "12-04/12-11"),
        ("Are you free Tuesday or Wednesday next week?", "12-01 12-02"),
        ("I will come Monday, Tuesday and Thursday of next week.", "11-30 12-01 12-03"),
        ("I'll come Mon or Tue.", "11-30 12-01"),
        ("We meet on Friday 27 at 3 pm.", "11-27"),
        ("I can send Monday 3 crates.", "11-30"),
        ("See you on the 30th (Monday).", "11-30"),
        ("See you tomorrow (Thursday).", "11-26"),
        ("Are you free on 1, 2 or 4 December?", "12-01..12-04"),
        ("Come on the weekend of 5 December.", "12-05..12-06"),
        ("We will ship within 3-5 working days.", "11-30..12-02"),
        ("We'll finish in under two weeks.", "12-09"),
        ("We'll finish by the middle of the month.", "12-11..12-20"),
        ("We'll finish by the end of Q1.", "03-31"),
        ("We'll finish by year end 2026.", "12-31"),
        ("We'll finish within the month.", "11-01..11-30"),
        ("Please send it on 20261201.", "12-01"),
        ("The kiln is yours from Monday 8 to Friday 12 June 2026.", "06-08..06-12"),
    ],
)
def test_english(text, wanted):
    assert days(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("請於12月的第一個週一前交。", "12-07"),
        ("请在这个月的最后一天前付清。", "11-30"),
        ("下个月的最后一个周五开会，请参加。", "12-25"),
        ("今年十二月的最后一天盘点。", "12-31"),
        ("请安排下周二、周四的司机。", "12-01 12-03"),
        ("下周一或周三您方便吗？", "11-30 12-02"),
        ("请27日（周五）到场。", "11-27"),
        ("明天（周四）开会，请参加。", "11-26"),
        ("今明两天请保持联系。", "11-25..11-26"),
        ("明後天請來一趟。", "11-26..11-27"),
        ("请在3-5个工作日内回复。", "11-25..12-02"),
        ("请于12.5前提交。", "12-05"),
        ("請於115/12/20前報名。", "12-20"),
        ("请在月内付清。", "11-01..11-30"),
        ("请在明年一季度末前提交。", "03-31"),
        ("日期：20261208", "12-08"),
    ],
)
def test_chinese(text, wanted):
    assert days(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "订单号20261104没有问题。",
        "Order 20261104 has left.",
        "新版固件12.5已发布。",
        "他后天失明。",
        "《明日之星》的票还有两张。",
        "中山路18号是仓库。",
        "休息一会儿再来。",
        "等会议结束。",
        "请到第一会议室。",
        "Tomorrow Foods Ltd is our customer.",
        "We visit Tomorrow Labs.",
        "Sat at 5 desks, å.",
    ],
)
def test_no_dates(text):
    assert not [each for each in find(text, reference=REFERENCE) if each.kind not in ("duration", "habitual")]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("We meet on the last Friday of the month.", "habitual"),
        ("The museum is closed on Mondays.", "habitual"),
        ("We will ship in 2-3 weeks.", "indefinite"),
        ("三五天内给您结果。", "indefinite"),
        ("We shall meet at some point next month.", "indefinite"),
        ("十二月最后一周请来。", "indefinite"),
        ("The forty-three minutes passed.", "duration"),
    ],
)
def test_kinds(text, kind):
    assert [each.kind for each in find(text, reference=REFERENCE)] == [kind]
