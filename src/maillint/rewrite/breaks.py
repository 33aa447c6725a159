"""Line breaks in HTML: a new block like the one that is open, or ``br``."""

from __future__ import annotations

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
    stack: list[tuple[str, str]] = []
    raw = ""
    for is_end, name, tag in _tags(source, at):
        if raw:
            raw = "" if is_end and name == raw else raw
        elif is_end:
            _close(stack, name)
        elif name in RAW:
            raw = name
        elif name not in VOID and not tag.endswith("/>"):
            if name in BLOCKS and any(other == "p" for other, _ in stack):
                _close(stack, "p")
            stack.append((name, tag))
    return stack


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


def _close(stack: list[tuple[str, str]], name: str) -> None:
    for number in range(len(stack) - 1, -1, -1):
        if stack[number][0] == name:
            del stack[number:]
            return


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
