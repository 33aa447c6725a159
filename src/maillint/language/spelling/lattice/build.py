"""How the words of the language model are sorted by sound: with pypinyin, once a machine."""

from __future__ import annotations

from collections import defaultdict
from math import log10
from typing import TYPE_CHECKING

from maillint.language.spelling.lattice.vocabulary import _FIRST, _FIRST_HAN, _LAST_HAN, LONGEST

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_RAREST_USUAL = 1e-8
"""Share of print (wordfreq); below it, what is no word of the model may as well be a slip."""


_TONES = "12345"
_MOST_ALIKE = 30
"""Words of one sound that are kept, the likeliest; a rarer one is never what was meant."""


def make(words: Iterable[str], frequency: Callable[[str], float]) -> str:
    """The vocabulary's text for ``vocabulary.parse``.

    Args:
        words: the words of the model.
        frequency: how likely a word is by itself (log10).

    Raises:
        ImportError: pypinyin is not installed.
    """
    from pypinyin import Style, lazy_pinyin

    known = [word for word in words if is_han(word) and len(word) <= LONGEST]
    spoken = {word: lazy_pinyin(word, style=Style.TONE3, neutral_tone_with_five=True) for word in known}
    readings = _readings(spoken)
    syllables = sorted({toned[:-1] for found in readings.values() for toned in found})
    codes = {syllable: chr(_FIRST + index) for index, syllable in enumerate(syllables)}
    by_sound: dict[str, list[str]] = defaultdict(list)
    for word, sounds in spoken.items():
        if len(word) > 1 and all(toned[-1] in _TONES for toned in sounds):
            by_sound["".join(codes[toned[:-1]] for toned in sounds)].append(word)
    for character in (word for word in known if len(word) == 1):
        for sound in dict.fromkeys(toned[:-1] for toned in readings.get(character, ())):
            by_sound[codes[sound]].append(character)
    characters = (
        f"{character}\t{''.join(codes[toned[:-1]] + toned[-1] for toned in found)}"
        for character, found in sorted(readings.items())
    )
    return "\n\n".join(
        (
            " ".join(syllables),
            "\n".join(characters),
            "\n".join(f"{sound}\t{_likeliest(found, frequency)}" for sound, found in sorted(by_sound.items())),
            "\n".join(_usual(set(known))),
        )
    )


def _likeliest(words: list[str], frequency: Callable[[str], float]) -> str:
    return " ".join(sorted(words, key=frequency, reverse=True)[:_MOST_ALIKE])


def is_han(text: str) -> bool:
    """Whether a text is Han characters and nothing else."""
    return bool(text) and all(_FIRST_HAN <= character <= _LAST_HAN for character in text)


def _readings(spoken: dict[str, list[str]]) -> dict[str, list[str]]:
    """Character -> how words say it, with the figure of the tone (5: neutral); not what only scholars know."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for word, sounds in spoken.items():
        for character, toned in zip(word, sounds, strict=True):
            if toned[-1] in _TONES:
                found[character][toned] = None
    return {character: list(readings) for character, readings in found.items()}


def _usual(known: set[str]) -> list[str]:
    """Words that print uses and the model lacks, and how likely each is there (log10)."""
    from wordfreq import get_frequency_dict

    table = get_frequency_dict("zh", wordlist="large")
    return sorted(
        f"{word}\t{log10(share):.1f}"
        for word, share in table.items()
        if 1 < len(word) <= LONGEST and share >= _RAREST_USUAL and is_han(word) and word not in known
    )
