"""Answers to customers' mails: what a complaint, a promise, a referral asks for, and what the house phrases add."""

from __future__ import annotations

import time
from typing import Any

import pytest

from maillint.engine import load
from maillint.engine.config import Config
from maillint.engine.run import lint
from maillint.language.service import is_complaint, points
from maillint.message import from_compose

ANGRY = "The kettle arrived broken, I am very disappointed."
ANGRY_HAN = "水壶寄到就是坏的，太失望了。"


def found(text: str, quote: str, profile: str = "customer-service", **checks: Any) -> set[str]:
    base = Config()
    config = Config({**base.values, "profile": profile, "preview": True, "checks": checks}, base.origins)
    wrote = "On Tue, 24 Nov 2026 at 09:12, Åsa Reed <asa@south.example> wrote:"
    fields = {
        "from": "Anna Berg <anna@north.example>",
        "to": "Åsa Reed <asa@south.example>",
        "subject": "Re: Kettle 4471",
        "text": f"{text}\n\n{wrote}\n> {quote}",
    }
    names = {one.check for one in lint(from_compose(fields), load(config)).findings}
    return {name.removeprefix("service-") for name in names if name.startswith("service-") and "banned" not in name}


GOOD = (
    "Dear Ms Reed,\n\nThis is Anna of North. I am so sorry that the kettle arrived broken. A new one leaves us on "
    "26 November.\n\nIs anything else open?\n\nKind regards,\nAnna Berg\nNorth Customer Care"
)
GOOD_HAN = (
    "李女士：\n\n您好！我是北方客服王芳。水壶寄到就坏了，非常抱歉，您的心情我理解。新的11月26日寄出。\n\n"
    "还有其他问题，请随时回信。\n\n祝好\n王芳"
)


@pytest.mark.parametrize(("text", "quote"), [(GOOD, ANGRY), (GOOD_HAN, ANGRY_HAN)])
def test_a_good_answer_draws_nothing(text: str, quote: str) -> None:
    assert found(text, quote) == set()


@pytest.mark.parametrize(
    ("text", "quote", "expected"),
    [
        ("Dear Ms Reed,\n\nKettles break.\n\nRegards,\nAnna Berg", ANGRY, "complaint-no-apology"),
        ("Dear Ms Reed,\n\nWe apologise.\n\nRegards,\nAnna Berg", ANGRY, "complaint-no-plan"),
        ("Dear Ms Reed,\n\nWe cannot refund the kettle.\n\nRegards,\nAnna Berg", ANGRY, "complaint-no-alternative"),
        ("李小姐您好：\n\n很抱歉，同事會聯絡您。\n\n祝好\n王芳", "熱水壺壞了，太失望了。", "promise-no-time"),
        ("李女士：\n\n请联系物业公司。\n\n祝好\n王芳", "电梯谁来修？", "contact"),
    ],
)
def test_a_fault_is_named_toward_customers_only(text: str, quote: str, expected: str) -> None:
    assert expected in found(text, quote)
    for profile in ("external", "internal", "formal-letter", "patch"):
        assert found(text, quote, profile) == set()


def test_nothing_is_asked_of_a_mail_that_answers_nobody() -> None:
    base = Config()
    ruleset = load(Config({**base.values, "profile": "customer-service"}, base.origins))
    draft = from_compose(
        {"from": "anna@north.example", "to": "tom@south.example", "text": "We cannot refund the kettle."}
    )
    assert not [one for one in lint(draft, ruleset).findings if one.group == "service"]


def test_guilt_is_minded_only_where_that_is_asked_for() -> None:
    text = GOOD.replace("A new one", "This is entirely our fault. A new one")
    assert "complaint-liability" not in found(text, ANGRY)
    assert found(text, ANGRY, **{"service-complaint-liability": {"careful": True}}) == {"complaint-liability"}


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("This is Anna of North.", set()),
        ("This is Anna of the North.", set()),
        ("Thank you for writing to North.", {"template"}),
        ("感谢您联系北方。", set()),
    ],
)
def test_house_phrases_are_missed_in_their_own_language(phrase: str, expected: set[str]) -> None:
    assert found(GOOD, ANGRY, **{"service-template": {"opening": [phrase]}}) == expected


@pytest.mark.parametrize("text", ["i am not satisfied", "我要投诉", "我要投訴", "it does not work and nobody answers"])
def test_complaints(text: str) -> None:
    assert is_complaint(text)


@pytest.mark.parametrize("text", ["", "thank you, all is well!", "请问保修多久？", "can i come again on 3 march?"])
def test_no_complaints(text: str) -> None:
    assert not is_complaint(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1. cold water. 2. loud music", ["cold water", "loud music"]),
        ("第一，没热水；第二，太吵", ["没热水", "太吵"]),
        ("version 4.2 costs 1.5 euros", []),
        ("", []),
    ],
)
def test_numbered_points(text: str, expected: list[str]) -> None:
    assert points(text) == expected


@pytest.mark.parametrize("junk", ["1. ", " ", "我会", "will ", "please contact the ", "0 - ", "退换", "our "])
def test_hostile_length_stays_linear(junk: str) -> None:
    began = time.process_time()
    found(junk * (100_000 // len(junk)), junk * 20_000)
    assert time.process_time() - began < 5
