"""Emoji, smileys and decoration."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maillint.language.symbols import decorations, emoji, emoticons, has_decoration, has_emoji, has_smileys


@given(st.text(alphabet=":;=-'^)(DPOTxX_/*<3>＾≧ω´｀￣oд a。", max_size=12))
def test_no_smiley_is_passed_over(text: str) -> None:
    assert has_smileys(text) or not list(emoticons(text))


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("好👍", [("👍", 1)]),
        ("🎉🎉🥂 done", [("🎉🎉🥂", 3)]),
        ("👨‍👩‍👧 and 👍🏽", [("👨‍👩‍👧", 1), ("👍🏽", 1)]),
        ("🇨🇳🇬🇧", [("🇨🇳🇬🇧", 2)]),
        ("❤️", [("❤️", 1)]),
        ("no ™ ✓ ☎ → № ①", []),
    ],
)
def test_emoji_are_counted_as_a_reader_sees_them(text: str, runs: list[tuple[str, int]]) -> None:
    assert [(text[start:end], count) for start, end, count in emoji(text)] == runs
    assert has_emoji(text) or not runs


@pytest.mark.parametrize("face", [":)", ":-)", ";-)", ":(", ":D", "^_^", "T_T", "<3", "(＾▽＾)", ":--)"])
def test_smileys(face: str) -> None:
    text = f"Thank you {face} bye"
    assert [text[start:end] for start, end in emoticons(text)] == [face]
    assert has_smileys(text)


@pytest.mark.parametrize(
    "text", ["http://a.b/c", "(see 1:2)", "a) b) 8)", "x<3", "f(x):y", "12:30", "（……）", "Re: (2)"]
)
def test_no_smileys(text: str) -> None:
    assert list(emoticons(text)) == []


@pytest.mark.parametrize("text", ["★★★ sale ★★★", "***** NEWS *****", "♥♥", "=== A ==="])
def test_decoration(text: str) -> None:
    assert [text[start:end] for start, end in decorations(text)] == [text]
    assert has_decoration(text)


@pytest.mark.parametrize("text", ["★ one", "*bold*", "a == b", "-----", "1 * 2 * 3", "a***b"])
def test_no_decoration(text: str) -> None:
    assert list(decorations(text)) == []


@pytest.mark.parametrize(
    "hostile", ["=" * 300_000, "*** a" * 60_000, "★" * 300_000, "(" * 300_000, ":-" * 150_000, "👍‍" * 150_000]
)
def test_long_lines_stay_linear(hostile: str) -> None:
    start = time.process_time()
    total = len(list(decorations(hostile))) + len(list(emoticons(hostile))) + len(list(emoji(hostile)))
    assert total >= 0
    assert time.process_time() - start < 3
