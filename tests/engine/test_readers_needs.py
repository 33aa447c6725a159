"""What a check may ask of a message's readers, quotes and figures before it is loaded."""

import pytest

from maillint import engine
from maillint.engine import Config
from maillint.engine.needs import meets
from maillint.message import from_compose


def draft(**fields):
    base = {
        "from": "Åsa <asa@north.example>",
        "to": ["Tom <tom@south.example>"],
        "date": "2026-11-25T10:00:00+01:00",
        "subject": "Order 4471",
        "text": "Hi Tom,\n\nAll is well.\n\nÅsa",
    }
    return from_compose(base | fields)


MANY = [f"r{number}@south.example" for number in range(6)]


@pytest.mark.parametrize(
    ("need", "fields"),
    [
        ("quote", {"text": "Fine.\n\nOn 24 Nov 2026, Tom wrote:\n> 好吗？"}),
        ("forward", {"subject": "转发：订单4471"}),
        ("cc", {"cc": ["Eva <eva@south.example>"]}),
        ("several", {"cc": ["Eva <eva@south.example>"]}),
        ("crowd", {"to": MANY}),
        ("reply-all", {"to": MANY, "subject": "Re: Order 4471"}),
        ("dated-subject", {"subject": "Order of 2026"}),
        ("figures", {"text": "Card 4532 0151 1283 0366 😀"}),
    ],
)
def test_a_need_is_met_by_messages_of_its_kind_only(need, fields):
    assert meets(draft(**fields), need)
    assert not meets(draft(), need)


def test_a_dozen_figures_apart_are_no_long_number():
    assert not meets(draft(text="On 25.11.2026, 10:00 h, room 4471."), "figures")


@pytest.mark.parametrize(
    ("reader", "is_outside"),
    [
        ("a@north.example", False),
        ("a@lab.north.example", False),
        ("a@south.example", True),
        ("a@mynorth.example", True),
    ],
)
def test_branches_of_the_senders_domain_are_no_outsiders(reader, is_outside):
    assert bool(draft(to=[reader]).outsiders()) is is_outside


def test_configured_domains_are_no_outsiders():
    base = Config()
    message = draft(text="Hi Tom,\n\nThe sheet is for internal use only.\n\nRegards,\nÅsa")
    for domains, count in (([], 1), (["South.example"], 0)):
        rules = engine.load(Config({**base.values, "internal-domains": domains}, base.origins))
        found = [one for one in engine.lint(message, rules).findings if one.check == "privacy-internal-outside"]
        assert len(found) == count
