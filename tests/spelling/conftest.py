"""A language model of a dozen words that stands in for the real one."""

from __future__ import annotations

from typing import Any

import pytest

from maillint.language.spelling.lattice.decode import Lattice
from maillint.language.spelling.lattice.vocabulary import Vocabulary

READINGS = {
    "请": "qing3", "见": "jian4", "附": "fu4", "付": "fu4", "件": "jian4", "建": "jian4", "长": "chang2 zhang3",
    "安": "an1", "按": "an4", "排": "pai2", "牌": "pai2", "王": "wang2", "小": "xiao3", "彭": "peng2", "胖": "pang4",
    "赞": "zan4", "站": "zhan4", "日": "ri4", "记": "ji4", "给": "gei3 ji3", "的": "de5", "了": "le5", "会": "hui4",
}  # fmt: skip
LIKELY = {
    "请": -2.0, "见": -3.0, "附件": -4.0, "付": -4.5, "件": -4.0, "安排": -4.0, "排": -5.0, "按": -4.0, "小": -3.5,
    "的": -1.5, "了": -1.6, "王": -4.0, "会": -3.0, "站": -4.0, "赞": -5.0, "长": -4.0, "日记": -4.5, "日": -3.5,
}  # fmt: skip


class TinyModel:
    """Words by how likely they are, whatever stands before; 见 makes 附件 likelier."""

    def start(self) -> str:
        return ""

    def after(self, state: str, word: str) -> tuple[float, Any]:
        return LIKELY.get(word, -9.0) + 1.0 * ((state, word) == ("见", "附件")), word

    def __contains__(self, word: str) -> bool:
        return word in LIKELY


def vocabulary() -> Vocabulary:
    syllables = sorted({toned[:-1] for readings in READINGS.values() for toned in readings.split()})
    codes = {syllable: chr(0xE000 + index) for index, syllable in enumerate(syllables)}
    characters = {
        character: "".join(codes[toned[:-1]] + toned[-1] for toned in readings.split())
        for character, readings in READINGS.items()
    }
    words: dict[str, list[str]] = {}
    for word in sorted(LIKELY, key=LIKELY.__getitem__, reverse=True):
        words.setdefault("".join(characters[character][0] for character in word), []).append(word)
    joined = {sound: " ".join(alike) for sound, alike in words.items()}
    return Vocabulary(characters, joined, tuple(syllables), {"按排": -9.5})


@pytest.fixture
def lattice() -> Lattice:
    return Lattice(TinyModel(), vocabulary(), ("安牌",))
