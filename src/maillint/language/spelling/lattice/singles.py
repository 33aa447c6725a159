"""Characters and words that are taken for one another: 以 and 已, 在 and 再, 末 and 未, 反应 and 反映, 登陆 and 登录.

The lattice knows words by their sound, lets single characters be, since they fit nearly anywhere, and seldom believes
that a word was meant for another word. Here each is held against what it is often taken for, in the words around it;
and a character that makes no word with its neighbours, against all of its sound, or alike in shape, that would.
"""

from __future__ import annotations

import os
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maillint.language.spelling.lattice.decode import Lattice
    from maillint.language.spelling.lattice.vocabulary import Vocabulary

WANTED = 3.0
"""How much likelier (log10) the other character must make the words around it, where its pair does not say."""
COMMON = -5.4
"""log10 of the rarest word that any character is believed to have been meant for."""
_SAME_SOUND = 5.3
"""How much likelier any other character of the same sound must be, of nearly the same, or of a like shape."""
_NEAR_SOUND = 5.0
_SAME_SHAPE = 4.5
_COMMONEST = 700
_SURNAMES = "李刘陈赵吴徐孙郭宋韩唐冯董萧曹邓彭曾吕"
"""What makes words with these are mostly names."""
_AROUND = 7
"""Characters on either side that tell."""


@cache
def pairs(*names: str) -> dict[str, tuple[tuple[str, float], ...]]:
    """Written character or word -> those that may be meant, and how much likelier each must be.

    Args:
        names: the lists, "singles", "words" or "joining".
    """
    found: dict[str, tuple[tuple[str, float], ...]] = {}
    for name in names:
        with open(os.path.join(os.path.dirname(__file__), f"{name}.txt"), encoding="utf-8") as file:
            for line in file:
                if not line.startswith("#"):
                    written, meant, *wanted = line.split()
                    found[written] = (*found.get(written, ()), (meant, float(wanted[0]) if wanted else WANTED))
    return found


def find(lattice: Lattice, text: str, start: int, end: int, more: float = 0.0) -> Iterator[tuple[int, str]]:
    """The place of each slip in a run of Han, and the character or word that was meant.

    Args:
        lattice: the lattice.
        text: the whole text, in simplified characters.
        start: where the run begins; nothing but Han stands in it.
        end: where it ends.
        more: how much likelier than its pair says a single character must be.
    """
    run = text[start:end]
    lone = lone_places(lattice, run)

    def any_at(at: int) -> str:
        return _any(lattice, run, at) if at in lone else ""

    for at in range(len(run)):
        meant = _listed(lattice, run, at, lone, more)
        if not meant and (meant := any_at(at)):
            after = any_at(at + 1)
            if after and gain(lattice, run, at + 1, after) > gain(lattice, run, at, meant):
                continue  # 技述 is 技术 sooner than 记述
        if meant:
            yield start + at, meant
            run = f"{run[:at]}{meant}{run[at + len(meant) :]}"


def _listed(lattice: Lattice, run: str, at: int, lone: frozenset[int], more: float) -> str:
    """What the lists say may be meant at a place, where it is so much likelier."""
    choices = pairs("words").get(run[at : at + 2], ())
    choices += tuple((meant, wanted + more) for meant, wanted in pairs("singles").get(run[at], ()))
    if at in lone:
        joining = pairs("joining").get(run[at], ())
        choices += tuple((meant, wanted + more) for meant, wanted in joining if joins(lattice, run, at, meant))
    return next((meant for meant, wanted in choices if gain(lattice, run, at, meant) >= wanted), "")


def _any(lattice: Lattice, run: str, at: int) -> str:
    """The character of the same sound or shape that makes a common word at a place, and is far likelier there."""
    best, most = "", 0.0
    for meant, wanted in alike(lattice.vocabulary, run[at]):
        if joins(lattice, run, at, meant, COMMON):
            gained = gain(lattice, run, at, meant) - wanted
            if gained >= most:
                best, most = meant, gained
    return best


@cache
def _characters() -> tuple[dict[str, int], dict[str, str], frozenset[str]]:
    """The commonest characters by rank, those that look alike, and pairs that mislead."""
    with open(os.path.join(os.path.dirname(__file__), "characters.txt"), encoding="utf-8") as file:
        common, shapes, misleading = file.read().split("\n\n")
    alike: dict[str, str] = {}
    for group in shapes.split():
        for character in group:
            alike[character] = alike.get(character, "") + group.replace(character, "")
    return {character: rank for rank, character in enumerate(common)}, alike, frozenset(misleading.split())


def shapes() -> dict[str, str]:
    """Character -> those that look like it."""
    return _characters()[1]


@cache
def alike(vocabulary: Vocabulary, written: str, *, with_misleading: bool = False) -> tuple[tuple[str, float], ...]:
    """The characters that one may be taken for, and how much likelier each must be."""
    ranks, _, misleading = _characters()
    found: dict[str, float] = {}
    if written in ranks:
        for sound in vocabulary.sounds(written)[:2]:
            found.update((other, _SAME_SOUND) for other in _lone_words(vocabulary, sound) if other in ranks)
            if ranks[written] < _COMMONEST:
                others = (other for near in vocabulary.near(sound) for other in _lone_words(vocabulary, near))
                found.update(
                    (o, _NEAR_SOUND) for o in others if ranks.get(o, _COMMONEST) < _COMMONEST and o not in found
                )
    found.update((other, _SAME_SHAPE) for other in shapes().get(written, ""))
    found.pop(written, None)
    return tuple(
        (other, wanted)
        for other, wanted in found.items()
        if (with_misleading or written + other not in misleading) and other not in _SURNAMES
    )


def _lone_words(vocabulary: Vocabulary, sound: str) -> list[str]:
    return [word for word in vocabulary.words.get(sound, "").split() if len(word) == 1]


def lone_places(lattice: Lattice, run: str) -> frozenset[int]:
    """The places of the characters that are part of no longer word."""
    places, at = [], 0
    for word in lattice.as_written(run).words:
        if len(word) == 1:
            places.append(at)
        at += len(word)
    return frozenset(places)


def joins(lattice: Lattice, run: str, at: int, meant: str, rarest: float = -8.0) -> bool:
    """Whether a character would make a word with what stands beside it, and no rarer one than that (log10)."""
    mended = f"{run[:at]}{meant}{run[at + 1 :]}"
    return any(
        lattice.frequency(mended[first : first + size]) > rarest
        for size in (2, 3, 4)
        for first in range(max(0, at - size + 1), min(at, len(run) - size) + 1)
    )


def gain(lattice: Lattice, run: str, at: int, meant: str) -> float:
    """How much likelier (log10) another character or word at a place makes the words around it."""
    behind = at + len(meant)
    head, tail = run[max(0, at - _AROUND) : at], run[behind : behind + _AROUND]
    written = lattice.as_written(f"{head}{run[at:behind]}{tail}")
    return lattice.as_written(f"{head}{meant}{tail}").score - written.score
