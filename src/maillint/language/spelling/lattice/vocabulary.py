"""Which words sound alike: the words of the language model under their sounds, built once a machine.

A sound is a syllable of Pinyin without its tone, written as one character of Unicode's private use area, so that what
a stretch of text sounds like is a string, and the words that sound so are one look-up away.
"""

from __future__ import annotations

import os
from functools import cache

from maillint.cachedir import folder
from maillint.language.spelling.lattice import model
from maillint.records import cached_property

FORMAT = "maillint zh sounds 5"
LONGEST = 5
"""Characters of the longest word that is kept."""
_FIRST = 0xE000
_FIRST_HAN, _LAST_HAN = "\u4e00", "\u9fff"
_INITIALS = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("n", "l"), ("f", "h"))
_FINALS = (("ang", "an"), ("eng", "en"), ("ing", "in"))


def _file() -> str:
    return os.path.join(folder(), f"{FORMAT.replace(' ', '-')}.txt")


class Vocabulary:
    """Sounds of characters, and words by sound.

    Args:
        characters: character -> its readings, each a sound and the figure of its tone.
        words: sound of a whole word -> the words, spaces between.
        syllables: the syllables that the sounds stand for, in their order.
        usual: words that print uses and the language model lacks, and how likely each is (log10).
    """

    def __init__(
        self,
        characters: dict[str, str],
        words: dict[str, str],
        syllables: tuple[str, ...],
        usual: dict[str, float] | None = None,
    ) -> None:
        self.characters = characters
        self.words = words
        self.syllables = syllables
        self.usual = usual or {}
        self._sounds: dict[str, str] = {}

    def sounds(self, character: str) -> str:
        """The sounds a character may have, without tones."""
        found = self._sounds.get(character)
        if found is None:
            found = "".join(dict.fromkeys(self.characters.get(character, "")[::2]))
            self._sounds[character] = found
        return found

    def tones(self, character: str) -> frozenset[str]:
        """The readings of a character, each a sound with its tone."""
        readings = self.characters.get(character, "")
        return frozenset(readings[at : at + 2] for at in range(0, len(readings), 2))

    def near(self, sound: str) -> str:
        """The sounds that many speakers do not tell from a sound: zh and z, n and l, ing and in."""
        return self._near.get(sound, "")

    @cached_property
    def _near(self) -> dict[str, str]:
        sounds = {syllable: chr(_FIRST + index) for index, syllable in enumerate(self.syllables)}
        return {
            sounds[syllable]: "".join(sounds[other] for other in _neighbours(syllable) if other in sounds)
            for syllable in self.syllables
        }


def _neighbours(syllable: str) -> list[str]:
    found = []
    for one, other in _INITIALS:
        if syllable.startswith(one):
            found.append(other + syllable[len(one) :])
        elif syllable.startswith(other) and not syllable.startswith(one[:1] + "h"):
            found.append(one + syllable[len(other) :])
    for one, other in _FINALS:
        if syllable.endswith(one):
            found.append(syllable[: -len(one)] + other)
        elif syllable.endswith(other):
            found.append(syllable[: -len(other)] + one)
    return found


def is_ready() -> bool:
    """Whether the words of the model that is there have been sorted by sound on this machine."""
    if not model.path():
        return False
    try:
        with open(_file(), encoding="utf-8") as file:
            return file.readline() == _stamp()
    except OSError:
        return False


def _stamp() -> str:
    """The first line of the file: another layout or another model is another line."""
    return f"{FORMAT} {os.path.getsize(model.path())}\n"


def prepare() -> bool:
    """Sort the words by sound, which takes some seconds, unless that has been done.

    Returns:
        Whether the vocabulary is there now.
    """
    if not model.path():
        return False
    if is_ready():
        return True
    from maillint.language.spelling.lattice import build

    try:
        text = build.make(model.words(model.path()), model.Kenlm(model.path()).alone)
        os.makedirs(folder(), mode=0o700, exist_ok=True)
        partial = f"{_file()}.{os.getpid()}"
        with open(partial, "w", encoding="utf-8") as file:
            file.write(_stamp() + text)
        os.replace(partial, _file())
    except (OSError, ImportError, ValueError):
        return False
    return True


@cache
def load() -> Vocabulary:
    """The vocabulary of this machine.

    Raises:
        OSError: it has not been built.
    """
    with open(_file(), encoding="utf-8") as file:
        if file.readline() != _stamp():
            raise OSError(_file())
        return parse(file.read())


def parse(text: str) -> Vocabulary:
    """The vocabulary that ``build.make`` wrote: syllables, characters, words and usual words, a blank line between."""
    syllables, characters, words, usual = text.split("\n\n")
    return Vocabulary(
        _table(characters),
        _table(words),
        tuple(syllables.split()),
        {word: float(share) for word, share in _table(usual).items()},
    )


def _table(lines: str) -> dict[str, str]:
    cells = lines.replace("\n", "\t").split("\t")
    return dict(zip(cells[::2], cells[1::2], strict=True))
