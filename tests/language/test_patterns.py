"""Pattern files: names, alternatives, and names inside other alternatives."""

from __future__ import annotations

import pytest

from maillint.language import patterns


def test_alternatives_are_joined_and_names_filled_in() -> None:
    assert patterns.pattern("promises.txt", "beside").search("please sign the")
    assert not patterns.pattern("promises.txt", "beside").search("please sign theo")


@pytest.mark.parametrize("file", ["promises.txt", "service.txt", "proposals_en.txt", "proposals_zh.txt"])
def test_every_pattern_compiles(file: str) -> None:
    for name in patterns.read(file):
        assert patterns.pattern(file, name).pattern
