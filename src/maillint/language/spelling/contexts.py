"""Words that exist but are not the ones meant, by what stands around them: "you're roof", "I know were it is".

The patterns and the word classes they use are in contexts.txt, which says how they are written.
"""

from __future__ import annotations

import os
import re
from functools import cache, cached_property

_LEFT = 90
"""Characters before the word that are looked at, and behind it."""
_RIGHT = 70
_STOPS = frozenset(".!?;:\n")
_PAUSES = frozenset(".!?;:\n,)(—–-/")


class Pattern:
    """One line of contexts.txt: what stands before and behind the wrong word."""

    def __init__(self, line: str) -> None:
        before, _, rest = line.partition("[")
        change, _, after = rest.partition("]")
        self.wrong, _, self.right = change.partition(">")
        self._before = before.split()
        self._after = after.split()
        self._barred = ""
        if self._before and self._before[0][0] == "~":
            self._barred = self._before.pop(0)[1:]
        self._before.reverse()

    def fits(self, before: list[str], after: list[str]) -> bool:
        """Whether the tokens before the word, the nearest first, and those behind it are those of the pattern."""
        if self._barred and any(_is_one(token, self._barred) for token in _sentence(before)):
            return False
        return _match(self._before, before) and _match(self._after, after)


def meant(flat: str, start: int, end: int, wrong: str) -> str:
    """What was meant by a word, told by its neighbours.

    Args:
        flat: the text in lower case, with straight apostrophes.
        start: where the word begins.
        end: where it ends.
        wrong: the word as contexts.txt has it.

    Returns:
        The right word, in lower case; "" when nothing shows that it is wrong.
    """
    patterns = _book().patterns(wrong)
    if not patterns:
        return ""
    before = _tokens().findall(flat, max(0, start - _LEFT), start)[::-1]
    after = _tokens().findall(flat, end, end + _RIGHT)
    return next((pattern.right for pattern in patterns if pattern.fits(before, after)), "")


def words() -> frozenset[str]:
    """The words that have a pattern."""
    return frozenset(_book().lines)


@cache
def _tokens() -> re.Pattern[str]:
    # A hyphenated compound is one word, so that "on-time" is no "on".
    return re.compile(r"[a-z]+(?:['-][a-z]+)*|\d[\d.,:]*|\n\n|[^\sa-z\d]")


def _sentence(before: list[str]) -> list[str]:
    end = next((i for i, token in enumerate(before) if token[0] in _STOPS), len(before))
    return before[:end]


def _match(items: list[str], tokens: list[str]) -> bool:
    """Whether the tokens begin as the items say; an item with "?" at its end may be missing."""
    if not items:
        return True
    first, rest = items[0], items[1:]
    if first[-1] == "?" and len(first) > 1:
        return bool(tokens and _is_one(tokens[0], first[:-1]) and _match(rest, tokens[1:])) or _match(rest, tokens)
    token = tokens[0] if tokens else "\n"
    if first[0] == "!":
        return not _is_one(token, first[1:]) and _match(rest, tokens[1:])
    return _is_one(token, first) and _match(rest, tokens[1:])


def _is_one(token: str, item: str) -> bool:
    return any(_is(token, choice) for choice in item.split("/"))


def _is(token: str, choice: str) -> bool:
    if choice == "^":
        return token[0] in _STOPS
    if choice == "$":
        return token[0] in _PAUSES
    if choice[0] == "@" and len(choice) > 1:
        return _book().is_in(token, choice[1:])
    return token == choice


class _Book:
    """What contexts.txt holds, read as far as it is needed."""

    def __init__(self, text: str) -> None:
        self.lines: dict[str, list[str]] = {}
        self._classes: dict[str, list[str]] = {}
        self._patterns: dict[str, list[Pattern]] = {}
        words: list[str] = []
        for line in text.splitlines():
            if line[:1] == " ":
                words.append(line)
            elif line[-1:] == ":":
                words = self._classes[line[:-1]] = []
            elif "[" in line and line[0] != "#":
                self._add(line)

    def _add(self, line: str) -> None:
        wrong, _, right = line.partition("[")[2].partition("]")[0].partition(">")
        if wrong[0] != "@":
            self.lines.setdefault(wrong, []).append(line)
            return
        for pair in " ".join(self._classes[wrong[1:]]).split():
            one, _, other = pair.partition("=")
            self.lines.setdefault(one, []).append(line.replace(f"[{wrong}>{right}]", f"[{one}>{other}]"))

    def patterns(self, wrong: str) -> list[Pattern]:
        if wrong not in self._patterns:
            self._patterns[wrong] = [Pattern(line) for line in self.lines.get(wrong, ())]
        return self._patterns[wrong]

    @cached_property
    def _members(self) -> dict[str, tuple[frozenset[str], tuple[str, ...]]]:
        return {}

    def is_in(self, token: str, name: str) -> bool:
        if name not in self._members:
            found = " ".join(self._classes[name]).split()
            exact = frozenset(word.partition("=")[0] for word in found if word[0] != "*")
            self._members[name] = exact, tuple(word[1:] for word in found if word[0] == "*")
        exact, endings = self._members[name]
        return token in exact or (bool(endings) and len(token) > 4 and token.endswith(endings))


@cache
def _book() -> _Book:
    with open(os.path.join(os.path.dirname(__file__), "contexts.txt"), encoding="utf-8") as file:
        return _Book(file.read())
