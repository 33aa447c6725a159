"""Finds what others wrote: quoted and forwarded messages."""

from __future__ import annotations

from bisect import bisect_right
from operator import itemgetter
from typing import TYPE_CHECKING

from maillint.message.zones import markers

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maillint.message.zones.lines import Lines

_HEADER_REACH = 14
"""Lines a block of copied header fields may take, long lists of recipients included."""
_LAST = frozenset(":：MT")
"""Last characters of lines that can open a quote: ``wrote:``, ``08:55 AM``, ``08:42 CDT``."""
_FIRST = frozenset({word[0] for word in (*markers.FROM, *markers.TO)} | markers.RULES | set("*bBaAdDiI以开開下"))


class Block:
    """Lines ``first`` up to, not including, ``last`` are somebody else's; ``kind`` is "quote" or "forward"."""

    __slots__ = ("first", "kind", "last")

    def __init__(self, kind: str, first: int, last: int) -> None:
        self.kind = kind
        self.first = first
        self.last = last


def find(lines: Lines, marks: Sequence[tuple[str, int, int]], *, is_forward: bool) -> list[Block]:
    """The blocks of other people's words, in order and apart."""
    marked = _marked(lines, marks)
    blocks: list[Block] = []
    skip = 0
    for number, line in enumerate(lines.bare):
        if number < skip or not line:
            continue
        if marked and (end := _mark_end(marked, number)):
            found: Block | None = _marked_block(lines, number, end)
        elif line[0] == ">":
            found = _prefixed(lines, number)
        elif line[-1] in _LAST or line[0] in _FIRST:
            found = _opened(lines, number, marked)
        else:
            continue
        if found:
            kind = "forward" if is_forward else found.kind
            blocks.append(Block(kind, max(_under_rule(lines, found.first), skip), found.last))
            skip = found.last
    return blocks


def _under_rule(lines: Lines, first: int) -> int:
    """A block begins with the ruled lines right above it."""
    while first > 0 and lines.bare[first - 1] and markers.is_rule(lines.bare[first - 1]):
        first -= 1
    return first


def _marked(lines: Lines, marks: Sequence[tuple[str, int, int]]) -> list[tuple[int, int]]:
    """The ranges of lines that the markup says are quoted, in order and apart."""
    found: list[tuple[int, int]] = []
    for kind, start, end in sorted(marks, key=lambda mark: mark[1]):
        if kind != "quote" or start >= end:
            continue
        first, last = lines.at(start), lines.at(end - 1) + 1
        if lines.text[lines.starts[first] : start].strip():
            first += 1
        if found and first <= found[-1][1]:
            found[-1] = (found[-1][0], max(last, found[-1][1]))
        else:
            found.append((first, last))
    return found


def _mark_end(marked: Sequence[tuple[int, int]], number: int) -> int:
    """The line behind the marked range that holds a line; 0 when none does."""
    place = bisect_right(marked, number, key=itemgetter(0)) - 1
    return marked[place][1] if place >= 0 and number < marked[place][1] else 0


def _marked_block(lines: Lines, number: int, end: int) -> Block:
    """A marked range; below the header that Gmail and others put above a forwarded message all the rest is its text."""
    kind = _ruled(lines, number) if lines.bare[number][0] in markers.RULES else ""
    return Block(kind, number, len(lines)) if kind == "forward" else Block("quote", number, end)


def _prefixed(lines: Lines, number: int) -> Block | None:
    """A run of lines that begin with ``>``, blank lines and fragments of broken wrapping between them included."""
    bare = lines.bare
    if _is_escaped_from(lines, number):
        return None
    last = number
    while last < len(bare):
        if bare[last].startswith(">"):
            last += 1
            continue
        following = lines.next_full(last, min(last + 3, len(bare)))
        is_blank_between = not bare[last] and following < len(bare) and bare[following].startswith(">")
        is_fragment = len(bare[last - 1]) > 65 and 0 < len(bare[last]) < 40 and bare[last + 1 : last + 2][:1] != [""]
        if is_blank_between or (is_fragment and bare[last + 1 : last + 2] and bare[last + 1].startswith(">")):
            last = following if is_blank_between else last + 1
            continue
        break
    above = lines.previous_full(number - 1, max(number - 2, 0))
    if (
        above >= max(number - 2, 0)
        and lines.bare[above].endswith((":", ">", "："))
        and (first := _attribution_start(lines, above)) >= 0
    ):
        number = first
    return Block("quote", number, last)


def _is_escaped_from(lines: Lines, number: int) -> bool:
    """Mbox files put ``>`` before an author's own line that begins with ``From ``."""
    if not lines.bare[number].startswith(">From "):
        return False
    around = lines.bare[max(number - 1, 0) : number] + lines.bare[number + 1 : number + 2]
    return not any(line.startswith(">") for line in around)


def _opened(lines: Lines, number: int, marked: list[tuple[int, int]]) -> Block | None:
    """The block that a marker line opens, if it is one."""
    line = lines.bare[number]
    if line[0] in markers.RULES and (kind := _ruled(lines, number)):
        return _below(lines, Block(kind, number, number + 1), marked if kind == "quote" else [])
    if line.endswith(markers.WROTE) and (first := _attribution_start(lines, number)) >= 0:
        return _below(lines, Block("quote", first, number + 1), marked)
    plain = line.lstrip("*|> ")
    if plain.startswith(markers.FROM) and _is_header_block(lines, number):
        return _below(lines, Block("quote", number, _header_end(lines, number)), [])
    if line[-1] in "MT" and markers.has_clock(line) and (first := _notes_start(lines, number)) >= 0:
        return Block("quote", first, len(lines))
    if markers.begins_forward(line):
        return Block("forward", number, len(lines))
    return None


def _ruled(lines: Lines, number: int) -> str:
    """What a ruled line opens; Lotus Notes may wrap it over two lines."""
    line = lines.bare[number]
    kind = markers.separator(line)
    return kind if len(line.strip("-_=*—–─━~ ")) < 120 else ""


def _attribution_start(lines: Lines, number: int) -> int:
    """The first of up to three lines of an attribution that ends at ``number``; -1 when it is none."""
    top = max(number - 2, 0)
    for first in range(number, top - 1, -1):
        if not lines.bare[first]:
            return -1
        if markers.is_attribution(" ".join(lines.bare[first : number + 1])):
            starts = (line for line in range(top, first) if markers.begins_attribution(lines.bare[line]))
            return next(starts, first)
    return -1


def _below(lines: Lines, head: Block, marked: list[tuple[int, int]]) -> Block:
    """A block with what stands below its head: quoted lines or what the markup says, else all the rest."""
    below = lines.next_full(head.last, len(lines))
    if below < len(lines) and lines.bare[below].startswith(">"):
        run = _prefixed(lines, below)
        return Block(head.kind, head.first, run.last if run else len(lines))
    place = bisect_right(marked, below + 1, key=itemgetter(0)) - 1
    is_marked = place >= 0 and (marked[place][0] >= head.first or below < marked[place][1])
    return Block(head.kind, head.first, marked[place][1] if is_marked else len(lines))


def _is_header_block(lines: Lines, number: int) -> bool:
    """Whether copied header fields follow a ``From:`` line: two of them, or one when the line names an address."""
    found = 0
    line = lines.bare[number]
    if "@" in line or markers.has_clock(line):
        found += 1
    for following in lines.bare[number + 1 : number + _HEADER_REACH]:
        if following.lstrip("*| ").startswith((*markers.OTHER, *markers.TO)):
            found += 1
            if found > 1:
                return True
    return False


def _header_end(lines: Lines, number: int) -> int:
    """The line behind the last copied header field."""
    last = number + 1
    for following in range(number + 1, min(number + _HEADER_REACH, len(lines))):
        if lines.bare[following].lstrip("*| ").startswith((*markers.OTHER, *markers.TO)):
            last = following + 1
    return last


def _notes_start(lines: Lines, number: int) -> int:
    """The line that names the writer above Lotus Notes' header fields; -1 when they do not follow."""
    following = lines.bare[number + 1 : number + 5]
    if not any(
        line.startswith(("To:", "Sent by:", "Please respond to", "cc:", "An:", "Gesendet von:")) for line in following
    ):
        return -1
    if len(lines.bare[number]) > 28:
        return number
    above = lines.previous_full(number - 1, 0)
    return above if above >= 0 and len(lines.bare[above]) < 100 else number
