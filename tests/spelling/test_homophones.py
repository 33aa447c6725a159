from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from maillint.language.spelling.lattice import correct, find, is_ready, model, scripts, singles
from maillint.language.spelling.lattice.gate import Gate

if TYPE_CHECKING:
    from pathlib import Path

    from maillint.language.spelling.lattice.decode import Lattice


@pytest.fixture
def _tiny(lattice: Lattice, monkeypatch: pytest.MonkeyPatch) -> None:
    """Everything the tiny lattice wants to change is believed, and single characters are let be."""
    monkeypatch.setattr(correct.singles, "pairs", lambda *_names: {})
    monkeypatch.setattr(correct, "ready_lattice", lambda: lattice)
    monkeypatch.setattr(correct.gate, "learnt", lambda: Gate(3.0, ()))


def changed(text: str, known: tuple[str, ...] = ()) -> list[str]:
    return [f"{slip.wrong}>{slip.right}" for slip in correct.find(text, known)]


@pytest.mark.usefixtures("_tiny")
def test_slips_are_found_where_they_stand() -> None:
    text = "å😀 请见付件，\n请按排。"
    slips = correct.find(text)
    assert [text[slip.start : slip.end] for slip in slips] == ["付件", "按排"] == [slip.wrong for slip in slips]
    assert [slip.right for slip in slips] == ["附件", "安排"]


@pytest.mark.usefixtures("_tiny")
def test_traditional_text_is_mended_in_its_own_characters() -> None:
    assert changed("請見付件了，謝謝您們") == ["付件>附件"]
    assert scripts.simplified("請見附件") == "请见附件"
    assert scripts.traditional("请见附件") == "請見附件"


@pytest.mark.usefixtures("_tiny")
def test_known_words_stay() -> None:
    assert changed("请见付件", known=("付件",)) == []
    assert changed("请见付件", known=("付件王",)) == ["付件>附件"]
    assert changed("请见付件", known=("",)) == ["付件>附件"]


@pytest.mark.usefixtures("_tiny")
def test_what_stands_beside_a_figure_stays() -> None:
    assert changed("2按排") == []
    assert changed("2：按排") == ["按排>安排"]


@pytest.mark.usefixtures("_tiny")
def test_a_threshold_can_be_set() -> None:
    assert correct.find("请见付件", threshold=0.999) == []


@pytest.mark.usefixtures("_tiny")
@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="请见附付件安按排王小彭胖赞站日记給請見a1 ，。\n😀龘", max_size=60))
def test_spans_are_verbatim_and_apart(text: str) -> None:
    end = 0
    for slip in correct.find(text):
        assert text[slip.start : slip.end] == slip.wrong != slip.right
        assert len(slip.wrong) == len(slip.right)
        assert end <= slip.start
        end = slip.end


def test_long_runs_are_cut_and_long_texts_bounded() -> None:
    places = correct.find_places("好" * 100_000)
    assert places[0] == (0, 40)
    assert sum(end - start for start, end in places) == 4000
    assert correct.find_places("a好b") == []


def test_without_the_model_nothing_is_heard() -> None:
    assert not is_ready()
    assert find("请见付件") == []


def test_the_words_stand_at_the_end_of_a_model(tmp_path: Path) -> None:
    file = tmp_path / "tiny.lm"
    file.write_bytes(b"mmap lm http://kheafield.com/code format version 5\n\0" + "<unk>\0附件\0付\0".encode())
    assert model.is_model(str(file))
    assert model.words(str(file)) == ["附件", "付"]
    assert not model.is_model(str(tmp_path / "none"))
    (tmp_path / "other").write_bytes(b"PK")
    assert not model.is_model(str(tmp_path / "other"))
    with pytest.raises(ValueError, match="other"):
        model.words(str(tmp_path / "other"))


def test_pairs_are_characters_or_words_and_what_is_wanted() -> None:
    pairs = singles.pairs("singles", "words", "joining")
    assert [meant for meant, _ in singles.pairs("singles")["以"]] == ["已"]
    assert pairs["文题"][0][0] == "问题"
    for written, choices in pairs.items():
        assert len(written) in {1, 2}
        assert all(len(meant) == len(written) and meant != written and wanted > 0.5 for meant, wanted in choices)


def test_single_characters_are_mended_from_left_to_right(lattice: Lattice) -> None:
    assert list(singles.find(lattice, "见付件，", 0, 3)) == [(1, "附件")]
    assert list(singles.find(lattice, "会在此，", 0, 3, more=-9.0)) == [(1, "再")]
    assert list(singles.find(lattice, "会在此，", 0, 3, more=9.0)) == []
    assert list(singles.find(lattice, "请见附件", 0, 4)) == []


def test_who_writes_cantonese_is_not_listened_to(lattice: Lattice, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(correct, "ready_lattice", lambda: lattice)
    assert correct.find("请见付件")
    assert correct.find("请见付件，唔該晒，聽日嚟攞") == []


@pytest.mark.usefixtures("_tiny")
def test_variants_names_and_sign_offs_are_no_slips() -> None:
    excused = correct.is_excused
    assert excused("妳們", correct.Slip(0, 2, "妳們", "你們", 0.99))
    assert excused("由翟工負責", correct.Slip(1, 2, "翟", "的", 0.99))
    assert excused("由虞老师执笔", correct.Slip(0, 2, "由虞", "由于", 0.99))
    assert excused("：承润建材的货款", correct.Slip(1, 2, "承", "成", 0.9, is_single=True))
    assert excused("顺颂医祺", correct.Slip(2, 4, "医祺", "一起", 0.99))
    assert not excused("请见付件。", correct.Slip(2, 4, "付件", "附件", 0.99))


def test_what_is_believed_depends_on_the_word() -> None:
    assert correct.Slip(0, 2, "付件", "附件", 0.7, is_of_the_trade=True).is_believed
    assert not correct.Slip(0, 2, "易路", "一路", 0.7).is_believed
    assert not correct.Slip(0, 2, "席数", "系数", 0.92).is_believed
    assert correct.Slip(0, 2, "信认", "信任", 0.95).is_believed
    assert not correct.Slip(0, 1, "低", "的", 0.85).is_believed
