"""English dates: what is found, of which kind, and which day it is, seen from Wednesday 25 November 2026."""

from datetime import datetime

import pytest

from maillint.language.dates import find

REFERENCE = datetime.fromisoformat("2026-11-25T10:00:00+01:00")


def only(text):
    (found,) = find(text, reference=REFERENCE)
    return found


def days(expression):
    return [str(first) if first == last else f"{first}..{last}" for first, last in expression.readings]


EXACT = [
    ("12 August 2026", "2026-08-12"), ("August 12, 2026", "2026-08-12"), ("Aug. 12th 2026", "2026-08-12"),
    ("the 12th of August, 2026", "2026-08-12"), ("Thursday, 3 December", "2026-12-03"), ("Dec 3", "2026-12-03"),
    ("3 Dec", "2026-12-03"), ("3rd December", "2026-12-03"), ("Thursday 3rd December 2026", "2026-12-03"),
    ("2026-12-03", "2026-12-03"), ("2026/12/3", "2026-12-03"), ("31/12/2026", "2026-12-31"), ("12/31/2026", "2026-12-31"),
    ("03.12.2026", "2026-12-03"), ("05-Aug-2026", "2026-08-05"), ("Sep-23-2026", "2026-09-23"), ("23/Sep/2026", "2026-09-23"),
    ("Dec31, 2026", "2026-12-31"), ("May twenty-first", "2027-05-21"), ("January first", "2027-01-01"),
    ("Monday the 30th", "2026-11-30"), ("next Wednesday (2 December 2026)", "2026-12-02"),
    ("tomorrow, 26 November", "2026-11-26"), ("2 December (next Wednesday)", "2026-12-02"), ("9 January", "2027-01-09"),
    ("the first Monday in December", "2026-12-07"), ("three weeks after 1 December", "2026-12-22"),
    ("end of December 2026", "2026-12-31"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "day"), EXACT)
def test_a_day_of_its_own(text, day):
    found = only(f"We meet on {text}.")
    assert (found.kind, days(found)) == ("exact", [day])
    assert found.text.split()[-1].strip(",") in text


RELATIVE = [
    ("tomorrow", "2026-11-26"), ("tmr", "2026-11-26"), ("tonight", "2026-11-25"), ("the day after tomorrow", "2026-11-27"),
    ("on Friday", "2026-11-27"), ("on Monday", "2026-11-30"), ("next Monday", "2026-11-30"), ("next Wednesday", "2026-12-02"),
    ("this Friday", "2026-11-27"), ("this coming Wednesday", "2026-12-02"), ("on Friday next week", "2026-12-04"),
    ("next week on Tuesday", "2026-12-01"), ("on Tuesday week", "2026-12-08"), ("next week", "2026-11-30..2026-12-06"),
    ("the week after next", "2026-12-07..2026-12-13"), ("next month", "2026-12-01..2026-12-31"),
    ("next quarter", "2027-01-01..2027-03-31"), ("by the end of the month", "2026-11-30"), ("by EOM", "2026-11-30"),
    ("by EOD Friday", "2026-11-27"), ("by EOW", "2026-11-27"), ("by year-end", "2026-12-31"), ("in two weeks", "2026-12-09"),
    ("within 3 business days", "2026-11-30"), ("in a fortnight", "2026-12-09"), ("by the end of December", "2026-12-31"),
    ("on the 5th", "2026-12-05"), ("two weeks from now", "2026-12-09"), ("in two weeks' time", "2026-12-09"),
    ("at the weekend", "2026-11-28..2026-11-29"), ("in the first week of next month", "2026-11-30..2026-12-06"),
    ("in the morning", "2026-11-26"), ("later this week", "2026-11-27..2026-11-29"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "day"), RELATIVE)
def test_a_day_that_counts_from_the_day_of_sending(text, day):
    found = only(f"We will call you {text}.")
    assert (found.kind, found.is_deictic, days(found)) == ("relative", True, [day])


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("by 03/04/2027", ["2027-04-03", "2027-03-04"]),
        ("by 5/12", ["2026-12-05", "2027-05-12"]),
        ("next Friday", ["2026-12-04", "2026-11-27"]),
        ("on Wednesday", ["2026-11-25", "2026-12-02"]),
        ("next weekend", ["2026-12-05..2026-12-06", "2026-11-28..2026-11-29"]),
    ],
)
def test_two_readings(text, readings):
    found = only(f"Please reply {text}.")
    assert (found.kind, days(found)) == ("ambiguous", readings)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("March 2027", "range"), ("5-9 December 2026", "range"), ("December 5 to 9, 2026", "range"), ("Q1 2027", "range"),
        ("Mon 7 Dec to Fri 11 Dec", "range"), ("week of 7 December", "range"), ("2026-12", "range"),
        ("early March", "indefinite"), ("mid-December", "indefinite"), ("the coming weeks", "indefinite"),
        ("the next few days", "indefinite"), ("sometime next week", "indefinite"), ("at some point in the autumn", "indefinite"),
        ("yesterday", "past"), ("last week", "past"), ("two weeks ago", "past"), ("earlier this week", "past"),
        ("every Friday", "habitual"), ("for three weeks", "duration"), ("Easter", "holiday"), ("Good Friday", "holiday"),
    ],
)  # fmt: skip
def test_other_kinds(text, kind):
    assert only(f"It will be {text}.").kind == kind


@pytest.mark.parametrize(
    "text",
    [
        "May I forward it?", "March forward with us.", "It is the second page.", "My office is on the 5th floor.",
        "The ratio is 2/10 or 3/4.", "Order LY-26-3390 and invoice AG.1931.44 are paid.", "It cost $12 and 1,214 EUR.",
        "Friday Logistics sent it.", "We use monday.com for it.", "Happy Friday!", "The sun rose.", "He sat down.",
        "Use version 1.2.3.", "As soon as we know, we decide.", "Effective immediately, gate 2 is closed.",
        "Call 020 7946 0418.", "The DN50 valve, 7C-2231, costs 50 %.",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_date(text):
    assert find(text, reference=REFERENCE) == []


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("on Friday at 3 pm", "15:00:00"), ("3 pm on Friday", "15:00:00"), ("Friday, 15:30", "15:30:00"),
        ("Friday at 10.30 a.m.", "10:30:00"), ("tomorrow evening at 7:15", "19:15:00"), ("12 am tomorrow", "00:00:00"),
    ],
)  # fmt: skip
def test_clock_times_join_their_day(text, clock):
    assert str(only(f"See you {text}.").time) == clock


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("We met on Monday.", "past"), ("The inspector passed the pipes on Tuesday.", "past"), ("As discussed on Monday.", "past"),
        ("It was sent on Monday.", "past"), ("It must be sent on Monday.", "relative"), ("We will meet on Monday.", "relative"),
        ("I moved it to Monday.", "relative"), ("Here are the slides for Monday.", "relative"),
        ("I am flying to Rome on Monday.", "relative"), ("On Monday we tested it.", "past"), ("On Monday we will test it.", "relative"),
        ("Since Monday it is broken.", "past"), ("Please answer by Monday.", "relative"),
    ],
)  # fmt: skip
def test_the_verb_tells_past_from_future(text, kind):
    assert only(text).kind == kind


def test_lengths_count_from_today_only_beside_a_promise():
    assert only("We will reply within 3 days.").kind == "relative"
    assert only("We will pay within 30 days of receipt.").kind == "duration"
    assert only("Once approved, it will take effect within 3 days.").kind == "duration"


def test_offsets_count_in_the_whole_text():
    text = "tomorrow | see you tomorrow, å 🎉 tomorrow"
    found = find(text, 10, len(text), REFERENCE)
    assert [text[each.start : each.end] for each in found] == ["tomorrow", "tomorrow"]
    assert found[0].start == text.index("tomorrow,")


def test_hard_wrapped_lines_are_one_text():
    found = only("Please reply by the end of\nnext month.")
    assert (found.text, days(found)) == ("end of\nnext month", ["2026-12-31"])


def test_a_sentence_ends_what_a_verb_says():
    first, second = find("We met on Monday. Thursday is free.", reference=REFERENCE)
    assert (first.kind, second.kind) == ("past", "relative")


def test_vague_words_know_a_date_beside_them():
    vague = [
        each for each in find("Please sign soon, by 4 December 2026.", reference=REFERENCE) if each.kind == "indefinite"
    ]
    assert [(each.text, each.is_pinned) for each in vague] == [("soon", True)]


def test_days_that_do_not_exist():
    assert not only("by 31 June 2027").is_possible
    assert not only("by 29 February").is_possible
    assert only("by 29 February 2028").is_possible


@pytest.mark.parametrize(
    "text",
    [
        "Sunday lunch is served in the canteen.",
        "Saturday delivery costs extra.",
        "Note that Sunday opening hours differ.",
    ],
)
def test_what_every_such_day_has(text):
    assert {found.kind for found in find(text, reference=REFERENCE)} == {"habitual"}


@pytest.mark.parametrize(
    "text", ["Could we do Friday lunch?", "Let's have Thursday lunch at 12:30.", "Friday works for me."]
)
def test_one_such_day(text):
    assert "habitual" not in {found.kind for found in find(text, reference=REFERENCE)}


COUNTED = [
    ("in 2027", "2027-01-01", "2027-12-31"),
    ("by two thousand and thirty", "2030-01-01", "2030-12-31"),
    ("in October two thousand and five", "2005-10-01", "2005-10-31"),
    ("week 49", "2026-11-30", "2026-12-06"),
    ("week 3 of 2027", "2027-01-18", "2027-01-24"),
    ("the first week of 2027", "2027-01-04", "2027-01-10"),
    ("the third quarter of 2027", "2027-07-01", "2027-09-30"),
    ("H1 2027", "2027-01-01", "2027-06-30"),
    ("2027-H2", "2027-07-01", "2027-12-31"),
    ("2027-Q1", "2027-01-01", "2027-03-31"),
    ("the next two quarters", "2027-01-01", "2027-06-30"),
    ("the 3 next weeks", "2026-11-25", "2026-12-16"),
    ("from November to February 2028", "2027-11-01", "2028-02-29"),
    ("from next Monday to Thursday", "2026-11-30", "2026-12-03"),
    ("earlier this month", "2026-11-01", "2026-11-25"),
    ("the week of the 7th", "2026-12-07", "2026-12-13"),
    ("next 6th of October", "2027-10-06", "2027-10-06"),
    ("two weeks and three days ago", "2026-11-08", "2026-11-08"),
]


@pytest.mark.parametrize(("words", "first", "last"), COUNTED)
def test_periods(words, first, last):
    (found,) = find(f"The figures {words} are new.", reference=REFERENCE)
    assert tuple(map(str, found.readings[0])) == (first, last)


@pytest.mark.parametrize(
    "text", ["Invoice 2027 is attached.", "We made 2026 parts.", "Room 2031, please.", "Our H1 heading is red."]
)
def test_figures_that_are_no_years(text):
    assert not [found for found in find(text, reference=REFERENCE) if found.form == "year"]


@pytest.mark.parametrize(
    "text",
    [
        "every Monday",
        "each Tuesday morning",
        "every two weeks",
        "every other Friday",
        "weekly",
        "on weekends",
        "every May",
    ],
)
def test_habits(text):
    assert {found.kind for found in find(f"The backup runs {text}.", reference=REFERENCE)} == {"habitual"}


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("nine o'clock", "09:00:00"),
        ("half past seven", "07:30:00"),
        ("a quarter to five in the afternoon", "16:45:00"),
        ("quarter past one", "01:15:00"),
    ],
)
def test_spoken_clock_times(text, time):
    (found,) = find(f"The line stopped at {text}.", reference=REFERENCE)
    assert str(found.time) == time
