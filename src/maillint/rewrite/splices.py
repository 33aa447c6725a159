"""Changes of a string: as small as they can be, and put in all at once."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from maillint.records import NamedTuple

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator, Sequence
    from typing import TypeAlias

    _Lines: TypeAlias = Sequence[str] | Sequence[bytes]

_MOST_PAIRS = 1_000_000
"""Pairs of words that are compared at most; a longer change is one change from its first different word on."""


class Splice(NamedTuple):
    """Put ``new`` in the place of ``text[start:end]``."""

    start: int
    end: int
    new: str


def spliced(text: str, changes: Iterable[Splice]) -> str:
    """The text with changes put in that do not overlap; at one place what inserts goes before what replaces."""
    pieces, at = [], 0
    for change in sorted(changes):
        pieces += [text[at : change.start], change.new]
        at = change.end
    return "".join([*pieces, text[at:]])


def smallest(text: str, change: Splice) -> list[Splice]:
    """The same change word by word, so that what stays the same is not touched, nor the markup within it."""
    old = text[change.start : change.end]
    if not old or not change.new:
        return [change]
    before, after = _words(old), _words(change.new)
    operations = differences(before, after)
    starts = _starts(before, change.start)
    return [
        Splice(starts[first], starts[last], "".join(after[new_first:new_last]))
        for first, last, new_first, new_last in operations
    ]


def differences(before: _Lines, after: _Lines) -> Iterator[tuple[int, int, int, int]]:
    """Where two sequences differ: first and behind the last of what goes, then of what comes."""
    if len(before) * len(after) > _MOST_PAIRS:
        yield _middle(before, after)
        return
    from difflib import SequenceMatcher

    for kind, first, last, new_first, new_last in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "replace" and last - first == new_last - new_first:
            yield from ((first + n, first + n + 1, new_first + n, new_first + n + 1) for n in range(last - first))
        elif kind != "equal":
            yield first, last, new_first, new_last


def _middle(before: _Lines, after: _Lines) -> tuple[int, int, int, int]:
    """What is left between the words that both have in common at their ends."""
    shorter = min(len(before), len(after))
    head = next((n for n in range(shorter) if before[n] != after[n]), shorter)
    tail = next((n for n in range(shorter - head) if before[-1 - n] != after[-1 - n]), shorter - head)
    return head, len(before) - tail, head, len(after) - tail


def _starts(words: Sequence[str], at: int) -> list[int]:
    starts = [at]
    for word in words:
        starts.append(starts[-1] + len(word))
    return starts


def _words(text: str) -> list[str]:
    return _word().findall(text)


@cache
def _word() -> re.Pattern[str]:
    """A word, or one character of anything else; every Han character is a word of its own."""
    import re

    return re.compile(r"[^\W\u2e80-\u9fff\uac00-\ud7ff\uf900-\ufaff]+|.", re.DOTALL)
