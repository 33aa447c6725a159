from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from maillint.language.words import count, count_han, spans


def test_words_keep_their_apostrophes_and_hyphens() -> None:
    text = "Don't e-mail us – it’s naïve, 王芳 said: ok-"
    assert [text[start:end] for start, end in spans(text)] == [
        "Don't", "e-mail", "us", "it’s", "naïve", "said", "ok",
    ]  # fmt: skip


def test_words_are_counted_as_a_reader_does() -> None:
    assert count("Send 12 pumps - now, please.") == 5
    assert count("请把 Office 365 装上，thanks谢谢") == 3
    assert count_han("请把 Office 365 装上") == 4
    assert count("") == count_han("plain") == 0


@given(st.text())
def test_words_never_overlap(text: str) -> None:
    found = spans(text)
    assert all(start < end for start, end in found)
    assert all(first[1] <= second[0] for first, second in itertools.pairwise(found))
