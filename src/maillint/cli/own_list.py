"""The list of own words that commands write to: which it is, and one change at a time."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from maillint.cli.request import UsageError
from maillint.engine import ConfigError, config, wordlist

if TYPE_CHECKING:
    from collections.abc import Iterable


class OwnList:
    """A list on disk. Each change reads it anew, so that no other hand's change is lost."""

    def __init__(self, path: str, head: str) -> None:
        """``head`` is what a new file begins with."""
        self.path = path
        self._head = head

    def words(self) -> wordlist.Words:
        """What the list says now; nothing where it does not exist yet.

        Raises:
            UsageError: it cannot be read.
        """
        return wordlist.parse(self._text())

    def change(self, *, keep: Iterable[str] = (), reject: Iterable[str] = (), forget: Iterable[str] = ()) -> None:
        """Add words or take them out; see ``wordlist.edited``.

        Raises:
            UsageError: the list cannot be read or written.
        """
        before = self._text()
        after = wordlist.edited(before, keep=keep, reject=reject, forget=forget)
        if after == before:
            return
        try:
            wordlist.write(self.path, after if before else self._head + after)
        except OSError as error:
            raise UsageError(f"{self.path}: cannot be written ({error.strerror}); --output names another") from error

    def _text(self) -> str:
        if not os.path.exists(self.path):
            return ""
        try:
            return wordlist.read(self.path)
        except ConfigError as error:
            raise UsageError(str(error)) from error


def usual_place(explicit: str | None = None) -> str:
    """Where own words go unless told: the nearest list upward from here, else beside the nearest configuration.

    Else the user's own, which holds everywhere. ``explicit`` is the configuration that takes their place.
    """
    if explicit is not None:
        return os.path.join(os.path.dirname(os.path.abspath(explicit)), config.WORDS_NAME)
    folders = config.upward(".")
    lists = (os.path.join(folder, config.WORDS_NAME) for folder in folders)
    found = next(filter(os.path.isfile, lists), "")
    if found:
        return found
    near = config.nearest(folders)
    folder = os.path.dirname(near or config.user_file())
    return os.path.join(folder, config.WORDS_NAME)
