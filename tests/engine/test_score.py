from hypothesis import given
from hypothesis import strategies as st

from maillint.engine.score import breakdown, total
from maillint.finding import Confidence, Finding, Severity, Span


def finding(check, cost):
    return Finding(check, Severity.WARNING, Confidence.HIGH, Span("body", 0, 0), "", cost)


def test_nothing_found_is_a_hundred():
    assert total(breakdown([], {})) == 100


def test_costs_add_up_within_a_group():
    lost = breakdown([finding("date-relative", 4), finding("date-past", 5)], {"date": 20})
    assert lost == {"date": 9}
    assert total(lost) == 91


def test_a_group_costs_at_most_its_cap():
    assert breakdown([finding("spelling-typo", 4)] * 9, {"spelling": 15}) == {"spelling": 15}


def test_some_checks_cost_only_once_a_message():
    findings = [finding("date-relative", 4)] * 3 + [finding("date-past", 5)]
    assert breakdown(findings, {"date": 50}, once={"date-relative"}) == {"date": 9}


def test_a_finding_that_costs_nothing_shows_no_group():
    assert breakdown([finding("tone-hedge", 0)], {}) == {}


@given(
    st.lists(
        st.builds(finding, st.sampled_from(["a-x", "a-y", "b-x", "c-x", "d-x", "e-x", "f-x"]), st.floats(0, 60)),
        max_size=30,
    )
)
def test_the_breakdown_always_adds_up(findings):
    lost = breakdown(findings, {"a": 30.0, "b": 7.5})
    score = total(lost)
    assert 0 <= score <= 100
    assert round(score + sum(lost.values()), 1) == 100
    assert all(points > 0 for points in lost.values())
