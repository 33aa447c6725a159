"""Mboxes (RFC 4155) read as streams: never more than one line of them in memory while messages are found."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import IO

_LONGEST_LINE = 1 << 20


def spans(path: str) -> Iterator[tuple[int, int]]:
    """Start and size in octets of each message, its ``From`` line left out; none when the file is no mbox."""
    with open(path, "rb") as file:
        start = position = 0
        for line, is_separator in _lines(file):
            if is_separator:
                if start:
                    yield start, position - start
                start = position + len(line)
            elif not start:
                return
            position += len(line)
        if start:
            yield start, position - start


def messages(file: IO[bytes], largest: int) -> Iterator[bytes]:
    """The messages themselves from a stream that cannot be gone back in, each cut behind ``largest`` octets."""
    taken: list[bytes] = []
    size = -1
    for line, is_separator in _lines(file):
        if is_separator:
            if size >= 0:
                yield b"".join(taken)
            taken, size = [], 0
        elif size < 0:
            return
        elif size <= largest:
            taken.append(line)
            size += len(line)
    if size >= 0:
        yield b"".join(taken)


def _lines(file: IO[bytes]) -> Iterator[tuple[bytes, bool]]:
    """Each line, and whether a message begins behind it."""
    may_begin = True
    while line := file.readline(_LONGEST_LINE):
        yield line, may_begin and line.startswith(b"From ") and _is_separator(line)
        may_begin = line in (b"\n", b"\r\n")


def unquote(data: bytes) -> bytes:
    """A message from an mbox with ``>From`` made ``From`` again and without the empty line at its end."""
    if b">From " in data:
        import re

        data = re.sub(rb"(?m)^>(>*From )", rb"\1", data)
    for end in (b"\r\n\r\n", b"\n\n"):
        if data.endswith(end):
            return data[: -len(end) // 2]
    return data


def _is_separator(line: bytes) -> bool:
    """``From anna@north.example Wed Nov 25 10:00:00 2026``: a clock and a year, as no sentence has at its start."""
    words = line[:400].split()[1:]
    has_clock = any(word[:1].isdigit() and word.count(b":") in (1, 2) for word in words)
    return has_clock and any(len(word) == 4 and word.isdigit() for word in words)
