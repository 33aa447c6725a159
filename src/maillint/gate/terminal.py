"""The terminal a person sits at, also where standard input is a message."""

from __future__ import annotations

import os
import unicodedata
from contextlib import suppress
from typing import Self

_DEVICE = "/dev/tty"


class Terminal:
    """A conversation on /dev/tty."""

    def __init__(self, handle: int) -> None:
        self.handle = handle
        """The terminal's file descriptor, for an editor too."""
        self._lines = open(handle, encoding="utf-8", errors="replace", closefd=False)  # noqa: SIM115

    @classmethod
    def open(cls) -> Self | None:
        """The terminal, if there is one to ask at.

        None, too, where a full-screen program owns it, as aerc does while it sends (it reads keys, not lines), or
        where this process runs in its background.
        """
        try:
            handle = os.open(_DEVICE, os.O_RDWR | os.O_NOCTTY)
        except OSError:
            return None
        if _is_ours(handle):
            return cls(handle)
        os.close(handle)
        return None

    def show(self, text: str) -> None:
        """Print a line."""
        self.write(f"{text}\n")

    def write(self, text: str) -> None:
        """Print as it stands."""
        with suppress(OSError):  # the terminal is gone: whoever asks will hear of it
            os.write(self.handle, text.encode("utf-8", "backslashreplace"))

    def ask(self, question: str) -> str | None:
        """The answer, in lower case, of full-width letters the usual ones; None when the person has gone."""
        self.write(question)
        try:
            line = self._lines.readline()
        except OSError:
            return None
        return unicodedata.normalize("NFKC", line).strip().lower() if line else None


def _is_ours(handle: int) -> bool:
    import termios

    try:
        reads_lines = termios.tcgetattr(handle)[3] & termios.ICANON
        return bool(reads_lines) and os.tcgetpgrp(handle) == os.getpgrp()
    except (termios.error, OSError):
        return False
