"""Examples that may be shown to others."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maillint.audit.masking import masked
from maillint.message import from_compose

DRAFT = from_compose(
    {
        "from": "Åsa Berg <asa@north.example>",
        "to": ["Tom O'Neill <tom@south.example>", "李明华 <li@east.example>"],
        "text": "Hi Tom,\n\n李经理：\n",
        "date": datetime(2026, 11, 25, tzinfo=UTC),
    }
)


@pytest.mark.parametrize(
    ("sentence", "shown"),
    [
        ("Please send it asap.", "Please send it asap."),
        ("Ask Åsa or tom about it.", "Ask ▢ or ▢ about it."),
        ("We met Ms Svensson in Göteborg on Friday.", "We met ▢ ▢ in ▢ on Friday."),
        ("I think I'll call you on Monday.", "I think I'll call you on Monday."),
        ("See https://example.org/x?y=1 now.", "See ▢ now."),
        ("Write to o'neill@south.example please.", "Write to ▢ please."),
        ("Call 030 123-4567 by 5 pm on 27 May.", "Call ▢ by 5 pm on 27 May."),
        ("They owe us 8,450.00 since 2026.", "They owe us ▢ since ▢."),
        ("请李明华尽快确认，电话13800138000。", "请▢尽快确认，电话▢。"),
        ("明华，請儘快回覆😀", "▢，請儘快回覆😀"),
        ("SHOUTING IS LOUD.", "SHOUTING IS LOUD."),
    ],
)
def test_people_and_figures_are_masked_and_the_rest_stays(sentence, shown):
    assert masked(sentence, DRAFT) == shown


@given(st.text(max_size=120))
def test_no_address_no_link_and_no_long_number_survives(text):
    shown = masked(
        f"{text} asa@north.example https://a.example/{text.split()[0] if text.split() else ''} 4471234 ", DRAFT
    )
    for secret in ("asa@north.example", "https://a.example", "4471234"):
        assert secret not in shown
