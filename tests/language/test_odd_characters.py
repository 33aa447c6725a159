"""Lost encodings, private signs and twins of common characters."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from maillint.language.odd_characters import odd_characters
from maillint.language.text import longest_run, may_hold_odd


@pytest.mark.parametrize(
    ("text", "kind", "plain"),
    [
        ("donâ€™t", "lost", "’"),
        ("cafÃ©", "lost", "é"),
        ("caf\ufffd", "lost", ""),
        ("一段锟斤拷乱码", "lost", ""),
        ("原文是è´§ç‰©", "lost", "货物"),
        ("box \uf0fe", "private", ""),
        ("请⽤新表", "twin", "用"),
        ("金\uf90a", "twin", "金"),
        ("\U00020089部", "rare", ""),
    ],
)
def test_each_kind_is_known(text: str, kind: str, plain: str) -> None:
    found = list(odd_characters(text))
    assert [(one[2], one[3]) for one in found] == [(kind, plain)]
    assert may_hold_odd(text)


@pytest.mark.parametrize(
    "text",
    [
        "naïve café Åsa – “ok” … €5",
        "请用新版表格①，￥30",
        "請用新版表格🙂",
        "Ａ４　紙",
        "株式会社ひかり",
    ],
)
def test_what_keyboards_write_is_left_alone(text: str) -> None:
    assert not list(odd_characters(text))
    assert not may_hold_odd(text)


def test_french_marks_behind_their_blanks_are_no_lost_encoding() -> None:
    assert not list(odd_characters("la «\u00a0qualité\u00a0» de l’été\u00a0!"))


@given(st.text(max_size=200))
@example("\U00030000")
@example("\U000323af")
def test_the_quick_look_misses_nothing(text: str) -> None:
    for start, end, kind, _ in odd_characters(text):
        assert text[start:end]
        assert kind in ("lost", "private", "twin", "rare")
        assert may_hold_odd(text)


@pytest.mark.parametrize(
    ("text", "length"),
    [("", 0), ("One. Two three.", 10), ("一。二三四！五", 3), ("no stop\nat all", 14), ("Wirklich? Ja; gut", 8)],
)
def test_the_longest_run_counts_between_stops(text: str, length: int) -> None:
    assert longest_run(text) == length
