"""Mboxes (RFC 4155) read as streams: never more than one line of them in memory while messages are found."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_LONGEST_LINE = 1 << 20


def spans(path: str) -> Iterator[tuple[int, int]]:
    """Start and size in octets of each message, its ``From`` line left out; none when the file is no mbox."""
    with open(path, "rb") as file:
        start = position = 0
        may_begin = True
        while line := file.readline(_LONGEST_LINE):
            if may_begin and line.startswith(b"From ") and _is_separator(line):
                if start:
                    yield start, position - start
                start = position + len(line)
            elif not start:
                return
            position += len(line)
            may_begin = line in (b"\n", b"\r\n")
        if start:
            yield start, position - start


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
