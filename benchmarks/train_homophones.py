"""Learn the trees of the gate over Chinese homophones from right sentences, with slips put in.

    python benchmarks/train_homophones.py SENTENCES.txt ... [--not TEST.jsonl ...] [--each N] [--write TREES]

Each file holds right sentences, one a line (benchmarks/chinese_text.py gathers them); ``--each`` of every file are
taken, and those of maillint's own checks three times. Three of four are left as they are; in the others one word,
sometimes two, is spoilt the way typing by sound spoils it: another word of that sound, or another character of that
sound, or of a sound that many speakers do not tell from it, each as often as print uses it, and oftener when its tone
is the same; one slip in eight is alike in shape. What the lattice wants to change, and whether a slip was put there, is
what the trees learn from (scikit-learn grows them). Sentences that stand in a ``--not`` file (``wrong`` and ``right``,
one JSON object a line), or share fifteen characters in a row with one there, are left out and counted, so that nobody
learns from what he is measured on.

Held out: every tenth sentence, on which the script prints precision and recall by threshold, and the thresholds that
reach the precision wanted. Traditional sentences are read in simplified characters, as the check reads them.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import sys
from math import log
from typing import TYPE_CHECKING, Any, NamedTuple

from maillint.language.script import script_of
from maillint.language.spelling.lattice import features, scripts, singles
from maillint.language.spelling.lattice.correct import find_places, ready_lattice
from maillint.language.spelling.lattice.gate import DEPTH, Gate, Tree, lines_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from maillint.language.spelling.lattice.decode import Lattice

SHARED = 15
SHORTEST, LONGEST = 8, 110
"""Characters of the sentences that are learnt from."""
TREES = 350
LEFT_RIGHT = 4
"""One sentence in so many is spoilt."""
EXACT = 0.88
"""Slips of exactly the same sound; the others are of a sound that many speakers do not tell from it."""
SAME_TONE = 3.0
"""How much oftener a slip has the tone of what was meant too."""
SURNAMES = (*"王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高梁郑罗宋谢唐韩曹许邓萧冯曾程蔡彭潘袁于董余苏叶吕魏蒋田杜丁", "欧阳")
GIVEN = (
    "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉萍红建国文志海雪梅晨曦宇轩浩然子涵梓萱欣怡嘉俊凯博雅琪瑶珊晓燕"
    "立峰春兰振东淑慧佳蕾诗婷家豪思远一鸣若睿哲"
)
TITLES = ("", "", "", "经理", "先生", "女士", "总", "老师", "主任", "工", "同志", "负责")
THRESHOLDS = (0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.92, 0.94, 0.95, 0.96, 0.97)
WANTED = {"WARNING": 0.945, "REWRITING": 0.995}
"""Precision on the held-out sentences that each threshold of ``lattice/correct.py`` is the lowest to reach; LIKELY is
set by alarms in right text."""


class Sample(NamedTuple):
    """One change the lattice wants to make, and whether it stands where a slip was put in."""

    figures: tuple[float, ...]
    is_slip: bool
    is_held_out: bool


class Spoiler:
    """Puts slips into right sentences."""

    def __init__(self, lattice: Lattice, seed: int) -> None:
        self.lattice = lattice
        self.random = random.Random(seed)

    def spoil(self, sentence: str) -> str:
        """The sentence with one slip, seldom two."""
        for _ in range(1 + (self.random.random() < 0.25)):
            sentence = self._once(sentence)
        return sentence

    def _once(self, sentence: str) -> str:
        places = [place for place in find_places(sentence) if place[1] - place[0] > 1]
        if not places:
            return sentence
        start, end = self.random.choice(places)
        cut, at = [], start
        for word in self.lattice.as_written(sentence[start:end]).words:
            cut.append((at, word))
            at += len(word)
        at, word = self.random.choices(cut, [3.0 if len(word) > 1 else 0.7 for _, word in cut])[0]
        return sentence[:at] + self._misheard(word) + sentence[at + len(word) :]

    def _misheard(self, word: str) -> str:
        alike_in_shape = [at for at, character in enumerate(word) if singles.shapes().get(character)]
        if alike_in_shape and self.random.random() < 0.12:
            at = self.random.choice(alike_in_shape)
            return word[:at] + self.random.choice(singles.shapes()[word[at]]) + word[at + 1 :]
        if len(word) > 1 and self.random.random() < 0.3:
            alike = [other for other, cost in self._others(word) if cost == 0]
            if alike:
                return self._by_frequency(alike, word)
        place = self.random.randrange(len(word))
        exact = self.random.random() < EXACT
        others = [other for other, slurred in self._others(word[place]) if exact == (slurred == 0)]
        return word[:place] + self._by_frequency(others, word[place]) + word[place + 1 :] if others else word

    def _others(self, word: str) -> Iterator[tuple[str, int]]:
        vocabulary = self.lattice.vocabulary
        for sound, slurred in self.lattice.soundings([vocabulary.sounds(character) for character in word]):
            for other in vocabulary.words.get(sound, "").split():
                if other != word:
                    yield other, slurred

    def _by_frequency(self, words: Sequence[str], meant: str) -> str:
        return self.random.choices(words, [self._weight(word, meant) for word in words])[0]

    def _weight(self, word: str, meant: str) -> float:
        tones = self.lattice.vocabulary.tones
        is_alike = all(tones(a) & tones(b) for a, b in zip(word, meant, strict=True))
        return (SAME_TONE if is_alike else 1.0) * 10 ** (0.5 * self.lattice.frequency(word))


def sentences_of(paths: Iterable[str], each: int, seed: int) -> list[str]:
    """The sentences of some files, each once, so many of every file, and no over-long ones."""
    found: dict[str, None] = {}
    for path in paths:
        with open(path, encoding="utf-8") as file:
            kept = [line.strip() for line in file if SHORTEST <= len(line.strip()) <= LONGEST]
        random.Random(seed).shuffle(kept)
        found.update(dict.fromkeys(kept[:each]))
    return list(found)


def own_sentences() -> list[str]:
    """The Chinese sentences of maillint's own checks: their fine examples, and their bad ones mended."""
    import tomllib
    from glob import glob

    found: dict[str, None] = {}
    for path in glob(os.path.join(os.path.dirname(__file__), "..", "checks", "*", "*.toml")):
        with open(path, "rb") as file:
            data = tomllib.load(file)
        texts = [e.get("text", "") for e in data.get("fine", ()) if e.get("lang", "").startswith("zh")]
        texts += [e.get("better", "") for e in data.get("bad", ()) if e.get("lang", "").startswith("zh")]
        for text in texts:
            found.update((part.strip(), None) for part in re.split(r"(?<=[。！？；\n])", text) if len(part) > 5)
    return sorted(found)


def with_names(sentences: Iterable[str], seed: int) -> Iterator[str]:
    """The sentences, one in eight with somebody's name ahead of it or before a comma in it."""
    chance = random.Random(seed)
    for sentence in sentences:
        if chance.random() > 0.12:
            yield sentence
            continue
        name = chance.choice(SURNAMES) + "".join(chance.choices(GIVEN, k=chance.choice((1, 2, 2))))
        name += chance.choice(TITLES)
        head, comma, tail = sentence.partition("，")
        yield f"{head}，由{name}{tail}" if comma and chance.random() < 0.4 else name + sentence


def without(sentences: Iterable[str], paths: Iterable[str]) -> tuple[list[str], int]:
    """The sentences that share no long stretch with test sentences, and how many do."""
    held: set[str] = set()
    for path in paths:
        with open(path, encoding="utf-8") as file:
            for line in file:
                for text in json.loads(line).values():
                    held.update(stretches(text))
    every = list(sentences)
    kept = [sentence for sentence in every if held.isdisjoint(stretches(scripts.simplified(sentence)))]
    return kept, len(every) - len(kept)


def stretches(text: str) -> Iterator[str]:
    """All stretches of fifteen characters; the text itself when it is shorter."""
    yield from (text[at : at + SHARED] for at in range(max(1, len(text) - SHARED + 1)))


def samples(lattice: Lattice, sentences: Sequence[str], seed: int) -> Iterator[Sample]:
    """What the lattice wants to change in the sentences, some of them spoilt."""
    spoiler = Spoiler(lattice, seed)
    for number, written in enumerate(sentences):
        is_traditional = script_of(written) == "zh-Hant"
        right = scripts.simplified(written) if is_traditional else written
        text = right if number % LEFT_RIGHT else spoiler.spoil(right)
        for start, end in find_places(text):
            for change in features.changes(lattice, text, start, end, is_traditional=is_traditional):
                meant = right[change.start : change.start + len(change.wrong)]
                yield Sample(change.figures, meant != change.wrong, number // LEFT_RIGHT % 10 == 0)


def learn(found: Sequence[Sample]) -> Gate:
    """Boosted trees (scikit-learn's GradientBoostingClassifier), as the gate holds them.

    Raises:
        ImportError: scikit-learn is not installed.
    """
    from sklearn.ensemble import GradientBoostingClassifier

    model = GradientBoostingClassifier(
        n_estimators=TREES,
        max_depth=DEPTH,
        learning_rate=0.06,
        subsample=0.7,
        min_samples_leaf=20,
        max_features=0.5,
        random_state=3,
    ).fit([sample.figures for sample in found], [sample.is_slip for sample in found])
    share = sum(sample.is_slip for sample in found) / len(found)
    trees = (_full_tree(estimator.tree_, model.learning_rate) for estimator in model.estimators_[:, 0])
    return Gate(log(share / (1 - share)), tuple(trees))


def _full_tree(grown: Any, rate: float) -> Tree:
    """A grown tree with its short branches drawn out to the full depth."""
    questions: list[tuple[int, float]] = []
    level = [0]
    for _ in range(DEPTH):
        below = []
        for node in level:
            is_leaf = grown.children_left[node] < 0
            questions.append((0, 0.0) if is_leaf else (int(grown.feature[node]), float(grown.threshold[node])))
            below += [node, node] if is_leaf else [grown.children_left[node], grown.children_right[node]]
        level = below
    return Tree(tuple(questions), tuple(rate * float(grown.value[node][0][0]) for node in level))


def table(gate: Gate, held: Sequence[Sample]) -> str:
    """Precision and recall (of the slips the lattice saw at all) by threshold."""
    lines = ["threshold  precision  recall"]
    slips = sum(sample.is_slip for sample in held)
    for threshold in THRESHOLDS:
        over = [sample.is_slip for sample in held if gate.confidence(sample.figures) >= threshold]
        lines.append(f"{threshold:9.2f}{precision(gate, held, threshold):11.3f}{sum(over) / max(1, slips):8.3f}")
    return "\n".join(lines)


def chosen(gate: Gate, held: Sequence[Sample]) -> str:
    """The thresholds that the held-out sentences ask for."""
    lines = []
    for name, wanted in WANTED.items():
        reached = [threshold for threshold in THRESHOLDS if precision(gate, held, threshold) >= wanted]
        lines.append(f"{name} = {min(reached, default=1.0):g} (precision {wanted:g})")
    return "\n".join(lines)


def precision(gate: Gate, held: Sequence[Sample], threshold: float) -> float:
    """How many of the changes over a threshold are slips."""
    over = [sample.is_slip for sample in held if gate.confidence(sample.figures) >= threshold]
    return sum(over) / max(1, len(over))


def main(arguments: Sequence[str] | None = None) -> int:
    """Learn, print what the held-out sentences say, write the trees."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("files", nargs="+", metavar="SENTENCES.txt")
    parser.add_argument("--not", dest="tests", action="extend", nargs="+", default=[], metavar="TEST.jsonl")
    parser.add_argument("--each", type=int, default=11000, help="sentences of each file to learn from")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--write", metavar="FILE")
    options = parser.parse_args(arguments)
    lattice = ready_lattice()
    if lattice is None:
        sys.stderr.write("there is no language model here: maillint models install zh\n")
        return 2
    kept, left_out = without(sentences_of(options.files, options.each, options.seed), options.tests)
    kept = list(with_names([*own_sentences() * 3, *kept], options.seed))
    random.Random(options.seed).shuffle(kept)
    print(f"{len(kept)} sentences; {left_out} left out, since test sentences hold a stretch of them")
    found = list(samples(lattice, kept, options.seed))
    learning = [sample for sample in found if not sample.is_held_out]
    print(f"{len(found)} changes proposed, {sum(sample.is_slip for sample in found)} of them where a slip was put")
    gate = learn(learning)
    held = [sample for sample in found if sample.is_held_out]
    print(table(gate, held))
    print(chosen(gate, held))
    if options.write:
        with open(options.write, "w", encoding="utf-8") as file:
            file.write(f"# learnt by benchmarks/train_homophones.py from {len(learning)} changes\n")
            file.writelines(f"{line}\n" for line in lines_of(gate))
    return 0


if __name__ == "__main__":
    sys.exit(main())
