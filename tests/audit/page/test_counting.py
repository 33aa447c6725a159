"""What the page shows over time, by hour, by whom and to whom."""

from __future__ import annotations

from maillint.audit.counting import figures
from maillint.audit.figures import Hour, Low, Part, Period
from maillint.audit.record import failed


def test_an_empty_store_has_no_figures(stored) -> None:
    counted = figures(stored().connection)
    assert counted == ("", "", 0, (0,) * 20, "day", (), {}, (), (), (), (), (), ())


def test_days_and_hours_go_by_the_writers_own_clock(stored, sent) -> None:
    late_in_taipei = sent("2026-11-24T23:30:00+08:00", "tom@south.example", "date-relative")
    same_moment_in_berlin = sent("2026-11-24T16:30:00+01:00", "李@東.example")
    counted = figures(stored(late_in_taipei, same_moment_in_berlin).connection)
    assert counted.hours == (Hour(1, 16, 1, 100), Hour(1, 23, 1, 95))
    assert counted.periods == (Period("2026-11-24", 2, 97.5, 95, 100),)


def test_a_long_time_is_shown_in_weeks_or_months(stored, sent) -> None:
    store = stored(sent("2026-06-03T10:00:00+02:00"), sent("2026-11-25T10:00:00+01:00"))
    counted = figures(store.connection)
    assert (counted.unit, [one.start for one in counted.periods]) == ("week", ["2026-06-01", "2026-11-23"])
    store = stored(sent("2024-02-29T10:00:00+01:00"))
    counted = figures(store.connection)
    assert (counted.unit, [one.start for one in counted.periods]) == (
        "month",
        ["2024-02-01", "2026-06-01", "2026-11-01"],
    )


def test_the_band_holds_the_middle_half(stored, sent) -> None:
    scores = [10, 50, 60, 70, 80, 90, 95, 100]
    store = stored(*(sent("2026-11-25T10:00:00+01:00", path=f"{score}.eml", score=score) for score in scores))
    (period,) = figures(store.connection).periods
    assert (period.low, period.high) == (50, 95)


def test_clocks_that_are_plainly_wrong_do_not_stretch_time(stored, sent) -> None:
    odd = [sent("1970-01-01T00:00:00+00:00"), sent("2099-01-01T00:00:00+00:00"), sent("")]
    counted = figures(stored(*odd, sent("2026-11-25T10:00:00+01:00")).connection)
    assert (counted.first, counted.last, counted.undated) == ("2026-11-25", "2026-11-25", 3)
    assert sum(counted.histogram) == 4, "their scores count all the same"


def test_a_message_to_two_domains_is_in_both(stored, sent) -> None:
    store = stored(
        sent("2026-11-24T10:00:00+01:00", "a@south.example b@south.example c@bücher.example", "tone-rude"),
        sent("2026-11-25T10:00:00+01:00", "a@south.example"),
    )
    counted = figures(store.connection)
    assert counted.domains == (Part("south.example", 2, 97.5, 0.5, 0.5), Part("bücher.example", 1, 95, 1, 1))
    assert counted.profiles == (Part("external", 2, 97.5, 0.5, 0.5),)
    assert counted.senders == (Part("åse@north.example", 2, 97.5, 0.5, 0.5),)


def test_the_lowest_come_first_with_what_cost_them_most(stored, sent) -> None:
    store = stored(
        sent("2026-11-24T10:00:00+01:00", "a@south.example", path="fine.eml"),
        sent("2026-11-24T10:00:00+01:00", "a@south.example", "tone-rude", path="rude.eml"),
        sent("2026-11-25T10:00:00+01:00", "a@south.example", "tone-rude", "date-relative", path="讓.eml"),
    )
    assert figures(store.connection).lowest == (
        Low("讓.eml", "2026-11-25T10:00:00+01:00", 90, ("date-relative", "tone-rude")),
        Low("rude.eml", "2026-11-24T10:00:00+01:00", 95, ("tone-rude",)),
    )


def test_examples_are_the_shortest_three_of_a_check(stored, sent) -> None:
    record = sent("2026-11-24T10:00:00+01:00", "a@south.example", *["date-relative"] * 5)
    words = ["Come to ▢ tomorrow, please", "明天见", "明天見", "明天见", "See you tomorrow"]
    marks = tuple(mark._replace(example=example) for mark, example in zip(record.findings, words, strict=True))
    counted = figures(stored(record._replace(findings=marks)).connection)
    assert counted.examples == {"date-relative": ("明天見", "明天见", "See you tomorrow")}


def test_what_was_not_judged_is_left_out(stored, sent) -> None:
    store = stored(failed("odd.eml", "empty"), sent("2026-11-25T10:00:00+01:00", note="automatic"))
    assert sum(figures(store.connection).histogram) == 0
