"""Fields of business a text speaks of, told by its nouns: whether two paragraphs are about one matter."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from maillint.language.lists import read as lists_of
from maillint.language.text import is_han

if TYPE_CHECKING:
    import re

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

    return re.compile(r"[a-z][a-z0-9]*(?:[-'][a-z0-9]+)*|\d[\w.-]{2,}|[㐀-䶿一-鿿]{2,}")


@cache
def _fields() -> tuple[dict[str, str], dict[str, tuple[str, ...]], frozenset[str]]:
    """The field of each English word, the Chinese words of each field, and the words of none."""
    lists = dict(lists_of("topics.txt"))
    common = lists.pop("common")
    english = {word: field for field, words in lists.items() for word in words if word.isascii()}
    chinese = {field: tuple(word for word in words if not word.isascii()) for field, words in lists.items()}
    return english, chinese, common


def content_words(text: str) -> frozenset[str]:
    """What a text is about: its English words but the commonest, plural endings off, its numbers and its Han pairs."""
    common = _fields()[2]
    found: set[str] = set()
    for word in _words().findall(text.lower()):
        if is_han(word[0]):
            found.update(word[at : at + 2] for at in range(len(word) - 1))
        elif word not in common:
            found.add(_singular(word))
    return frozenset(found)


def _singular(word: str) -> str:
    if len(word) > 3 and word.endswith("s") and not word.endswith("ss"):
        return word[:-1]
    return word


def business_fields(text: str) -> frozenset[str]:
    """The fields of business a text speaks of: "money", "law", "goods", "plant", ...; empty when none can be told."""
    low = text.lower()
    english, chinese, _ = _fields()
    found = {english[word] for word in content_words(low) if word in english}
    if not low.isascii():
        found |= {field for field, terms in chinese.items() if any(term in low for term in terms)}
    return frozenset(found)


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
