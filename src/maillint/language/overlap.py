"""How much two passages have in common, and what a passage that shares next to nothing with the rest may be."""

from __future__ import annotations

from maillint.language.lists import read as lists_of
from maillint.language.matters import stands_alone
from maillint.language.topics import business_fields, content_words

_NEXT_TO_NOTHING = 0.05
"""The share of its words below which a passage has nothing to do with the rest."""
_NEWS = 8
_NEUTRAL = frozenset(("money", "travel"))
"""Fields that go with every other."""
_JOINTS = ("与", "與", "和", "及", "、", " and ", " & ", " + ")
_WORDY = 18
"""Content words of a paragraph that says enough to be a matter of its own."""


def overlap(before: str, matter: str) -> float:
    """The share of the matter's content that was spoken of before; 1.0 where both name the same number."""
    old, new = content_words(before), content_words(matter)
    shared = (old & new) - lists_of("matters.txt")["anywhere_han"]
    if any(map(_is_number, shared)):
        return 1.0
    return len(shared) / max(len(new), 1)


def _is_number(word: str) -> bool:
    """An order's or a part's number, but no year."""
    is_year = len(word) == len("2026") and word.isdecimal() and word.startswith(("19", "20"))
    return not is_year and (word[0].isdigit() or (word[-1].isdigit() and "-" in word))


def is_item_of_agenda(told: str, matter: str) -> bool:
    """Whether a paragraph below an announcing subject has nothing in common with those above."""
    new = business_fields(matter) - _NEUTRAL
    is_apart = stands_alone(matter) or bool(new and not new & business_fields(told))
    return is_apart and overlap(told, matter) <= _NEXT_TO_NOTHING


def is_other_half(subject: str, before: str, matter: str) -> bool:
    """Whether the subject names two things, of which the one was spoken of and the other comes now (供暖与停水通知)."""
    if not any(joint in subject for joint in _JOINTS):
        return False
    named, old, new = content_words(subject), content_words(before), content_words(matter)
    is_split = bool(named & old - new) and bool(named & new - old)
    return is_split and len(new) >= _WORDY and stands_alone(matter) and overlap(before, matter) <= _NEXT_TO_NOTHING


def is_news(told: str, matter: str) -> bool:
    """Whether a paragraph after a wish tells something at length that has nothing to do with it."""
    return len(content_words(matter)) >= _NEWS and overlap(told, matter) <= _NEXT_TO_NOTHING
