"""Words that exist but are not the ones meant, by what stands around them: "you're roof", "I know were it is".

The patterns and the word classes they use are in contexts.txt, which says how they are written.
"""

from __future__ import annotations

import os
import re
from functools import cache
from maillint.records import NamedTuple

_LEFT = 90
"""Characters before the word that are looked at."""
_RIGHT = 70
_STOPS = frozenset(".!?;:\n")
_PAUSES = frozenset(".!?;:\n,)(—–-/")


def meant(flat: str, start: int, end: int, wrong: str) -> str:
    """What was meant by a word, told by its neighbours.

    Args:
        flat: the text in lower case, with straight apostrophes.
        start: where the word begins.
        end: where it ends.
        wrong: the word as contexts.txt has it.

    Returns:
        The right word; "" when nothing shows that it is wrong.
    """
    after = _tokens().findall(flat, end, end + _RIGHT)
    patterns = [pattern for pattern in _book().patterns(wrong) if _match(pattern.after, after)]
    if not patterns:
        return ""
    before = _tokens().findall(flat, max(0, start - _LEFT), start)[::-1]
    return next((pattern.right for pattern in patterns if pattern.follows(before)), "")


def words() -> frozenset[str]:
    """The words that have a pattern."""
    return frozenset(_book().lines)


@cache
def _tokens() -> re.Pattern[str]:
    # A hyphenated compound is one word, so that "on-time" is no "on".
    return re.compile(r"[a-z]+(?:['-][a-z]+)*|\d[\d.,:]*|\n\n|[^\sa-z\d]")


class _Item(NamedTuple):
    """What may stand in one place."""

    words: frozenset[str]
    endings: tuple[str, ...]
    marks: frozenset[str]
    """First characters that will do: of what ends a sentence or a clause."""
    is_barred: bool
    is_optional: bool

    def takes(self, token: str) -> bool:
        is_one = (
            token in self.words
            or token[0] in self.marks
            or (bool(self.endings) and len(token) > 4 and token.endswith(self.endings))
        )
        return is_one != self.is_barred


class _Pattern(NamedTuple):
    """One line: what stands before the wrong word, the nearest first, and behind it."""

    right: str
    before: tuple[_Item, ...]
    after: tuple[_Item, ...]
    unless: _Item | None
    """What must not stand before it in its sentence."""

    def follows(self, before: list[str]) -> bool:
        """Whether the tokens before the word, the nearest first, are those of the pattern."""
        if not _match(self.before, before):
            return False
        return self.unless is None or not any(map(self.unless.takes, _sentence(before)))


def _sentence(before: list[str]) -> list[str]:
    end = next((i for i, token in enumerate(before) if token[0] in _STOPS), len(before))
    return before[:end]


def _match(items: tuple[_Item, ...], tokens: list[str], item: int = 0, place: int = 0) -> bool:
    """Whether the tokens from ``place`` on are those of the items from ``item`` on."""
    if item == len(items):
        return True
    one = items[item]
    token = tokens[place] if place < len(tokens) else "\n"
    if one.takes(token) and _match(items, tokens, item + 1, place + 1):
        return True
    return one.is_optional and _match(items, tokens, item + 1, place)


class _Book:
    """What contexts.txt holds, understood as far as it is needed."""

    def __init__(self, text: str) -> None:
        self.lines: dict[str, list[str]] = {}
        self._classes: dict[str, list[str]] = {}
        self._patterns: dict[str, list[_Pattern]] = {}
        words: list[str] = []
        for line in text.splitlines():
            if line[:1] == " ":
                words += line.split()
            elif line[-1:] == ":":
                words = self._classes[line[:-1]] = []
            elif "[" in line and line[0] != "#":
                self._add(line)

    def _add(self, line: str) -> None:
        wrong = line[line.index("[") + 1 : line.index(">")]
        if wrong[0] != "@":
            self.lines.setdefault(wrong, []).append(line)
            return
        for pair in self._classes[wrong[1:]]:
            one, _, other = pair.partition("=")
            self.lines.setdefault(one, []).append(line.replace(f"[{wrong}>{wrong}]", f"[{one}>{other}]"))

    def patterns(self, wrong: str) -> list[_Pattern]:
        found = self._patterns.get(wrong)
        if found is None:
            found = self._patterns[wrong] = [self._pattern(line) for line in self.lines.get(wrong, ())]
        return found

    def _pattern(self, line: str) -> _Pattern:
        head, _, rest = line.partition("[")
        change, _, tail = rest.partition("]")
        before = head.split()
        unless = self._item(before.pop(0)[1:]) if head[:1] == "~" else None
        items = (tuple(map(self._item, some)) for some in (reversed(before), tail.split()))
        return _Pattern(change.partition(">")[2].replace("_", " "), *items, unless)

    def _item(self, text: str) -> _Item:
        is_barred = text[0] == "!" and len(text) > 1
        is_optional = text[-1] == "?" and len(text) > 1
        words: list[str] = []
        marks: frozenset[str] = frozenset()
        for choice in text[is_barred : len(text) - is_optional].split("/"):
            if choice in ("^", "$"):
                marks |= _STOPS if choice == "^" else _PAUSES
            else:
                words += self._classes[choice[1:]] if choice[0] == "@" else [choice]
        endings = tuple(word[1:] for word in words if word[0] == "*")
        return _Item(frozenset(word.partition("=")[0] for word in words), endings, marks, is_barred, is_optional)


@cache
def _book() -> _Book:
    with open(os.path.join(os.path.dirname(__file__), "contexts.txt"), encoding="utf-8") as file:
        return _Book(file.read())
