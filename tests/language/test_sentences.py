from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maillint.language.sentences import spans


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in spans(text)]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("It is done. Thanks!", ["It is done.", "Thanks!"]),
        ("ok. thanks", ["ok.", "thanks"]),
        ("Dear Mr. Ångström, see Fig. 3.", ["Dear Mr. Ångström, see Fig. 3."]),
        ("We meet at 5 p.m. PT. Please come.", ["We meet at 5 p.m. PT.", "Please come."]),
        ("We close at 5 p.m. Please come earlier.", ["We close at 5 p.m.", "Please come earlier."]),
        ("It costs approx. 3.5 m, i.e. No. 5 in the list.", ["It costs approx. 3.5 m, i.e. No. 5 in the list."]),
        ("No. We cannot.", ["No.", "We cannot."]),
        ("J. Smith and George W. Bush met.", ["J. Smith and George W. Bush met."]),
        ("Let us take plan B. We go.", ["Let us take plan B.", "We go."]),
        ("Ask Acme Inc. for it. The U.S. Navy knows.", ["Ask Acme Inc. for it.", "The U.S. Navy knows."]),
        ("See www.example.com/a?b=1. It works.", ["See www.example.com/a?b=1.", "It works."]),
        ("Version v1.2.3 is out. Get it.", ["Version v1.2.3 is out.", "Get it."]),
        ("Wait... what? Hmm... We go.", ["Wait... what?", "Hmm...", "We go."]),
        ("1. First item. Second.", ["1. First item.", "Second."]),
        ('"Stop!" (He did.) Good.', ['"Stop!"', "(He did.)", "Good."]),
        ("您好。请查收！谢谢；再见", ["您好。", "请查收！", "谢谢；", "再见"]),
        ("他說：「好。」然後走了。", ["他說：「好。」", "然後走了。"]),
        ("这个……我想想。", ["这个……", "我想想。"]),
        ("金额为1,234.56元，版本3.5可以吗？可以", ["金额为1,234.56元，版本3.5可以吗？", "可以"]),
        ("Is it ok?请回复.谢谢", ["Is it ok?", "请回复.", "谢谢"]),
        ("We will send\nthem again. Wait.", ["We will send\nthem again.", "Wait."]),
        ("  \n ", []),
    ],
)
def test_the_sentences_of_a_paragraph(text: str, sentences: list[str]) -> None:
    assert cut(text) == sentences


@given(st.text(alphabet=st.sampled_from("aB1 .!?…。！？；”)\"'\n请Mr.pm"), max_size=60))
def test_sentences_are_in_order_and_cover_all_that_is_not_blank(text: str) -> None:
    found = spans(text)
    assert list(found) == sorted(found)
    assert all(first_end <= second_start for (_, first_end), (second_start, _) in itertools.pairwise(found))
    assert "".join("".join(text[start:end].split()) for start, end in found) == "".join(text.split())
    assert all(text[start:end] == text[start:end].strip() != "" for start, end in found)
