"""Where in a message's octets its parts begin and end (RFC 2046 5.1), beside the tree that the reader made of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.message import headers
from maillint.records import NamedTuple
from maillint.rewrite.outcome import Refused

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maillint.message.part import Part


class Node(NamedTuple):
    """One part: its header from ``start`` to ``body``, its content from ``body`` to ``end``, all offsets in octets."""

    part: Part
    start: int
    body: int
    end: int
    children: tuple[Node, ...] = ()

    def leaves(self) -> Iterator[Node]:
        """All parts without parts of their own, in order."""
        if not self.children:
            yield self
        for child in self.children:
            yield from child.leaves()


def locate(data: bytes, part: Part, body: int) -> Node:
    """The tree with places; ``body`` is where the header of the message ends.

    Raises:
        Refused: the reader cut the message otherwise than its boundaries do.
    """
    return _locate(data, part, 0, body, len(data))


def _locate(data: bytes, part: Part, start: int, body: int, end: int) -> Node:
    if not part.children:
        return Node(part, start, body, end)
    boundary = part.params.get("boundary", "")
    ranges = list(_pieces(data, boundary, body, end))
    if boundary != boundary.rstrip() or len(ranges) != len(part.children):
        raise Refused("structure")
    children = (
        _locate(data, child, first, headers.scan(data, first, last).body if first else first, last)
        for child, (first, last) in zip(part.children, ranges, strict=True)
    )
    return Node(part, start, body, end, tuple(children))


def _pieces(data: bytes, boundary: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """What stands between the delimiter lines; the line end before a delimiter belongs to it."""
    mark = b"--" + boundary.encode("utf-8", "replace")
    opened = -1
    at = _line_start(data, mark, start, end)
    while at >= 0:
        line_end = data.find(b"\n", at, end)
        line_end = end if line_end < 0 else line_end
        tail = data[at + len(mark) : line_end].strip()
        if tail in (b"", b"--"):
            if opened >= 0:
                yield opened, max(opened, _before_line_end(data, at))
            opened = min(line_end + 1, end) if not tail else -1
        if tail == b"--":
            return
        at = _line_start(data, mark, line_end, end)
    if opened >= 0:
        yield opened, end


def _line_start(data: bytes, mark: bytes, start: int, end: int) -> int:
    at = data.find(mark, start, end)
    while at > start and data[at - 1 : at] != b"\n":
        at = data.find(mark, at + 1, end)
    return at


def _before_line_end(data: bytes, at: int) -> int:
    at -= data[at - 1 : at] == b"\n"
    return at - (data[at - 1 : at] == b"\r")
