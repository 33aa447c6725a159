"""How much likelier one word must be than the other before it is believed: set by right text, pair by pair.

    python benchmarks/homophone_pairs.py SENTENCES.txt ... [--each N] [--only LIST ...] [--write]

Which words are taken for one another stands in ``singles.txt``, ``joining.txt`` and ``words.txt`` of
``language/spelling/lattice``; this sets the figures beside them. For every pair it goes to places where right text
(benchmarks/chinese_text.py gathers it; laws are too unlike mail) has the one that is thought to be a slip, and measures
how much likelier the other would make the words around it. The threshold is the lowest at which the pairs of a list are
to be expected to give no more than one alarm in 1,500 or 3,000 sentences together, and a little above. ``characters``
names the pairs of characters.txt that mislead: right text has places where one would be taken for the other, or nearly.

Prints for every pair the places, the threshold, and how many slips it finds when they are put into right text;
``--write`` puts the thresholds into the lists.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
from math import log
from typing import TYPE_CHECKING, NamedTuple

from maillint.language.script import script_of
from maillint.language.spelling.lattice import scripts, singles
from maillint.language.spelling.lattice.correct import SINGLE, Slip, find_places, is_excused, ready_lattice
from maillint.language.spelling.lattice.features import business_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from maillint.language.spelling.lattice.decode import Lattice

BUDGET = {"singles": 0.5, "joining": 1.0, "words": 0.5}
"""Alarms in 1,500 sentences of right text that the pairs of a list may give together."""
MOST = {"singles": 4000, "joining": 2000, "words": 400}
"""Places of a pair that are measured."""
SLIPS = 100
"""Places where a slip is put in, to see how many are found."""
LOWEST = {"singles": 2.5, "joining": 3.0, "words": 2.0}
LOWEST_OF_ALL = 1.2
"""Where the written one is hardly a word, or as many places were measured as ever are."""
MARGIN = 0.2
SELDOM = 20
"""Fewer places than these say little: such a pair keeps to UNSEEN."""
UNSEEN = 5.0
MANY = 300
"""So many places tell enough by themselves."""
HARDLY = 300
"""Where the meant word is so many times as frequent, the written one is no word, and its places may be slips."""
RUNS = 120_000
"""Runs of Han that are searched for characters that mislead."""
SLIPS_IN_PRINT, PRINT = -5.75, 0.75
"""Share (log10) of a word in the model below which it may be a slip there, and how much rarer it is in other print."""
NEAR = 1.0
"""Two characters mislead where right text comes so close to what one must reach to be taken for the other."""
NEVER = -99.0
"""Stands for the gain where the check would not ask."""
OFTEN = 0.01
"""Places in a sentence of mail of any word: right text has few of some that mail is full of, such as 同事."""


class Place(NamedTuple):
    """A run of Han, and where in it a word stands."""

    run: str
    at: int


class Corpus:
    """Right text as runs of Han, in simplified characters."""

    def __init__(self, sentences: Sequence[str]) -> None:
        self.size = len(sentences)
        self.runs: list[str] = []
        for sentence in sentences:
            text = scripts.simplified(sentence) if script_of(sentence) == "zh-Hant" else sentence
            self.runs += [text[start:end] for start, end in find_places(text)]

    def places(self, words: Iterable[str]) -> dict[str, list[Place]]:
        """Where each word stands."""
        found: dict[str, list[Place]] = {word: [] for word in words}
        sizes = sorted({len(word) for word in found})
        for run in self.runs:
            for at in range(len(run)):
                for size in sizes:
                    if (word := run[at : at + size]) in found and len(word) == size:
                        found[word].append(Place(run, at))
        return found


def sentences_of(paths: Iterable[str], each: int, seed: int) -> list[str]:
    """So many sentences of every file."""
    found: list[str] = []
    for path in paths:
        with open(path, encoding="utf-8") as file:
            lines = [line.strip() for line in file if line.strip()]
        random.Random(seed).shuffle(lines)
        found += lines[:each]
    return found


class Pair(NamedTuple):
    """What a pair was seen to do."""

    written: str
    meant: str
    seen: int
    threshold: float
    recall: float


def measure(lattice: Lattice, corpus: Corpus, name: str, seed: int) -> Iterator[Pair]:
    """The threshold of each pair of a list."""
    pairs = singles.pairs(name)
    meant_too = {meant for others in pairs.values() for meant, _ in others}
    places = corpus.places(sorted({*pairs, *meant_too}))
    chance = random.Random(seed)
    for found in places.values():
        chance.shuffle(found)
    budget = BUDGET[name] / 1500 * corpus.size / sum(map(len, pairs.values()))
    for written, others in pairs.items():
        for meant, _ in others:
            own, other = (written, places[written]), (meant, places[meant])
            yield _measured(lattice, name, own, other, (budget, corpus.size))


def _measured(
    lattice: Lattice,
    name: str,
    own: tuple[str, list[Place]],
    other: tuple[str, list[Place]],
    allowance: tuple[float, int],
) -> Pair:
    (written, wrong_places), (meant, right_places) = own, other
    looked_at = wrong_places[: MOST[name]]
    gains = sorted((_gain(lattice, name, place, meant) for place in looked_at), reverse=True)
    is_seldom = len(wrong_places) * HARDLY < len(right_places) and len(wrong_places) < SELDOM * 3
    is_hardly_a_word = is_seldom and not _is_word(lattice, written)
    budget, size = allowance
    allowed = budget / max(len(wrong_places), OFTEN * size)
    lowest = LOWEST_OF_ALL if len(gains) == MOST[name] and name == "singles" else LOWEST[name]
    threshold = _threshold(gains, allowed, lowest, is_hardly_a_word=is_hardly_a_word)
    slips = [Place(_with(place, written, len(meant)), place.at) for place in right_places[:SLIPS]]
    found = sum(_gain(lattice, name, slip, meant) >= threshold for slip in slips)
    return Pair(written, meant, len(wrong_places), threshold, found / max(1, len(slips)))


def _is_word(lattice: Lattice, written: str) -> bool:
    """Whether the model, print or business mail uses it, oftener than slips get into them."""
    share = max(lattice.frequency(written), lattice.extra.get(written, NEVER) + PRINT)
    return written in business_words() or share > SLIPS_IN_PRINT


def _threshold(gains: Sequence[float], allowed: float, lowest: float, *, is_hardly_a_word: bool) -> float:
    """The lowest gain that gives no more alarms than are allowed.

    Args:
        gains: how much likelier the other one is at each place, the highest first.
        allowed: share of the places that may give an alarm.
        lowest: the threshold that no pair goes below.
        is_hardly_a_word: whether the places are slips themselves, as likely as not.
    """
    asked = [gain for gain in gains if gain > NEVER]
    if is_hardly_a_word:
        middle = asked[len(asked) // 3] if len(asked) > 3 else LOWEST_OF_ALL
        return round(max(LOWEST_OF_ALL, min(middle + 1, (asked or [0.0])[0] + MARGIN)), 1)
    if len(asked) < SELDOM:
        return round(max(UNSEEN, (asked or [UNSEEN])[0] + MARGIN), 1)
    highest = asked[min(round(allowed * len(gains)), len(asked) - 1)] + MARGIN
    beyond = _tail(asked, allowed * len(gains) / len(asked)) if len(asked) < MANY else lowest
    return round(max(lowest, highest, beyond), 1)


def _tail(gains: Sequence[float], share: float) -> float:
    """The gain that no more than a share of all places exceed, if the highest thin out as they begin to."""
    over = gains[: len(gains) // 5]
    least = gains[len(over)]
    return least + sum(gain - least for gain in over) / len(over) * log(len(over) / len(gains) / share)


def _gain(lattice: Lattice, name: str, place: Place, meant: str) -> float:
    """How much likelier the other word is there; nothing where the list would not ask."""
    if name == "joining":
        is_lone = place.at in singles.lone_places(lattice, place.run)
        if not is_lone or not singles.joins(lattice, place.run, place.at, meant):
            return NEVER
    if is_excused(
        place.run, Slip(place.at, place.at + len(meant), _written(place, meant), meant, SINGLE, is_single=True)
    ):
        return NEVER
    return singles.gain(lattice, place.run, place.at, meant)


def _written(place: Place, meant: str) -> str:
    return place.run[place.at : place.at + len(meant)]


def _with(place: Place, word: str, size: int) -> str:
    return place.run[: place.at] + word + place.run[place.at + size :]


def misleading(lattice: Lattice, corpus: Corpus, seed: int) -> list[str]:
    """Pairs of characters, the written one first, that right text would be taken for by ``singles.find``, or nearly."""
    found: set[str] = set()
    for run in random.Random(seed).sample(corpus.runs, min(RUNS, len(corpus.runs))):
        for at in singles.lone_places(lattice, run):
            for meant, wanted in singles.alike(lattice.vocabulary, run[at], with_misleading=True):
                is_word = run[at] + meant not in found and singles.joins(lattice, run, at, meant, singles.COMMON)
                if is_word and singles.gain(lattice, run, at, meant) >= wanted - NEAR:
                    found.add(run[at] + meant)
    return sorted(found)


def rewrite(name: str, measured: Iterable[Pair]) -> None:
    """Put the thresholds into a list, with its head as it stands."""
    path = os.path.join(os.path.dirname(singles.__file__), f"{name}.txt")
    with open(path, encoding="utf-8") as file:
        head = [line for line in file if line.startswith("#")]
    rows = [f"{pair.written} {pair.meant} {pair.threshold:g}\n" for pair in measured]
    with open(path, "w", encoding="utf-8") as file:
        file.writelines(head + rows)


def rewrite_misleading(pairs: Sequence[str]) -> None:
    """Put the misleading pairs into characters.txt; those that misled before stay."""
    path = os.path.join(os.path.dirname(singles.__file__), "characters.txt")
    with open(path, encoding="utf-8") as file:
        common, shapes, before = file.read().split("\n\n")
    with open(path, "w", encoding="utf-8") as file:
        file.write(f"{common}\n\n{shapes}\n\n{' '.join(sorted({*pairs, *before.split()}))}\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """Print what right text asks of each pair."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("files", nargs="+", metavar="SENTENCES.txt")
    parser.add_argument("--each", type=int, default=25000, help="sentences of each file")
    parser.add_argument("--only", nargs="+", choices=[*MOST, "characters"], default=[*MOST, "characters"])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--write", action="store_true", help="put the thresholds into the lists")
    options = parser.parse_args(arguments)
    lattice = ready_lattice()
    if lattice is None:
        sys.stderr.write("there is no language model here: maillint models install zh\n")
        return 2
    corpus = Corpus(sentences_of(options.files, options.each, options.seed))
    print(f"{corpus.size} sentences")
    for name in options.only:
        if name == "characters":
            pairs = misleading(lattice, corpus, options.seed)
            print("misleading:", *pairs)
            if options.write:
                rewrite_misleading(pairs)
            continue
        measured = []
        for pair in measure(lattice, corpus, name, options.seed):
            measured.append(pair)
            print(
                f"{name:8} {pair.written} {pair.meant}  seen {pair.seen:6}  {pair.threshold:4.1f}  R {pair.recall:.2f}"
            )
        if options.write:
            rewrite(name, measured)
    return 0


if __name__ == "__main__":
    sys.exit(main())
