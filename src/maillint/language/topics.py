"""Fields of business a text speaks of, told by its nouns: whether two paragraphs are about one matter."""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from maillint.language.lists import read as lists_of

if TYPE_CHECKING:
    import re

_FILE = "topics.txt"
_LATIN = "\u2e80"
_NEUTRAL = frozenset(("money", "travel"))
_KIN = frozenset(
    (
        "goods law",
        "goods plant",
        "law plant",
        "plant premises",
        "plant training",
        "plant computing",
        "staff training",
        "staff law",
        "training computing",
        "training social",
        "social publicity",
        "computing publicity",
    )
)


@cache
def _words() -> re.Pattern[str]:
    import re

    return re.compile(r"[a-z][a-z0-9]*(?:[-'][a-z0-9]+)*|\d[a-z0-9_.-]{2,}|[㐀-鿿]{2,}")


@cache
def _common() -> frozenset[str]:
    return lists_of(_FILE)["common"]


@cache
def _fields() -> dict[str, dict[str, str]]:
    """The words of all fields by the pair of characters they begin with: word -> field; English words by themselves."""
    by_head: dict[str, dict[str, str]] = {}
    for field, words in lists_of(_FILE).items():
        if field != "common":
            for word in words:
                by_head.setdefault(word if word.isascii() else word[:2], {})[word] = field
    return by_head


@lru_cache(maxsize=8)
def content_words(text: str) -> frozenset[str]:
    """What a text is about: its English words but the commonest, plural endings off, its numbers and its Han pairs."""
    return frozenset().union(*map(_of_line, text.split("\n")))


@lru_cache(maxsize=64)
def _of_line(line: str) -> frozenset[str]:
    """The same of one line; the same lines are asked about with ever more of them before."""
    common = _common()
    found: set[str] = set()
    for word in set(_words().findall(line.lower())):
        if word[0] > _LATIN:
            found.update(map("".join, pairwise(word)))
        elif word not in common:
            found.add(_singular(word))
    return frozenset(found)


def _singular(word: str) -> str:
    if len(word) > 3 and word.endswith("s") and not word.endswith("ss"):
        return word[:-1]
    return word


def business_fields(text: str) -> frozenset[str]:
    """The fields of business whose nouns a text uses: "money", "goods", "staff", ..."""
    by_head, heads = _fields(), content_words(text)
    if not text.isascii():
        heads = heads.union(text)
    return frozenset(
        field
        for head in heads
        if head in by_head
        for word, field in by_head[head].items()
        if len(word) == len(head) or word in text
    )


def are_far_apart(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two sets of business fields hardly ever meet in one matter.

    Money and travel go with every field; goods come with contracts, machines stand in premises.
    """
    one, other = one - _NEUTRAL, other - _NEUTRAL
    return bool(one and other) and not one & other and not any(_has_kin(field, one) for field in other)


def enter_another(spoken: frozenset[str], new: frozenset[str]) -> bool:
    """Whether a field is entered that was not spoken of and seldom meets those that were."""
    return any(field not in spoken and not _has_kin(field, spoken) for field in new - _NEUTRAL)


def _has_kin(field: str, others: frozenset[str]) -> bool:
    return any(f"{field} {other}" in _KIN or f"{other} {field}" in _KIN for other in others)
