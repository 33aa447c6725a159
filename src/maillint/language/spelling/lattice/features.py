"""What tells a slip from a word that only sounds like a likelier one: figures for the gate to weigh."""

from __future__ import annotations

import os
from functools import cache
from typing import TYPE_CHECKING

from maillint.language import surnames
from maillint.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maillint.language.spelling.lattice.decode import Lattice, Path

NAMES = (
    "gain",
    "gain up to 4",
    "gain a character",
    "one character",
    "two characters",
    "three or more",
    "characters changed",
    "all changed",
    "same sound",
    "same tone",
    "written is a word",
    "written word's frequency",
    "meant word's frequency",
    "lone character's frequency",
    "lone characters in the cut",
    "cut crosses the edge",
    "written again",
    "meant stands elsewhere",
    "likeliest character written",
    "gain of a lone character",
    "gain over a word",
    "written is usual",
    "spans a usual word",
    "length of the run",
    "other changes in the run",
    "business word",
    "word behind grows",
    "gain in two characters",
    "first or last of the run",
    "support from before",
    "support from behind",
    "mended run a character",
    "neighbours' lengths",
    "touches a figure or letter",
    "behind a surname",
    "begins with a surname",
    "lone characters elsewhere",
    "frequency over the written word's",
    "traditional",
)


@cache
def business_words() -> frozenset[str]:
    """Words that business mail uses far more than print does."""
    with open(os.path.join(os.path.dirname(__file__), "business.txt"), encoding="utf-8") as file:
        return frozenset(file.read().split())


class Change(NamedTuple):
    """A word of the likeliest reading that differs from what is written, by its place in the run."""

    start: int
    wrong: str
    right: str
    figures: tuple[float, ...]


def changes(lattice: Lattice, text: str, start: int, end: int, *, is_traditional: bool = False) -> Iterator[Change]:
    """What the likeliest reading of a run of Han changes.

    Args:
        lattice: the lattice.
        text: the whole text, in simplified characters.
        start: where the run begins; nothing but Han stands in it.
        end: where it ends.
        is_traditional: whether the text was written in traditional characters.
    """
    run = text[start:end]
    read = lattice.likeliest(run)
    if "".join(read.words) == run:
        return
    written = lattice.as_written(run)
    found = list(_differing(run, read.words))
    for at, right in found:
        figures = _Figures(lattice, text, (start, end), at, right)
        values = (*map(float, figures.all(written, len(found) - 1)), float(is_traditional))
        yield Change(start + at, run[at : at + len(right)], right, values)


def _differing(run: str, words: tuple[str, ...]) -> Iterator[tuple[int, str]]:
    at = 0
    for word in words:
        if run[at : at + len(word)] != word:
            yield at, word
        at += len(word)


class _Figures:
    """One change, measured."""

    def __init__(self, lattice: Lattice, text: str, place: tuple[int, int], start: int, right: str) -> None:
        self.lattice = lattice
        self.text = text
        self.place = place
        self.run = text[place[0] : place[1]]
        self.start = start
        self.end = start + len(right)
        self.right = right
        self.wrong = self.run[start : self.end]
        self.mended = lattice.as_written(self.run[:start] + right + self.run[self.end :])

    def all(self, written: Path, others: int) -> Iterator[float]:
        """The figures, in the order of NAMES, all but the last."""
        gain = self.mended.score - written.score
        length, text = len(self.right), self.text
        changed = sum(a != b for a, b in zip(self.wrong, self.right, strict=True))
        is_word = length > 1 and (self.wrong in self.lattice.model)
        frequency = self.lattice.frequency
        yield from (gain, min(gain, 4.0), gain / length, length == 1, length == 2, length > 2)
        yield from (changed, changed == length, self._sounds_same(), self._tones_same(), is_word)
        yield from (is_word * frequency(self.wrong), frequency(self.right))
        yield (length == 1) * frequency(self.wrong)
        yield from self._cut(written.words)
        yield from (length > 1 and text.count(self.wrong) > 1, self.right in text)
        yield max(map(frequency, self.wrong))
        yield from ((length == 1) * gain, is_word * gain)
        yield from (self.wrong in self.lattice.extra, self._spans_usual(), len(self.run), others)
        yield self.right in business_words()
        yield max(map(len, self.mended.words)) - max(map(len, written.words))
        yield from ((length == 2) * gain, self.start == 0 or self.end == len(self.run))
        yield from self._support()
        yield self.mended.score / len(self.run)
        yield from self._surroundings(written.words)
        yield is_word * (frequency(self.right) - frequency(self.wrong))

    def _support(self) -> tuple[float, float]:
        """How much likelier the neighbours make the meant word, and the meant word what follows it."""
        model, frequency = self.lattice.model, self.lattice.frequency
        state, at, behind, supports = model.start(), 0, 0, [0.0, 0.0]
        for word in self.mended.words:
            score, state = model.after(state, word)
            if at <= self.start < at + len(word):
                supports[0], behind = score - frequency(word), at + len(word)
            elif behind and at == behind:
                supports[1] = score - frequency(word)
            at += len(word)
        return supports[0], supports[1]

    def _surroundings(self, cut: tuple[str, ...]) -> Iterator[float]:
        """Neighbours' lengths, figures and letters beside it, surnames, lone characters elsewhere in the run."""
        lengths = [0, 0]
        at, lone, before = 0, 0, ""
        for word in cut:
            behind = at + len(word)
            if behind <= self.start:
                lengths[0], before = len(word), word
            elif at >= self.end and not lengths[1]:
                lengths[1] = len(word)
            lone += len(word) == 1 and (behind <= self.start or at >= self.end)
            at = behind
        yield sum(lengths)
        yield self._touches()
        yield surnames.is_surname(before)
        yield len(self.wrong) > 1 and surnames.is_surname(self.wrong[0])
        yield lone / len(self.run)

    def _touches(self) -> bool:
        """Whether a figure or letter stands right beside the change."""
        left, right = self.place[0] + self.start, self.place[0] + self.end
        beside = (self.text[left - 1 : left], self.text[right : right + 1])
        return any(character.isascii() and character.isalnum() for character in beside)

    def _sounds_same(self) -> bool:
        sounds = self.lattice.vocabulary.sounds
        return all(set(sounds(a)) & set(sounds(b)) for a, b in zip(self.wrong, self.right, strict=True))

    def _tones_same(self) -> bool:
        tones = self.lattice.vocabulary.tones
        return all(tones(a) & tones(b) for a, b in zip(self.wrong, self.right, strict=True))

    def _cut(self, cut: tuple[str, ...]) -> tuple[float, bool]:
        """Share of lone characters where the text is cut as it stands; whether a word of it crosses the change."""
        at, lone, crosses = 0, 0, False
        for word in cut:
            behind = at + len(word)
            if at < self.end and behind > self.start:
                lone += len(word) == 1
                crosses = crosses or at < self.start or behind > self.end
            at = behind
        return lone / len(self.right), crosses

    def _spans_usual(self) -> bool:
        """Whether a usual word that the model lacks lies over a changed character."""
        usual = self.lattice.extra
        places = [self.start + i for i, (a, b) in enumerate(zip(self.wrong, self.right, strict=True)) if a != b]
        return any(
            self.run[first : first + size] in usual
            for place in places
            for size in (2, 3, 4)
            for first in range(max(0, place - size + 1), place + 1)
        )
