from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from maillint.language.spelling.lattice import features, vocabulary
from maillint.language.spelling.lattice.build import is_han, make
from maillint.language.spelling.lattice.gate import Gate, Tree, learnt, lines_of, parse

if TYPE_CHECKING:
    from maillint.language.spelling.lattice.decode import Lattice


def test_the_likeliest_reading_hears_what_was_meant(lattice: Lattice) -> None:
    assert lattice.likeliest("请见付件").words == ("请", "见", "附件")
    assert lattice.as_written("请见付件").words == ("请", "见", "付", "件")


def test_right_text_reads_as_itself(lattice: Lattice) -> None:
    assert lattice.likeliest("请见附件").words == ("请", "见", "附件")
    assert lattice.likeliest("请安排").words == ("请", "安排")


def test_unknown_characters_stay(lattice: Lattice) -> None:
    assert "".join(lattice.likeliest("龘請见付件鱻").words) == "龘請见附件鱻"


def test_words_of_the_trade_are_words(lattice: Lattice) -> None:
    assert lattice.as_written("安牌").words == ("安牌",)


def test_a_text_may_sound_in_several_ways_and_be_slurred(lattice: Lattice) -> None:
    sounds = lattice.vocabulary.sounds
    exact = [sound for sound, slurred in lattice.soundings([sounds("长")]) if not slurred]
    assert exact == list(sounds("长"))
    (own,) = sounds("赞")
    slurred = [sound for sound, is_slurred in lattice.soundings([own]) if is_slurred]
    assert sounds("站") in slurred


def test_a_change_is_measured(lattice: Lattice) -> None:
    text = "你好，请见付件。"
    (change,) = features.changes(lattice, text, 3, 7)
    assert (change.start, change.wrong, change.right) == (5, "付件", "附件")
    figures = dict(zip(features.NAMES, change.figures, strict=True))
    assert figures["gain"] > 3
    assert figures["characters changed"] == 1
    assert figures["same tone"] == 1
    assert figures["support from before"] == pytest.approx(1.0)
    assert figures["lone characters in the cut"] == 1
    assert not list(features.changes(lattice, "请见附件", 0, 4))


def test_figures_and_letters_beside_a_change_are_seen(lattice: Lattice) -> None:
    (change,) = features.changes(lattice, "请见付件2份", 0, 4)
    assert dict(zip(features.NAMES, change.figures, strict=True))["touches a figure or letter"] == 1


def test_a_gate_is_written_and_read() -> None:
    tree = Tree(((0, 0.5), (1, 2.0), (1, 3.0), *(((0, 0.0),) * 4)), tuple(map(float, range(8))))
    gate = Gate(-1.5, (tree, tree))
    assert parse(lines_of(gate)) == gate
    assert tree.worth((0.0, 0.0)) == 0
    assert tree.worth((1.0, 4.0)) == 7


def test_the_learnt_gate_fits_the_figures() -> None:
    gate = learnt()
    assert max(figure for tree in gate.trees for figure, _ in tree.questions) < len(features.NAMES)
    assert 0 < gate.confidence([0.0] * len(features.NAMES)) < 1


def test_the_vocabulary_is_made_and_read() -> None:
    text = make(["附件", "复建", "付", "长度", "校长", "OK", "一二三四五六"], {"附件": -4.0, "复建": -6.0}.get)  # type: ignore[arg-type]
    found = vocabulary.parse(text)
    assert "附件 复建" in found.words.values()
    assert len(found.sounds("长")) == 2
    assert "OK" not in text
    assert "附件" not in found.usual
    assert all(share < 0 for share in found.usual.values())


def test_what_is_han() -> None:
    assert is_han("附件")
    assert not is_han("附件a")
    assert not is_han("")
