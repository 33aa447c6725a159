"""Chinese dates, simplified and traditional, seen from Wednesday 25 November 2026."""

from datetime import datetime

import pytest

from maillint.language.dates import find

REFERENCE = datetime.fromisoformat("2026-11-25T10:00:00+08:00")
SUNDAY = datetime.fromisoformat("2026-11-29T10:00:00+08:00")


def only(text, reference=REFERENCE):
    (found,) = find(text, reference=reference)
    return found


def days(expression):
    return [str(first) if first == last else f"{first}..{last}" for first, last in expression.readings]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026年12月3日", "2026-12-03"), ("12月3日", "2026-12-03"), ("12月3号", "2026-12-03"), ("十二月三日", "2026-12-03"),
        ("二〇二六年十二月三日", "2026-12-03"), ("十一月二十五日", "2026-11-25"), ("12月3日（周四）", "2026-12-03"),
        ("12月3日（四）", "2026-12-03"), ("12月3日星期四", "2026-12-03"), ("明年1月5日", "2027-01-05"),
        ("民國115年12月3日", "2026-12-03"), ("115年12月3日", "2026-12-03"), ("26年12月3日", "2026-12-03"),
        ("１２月３日", "2026-12-03"), ("下周四（12月3日，周四）", "2026-12-03"), ("下周四12月3日", "2026-12-03"),
        ("12月3日（下周四）", "2026-12-03"), ("明天（26日）", "2026-11-26"), ("2026-12-03", "2026-12-03"),
        ("12/3", "2026-12-03"), ("1月5日", "2027-01-05"), ("2026年底", "2026-12-31"),
    ],
)  # fmt: skip
def test_a_day_of_its_own(text, day):
    found = only(f"请于{text}前回复")
    assert (found.kind, found.text, days(found)) == ("exact", text, [day])


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("今天", "2026-11-25"), ("今晚", "2026-11-25"), ("明天", "2026-11-26"), ("明早", "2026-11-26"), ("后天", "2026-11-27"),
        ("後天", "2026-11-27"), ("大后天", "2026-11-28"), ("聽日", "2026-11-26"), ("周五", "2026-11-27"), ("本周五", "2026-11-27"),
        ("这周五", "2026-11-27"), ("下周三", "2026-12-02"), ("下週三", "2026-12-02"), ("下星期三", "2026-12-02"),
        ("下个礼拜三", "2026-12-02"), ("下個禮拜三", "2026-12-02"), ("下下周三", "2026-12-09"), ("月底", "2026-11-30"),
        ("本月底", "2026-11-30"), ("下月底", "2026-12-31"), ("12月底", "2026-12-31"), ("年底", "2026-12-31"), ("季度末", "2026-12-31"),
        ("下周", "2026-11-30..2026-12-06"), ("下个月", "2026-12-01..2026-12-31"), ("下季度", "2027-01-01..2027-03-31"),
        ("周末", "2026-11-28..2026-11-29"), ("下月中旬", "2026-12-11..2026-12-20"), ("5号", "2026-12-05"), ("下个月5号", "2026-12-05"),
        ("明天下午三点", "2026-11-26"),
    ],
)  # fmt: skip
def test_a_day_that_counts_from_the_day_of_sending(text, day):
    found = only(f"请在{text}前给我")
    assert (found.kind, found.text, days(found)) == ("relative", text, [day])


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("三天内", "2026-11-25..2026-11-28"), ("3个工作日内", "2026-11-25..2026-11-30"), ("三個工作天內", "2026-11-25..2026-11-30"),
        ("两周后", "2026-12-09"), ("半个月后", "2026-12-10"), ("24小时内", "2026-11-25..2026-11-26"), ("未来三天", "2026-11-25..2026-11-28"),
    ],
)  # fmt: skip
def test_lengths_beside_a_promise(text, day):
    found = only(f"我们会在{text}答复")
    assert (found.kind, days(found)) == ("relative", [day])


def test_lengths_from_another_event_are_lengths():
    assert only("收到货后三天内请签收").kind == "duration"
    assert only("货款须在发票开出之日起30天内付清").kind == "duration"


@pytest.mark.parametrize(
    ("text", "reference", "readings"),
    [
        ("下周三", SUNDAY, ["2026-12-02", "2026-12-09"]),
        ("周三", REFERENCE, ["2026-11-25", "2026-12-02"]),
        ("周末", SUNDAY, ["2026-11-28..2026-11-29", "2026-12-05..2026-12-06"]),
    ],
)
def test_two_readings(text, reference, readings):
    found = only(f"请在{text}回复", reference)
    assert (found.kind, days(found)) == ("ambiguous", readings)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("请尽快回复", "indefinite"), ("請儘快回覆", "indefinite"), ("改天再聊", "indefinite"), ("近期上线", "indefinite"),
        ("过两天给您", "indefinite"), ("明年1月中旬开会", "indefinite"), ("12月初发货", "indefinite"), ("节后再议", "indefinite"),
        ("昨天开过会", "past"), ("上周五谈的", "past"), ("三天前寄出", "past"), ("去年12月签的", "past"), ("每周二例会", "habitual"),
        ("每月5日盘点", "habitual"), ("周一至周五营业", "habitual"), ("需要三天时间", "duration"), ("一周两次", "duration"),
        ("春节放假", "holiday"), ("2027年3月", "range"), ("10月1日至7日", "range"), ("12月7日（周一）至12月9日（周三）", "range"),
        ("第四季度", "range"), ("明年下半年", "range"),
    ],
)  # fmt: skip
def test_other_kinds(text, kind):
    assert only(text).kind == kind


@pytest.mark.parametrize(
    "text",
    [
        "地下周界报警", "楼下周转箱点过了", "注明天数", "標明天數", "请修改天窗", "后天性心脏病", "照明天花板", "更改日期", "说明日程",
        "成本周转", "回头率很高", "及时性不错", "祝您早日康复", "5号楼的电梯", "点击这里", "三点建议", "天线塔", "今日头条", "版本周期",
        "合格率98.1%", "型号是TBD-620", "上海分公司", "晚上好", "电话0577-5555 0132",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_date(text):
    assert find(text, reference=REFERENCE) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("周一已经寄出", "past"), ("周一寄出了", "past"), ("周一会寄出", "relative"), ("今天收悉", "past"), ("本周已完成", "past"),
        ("法院已确定下周四开庭", "relative"), ("月底就到期了", "relative"), ("请周一寄出", "relative"),
    ],
)  # fmt: skip
def test_particles_tell_past_from_future(text, kind):
    assert only(text).kind == kind


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("明天下午三点半", "15:30:00"), ("明天15:30", "15:30:00"), ("明天上午10点20分", "10:20:00"), ("今晚8点", "20:00:00"),
        ("11月30日（周一）上午9:00", "09:00:00"), ("明晚七点", "19:00:00"),
    ],
)  # fmt: skip
def test_clock_times_join_their_day(text, clock):
    assert str(only(f"我们{text}见").time) == clock


def test_the_date_goes_before_the_part_of_the_day():
    text = "请在周五下班前确认"
    found = only(text)
    assert text[found.start : found.anchor] == "周五"


def test_english_inside_chinese_is_found():
    found = find("请ASAP给feedback，或者next Monday再说", reference=REFERENCE)
    assert [(each.text, each.kind) for each in found] == [("ASAP", "indefinite"), ("next Monday", "relative")]


@pytest.mark.parametrize(
    "text",
    [
        "周一：张三；周二：李四值班。",
        "週一王芳、週二李明值班",
        "周日午餐照常供应。",
        "周六、周日不发货。",
        "周六加班费另算。",
    ],
)
def test_what_every_such_day_has(text):
    assert {found.kind for found in find(text, reference=REFERENCE)} == {"habitual"}


@pytest.mark.parametrize(
    "text", ["周三和周五请来一趟。", "周五的会取消。", "周六值班的是我，有事请打电话。", "请把周六的午餐订好。"]
)
def test_one_such_day(text):
    assert "habitual" not in {found.kind for found in find(text, reference=REFERENCE)}


def test_the_second_day_takes_the_year_of_the_first():
    (found,) = find("计费周期：2024年6月1日至6月30日", reference=REFERENCE)
    assert tuple(map(str, found.readings[0])) == ("2024-06-01", "2024-06-30")


def test_a_meeting_at_three():
    (found,) = find("明天3点开会", reference=REFERENCE)
    assert found.time.hour == 3


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("公司正月初八开工。", "2027-02-13"),
        ("明年正月十五前交货。", "2027-02-20"),
        ("大年初七见。", "2027-02-12"),
        ("農曆正月初九開工。", "2027-02-14"),
    ],
)
def test_days_of_the_first_lunar_month(text, day):
    (found,) = find(text, reference=REFERENCE)
    assert (found.kind, str(found.readings[0][0])) == ("exact", day)


@pytest.mark.parametrize("text", ["腊月初八喝粥。", "正月里不开工。"])
def test_lunar_months_are_no_beginning_of_a_month(text):
    assert not find(text, reference=REFERENCE)


@pytest.mark.parametrize("before", ["订单4471：", "訂單471:", "编号10：", "3號廳："])
def test_a_number_with_a_colon_before_a_date_takes_nothing_from_it(before):
    text = f"{before}12月3日交货"
    assert only(text).text == "12月3日"
