"""The spelling index as it is read: a hash table in a file that is mapped into memory, built once a machine."""

from __future__ import annotations

import os
from functools import cache, cached_property
from typing import TYPE_CHECKING
from zlib import crc32

from maillint.cachedir import folder

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet
    from mmap import mmap

FORMAT = b"maillint spelling 4\n"
"""What the file starts with; another number is another layout or another choice of words."""
STAMP = 64
"""Octets after the format that name the packages it was made from."""
BUCKETS = 1 << 14
RAREST_MEANT = 2.9
RAREST_SHORT_MEANT = 4.2
FEW = 20
"""Questions that single look-ups answer sooner than the whole list of frequent words, which takes 2 ms to read."""
SLIP = "!"
CAPITAL_SLIP = "^"
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

    def __init__(self, data: mmap) -> None:
        self._data = data
        self._asked = 0
        self._offsets = memoryview(data)[_TABLE:HEAD].cast("I")

    def value(self, word: str) -> str:
        """What is known of a word in lower case.

        Returns:
            "" for an unknown word; one character, the tens of its Zipf frequency plus 40, for a word; ``SLIP`` or
            ``CAPITAL_SLIP`` (it is no name either) and the corrections, parted by commas, for a known slip.
        """
        key = word.encode()
        bucket = crc32(key) & (BUCKETS - 1)
        end = self._offsets[bucket + 1]
        place = self._data.find(b"\n%b\t" % key, self._offsets[bucket], end)
        if place < 0:
            return ""
        start = place + len(key) + 2
        return self._data[start : self._data.find(b"\n", start, end)].decode()

    def zipf(self, word: str) -> float:
        """The word's frequency in print: log10 of the times in a thousand million words; 0 for what is no word."""
        value = self.value(word)
        return (ord(value) - 40) / 10 if len(value) == 1 else 0.0

    def meant(self, candidates: AbstractSet[str]) -> list[str]:
        """Those of the candidates that are frequent enough to be what a slip was meant for."""
        self._asked += 1
        if self._asked > FEW:
            return list(candidates & self._frequent)
        return [word for word in candidates if may_be_meant(word, self.zipf(word))]

    @cached_property
    def _frequent(self) -> frozenset[str]:
        return frozenset(self._data[self._offsets[BUCKETS] :].decode().split())


def may_be_meant(word: str, zipf: float) -> bool:
    """Whether a word of this Zipf frequency is common enough to be what somebody meant; short ones must be more so."""
    return zipf >= (RAREST_MEANT if len(word) > 6 else RAREST_SHORT_MEANT)


@cache
def lexicon() -> Lexicon | None:
    """The index, built now if this machine has none yet; None when that is impossible, and then no word is wrong."""
    found = _open()
    if found is None and prepare():
        found = _open()
    return found


def _open() -> Lexicon | None:
    import mmap

    try:
        with open(path(), "rb") as file:
            data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    except (OSError, ValueError):
        return None
    if len(data) < HEAD or data[: len(FORMAT)] != FORMAT:
        return None
    return Lexicon(data)
