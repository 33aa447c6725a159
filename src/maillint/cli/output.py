"""Where the result goes: a file, or standard output with whatever it can show."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, BinaryIO, Self

from maillint.cli.guard import tell
from maillint.cli.request import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

    from maillint.cli.request import Request
    from maillint.report.view import Look


_NARROWEST = 24
_MARGIN = 7
"""Columns before a line of the message, and one that a terminal may keep for itself."""


def screen() -> int | None:
    """Columns of the terminal standard output is; None when it is none, or does not tell."""
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns or None
    except (OSError, ValueError, AttributeError):
        return None


def nearby(path: str) -> str:
    """A path as seen from here, to be shown; as it is where "here" is a deleted folder, or on another drive."""
    from maillint.report.safe import visible

    try:
        return visible(os.path.relpath(path))
    except (OSError, ValueError):
        return visible(path)


class Output:
    """A stream of text with bodies kept apart by the format's separator."""

    def __init__(self, request: Request) -> None:
        self._request = request
        self._is_first = True
        self._file: BinaryIO | None = None
        self._encoding = "utf-8"

    def __enter__(self) -> Self:
        if self._request.output is not None:
            self._file = _opened(self._request.output, self._request.paths)
        elif self._request.format == "text":
            self._encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._file is not None:
            self._try(self._file.close)
        elif kind is None:
            self._try(sys.stdout.flush)

    @property
    def is_on_screen(self) -> bool:
        """Whether a person sees the result scroll by."""
        return self._file is None and sys.stdout.isatty()

    def dressed(self, look: Look) -> Look:
        """The look with colour where this output shows it, a terminal, NO_COLOR (no-color.org) unset; and its width."""
        if self.is_on_screen and (columns := screen()):
            look = look._replace(columns=max(_NARROWEST, min(look.columns, columns - _MARGIN)))
        if self._request.color != "auto":
            return look._replace(colour=self._request.color == "always")
        is_plain = self._file is not None or "NO_COLOR" in os.environ or os.environ.get("TERM") == "dumb"
        return look._replace(colour=not is_plain and sys.stdout.isatty())

    def write(self, text: str) -> None:
        """Write text as it is; what the encoding lacks becomes an escape."""
        if not text:
            return
        octets = text.encode(self._encoding, "backslashreplace")
        if self._file is not None:
            self._try(self._file.write, octets)
        elif buffer := getattr(sys.stdout, "buffer", None):
            self._try(buffer.write, octets)
        else:
            sys.stdout.write(text)

    def _try(self, action: Callable[..., object], *arguments: object) -> None:
        try:
            action(*arguments)
        except BrokenPipeError:
            raise
        except OSError as error:
            name = f"--output {self._request.output}" if self._file is not None else "standard output"
            raise UsageError(f"{name}: cannot be written ({error.strerror})") from error

    def body(self, text: str, separator: str) -> None:
        """Write one message's body, after a separator unless it is the first."""
        if text:
            self.write(text if self._is_first else separator + text)
            self._is_first = False


def _opened(path: str, inputs: tuple[str, ...]) -> BinaryIO:
    if is_input(path, inputs):
        raise UsageError(f"--output {path}: this is one of the messages; it would be overwritten")
    try:
        return open(path, "wb")
    except OSError as error:
        raise UsageError(f"--output {path}: cannot be written ({error.strerror})") from error


def is_input(path: str, inputs: tuple[str, ...]) -> bool:
    """Whether a file is one of the messages that ``inputs`` name."""
    if not os.path.exists(path):
        return False
    from maillint.message import sources

    target = os.path.realpath(path)
    return any(os.path.realpath(entry.file) == target for entry in sources.locate(inputs) if entry.path != "-")


def complain(path: str, error: str, language: str, reason: str = "") -> None:
    """One line on standard error about an input that cannot be read."""
    from maillint.report.safe import visible
    from maillint.report.strings import error_text, say

    name = say(language, "stdin") if path == "-" else path
    hint = _command_like(path, language) if error == "missing" else ""
    tell(f"maillint: {visible(name)}: {visible(error_text(language, error, reason))}{hint}")


def _command_like(path: str, language: str) -> str:
    """What to say about a file that is not there, where its name is like a command's."""
    from maillint.cli.plain import COMMANDS
    from maillint.engine.names import nearest
    from maillint.report.strings import say

    near = "" if "." in path or os.sep in path else nearest(path, COMMANDS)
    return say(language, "command-like", command=near) if near else ""
