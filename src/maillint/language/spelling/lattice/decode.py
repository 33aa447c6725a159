"""The lattice: each stretch of text reads as itself or as a word of the same sound; the likeliest reading wins."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from maillint.language.spelling.lattice.vocabulary import LONGEST
from maillint.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from maillint.language.spelling.lattice.model import Model
    from maillint.language.spelling.lattice.vocabulary import Vocabulary

UNKNOWN = -5.5
"""log10 of a character that is no word of the model."""
_START = -6.0
_CHANGED = 1.5
"""What each changed character takes from a reading; in words of one character more, since they fit nearly anywhere."""
_CHANGED_ALONE = 2.5
_SLURRED = 0.8
"""What a sound takes that is only nearly the same."""
_LEARNT = 0.5
"""What a usual word takes that the model lacks: nothing is known of what it stands beside."""
_OF_THE_TRADE = -6.0
"""log10 of a word of business mail that neither the model nor print knows."""
_RARE = -8.0
"""log10 of any other word that the model does not know."""
_BEAM = 5
_CANDIDATES = 10
_FOR_ITSELF = 3
_MOST_READINGS = 6


class Path(NamedTuple):
    """A way through the lattice."""

    score: float
    words: tuple[str, ...]


class Lattice:
    """Reads runs of simplified Han characters."""

    def __init__(self, model: Model, vocabulary: Vocabulary, trade: Iterable[str] = ()) -> None:
        self.model = model
        self.vocabulary = vocabulary
        self._trade = frozenset(word for word in trade if word not in model)
        self._sounding = self._by_sound()
        self.extra = {**dict.fromkeys(self._trade, _OF_THE_TRADE), **vocabulary.usual}
        self._frequencies: dict[str, float] = {}
        self._begin = model.start()
        self._alike: dict[str, list[tuple[str, float]]] = {}

    def frequency(self, word: str) -> float:
        """How likely a word is by itself (log10)."""
        found = self._frequencies.get(word)
        if found is None:
            is_known = word in self.model
            found = self.model.after(self._begin, word)[0] if is_known else self._unknown(word)
            self._frequencies[word] = found
        return found

    def _unknown(self, word: str) -> float:
        return _OF_THE_TRADE if word in self._trade else _RARE

    def _by_sound(self) -> dict[str, list[str]]:
        """The words of the trade that the model lacks, by how they sound: each character in its first reading."""
        found: dict[str, list[str]] = {}
        for word in self._trade:
            sounds = [self.vocabulary.sounds(character)[:1] for character in word]
            if all(sounds):
                found.setdefault("".join(sounds), []).append(word)
        return found

    def as_written(self, run: str) -> Path:
        """The likeliest cut of a run as it stands."""
        return self._best(run, self._own_words, _FOR_ITSELF)

    def likeliest(self, run: str) -> Path:
        """The likeliest reading of a run; its words are as long as what they replace."""
        sounds = [self.vocabulary.sounds(character) for character in run]

        def words(text: str, at: int) -> Iterator[tuple[str, float]]:
            own = list(self._own_words(text, at))
            yield from own
            yield from self._heard(text, sounds, at)

        return self._best(run, words, _BEAM)

    def _own_words(self, run: str, at: int) -> Iterator[tuple[str, float]]:
        yield run[at], 0.0
        for end in range(at + 2, min(at + LONGEST, len(run)) + 1):
            word = run[at:end]
            if word in self.model:
                yield word, 0.0
            elif word in self.extra:
                yield word, _LEARNT

    def _heard(self, run: str, sounds: list[str], at: int) -> list[tuple[str, float]]:
        """The likeliest other words of the same sound from a place on, and what each costs."""
        return [
            heard
            for end in range(at + 1, min(at + LONGEST, len(run)) + 1)
            for heard in self._alike_words(run[at:end], sounds[at:end])
        ]

    def _alike_words(self, own: str, sounds: list[str]) -> list[tuple[str, float]]:
        found = self._alike.get(own)
        if found is None:
            ranked = sorted(
                ((self.frequency(word) - cost, word, cost) for word, cost in self._variants(own, sounds)), reverse=True
            )
            found = self._alike[own] = [(word, cost) for _, word, cost in ranked[:_CANDIDATES]]
        return found

    def _variants(self, own: str, sounds: list[str]) -> Iterator[tuple[str, float]]:
        """Every other word that sounds the same or nearly so, and what it costs."""
        each = _CHANGED_ALONE if len(own) == 1 else _CHANGED
        seen = {own}
        for sound, slurred in self.soundings(sounds):
            for word in (*self.vocabulary.words.get(sound, "").split()[:_CANDIDATES], *self._sounding.get(sound, ())):
                if word in seen:
                    continue
                seen.add(word)
                changed = sum(a != b for a, b in zip(word, own, strict=True))
                if len(own) < 3 or changed < 3:
                    yield word, changed * each + slurred * _SLURRED

    def soundings(self, sounds: list[str]) -> Iterator[tuple[str, int]]:
        """What the characters may sound like together: exactly, then with one sound slurred."""
        exact = [""]
        for choice in sounds:
            exact = [head + sound for head in exact[:_MOST_READINGS] for sound in choice]
        for whole in exact[:_MOST_READINGS]:
            yield whole, 0
        for whole in exact[:_MOST_READINGS]:
            for at, sound in enumerate(whole):
                for near in self.vocabulary.near(sound):
                    yield f"{whole[:at]}{near}{whole[at + 1 :]}", 1

    def _best(self, run: str, words: Callable[[str, int], Iterator[tuple[str, float]]], beam: int) -> Path:
        after, contains, usual = self.model.after, self.model.__contains__, self.extra
        chart: list[list[tuple[float, Any, tuple[str, ...]]]] = [[] for _ in range(len(run) + 1)]
        chart[0].append((0.0, self._begin, ()))
        for at in range(len(run)):
            kept = _distinct(chart[at], beam)
            for word, cost in words(run, at):
                unknown = None if contains(word) else usual.get(word, UNKNOWN)
                following = chart[at + len(word)]
                for score, state, path in kept:
                    gained, behind = after(state, word)
                    following.append((score + (gained if unknown is None else unknown) - cost, behind, (*path, word)))
        score, _, path = max(chart[-1], key=_score)
        return Path(score, path)


def _distinct(paths: list[tuple[float, Any, tuple[str, ...]]], beam: int) -> list[tuple[float, Any, tuple[str, ...]]]:
    """The best paths, one of each kind: what the last two words were is all that counts for what follows."""
    paths.sort(key=_score, reverse=True)
    kept: dict[tuple[str, ...], tuple[float, Any, tuple[str, ...]]] = {}
    for path in paths:
        if kept.setdefault(path[2][-2:], path) is path and len(kept) == beam:
            break
    return list(kept.values())


def _score(path: tuple[float, Any, tuple[str, ...]]) -> float:
    return path[0]
