"""Long mails made to be slow: what they take grows with their length, and not with its square."""

from __future__ import annotations

import time
from functools import cache

import pytest

from maillint.engine import Config, lint, load
from maillint.message import read

HEAD = "From: Åsa <asa@north.example>\nTo: Tom <tom@south.example>\nSubject: Loom 7\nContent-Type: text/plain; charset=utf-8\n\n"


@cache
def ruleset():
    return load(Config())


@pytest.mark.parametrize(
    "text",
    ["Warp" + "." * 100_000, "纱线" + "，" * 100_000, "e.g. i.e. Dr. " * 10_000],
    ids=["full stops", "full-width commas", "abbreviations"],
)
def test_rows_of_marks_are_judged_in_time(text):
    draft, rules = read((HEAD + text).encode()), ruleset()
    start = time.process_time()
    report = lint(draft, rules)
    assert time.process_time() - start < 4
    assert not report.has_crash
