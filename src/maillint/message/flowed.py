"""format=flowed (RFC 3676) undone: soft line breaks joined, space-stuffing removed, quotes kept as quotes."""

from __future__ import annotations

from maillint.message.draft import Segment
from maillint.records import NamedTuple


class _Line(NamedTuple):
    depth: int
    """How many ``>`` it starts with."""
    start: int
    """Where its words start, behind quote marks and stuffing, counted in the source."""
    end: int
    is_soft: bool


def unwrap(source: str, *, delete_space: bool) -> tuple[str, tuple[Segment, ...]]:
    """The text a reader sees of a flowed part, and where each run of it stands in ``source``.

    ``delete_space`` is DelSp=yes (RFC 3676 4.1): the space before a soft break belongs to the break.
    """
    pieces: list[str] = []
    segments: list[Segment] = []
    length = 0
    open_depth = -1
    for line in _lines(source, delete_space=delete_space):
        lead = ""
        if open_depth != line.depth:
            lead = ("\n" if pieces else "") + (">" * line.depth + " " if line.depth else "")
        body = source[line.start : line.end]
        if body:
            at = length + len(lead)
            segments.append(Segment(at, at + len(body), line.start, line.end))
        pieces.append(lead + body)
        length += len(lead) + len(body)
        open_depth = line.depth if line.is_soft else -1
    return "".join(pieces), tuple(segments)


def _lines(source: str, *, delete_space: bool) -> list[_Line]:
    lines = []
    start = 0
    for text in source.split("\n"):
        bare = text.lstrip(">")
        depth = len(text) - len(bare)
        words = start + depth + bare.startswith(" ")
        end = start + len(text)
        is_soft = bare.endswith(" ") and bare.removeprefix(" ") != "-- " and bare != "-- "
        lines.append(_Line(depth, words, max(words, end - (is_soft and delete_space)), is_soft))
        start += len(text) + 1
    return lines
