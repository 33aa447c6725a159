"""The figures of a store."""

import pytest

from maillint.audit.record import Mark, Record, failed
from maillint.audit.store import Place, Store
from maillint.audit.summary import GroupLoss, Habit, Slice, summarise

DATE = Mark("date-relative", "date", "warning", "high", 5, 5, "body", 0, 4, "suggested", "d" * 64)
RUDE = Mark("tone-rude", "tone", "error", "high", 10, 10, "body", 9, 12, "advice", "r" * 64)


def message(number, score, *marks, to=("tom@south.example",), **fields):
    groups = {}
    for mark in marks:
        groups[mark.group] = groups.get(mark.group, 0) + mark.cost
    path = f"sent/{number}.eml"
    fields = {"date": f"2026-1{number % 2 + 1}-05T10:00:00+08:00", "language": "en", "profile": "external", **fields}
    return Place(path, 1, 1), Record(
        f"{number:064}", path, recipients=to, score=score, after=100, after_safe=score, grade="A", groups=groups,
        findings=marks, **fields,
    )  # fmt: skip


@pytest.fixture
def store(tmp_path):
    with Store(str(tmp_path / "audit.db")) as opened:
        opened.begin("rules", ["sent"])
        yield opened


def test_an_empty_store_has_zeros(store):
    summary = summarise(store)
    assert (summary.messages, summary.mean, summary.median, summary.first) == (0, 0, 0, "")
    assert summary.distribution == (0,) * 10


def test_mean_median_and_distribution(store):
    store.add([message(1, 95), message(2, 85, DATE, DATE), message(3, 100), message(4, 4, RUDE)])
    summary = summarise(store)
    assert (summary.mean, summary.median, summary.clean) == (71, 90, 2)
    assert summary.distribution == (1, 0, 0, 0, 0, 0, 0, 0, 1, 2)
    assert (summary.first, summary.last) == ("2026-11-05", "2026-12-05")


def test_what_would_raise_the_score_most_comes_first(store):
    second = DATE._replace(gain=0, start=20, end=24)
    store.add([message(1, 85, RUDE, DATE, second), message(2, 95, DATE), message(3, 100), message(4, 100)])
    assert summarise(store).checks == (
        Habit("date-relative", "date", "warning", 3, 2, 0.5, 2.5, 5.0),
        Habit("tone-rude", "tone", "error", 1, 1, 0.25, 2.5, 10.0),
    )
    assert summarise(store).groups == (GroupLoss("date", 2, 0.5, 3.75), GroupLoss("tone", 1, 0.25, 2.5))


def test_a_message_to_two_domains_is_in_both_and_once_in_each(store):
    to = ("tom@south.example", "sam@south.example", "李明@东方.example")
    store.add([message(1, 90, to=to), message(2, 100)])
    assert summarise(store).domains == (Slice("south.example", 2, 95), Slice("东方.example", 1, 90))


def test_what_was_not_judged_is_counted_and_does_not_weigh(store):
    store.add([message(1, 80), message(2, 100, note="automatic"), (Place("x"), failed("x", "crashed", "å"))])
    summary = summarise(store)
    assert (summary.messages, summary.judged, summary.mean) == (3, 1, 80)
    assert summary.notes == {"automatic": 1}
    assert summary.errors == {"crashed": 1}
    assert summary.unreadable == (("x", "crashed", "å"),)


def test_copies_and_what_other_rules_judged_are_told(store):
    store.add([message(1, 80), (Place("copy.eml", 1, 1), f"{1:064}")])
    assert summarise(store).copies == 1
    store.begin("new rules", ["sent"])
    store.add([message(2, 80)])
    assert summarise(store).outdated == 1
