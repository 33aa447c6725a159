"""How the spelling index is made: word frequencies from wordfreq, known slips from the program ``typos``."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sysconfig
from array import array
from binascii import crc32
from importlib import metadata
from itertools import accumulate
from math import log10
from typing import TYPE_CHECKING

from maillint.language.spelling import own
from maillint.language.spelling.lexicon import (
    ALIKE,
    BUCKETS,
    CAPITAL_SLIP,
    FORMAT,
    HEAD,
    RAREST_ALIKE,
    RAREST_SHORT_MEANT,
    SHORTENED,
    SHORTEST_ALIKE,
    SLIP,
    STAMP,
    consonants,
    may_be_near,
    shortened,
)
from maillint.language.text import is_han

if TYPE_CHECKING:
    from collections.abc import Iterable

RAREST_WORD = 1.5
"""Zipf frequency; below it, what people print is as often a slip as a word."""
RAREST_CHINESE = {2: 3.0, 3: 2.5}
"""Zipf frequency of the rarest Chinese words that are kept, by their length."""
MOST_FREQUENT_SLIP = 2.6
_PROBED = 6000


def refresh(path: str) -> bool:
    """Write the index to ``path`` unless the one there was made from the same packages.

    Returns:
        Whether there is a good index at ``path`` now.
    """
    try:
        head = FORMAT + _stamp()
        if not _starts_with(path, head):
            _write(path, head + make())
    except (OSError, ImportError, subprocess.SubprocessError, ValueError):
        return False
    return True


def make() -> bytes:
    """The index as bytes, after its head: where each bucket starts, and the buckets."""
    frequencies = _frequencies()
    slips = _slips(frequencies)
    entries = {word: chr(40 + int(10 * zipf)) for word, zipf in frequencies.items() if zipf >= RAREST_WORD}
    entries.update(_chinese())
    entries.update(dict.fromkeys(own.JARGON - entries.keys(), chr(40 + int(10 * RAREST_WORD))))
    entries.update(slips)
    meant = (word for word, zipf in frequencies.items() if word not in slips and may_be_near(word, zipf))
    entries.update(_shortened(meant))
    entries.update(_alike((word, zipf) for word, zipf in frequencies.items() if word not in slips))
    return _pack(entries)


def _shortened(words: Iterable[str]) -> dict[str, str]:
    """For each form with a letter less, the words it may be of."""
    found: dict[str, list[str]] = {}
    for word in words:
        if word.isalpha():
            for form in (word, *shortened(word)):
                found.setdefault(SHORTENED + form, []).append(word)
    return {form: ",".join(alike) for form, alike in found.items()}


def _alike(words: Iterable[tuple[str, float]]) -> dict[str, str]:
    """For the consonants of each long word, the common words that have them, the commonest first."""
    found: dict[str, list[str]] = {}
    for word, zipf in sorted(words, key=lambda pair: -pair[1]):
        if len(word) >= SHORTEST_ALIKE and zipf >= RAREST_ALIKE and word.isalpha():
            found.setdefault(ALIKE + consonants(word), []).append(word)
    return {key: ",".join(alike) for key, alike in found.items()}


def _frequencies() -> dict[str, float]:
    """Word -> Zipf frequency, for all words of the large English list that are written in plain letters."""
    import wordfreq

    plain = re.compile(r"[a-z]+(?:'[a-z]+)?")
    table = wordfreq.get_frequency_dict("en", wordlist="large")
    found = {word: log10(share) + 9 for word, share in table.items() if len(word) < 30 and plain.fullmatch(word)}
    found.update((word, max(found.get(word, 0.0), RAREST_SHORT_MEANT)) for word in own.TRADE)
    return found


def _chinese() -> dict[str, str]:
    """The common Chinese words of two and three characters, with their frequencies."""
    import wordfreq

    table = wordfreq.get_frequency_dict("zh", wordlist="large")
    words = (word for word in table if len(word) in RAREST_CHINESE and is_han(word[0]))
    zipfs = ((word, log10(table[word]) + 9) for word in words)
    return {word: chr(40 + int(10 * zipf)) for word, zipf in zipfs if zipf >= RAREST_CHINESE[len(word)]}


def _slips(frequencies: dict[str, float]) -> dict[str, str]:
    """Slip -> its entry in the index."""
    slips = {}
    for wrong, meant in _corrections([*frequencies, *_probes(frequencies)]).items():
        zipf = frequencies.get(wrong, 0.0)
        is_believed = len(wrong) > 4 and zipf < MOST_FREQUENT_SLIP and wrong not in own.NO_SLIPS
        is_clipped = wrong.endswith("in") and wrong + "g" in frequencies
        if wrong in own.TRUSTED or (is_believed and not is_clipped):
            meant.sort(key=lambda word: -frequencies.get(word.lower(), 0.0))
            slips[wrong] = (CAPITAL_SLIP if len(wrong) > 4 else SLIP) + ",".join(meant[:3])
    slips = {wrong: SLIP + meant for wrong, meant in own.FINGERS.items()} | slips
    slips.update({wrong: CAPITAL_SLIP + meant for wrong, meant in own.SLIPS.items() if meant})
    return slips


def _probes(frequencies: dict[str, float]) -> set[str]:
    """Likely slips in frequent words: a letter left out, doubled, swapped with the next, or another vowel."""
    frequent = sorted((word for word in frequencies if len(word) > 4 and word.isalpha()), key=lambda w: -frequencies[w])
    found: set[str] = set()
    for word in frequent[:_PROBED]:
        for i, letter in enumerate(word):
            head, tail = word[:i], word[i + 1 :]
            found.update((head + tail, head + letter + letter + tail, head + tail[:1] + letter + tail[1:]))
            if letter in "aeiou":
                found.update(head + vowel + tail for vowel in "aeiou")
    return found - frequencies.keys()


def _corrections(words: list[str]) -> dict[str, list[str]]:
    """Which of the words the program ``typos`` calls misspelt, and what it thinks was meant."""
    command = [_program(), "--isolated", "--format", "json", "--no-ignore", "-"]
    done = subprocess.run(command, input="\n".join(words), capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode not in (0, 2) or not done.stdout:
        raise subprocess.SubprocessError(done.stderr[-200:])
    known = set(words)
    found = (json.loads(line) for line in done.stdout.splitlines())
    return {one["typo"]: one["corrections"] for one in found if one.get("type") == "typo" and one["typo"] in known}


def _program() -> str:
    beside = os.path.join(sysconfig.get_path("scripts"), "typos")
    found = shutil.which(beside) or shutil.which("typos")
    if not found:
        raise FileNotFoundError("typos")
    return found


def _pack(entries: dict[str, str]) -> bytes:
    buckets: list[list[bytes]] = [[] for _ in range(BUCKETS)]
    for word, value in entries.items():
        key = word.encode()
        buckets[crc32(key) % BUCKETS].append(b"\n%b\t%b" % (key, value.encode()))
    blobs = [b"".join(bucket) + b"\n" for bucket in buckets]
    offsets = array("I", accumulate(map(len, blobs), initial=HEAD))
    return offsets.tobytes() + b"".join(blobs)


def _stamp() -> bytes:
    from maillint import __version__

    versions = (__version__, metadata.version("wordfreq"), metadata.version("typos"))
    return " ".join(versions).encode()[:STAMP].ljust(STAMP)


def _starts_with(path: str, head: bytes) -> bool:
    try:
        with open(path, "rb") as file:
            return file.read(len(head)) == head
    except OSError:
        return False


def _write(path: str, data: bytes) -> None:
    os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
    temporary = f"{path}.{os.getpid()}"
    with open(temporary, "wb") as file:
        file.write(data)
    os.replace(temporary, path)
