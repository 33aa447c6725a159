"""Cities where a text says its reader is, and their clocks through the year."""

from datetime import date

import pytest

from maillint.language.dates import cities

SUMMER, WINTER = date(2026, 7, 1), date(2026, 12, 1)


@pytest.mark.parametrize(
    ("text", "day", "clock"),
    [
        ("Could your team in Denver join at 10:00?", SUMMER, -6),
        ("Could your team in Denver join at 10:00?", WINTER, -7),
        ("Is that too early for your colleagues over in New York?", WINTER, -5),
        ("Please ask your Tokyo office.", WINTER, 9),
        ("We can ring your plant in São Paulo.", WINTER, -3),
        ("You in Oslo will know more.", SUMMER, 2),
        ("your sales team in Ho Chi Minh City", WINTER, 7),
        ("your new lab in Basel. We are here", WINTER, 1),
        ("your people in St. Louis", WINTER, -6),
        ("樣辦已寄往三藩市貴公司。", WINTER, -8),
        ("请贵司东京团队一起参加。", WINTER, 9),
        ("您在伦敦的同事也请参加。", SUMMER, 1),
    ],
)
def test_where_the_reader_is(text, day, clock):
    assert cities.of_reader(text, day) == [frozenset({float(clock)})]


@pytest.mark.parametrize(
    "text",
    [
        "The fair in Denver was good. 🎉",
        "our office in Denver",
        "your visit to Paris and your stay in Rome",
        "Let us meet when you are in Munich.",
        "我们在纽约的办公室已经搬了。",
        "我在东京出差。",
        "your team in Årdal",
        "",
    ],
)
def test_where_the_reader_is_not(text):
    assert cities.of_reader(text, WINTER) == []


def test_both_clocks_count_in_the_south():
    assert cities.of_reader("your team in Sydney", WINTER) == [frozenset({10.0, 11.0})]


@pytest.mark.parametrize(
    ("day", "clock"),
    [("2026-03-07", -5), ("2026-03-08", -4), ("2026-10-31", -4), ("2026-11-01", -5)],
)
def test_american_summer_time(day, clock):
    assert cities.of_reader("your desk in Boston", date.fromisoformat(day)) == [frozenset({float(clock)})]
