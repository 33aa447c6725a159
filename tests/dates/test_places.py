"""Where people are: domains, telephone numbers and zone words, each with its clock on a day."""

from datetime import date, timedelta

import pytest

from maillint.language.dates import clocks, places, workdays

WINTER, SUMMER = date(2026, 11, 25), date(2026, 7, 1)


@pytest.mark.parametrize(
    ("domain", "day", "hours"),
    [
        ("north.de", WINTER, {1}),
        ("north.de", SUMMER, {2}),
        ("north.co.uk", SUMMER, {1}),
        ("nord.se", date(2026, 3, 29), {2}),
        ("nord.se", date(2026, 10, 25), {1}),
        ("north.com.sg", SUMMER, {8}),
        ("north.in", WINTER, {5.5}),
        ("north.example", WINTER, set()),
        ("", WINTER, set()),
    ],
)
def test_a_country_has_its_clock(domain, day, hours):
    assert places.of_domain(domain, day) == hours


def test_telephone_numbers():
    text = "Tel. +49 (0)30 1234567, 手机 +86-138 0000 0000, order +1 piece, 1+1"
    assert places.of_numbers(text, WINTER) == [{1}, {8}]


@pytest.mark.parametrize(
    ("text", "clocks"),
    [
        ("free after 16:00 CET", [1]),
        ("at 5 pm (EST)", [-5]),
        ("Sent: Tue, 27 Oct 2026 11:29:36 +0800", [8]),
        ("15:00 GMT+5:30", [5.5]),
        ("北京时间15:00", [8]),
        ("the best 15:00 slot, cetera 5", []),
    ],
)
def test_named_clocks(text, clocks):
    assert places.named(text) == clocks


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("15:00 CET", "CET"),
        ("15:00 (UTC+1)", "UTC+1"),
        ("15:00 Berlin time", "Berlin time"),
        ("15:00 your time", "your time"),
        ("15:00 at the gate", ""),
        ("15:00，åben", ""),
    ],
)
def test_the_zone_behind_a_time(text, zone):
    assert places.behind(text, 5) == zone


@pytest.mark.parametrize(
    ("setting", "domain", "hours", "language", "country"),
    [
        ("auto", "north.de", 1, "en", "DE"),
        ("auto", "north.de", -7, "en", ""),
        ("auto", "north.uk", 0, "en", "GB"),
        ("auto", "north.example", 8, "zh-Hans", "CN"),
        ("auto", "north.com.tw", 8, "zh-Hant", "TW"),
        ("auto", "north.example", 8, "zh-Hant", ""),
        ("auto", "north.example", 1, "en", ""),
        ("none", "north.de", 1, "en", ""),
        ("de-by", "north.example", 1, "en", "DE-BY"),
    ],
)
def test_whose_holidays_count(setting, domain, hours, language, country):
    assert places.holidays_of(setting, domain, timedelta(hours=hours), language) == country


@pytest.mark.parametrize(
    ("hours", "text"), [(1, "UTC+1"), (-5, "UTC-5"), (5.5, "UTC+5:30"), (0, "UTC"), (-3.5, "UTC-3:30")]
)
def test_a_clock_in_words(hours, text):
    assert places.written(hours) == text


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("3:30 on March 12", "3:30"),
        ("明天下午三点半", "三点半"),
        ("12月2日8點", "8點"),
        ("Wed at 3pm", "3pm"),
        ("tomorrow", ""),
    ],
)
def test_the_clock_time_in_an_expression(text, clock):
    assert clocks.written(text) == clock


@pytest.mark.parametrize(
    ("day", "country", "is_worked"),
    [
        ("2026-02-14", "CN", True),
        ("2026-02-17", "CN", False),
        ("2027-10-01", "CN", False),
        ("2026-12-25", "DE", False),
        ("2026-12-25", "", True),
        ("2026-01-06", "DE-BY", False),
        ("2026-01-06", "DE", True),
        ("2026-11-28", "XX", False),
    ],
)
def test_working_days(day, country, is_worked):
    assert workdays.is_workday(date.fromisoformat(day), country) is is_worked


def test_beyond_the_calendar():
    assert workdays.add(WINTER, 501) is None
    assert workdays.add(date(9999, 12, 31), 1) is None
    assert workdays.after_holiday(WINTER, "") is None
