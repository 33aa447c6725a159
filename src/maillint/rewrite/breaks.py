"""Line breaks in HTML: a new block like the one that is open, or ``br``."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from maillint.message.html.tags import BLOCKS, RAW, VOID

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

SPLIT, SPACED, BREAK = STYLES = ("split", "spaced", "break")
"""End the block and open another like it; the same with an empty block where an empty line is to be; ``br``."""
_BLOCKS = ("p", "div")
"""Elements of which there may be two where there was one."""


def markup(source: str, at: int, count: int, style: str) -> str:
    """What breaks the line ``count`` times at a place of the source.

    Where the open elements cannot be doubled (a list item, a cell, a link), it is ``br`` whatever the style.
    """
    inside = _open_elements(source, at) if style != BREAK else []
    block = next((number for number in range(len(inside) - 1, -1, -1) if inside[number][0] in BLOCKS), -1)
    own = inside[block:] if block >= 0 else []
    if not own or own[0][0] not in _BLOCKS or any(name == "a" for name, _ in own):
        return "<br>" * count
    closing = "".join(f"</{name}>" for name, _ in reversed(own))
    opening = "".join(_id().sub("", tag) for _, tag in own)
    if style == SPLIT or count < 2:
        return closing + opening
    empty = opening + ("<br>" if own[0][0] == "div" else "&nbsp;") + closing
    return closing + empty * (count - 1) + opening


def behind_link(source: str, at: int) -> int:
    """The place behind a link that ends here: what is put there is not part of it."""
    return at + 4 if source[at : at + 4].lower() == "</a>" else at


def line_break(source: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the first ``br`` between two places stands."""
    found = _break().search(source, start, end)
    return found.span() if found else None


def _open_elements(source: str, at: int) -> list[tuple[str, str]]:
    """Name and start tag of the elements open at a place, outermost first, as well as a scan of tags can tell."""
    opened = _Stack()
    raw = ""
    for is_end, name, tag in _tags(source, at):
        if raw:
            raw = "" if is_end and name == raw else raw
        elif is_end:
            opened.close(name)
        elif name in RAW:
            raw = name
        elif name not in VOID and not tag.endswith("/>"):
            if name in BLOCKS:
                opened.close("p")
            opened.open(name, tag)
    return opened.elements


class _Stack:
    """Open elements, counted by name, so that an end tag that ends none of thousands is not looked for among them."""

    def __init__(self) -> None:
        self.elements: list[tuple[str, str]] = []
        """Name and start tag, outermost first."""
        self._counts: Counter[str] = Counter()

    def open(self, name: str, tag: str) -> None:
        """Begin an element within the last one."""
        self.elements.append((name, tag))
        self._counts[name] += 1

    def close(self, name: str) -> None:
        """End the last element of a name, and all within it; nothing where none is open."""
        while self._counts[name]:
            ended, _ = self.elements.pop()
            self._counts[ended] -= 1
            if ended == name:
                return


def _tags(source: str, stop: int) -> Iterator[tuple[bool, str, str]]:
    """Every tag before a place: whether it is an end tag, its name, and as it is written; none within comments."""
    position = 0
    while match := _tag().search(source, position, stop):
        position = match.end()
        if match[2]:
            yield bool(match[1]), match[2].lower(), match[0]
        else:
            end = source.find("-->", position, stop)
            position = end + 3 if end >= 0 else stop


@cache
def _tag() -> re.Pattern[str]:
    """The beginning of a comment, or a tag: its slash, its name, and attributes whose values may hold ``>``."""
    import re

    return re.compile(r"""<!--|<(/?)([a-zA-Z][^\s/>]*+)(?:[^>"']|"[^"]*+"|'[^']*+')*+>""")


@cache
def _break() -> re.Pattern[str]:
    import re

    return re.compile(r"<br\s*/?>", re.IGNORECASE)


@cache
def _id() -> re.Pattern[str]:
    """An element's ``id``, of which there may be one only."""
    import re

    return re.compile(r"""\s+id\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+)""", re.IGNORECASE)
