"""Whom a draft writes to, where nobody says so."""

import pytest

from maillint import engine
from maillint.engine import Config
from maillint.message import from_compose


def judged(subject, to="Tom <tom@south.example>", **values):
    fields = {"from": "Åsa <asa@north.example>", "to": to, "subject": subject, "text": "Sort by number.\n数字顺序。"}
    base = Config()
    return engine.lint(from_compose(fields), engine.load(Config({**base.values, **values}, base.origins)), "a.eml")


@pytest.mark.parametrize(
    "subject",
    ["[PATCH] relay: 保持顺序", "[RFC PATCH v2 0/3] Keep order", "Re: [PATCH 1/2] relay: keep replies in order"],
)
def test_a_patch_is_known_by_its_subject(subject):
    report = judged(subject)
    assert report.profile == "patch"
    assert not {"salutation-missing", "closing-missing"} & {finding.check for finding in report.findings}


@pytest.mark.parametrize(
    "subject", ["[Tender] PATCH panels for hall 3", "PATCH cables, 订单 4471", "[PATCHWORK] 样品", "[URGENT] 補丁"]
)
def test_other_brackets_make_no_patch(subject):
    assert judged(subject).profile == "external"


def test_readers_at_home_make_it_internal_and_a_configured_profile_stays():
    assert judged("Hall 3", to="Tom <tom@north.example>").profile == "internal"
    assert judged("[PATCH] Keep order", profile="formal-letter").profile == "formal-letter"
