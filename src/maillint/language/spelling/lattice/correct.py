"""Finding Chinese homophone slips: runs of Han through the lattice, its changes through the gate."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from maillint.language import surnames
from maillint.language.script import script_of
from maillint.language.spelling.lattice import features, gate, model, scripts, vocabulary
from maillint.language.spelling.lattice.decode import Lattice
from maillint.language.text import han_runs
from maillint.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

WARNING = 0.65
"""Confidence from which a slip is worth a finding."""
REWRITING = 0.96
"""Confidence from which the rewrite may be made without asking."""
_FAMILIAR = "小老阿"
_MOST_HAN = 4000
_LONGEST_RUN = 40


class Slip(NamedTuple):
    """``text[start:end]`` is ``wrong`` where ``right``, which sounds the same, was meant."""

    start: int
    end: int
    wrong: str
    right: str
    confidence: float
    """How sure it is, 0 to 1; from REWRITING on it may be mended unasked."""
    is_of_the_trade: bool = False
    """The word meant is one that business mail uses far more than print does."""


def find(text: str, known: Iterable[str] = (), threshold: float = WARNING) -> list[Slip]:
    """Words that the ear took for others, in simplified or traditional Chinese.

    Args:
        text: any text; only its Han characters are looked at, the first 4,000.
        known: names and other words that are right as they are.
        threshold: confidence below which nothing is said, 0 to 1.

    Returns:
        The slips in order, none overlapping; none at all where the language model is missing.
    """
    lattice = ready_lattice()
    if lattice is None:
        return []
    is_traditional = script_of(text) == "zh-Hant"
    simplified = scripts.simplified(text) if is_traditional else text
    kept = _kept(text, known)
    found = [
        slip
        for slip in _slips(lattice, simplified, threshold)
        if not _is_named(simplified, slip) and not any(start < slip.end and slip.start < end for start, end in kept)
    ]
    return [_traditional(slip, text, simplified) for slip in found] if is_traditional else found


def _is_named(text: str, slip: Slip) -> bool:
    """Whether it is a word of the trade, 小彭 or 老彭, or a unit beside a figure."""
    before, behind = text[slip.start - 1 : slip.start] if slip.start else "", text[slip.end : slip.end + 1]
    if _is_figure(before) or _is_figure(behind) or slip.wrong in features.business_words():
        return True
    familiar = slip.wrong if len(slip.wrong) > 1 else before + slip.wrong
    return familiar[:1] in _FAMILIAR and surnames.is_surname(familiar[1:2])


def _is_figure(character: str) -> bool:
    return character.isascii() and character.isalnum()


def _slips(lattice: Lattice, text: str, threshold: float) -> Iterator[Slip]:
    decide = gate.learnt().confidence
    for start, end in find_places(text):
        for change in features.changes(lattice, text, start, end):
            confidence = decide(change.figures)
            if confidence >= threshold:
                yield Slip(
                    change.start,
                    change.start + len(change.wrong),
                    change.wrong,
                    change.right,
                    confidence,
                    change.right in features.business_words(),
                )


def _kept(text: str, known: Iterable[str]) -> list[tuple[int, int]]:
    """Where the known words stand."""
    places = []
    for word in known:
        at = text.find(word) if len(word) > 1 else -1
        while at >= 0:
            places.append((at, at + len(word)))
            at = text.find(word, at + 1)
    return places


def _traditional(slip: Slip, text: str, simplified: str) -> Slip:
    mended = simplified[: slip.start] + slip.right + simplified[slip.end :]
    written = scripts.traditional(mended)[slip.start : slip.end]
    right = "".join(
        own if same == meant else new
        for own, same, meant, new in zip(text[slip.start : slip.end], slip.wrong, slip.right, written, strict=True)
    )
    return slip._replace(wrong=text[slip.start : slip.end], right=right)


def find_places(text: str) -> list[tuple[int, int]]:
    """Where runs of Han stand that are long enough to be judged, cut where they are over-long."""
    places = []
    left = _MOST_HAN
    for run in han_runs().finditer(text):
        start, end = run.span()
        for at in range(start, min(end, start + left), _LONGEST_RUN):
            stop = min(at + _LONGEST_RUN, end)
            if stop - at > 1:
                places.append((at, stop))
        left -= end - start
        if left <= 0:
            break
    return places


@cache
def ready_lattice() -> Lattice | None:
    """The lattice over this machine's language model; None where the model or a library for it is missing."""
    if not vocabulary.is_ready():
        return None
    try:
        return Lattice(model.Kenlm(model.path()), vocabulary.load(), features.business_words())
    except (ImportError, OSError, ValueError, RuntimeError):
        return None
