"""The language model of Chinese words: where it lies, and how likely a word is after two others.

It is the trigram file that fcitx's libime types Chinese with (KenLM binary format, LGPL-2.1+, made from open-gram,
CC-BY-SA-3.0); Debian's package libime-data-language-model brings it. The words stand in the file's tail.
"""

from __future__ import annotations

import os
from functools import cache
from typing import Any, Protocol

from maillint.cachedir import folder

NAME = "zh_CN.lm"
_SYSTEM = ("/usr/lib", "/usr/lib64", "/usr/local/lib")
_KENLM = b"mmap lm http://kheafield.com/code format version"


class Model(Protocol):
    """What a lattice asks of a language model."""

    def start(self) -> Any:
        """The state before anything is said."""

    def after(self, state: Any, word: str) -> tuple[float, Any]:
        """How likely a word is there (log10), and the state behind it."""

    def __contains__(self, word: str) -> bool:
        """Whether it knows the word."""


class Kenlm:
    """A KenLM file, mapped into memory.

    Raises:
        ImportError: ufal-kenlm is not installed.
        OSError: there is no such model.
    """

    def __init__(self, path: str) -> None:
        import kenlm

        self._new = kenlm.State
        self._model = kenlm.Model(path)
        self._score = self._model.BaseScore

    def start(self) -> Any:
        """The state in the middle of a text: nothing is known of what stands before."""
        state = self._new()
        self._model.NullContextWrite(state)
        return state

    def after(self, state: Any, word: str) -> tuple[float, Any]:
        """How likely a word is there (log10), and the state behind it."""
        following = self._new()
        return self._score(state, word, following), following

    def alone(self, word: str) -> float:
        """How likely a word is by itself (log10)."""
        return self.after(self.start(), word)[0]

    def __contains__(self, word: str) -> bool:
        return word in self._model


@cache
def path() -> str:
    """Where the model lies; "" when it is nowhere.

    ``MAILLINT_ZH_MODEL`` names a file (or, set to nothing, says that there is none); else it is what
    ``maillint models install zh`` fetched, or what the system's package installed.
    """
    chosen = os.environ.get("MAILLINT_ZH_MODEL")
    if chosen is not None:
        return chosen if os.path.isfile(chosen) else ""
    places = (own_path(), *(os.path.join(folder, "libime", NAME) for folder in _libraries()))
    return next(filter(os.path.isfile, places), "")


def _libraries() -> list[str]:
    """Where a system keeps libraries: Debian has one folder for each architecture."""
    try:
        names = sorted(name for name in os.listdir(_SYSTEM[0]) if "-linux-" in name)
    except OSError:
        names = []
    return [*(os.path.join(_SYSTEM[0], name) for name in names), *_SYSTEM]


def own_path() -> str:
    """Where ``maillint models install zh`` puts the model."""
    return os.path.join(folder(), NAME)


def is_model(file: str) -> bool:
    """Whether a file is a KenLM binary."""
    try:
        with open(file, "rb") as opened:
            return opened.read(len(_KENLM)) == _KENLM
    except OSError:
        return False


def words(file: str) -> list[str]:
    """The words inside a model, which a KenLM binary lists at its end.

    Raises:
        ValueError: the file holds no list of words.
    """
    with open(file, "rb") as opened:
        data = opened.read()
    start = data.rfind(b"<unk>\0")
    if start < 0:
        raise ValueError(file)
    return [word.decode("utf-8", "replace") for word in data[start:].split(b"\0")[1:] if word]
