"""format=flowed (RFC 3676) undone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maillint.message.flowed import unwrap


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("", ""),
        ("one \ntwo\nthree\n", "one two\nthree\n"),
        ("one \n\ntwo", "one \ntwo"),
        (" From here\n >not a quote", "From here\n>not a quote"),
        ("text\n-- \nAnna\n", "text\n-- \nAnna\n"),
        ("> one \n> two\n>> deeper \n>> still\nmine", "> one two\n>> deeper still\nmine"),
        ("> soft \nmine", "> soft \nmine"),
        ("你好， \n世界", "你好， 世界"),
    ],
)
def test_soft_breaks_are_joined(source, text):
    assert unwrap(source, delete_space=False)[0] == text


def test_with_delsp_the_space_goes_with_the_break():
    assert unwrap("你好， \n世界 \n和平\n", delete_space=True)[0] == "你好，世界和平\n"
    assert unwrap("donau \ndampf  \nschiff", delete_space=True)[0] == "donaudampf schiff"
    assert unwrap("text\n-- \nÅse", delete_space=True)[0] == "text\n-- \nÅse"


@given(st.text(alphabet="> -ab你\n", max_size=80), st.booleans())
def test_every_segment_is_verbatim_and_no_word_is_lost(source, delete_space):
    text, segments = unwrap(source, delete_space=delete_space)
    end = source_end = 0
    for segment in segments:
        assert end <= segment.start < segment.end
        assert source_end <= segment.source_start
        assert text[segment.start : segment.end] == source[segment.source_start : segment.source_end]
        end, source_end = segment.end, segment.source_end
    kept = [char for char in text if char in "ab你"]
    assert kept == [char for char in source if char in "ab你"]
