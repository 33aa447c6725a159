"""How far a long run is, for whoever waits at a terminal."""

from __future__ import annotations

import sys
from time import monotonic

from maillint.report.strings import say

_AFTER = 50
_EVERY = 0.1


class Progress:
    """A counter on standard error; silent for few messages, for no terminal, and where the result itself scrolls by."""

    def __init__(self, language: str, *, result_is_on_screen: bool) -> None:
        self._language = language
        self._is_on = sys.stderr.isatty()
        self._counts = self._is_on and not result_is_on_screen
        self._last = 0.0
        self._is_shown = False

    @property
    def is_watched(self) -> bool:
        """Whether somebody waits at a terminal."""
        return self._is_on

    def at(self, messages: int) -> None:
        """So many messages are done."""
        if not self._counts or messages <= _AFTER or monotonic() - self._last < _EVERY:
            return
        self._last, self._is_shown = monotonic(), True
        sys.stderr.write(f"\r{say(self._language, 'progress', n=f'{messages:,}')}\x1b[K")
        sys.stderr.flush()

    def preparing(self) -> None:
        """The spelling index is being built, which happens once a machine and takes a second or two."""
        if self._is_on:
            self._is_shown = True
            sys.stderr.write(say(self._language, "preparing"))
            sys.stderr.flush()

    def clear(self) -> None:
        """Make room for another line, or leave the line clean at the end."""
        if self._is_shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
            self._is_shown = False
