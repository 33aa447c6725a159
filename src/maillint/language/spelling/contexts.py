"""Words that exist but are not the ones meant, by what stands around them: "you're roof", "I know were it is".

The patterns and the word classes they use are in contexts.txt, which says how they are written.
"""

from __future__ import annotations

import os
import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from maillint.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_LEFT = 120
"""Characters before the word that are looked at."""
_RIGHT = 70
_MORE = "\u2026"
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
    before: list[str] = []
    for line in _possible(wrong, after[0] if after else "\n"):
        if _match(_items(line.tail), after):
            before = before or _before_word(flat, start)
            if _follows(line, before):
                return line.right
    return ""


def _before_word(flat: str, start: int) -> list[str]:
    """The tokens before the word, the nearest first; "\u2026" where the text goes on beyond them."""
    far = max(0, start - _LEFT)
    return [*_tokens().findall(flat, far, start)[::-1], _MORE if far else "\n"]


def words() -> frozenset[str]:
    """The words that have a pattern."""
    found = re.findall(r"(?m)^(?!#)[^[\n]*\[(@?)([^>\]]+)>", _text())
    return frozenset(word for is_class, name in found for word in (_members(name)[0] if is_class else (name,)))


@cache
def _tokens() -> re.Pattern[str]:
    # A hyphenated compound is one word, so that "on-time" is no "on".
    return re.compile(r"[a-z]+(?:['-][a-z]+)*|\d[\d.,:]*|\n\n|[^\sa-z\d]")


class _Item(NamedTuple):
    """What may stand in one place."""

    words: frozenset[str]
    classes: tuple[tuple[frozenset[str], tuple[str, ...]], ...]
    """Their words, and the endings of further ones."""
    marks: frozenset[str]
    """First characters that will do: of what ends a sentence or a clause."""
    is_barred: bool
    is_optional: bool

    def takes(self, token: str) -> bool:
        is_one = token in self.words or token[0] in self.marks
        return (is_one or any(_is_in(token, *one) for one in self.classes)) != self.is_barred


class _Pattern(NamedTuple):
    """One line of contexts.txt; what stands before and behind the wrong word is read when it is needed."""

    right: str
    head: str
    tail: str


def _is_in(token: str, members: frozenset[str], endings: tuple[str, ...]) -> bool:
    return token in members or (bool(endings) and len(token) > 4 and token.endswith(endings))


def _follows(pattern: _Pattern, before: list[str]) -> bool:
    """Whether the tokens before the word, the nearest first, are those of the pattern."""
    unless, items = _before(pattern.head)
    if not _match(items, before):
        return False
    sentence = _sentence(before) if unless else []
    return unless is None or not (sentence[-1:] == [_MORE] or any(map(unless.takes, sentence)))


@cache
def _before(head: str) -> tuple[_Item | None, tuple[_Item, ...]]:
    """What must not stand in the sentence before the word, and what must, the nearest first."""
    items = head.split()
    unless = _item(items.pop(0)[1:]) if head[:1] == "~" else None
    return unless, tuple(map(_item, reversed(items)))


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


@cache
def _text() -> str:
    with open(os.path.join(os.path.dirname(__file__), "contexts.txt"), encoding="utf-8") as file:
        return file.read()


@cache
def _patterns(wrong: str) -> tuple[_Pattern, ...]:
    """The patterns of a word, in the order of the file: its own ones, and those of a class it is in."""
    text = _text()
    found = [_pattern(line) for line in _lines(text, f"[{wrong}>")]
    for line in _lines(text, f" {wrong}="):
        right = line.partition(f" {wrong}=")[2].split(" ", 1)[0]
        place = text.rindex(":\n", 0, text.index(line))
        name = text[text.rindex("\n", 0, place) + 1 : place]
        found += [_pattern(one)._replace(right=right.replace("_", " ")) for one in _lines(text, f"[@{name}>")]
    return tuple(found)


@lru_cache(maxsize=4096)
def _possible(wrong: str, token: str) -> tuple[_Pattern, ...]:
    """Those patterns of a word that this token may follow, which are few."""
    return tuple(line for line in _patterns(wrong) if not line.tail or _may_begin(line.tail, token))


def _may_begin(tail: str, token: str) -> bool:
    first = _item(tail.split(" ", 1)[0])
    return first.is_optional or first.is_barred or first.takes(token)


@cache
def _items(tail: str) -> tuple[_Item, ...]:
    return tuple(map(_item, tail.split()))


def _lines(text: str, part: str) -> Iterator[str]:
    place = text.find(part)
    while place >= 0:
        end = text.index("\n", place)
        yield text[text.rfind("\n", 0, place) + 1 : end]
        place = text.find(part, end)


def _pattern(line: str) -> _Pattern:
    head, _, rest = line.partition("[")
    change, _, tail = rest.partition("]")
    return _Pattern(change.partition(">")[2], head, tail.strip())


@cache
def _item(text: str) -> _Item:
    is_barred = text[0] == "!" and len(text) > 1
    is_optional = text[-1] == "?" and len(text) > 1
    choices = text[is_barred : len(text) - is_optional].split("/")
    classes = tuple(_members(choice[1:]) for choice in choices if choice[0] == "@")
    endings = tuple(choice[1:] for choice in choices if choice[0] == "*")
    marks = (_STOPS if "^" in choices else frozenset()) | (_PAUSES if "$" in choices else frozenset())
    classes += ((frozenset[str](), endings),) if endings else ()
    return _Item(frozenset(choices), classes, marks, is_barred, is_optional)


@cache
def _members(name: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """The words of a class, and the endings of further ones."""
    text = _text()
    start = text.index(f"\n{name}:\n") + len(name) + 3
    found: list[str] = []
    while text[start] == " ":
        end = text.index("\n", start)
        found += text[start:end].split()
        start = end + 1
    exact = frozenset(word.partition("=")[0] for word in found if word[0] != "*")
    return exact, tuple(word[1:] for word in found if word[0] == "*")
