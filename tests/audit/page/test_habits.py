"""Norms that only many messages show, on stores of a few messages."""

from __future__ import annotations

from datetime import datetime

import pytest

from maillint.audit.habits import NORMS, observe

MORNING = "2026-11-25T10:00:00+08:00"


def at(clock: str, day: str = "2026-11-25") -> str:
    return f"{day}T{clock}:00+08:00"


def seconds(date: str) -> int:
    return int(datetime.fromisoformat(date).timestamp())


def seen(store, habit: str, superiors: tuple[str, ...] = ()):
    return next(one for one in observe(store.connection, superiors) if one.habit == habit)


def test_every_habit_is_told_of_in_the_order_of_the_table(stored) -> None:
    assert sorted(one.habit for one in observe(stored().connection)) == sorted(NORMS)


def test_an_empty_store_tells_nothing(stored) -> None:
    assert {one.case for one in observe(stored().connection)} == {"unknown"}


def test_waiting_times_come_from_the_line_above_the_quote(stored, sent) -> None:
    waits = [1800, 7200, 7200, 90_000]
    store = stored(
        *(
            sent(MORNING, thread=(f"<{number}@x>",), answered=seconds(MORNING) - wait, path=f"{number}.eml")
            for number, wait in enumerate(waits)
        ),
        sent(at("11:00"), thread=("<9@x>",)),
    )
    told = seen(store, "response-time")
    assert told.steps == (1, 2, 0, 1, 0)
    assert told.figures == {"known": 4, "replies": 5, "median": 7200, "day": 0.75}


def test_waiting_times_come_from_the_mail_itself_where_both_sides_are_in_the_store(stored, sent) -> None:
    store = stored(
        sent(at("09:00"), "åse@north.example", sender="tom@south.example", message_id="<question@south>"),
        sent(at("12:00"), thread=("<question@south>",)),
        sent(at("13:00"), thread=("<question@south>", "<mine@north>")),
        sent(at("12:00"), message_id="<mine@north>", path="mine.eml"),
    )
    told = seen(store, "response-time")
    assert told.steps == (0, 1, 0, 0, 0), "a mail to follow one's own is no answer"


def test_a_late_answer_is_better_with_a_word_before_it(stored, sent) -> None:
    monday = at("10:00", "2026-11-23")
    late = {"thread": ("<big@x>",), "answered": seconds(monday)}
    store = stored(
        sent(at("15:00", "2026-11-23"), **late, path="收到，周三答复.eml"),
        sent(at("15:00"), **late),
        sent(at("16:00"), thread=("<other@x>",), answered=seconds(monday)),
    )
    assert seen(store, "acknowledgement").figures == {"late": 2, "announced": 1, "share": 0.5}


def test_a_second_mail_to_the_same_people_within_ten_minutes(stored, sent) -> None:
    store = stored(
        sent(at("10:00"), "tom@south.example 李明@東.example"),
        sent(at("10:08"), "李明@東.example tom@south.example", path="补充.eml"),
        sent(at("10:09"), "tom@south.example", path="somebody less.eml"),
        sent(at("10:30"), "李明@東.example tom@south.example", path="later.eml"),
    )
    assert seen(store, "afterthought").figures == {"n": 1, "share": 0.25}


def test_answers_in_two_threads_are_no_afterthought(stored, sent) -> None:
    store = stored(sent(at("10:00"), thread=("<a@x>",)), sent(at("10:01"), thread=("<b@x>",)))
    assert seen(store, "afterthought").figures["n"] == 0


def test_a_mail_to_oneself_is_no_afterthought(stored, sent) -> None:
    me = "åse@north.example"
    store = stored(sent(at("10:00"), me), sent(at("10:01"), me))
    assert seen(store, "afterthought").figures["n"] == 0


def test_ping_pong_with_both_sides_in_the_store(stored, sent) -> None:
    tom, me = "tom@south.example", "åse@north.example"
    turns = [(me, tom), (tom, me), (me, tom), (tom, me)]
    rounds = [
        sent(at(f"1{number}:00"), to, sender=sender, thread=("<tent@x>",))
        for number, (sender, to) in enumerate(turns)
    ]  # fmt: skip
    store = stored(*rounds[:3])
    assert seen(store, "ping-pong").case == "none"
    store = stored(rounds[3])
    assert seen(store, "ping-pong").figures == {"n": 1, "most": 4}


def test_ping_pong_with_one_side_counts_the_answers_between(stored, sent) -> None:
    store = stored(*(sent(at(f"1{hour}:00"), thread=("<tent@x>", f"<{hour}@x>")) for hour in range(3)))
    assert seen(store, "ping-pong").figures == {"n": 1, "most": 5}


def test_replies_on_several_days_are_no_ping_pong(stored, sent) -> None:
    store = stored(*(sent(at("10:00", f"2026-11-2{day}"), thread=("<tent@x>",)) for day in range(5)))
    assert seen(store, "ping-pong").case == "none"


def test_how_much_is_urgent_without_a_date(stored, sent) -> None:
    store = stored(sent(at("10:00"), "a@b.example", "emphasis-urgent", "emphasis-urgent"), sent(at("11:00")))
    assert seen(store, "urgency").figures == {"n": 1, "share": 0.5}


@pytest.mark.parametrize(("slips", "case"), [(5, "told"), (0, "even")])
def test_warmth_by_domain(stored, sent, slips: int, case: str) -> None:
    store = stored(
        *(sent(at("10:00"), "客@small.example", *["tone-rude"] * (n < slips), path=f"s{n}") for n in range(20)),
        *(sent(at("10:00"), "boss@grand.example", path=f"g{n}") for n in range(20)),
        sent(at("10:00"), "once@rare.example", "tone-rude"),
    )
    told = seen(store, "politeness")
    assert told.case == case
    assert (told.figures["most"], told.figures["least"]) == (slips / 20, 0)


def test_mail_to_superiors_is_counted_once_they_are_named(stored, sent) -> None:
    store = stored(
        sent(at("10:00"), "chef@north.example", "request-unclear"),
        sent(at("11:00"), "chef@north.example tom@south.example"),
        sent(at("12:00"), "tom@south.example", "request-unclear"),
    )
    assert seen(store, "superiors").case == "unknown"
    assert seen(store, "superiors", ("Chef@North.example",)).figures == {"sent": 2, "n": 1, "share": 0.5}


def test_coming_back_to_a_customer_unasked(stored, sent) -> None:
    service = {"profile": "customer-service"}
    store = stored(
        sent(at("10:00", "2026-09-01"), message_id="<lamp@north>", **service),
        sent(at("10:00", "2026-09-08"), thread=("<lamp@north>",), path="is all well.eml", **service),
        sent(at("10:00", "2026-09-01"), message_id="<chair@north>", path="chair.eml", **service),
        sent(
            at("10:00", "2026-09-09"),
            thread=("<chair@north>",),
            answered=seconds(at("09:00", "2026-09-09")),
            path="asked.eml",
            **service,
        ),
        sent(at("10:00"), path="latest.eml"),
    )
    assert seen(store, "follow-up").figures == {"threads": 2, "n": 1, "share": 0.5}


def test_a_store_that_is_looked_at_stays_as_it_is(stored, sent) -> None:
    store = stored(sent(MORNING, "tom@south.example", "tone-rude"))
    before = list(store.connection.execute("SELECT name, sql FROM sqlite_schema ORDER BY 1")), list(store.records())
    observe(store.connection)
    observe(store.connection)
    after = list(store.connection.execute("SELECT name, sql FROM sqlite_schema ORDER BY 1")), list(store.records())
    assert before == after
