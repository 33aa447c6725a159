"""What the sender of a refused message reads, by whichever door: a few lines that nothing breaks out of."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maillint.engine import load
from maillint.engine.config import discover
from maillint.gate.policy import MILTER, Policy
from maillint.gate.refusal import plain, refusal
from maillint.gate.remarks import Remark

WAY_OUT = "To send it as it is, add the header field X-Maillint: off"


@pytest.fixture
def policy(desk):
    """``policy(text)``: the milter's under a configuration."""

    def make(text: str = "") -> Policy:
        (desk / "rules.toml").write_text(text, encoding="utf-8")
        return Policy.of(load(discover(".", explicit=str(desk / "rules.toml"))), MILTER)

    return make


def remark(message: str) -> Remark:
    return Remark("date-relative", "warning", "body", message)


def test_it_counts_names_the_worst_and_says_what_else_one_can_do(policy) -> None:
    found = [remark(f"“下周三” may be two days ({number})") for number in range(5)]
    assert refusal(found, policy()) == (
        "Not sent: maillint found 5 problems in this message",
        "[date-relative] “下周三” may be two days (0)",
        "[date-relative] “下周三” may be two days (1)",
        "[date-relative] “下周三” may be two days (2)",
        WAY_OUT,
    )


def test_where_no_field_is_obeyed_none_is_offered(policy) -> None:
    assert refusal([remark("å")], policy("[gate]\nsuppression = false\n")) == (
        "Not sent: maillint found 1 problem in this message",
        "[date-relative] å",
    )


def test_without_remarks_a_rule_has_decided(policy) -> None:
    assert refusal([], policy()) == ("Not sent: a rule stops this message", WAY_OUT)


@pytest.mark.parametrize(
    ("said", "sent"),
    [
        ("“next Wednesday” — soon…", '"next Wednesday" - soon...'),
        ("请补上主题 🙏 å", "... ... ..."),
        ("a\r\n250 2.0.0 Ok\r\n.\r\n", "a 250 2.0.0 Ok ."),
        ("a\0b\x1b[31m\x7f\x85c", "a...b...[31m... c"),
    ],
)
def test_words_become_printable_ascii(said, sent) -> None:
    assert plain(said, 200) == sent


@given(st.text(), st.integers(1, 300))
def test_nothing_breaks_out_of_a_line(text, longest) -> None:
    line = plain(text, longest)
    assert all(" " <= sign <= "~" for sign in line)
    assert len(line) <= longest
