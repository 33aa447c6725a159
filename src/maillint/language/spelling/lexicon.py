"""The spelling index as it is read: a hash table in a file, of which a look-up reads a line or two, built once."""

from __future__ import annotations

import os
import sys
from binascii import crc32
from functools import cache, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from maillint.cachedir import folder
from maillint.language.edits import is_near

if TYPE_CHECKING:
    from collections.abc import Callable

FORMAT = b"maillint spelling 15\n"
"""What the file starts with; another number is another layout or another choice of words."""
STAMP = 64
"""Octets after the format that name the packages it was made from."""
BUCKETS = 1 << 13
RAREST_MEANT = 2.9
RAREST_SHORT_MEANT = 4.2
RAREST_EASILY_MEANT = 3.4
"""Zipf frequency of a short word that a doubled letter or two swapped ones may be a slip of."""
SLIP = "!"
CAPITAL_SLIP = "^"
SHORTENED = "-"
"""What the keys of ``shortened`` forms begin with; their entries are the words they are of."""
ALIKE = "*"
"""What the keys of words' ``consonants`` begin with; their entries are the words that have them."""
SHORTEST_ALIKE = 7
RAREST_ALIKE = 3.3
_VOWELS = frozenset("aeiouy")
_TABLE = len(FORMAT) + STAMP
HEAD = _TABLE + 4 * (BUCKETS + 1)


def path() -> str:
    """Where the index lies."""
    return os.path.join(folder(), f"{FORMAT.decode().strip().replace(' ', '-')}.index")


def is_ready() -> bool:
    """Whether the index has been built on this machine."""
    return os.path.exists(path())


def prepare() -> bool:
    """Build the index, which takes a second or two, unless it is there and made from the packages installed.

    Returns:
        Whether there is an index now. There is none when the word lists cannot be read or the cache not be written.
    """
    from maillint.language.spelling import build

    lexicon.cache_clear()
    return build.refresh(path())


class Lexicon:
    """Words with their frequencies, and known slips with what was meant."""

    def __init__(self, read: Callable[[int, int], bytes]) -> None:
        self._read = read
        self._offsets = memoryview(read(HEAD - _TABLE, _TABLE)).cast("I")
        self.value = lru_cache(maxsize=8192)(self._look_up)

    def _look_up(self, word: str) -> str:
        """What is known of a word in lower case.

        Returns:
            "" for an unknown word; one character, the tens of its Zipf frequency plus 40, for a word; ``SLIP`` or
            ``CAPITAL_SLIP`` (it is no name either) and the corrections, parted by commas, for a known slip.
        """
        key = word.encode()
        number = crc32(key) % BUCKETS
        start, end = self._offsets[number : number + 2]
        bucket = self._read(end - start, start)
        place = bucket.find(b"\n%b\t" % key)
        return bucket[place + len(key) + 2 : bucket.index(b"\n", place + 1)].decode() if place >= 0 else ""

    def zipf(self, word: str) -> float:
        """The word's frequency in print: log10 of the times in a thousand million words; 0 for what is no word."""
        value = self.value(word)
        return (ord(value) - 40) / 10 if len(value) == 1 else 0.0

    def near(self, word: str) -> list[str]:
        """The words one slip of the fingers away that are frequent enough to be what it was meant for."""
        alike = (self._look_up(SHORTENED + form) for form in (word, *shortened(word)))
        return [other for other in dict.fromkeys(",".join(filter(None, alike)).split(",")) if is_near(word, other, 1)]

    def alike(self, word: str) -> list[str]:
        """The common long words with the same consonants, the commonest first: of "rediculus", "ridiculous"."""
        known = self._look_up(ALIKE + consonants(word)) if len(word) >= SHORTEST_ALIKE else ""
        return known.split(",") if known else []


def consonants(word: str) -> str:
    """The first letter of a word and its other consonants in order, doubled ones once."""
    rest = [letter for last, letter in pairwise(word) if letter not in _VOWELS and letter != last]
    return word[:1] + "".join(rest)


def shortened(word: str) -> set[str]:
    """What is left of a word without one of its letters: two words one slip apart share such a form, or one is it."""
    return {word[:i] + word[i + 1 :] for i in range(len(word))}


def may_be_meant(word: str, zipf: float) -> bool:
    """Whether a word of this Zipf frequency is common enough to be what somebody meant; short ones must be more so."""
    return zipf >= (RAREST_MEANT if len(word) > 6 else RAREST_SHORT_MEANT)


def may_be_near(word: str, zipf: float) -> bool:
    """Whether a word is kept as one that an easy slip, such as a doubled letter, may have been meant for."""
    return may_be_meant(word, zipf) or (len(word) > 3 and zipf >= RAREST_EASILY_MEANT)


@cache
def lexicon() -> Lexicon | None:
    """The index, built now if this machine has none yet; None when that is impossible, and then no word is wrong."""
    found = _open()
    if found is None and prepare():
        found = _open()
    return found


def _open() -> Lexicon | None:
    try:
        read = _reader(path())
    except OSError:
        return None
    is_whole = read(len(FORMAT), 0) == FORMAT and len(read(HEAD - _TABLE, _TABLE)) == HEAD - _TABLE
    return Lexicon(read) if is_whole else None


def _reader(path: str) -> Callable[[int, int], bytes]:
    """What reads so many octets of a file from a place on, by the cheapest means: mapping costs an import."""
    if sys.platform == "win32":
        with open(path, "rb") as whole:
            data = whole.read()
        return lambda size, start: data[start : start + size]
    file = os.open(path, os.O_RDONLY)
    return lambda size, start: os.pread(file, size, start)
