"""Numerals, calendar arithmetic, named days and rewording, each on its own."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maillint.language.dates import calendar, festivals, grammar, lexer, numbers, tables, with_day, with_weekday

WEDNESDAY = date(2026, 11, 25)


@pytest.mark.parametrize(
    ("word", "value"),
    [("三", 3), ("十", 10), ("十二", 12), ("二十", 20), ("二十五", 25), ("廿五", 25), ("两", 2), ("半", 0.5), ("二〇二六", 2026),
     ("零八", 8), ("一二三", None), ("十十", None), ("三半", None)],
)  # fmt: skip
def test_chinese_numerals(word, value):
    assert numbers.han(word) == value


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("2026-12-03", ["date"]), ("3/12/2026", ["figures"]), ("12/3", ["figures"]), ("10:30", ["clock"]), ("3 p.m.", ["clock"]),
        ("5th", ["nth"]), ("第三", ["ordinal"]), ("2026", ["year"]), ("5-9", ["n", "n"]), ("9:00-17:30", ["clock", "clock"]),
        ("$5", []), ("5%", []), ("7c-2231", []), ("1,214", []), ("lr/26/0815", []), ("1.2.3", []), ("9" * 60, []), ("25:61", []),
    ],
)  # fmt: skip
def test_numbers_in_running_text(text, kinds):
    assert [kind for _, _, kind, _ in numbers.tokens(text, has_han=True)] == kinds


@pytest.mark.parametrize(
    ("count", "unit", "day"),
    [
        (3, "day", "2026-11-28"), (2, "week", "2026-12-09"), (1, "month", "2026-12-25"), (0.5, "month", "2026-12-10"),
        (3, "workday", "2026-11-30"), (-3, "workday", "2026-11-20"), (1, "quarter", "2027-02-25"), (1, "year", "2027-11-25"),
        (24, "hour", "2026-11-26"),
    ],
)  # fmt: skip
def test_lengths_from_a_day(count, unit, day):
    assert str(calendar.add(WEDNESDAY, count, unit)) == day


def test_a_month_later_is_never_a_day_that_does_not_exist():
    assert calendar.add_months(date(2027, 1, 31), 1) == date(2027, 2, 28)
    assert calendar.add_months(date(2028, 1, 31), 1) == date(2028, 2, 29)
    assert calendar.make(2027, 2, 29) is None


@pytest.mark.parametrize(
    ("name", "year", "day"),
    [
        ("easter", 2027, "2027-03-28"), ("good-friday", 2026, "2026-04-03"), ("thanksgiving", 2026, "2026-11-26"),
        ("memorial-day", 2027, "2027-05-31"), ("spring-festival", 2027, "2027-02-06"), ("spring-eve", 2027, "2027-02-05"),
        ("mid-autumn", 2028, "2028-10-03"), ("dragon-boat", 2029, "2029-06-16"), ("christmas", 2026, "2026-12-25"),
        ("spring-festival", 1999, "None"), ("no such day", 2026, "None"),
    ],
)  # fmt: skip
def test_named_days(name, year, day):
    assert str(festivals.of_year(name, year)) == day


def test_the_coming_one_is_meant_also_a_few_days_after():
    assert festivals.coming("christmas", date(2026, 12, 28)) == date(2026, 12, 25)
    assert festivals.coming("christmas", date(2027, 2, 1)) == date(2027, 12, 25)


@pytest.mark.parametrize(
    ("text", "better"),
    [
        ("Wednesday, 3 December", "Thursday, 3 December"), ("WED 3 DEC", "THU 3 DEC"), ("wed 3 dec", "thu 3 dec"),
        ("12月3日（周三）", "12月3日（周四）"), ("12月3日（三）", "12月3日（四）"), ("12月3日星期三", "12月3日星期四"),
    ],
)  # fmt: skip
def test_a_weekday_is_written_as_the_author_wrote_it(text, better):
    assert with_weekday(text, 2, 3) == better


def test_a_day_keeps_its_form_and_its_month():
    assert with_day("Dec. 3rd, 2026", date(2026, 12, 3), date(2026, 12, 2)) == "Dec. 2nd, 2026"
    assert with_day("03 December", date(2026, 12, 3), date(2026, 12, 4)) == "04 December"
    assert with_day("30 November", date(2026, 11, 30), date(2026, 12, 1)) is None


def test_every_word_of_the_lists_has_a_class_the_grammar_knows():
    heads = [*tables.english().items(), *tables.chinese()[0].items()]
    entries = [entry for _, (_, own) in heads for entry in own]
    words = [word for _, (own, _) in heads for word in own]
    assert {"weekday", "month", "dayword", "rel", "unit", "vague", "stop", "holiday", "part", "every"} <= dict(
        entries
    ).keys()
    assert all(word == word.lower() for word in words)
    assert all(len(head) == 1 for head in tables.chinese()[0])  # they are looked up by their first character


def test_every_row_of_the_grammar_has_its_reader():
    assert all(callable(grammar.reader(name)) for name in grammar.names())


_TEXTS = st.text("下周三號的天明今後年月初一二十5 /:o’clockdayemnthfrisugå。\n", max_size=60) | st.lists(
    st.sampled_from(
        "monday sun the day after tomorrow 下下周 周三 改天 dec31 end of day every 2day 1st half asap soon".split()
    )
).map("".join)


@given(_TEXTS)
def test_words_are_found_alike_by_their_first_letters_and_by_the_automaton(text):
    assert lexer.by_head(text, has_han=True) == lexer.automaton(has_han=True).matches(text)
