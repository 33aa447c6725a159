"""Somebody's own words: plain lists, one word a line, of what is never a slip."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from maillint.engine.keys import ConfigError
from maillint.language.text import flatten, is_bounded, is_han
from maillint.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

REJECTED = "not:"
"""``# not: teh`` remembers that somebody was asked about "teh" and said no."""
_BOM = "\ufeff"


class Words(NamedTuple):
    """What a list says, without doubles, as written."""

    kept: tuple[str, ...]
    rejected: tuple[str, ...]


def key(word: str) -> str:
    """What all spellings of a word have in common: lower case, composed letters (Unicode NFC), single spaces."""
    plain = " ".join(word.split())
    if plain.isascii():
        return plain.lower()
    from unicodedata import normalize

    return flatten(normalize("NFC", plain))


def read(path: str) -> str:
    """The text of a list; line ends as they are.

    Raises:
        ConfigError: it cannot be read or is no UTF-8; the text says file and line.
    """
    try:
        with open(path, "rb") as file:
            data = file.read()
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read ({error.strerror})") from error
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ConfigError(f"{path}:{line}: is no UTF-8 text; save the list as UTF-8, one word a line") from error
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise ConfigError(f"{path}:{line}: is no text; a list has one word a line")
    return text


def hold_named(path: str, lists: Iterable[object], folder: str) -> None:
    """Raise ConfigError, with the line, where a list of words that a configuration file names does not exist."""
    for name in lists:
        if isinstance(name, str) and not os.path.isfile(name):
            what = f"words names {os.path.relpath(name, folder)!r}, but there is no file {name}"
            line = _line_of(path, os.path.basename(name))
            raise ConfigError(f"{path}:{line}: {what}; create it, one word a line, or take the entry out")


def _line_of(path: str, text: str) -> int:
    with open(path, encoding="utf-8") as file:
        return next((number for number, line in enumerate(file, 1) if text in line), 1)


def parse(text: str) -> Words:
    """The words of a list: one a line; what follows ``#`` at a line's head or after a space is a comment."""
    kept: dict[str, str] = {}
    rejected: dict[str, str] = {}
    for line in text.removeprefix(_BOM).splitlines():
        word, is_kept = _entry(line)
        if word:
            (kept if is_kept else rejected).setdefault(key(word), word)
    return Words(tuple(kept.values()), tuple(rejected.values()))


def _entry(line: str) -> tuple[str, bool]:
    """The word of a line, and whether it is kept; "" where there is none."""
    bare = line.strip().removeprefix(_BOM)
    if bare.startswith("#"):
        comment = bare[1:].strip()
        return (comment[len(REJECTED) :].strip() if comment.lower().startswith(REJECTED) else ""), False
    if "#" in bare:
        bare = bare[: next((i for i, sign in enumerate(bare) if sign == "#" and bare[i - 1].isspace()), None)]
    return " ".join(bare.split()), True


def edited(text: str, *, keep: Iterable[str] = (), reject: Iterable[str] = (), forget: Iterable[str] = ()) -> str:
    """The text of a list with words added or taken out; all other lines stay as they are.

    Args:
        text: the list as it is.
        keep: words that are right from now on, new ones at the end; what is no ``is_word`` is left out.
        reject: words to remember as refused, unless they are kept.
        forget: words of which nothing is to be known any more, neither kept nor refused.
    """
    kept, refused = _by_key(keep), _by_key(reject)
    gone = {key(word) for word in forget}
    lines = [line for line in text.splitlines(keepends=True) if not _is_dropped(line, gone, kept)]
    old = parse("".join(lines))
    have = {key(word) for word in old.kept}
    new = [word for name, word in kept.items() if name not in have]
    have |= kept.keys() | {key(word) for word in old.rejected}
    new += [f"# {REJECTED} {word}" for name, word in refused.items() if name not in have]
    end = "\r\n" if "\r\n" in text else "\n"
    head = "".join(lines)
    gap = end if new and head and not head.endswith(("\n", "\r")) else ""
    return head + gap + "".join(f"{line}{end}" for line in new)


def is_word(word: str) -> bool:
    """Whether a list can hold it: text that a line would not read as a comment."""
    is_text = not any(sign < " " or "\ud800" <= sign <= "\udfff" for sign in " ".join(word.split()))
    return is_text and bool(word.strip()) and _entry(word) == (" ".join(word.split()), True)


def _by_key(words: Iterable[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for word in filter(is_word, words):
        found.setdefault(key(word), " ".join(word.split()))
    return found


def _is_dropped(line: str, gone: Collection[str], kept: Collection[str]) -> bool:
    word, is_kept = _entry(line)
    return bool(word) and (key(word) in gone or (not is_kept and key(word) in kept))


def write(path: str, text: str) -> None:
    """Put a list into its file, whole or not at all; links are followed, permissions stay.

    Raises:
        OSError: the file or its folder cannot be written.
    """
    target = os.path.realpath(path)
    os.makedirs(os.path.dirname(target), exist_ok=True)
    partial = f"{target}.{os.getpid()}"
    try:
        with open(partial, "w", encoding="utf-8", newline="") as file:
            if os.path.exists(target):
                os.chmod(partial, os.stat(target).st_mode & 0o7777)
            file.write(text)
        os.replace(partial, target)
    finally:
        if os.path.exists(partial):
            os.remove(partial)


class OwnWords:
    """The words of several lists, asked whether they excuse what looks like a slip."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = frozenset(key(word) for word in words)
        self._lengths = sorted({len(word) for word in self._words if not word.isascii() or " " in word} - {1})
        """Of what may stand around the place of a slip: terms of several words, and Han, which has no words."""

    def __contains__(self, word: str) -> bool:
        return key(word) in self._words

    def __len__(self) -> int:
        return len(self._words)

    def excuse(self, text: str, start: int, end: int) -> bool:
        """Whether ``text[start:end]`` is one of the words or its possessive, or a part of one.

        A Han term also excuses what only overlaps it: a slip heard in 彭科 is none where 恒彭科技 stands.
        """
        if start >= end:
            return False
        word = key(text[start:end])
        return word in self._words or word.removesuffix("'s") in self._words or self._is_inside(text, start, end)

    def _is_inside(self, text: str, start: int, end: int) -> bool:
        longest = self._lengths[-1] if self._lengths else 0
        left = max(0, start - longest - 1)
        around = flatten(text[left : end + longest + 1])
        return any(
            around[at : at + length] in self._words and is_bounded(around, at, at + length)
            for length in self._lengths
            for at in _beginnings(start - left, end - left, length, overlaps=is_han(text[start]))
        )


def _beginnings(start: int, end: int, length: int, *, overlaps: bool) -> Iterator[int]:
    """Where a term of a length may begin to hold ``start`` to ``end``, or in Han, to have a character of it."""
    first, last = (start - length + 1, end - 1) if overlaps else (end - length, start)
    return iter(range(max(0, first), last + 1))


def load(paths: Iterable[str]) -> OwnWords:
    """The words of all these lists.

    Raises:
        ConfigError: a list cannot be read.
    """
    return OwnWords(word for path in paths for word in parse(read(path)).kept)
