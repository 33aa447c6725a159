"""``maillint learn --add`` and ``--remove``: words given by hand, each undone by the other."""

from __future__ import annotations

import os
import shlex
from typing import TYPE_CHECKING

from maillint.cli.learn_texts import say
from maillint.cli.request import UsageError
from maillint.engine import wordlist
from maillint.report.safe import visible
from maillint.report.strings import enumerated

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from maillint.cli.learn import Wish
    from maillint.cli.own_list import OwnList
    from maillint.engine import Config


def change(wish: Wish, own: OwnList, config: Config, language: str, write: Callable[[str], object]) -> None:
    """Add words to a list or take them out, and say which were there already or were not.

    A word that is taken out and stands in another list in force is told: it will go on being no slip.

    Raises:
        UsageError: something given is no word, or the list cannot be used.
    """
    for word in wish.arguments:
        if not wordlist.is_word(word):
            raise UsageError(
                f"{word!r} is no word that a list can hold: it is empty, no text, or would read as a comment"
            )
    words = own.words()
    if wish.add:
        there, new = _parted(wish.arguments, words.kept)
        own.change(keep=new)
        write(_line(language, "added", new, own.path) + _line(language, "there", there, own.path))
        if new:
            write(f"{say(language, 'undo', words=_as_arguments(new, wish))}\n")
    else:
        there, missing = _parted(wish.arguments, (*words.kept, *words.rejected))
        own.change(forget=there)
        write(_line(language, "removed", there, own.path) + _line(language, "not-there", missing, own.path))
        for path in (path for path in config["words"] if os.path.realpath(path) != os.path.realpath(own.path)):
            still, _ = _parted(wish.arguments, wordlist.parse(wordlist.read(path)).kept)
            write(_line(language, "elsewhere", still, path))


def _parted(words: Iterable[str], listed: Iterable[str]) -> tuple[list[str], list[str]]:
    """The words that are listed, and those that are not."""
    keys = {wordlist.key(word) for word in listed}
    plain = list(dict.fromkeys(" ".join(word.split()) for word in words))
    return [w for w in plain if wordlist.key(w) in keys], [w for w in plain if wordlist.key(w) not in keys]


def _line(language: str, key: str, words: list[str], path: str) -> str:
    if not words:
        return ""
    return f"{say(language, key, words=enumerated(language, [visible(word) for word in words]), path=path)}\n"


def _as_arguments(words: list[str], wish: Wish) -> str:
    """The words as a shell takes them, with the list if it was named."""
    named = ["--output", wish.output] if wish.output else []
    return visible(" ".join(word if word.isalnum() else shlex.quote(word) for word in (*words, *named)))
