"""Subjects that name several matters, each of another field and told on its own: 锅炉招标；员工体检；网站改版."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from maillint.language.lists import read as lists_of
from maillint.language.matters import asks
from maillint.language.topics import business_fields, content_words

if TYPE_CHECKING:
    from collections.abc import Sequence

_FILE = "matters.txt"
_MARKS = "；;、/／|｜"
_JOINTS = ("以及", "还有", "還有", "和", "与", "與", "及", "暨", "跟", "，", ",")
_HEADS = ("：", ":", "——")
_ONE = ("期间", "期間", "一览", "一覽", "等")
_LEAST = 3
"""Matters; two are enough where a semicolon parts them."""
_SHARED = 0.1
"""The share of its words that a matter may have in common with the one before it."""
_REQUESTS = 2
"""Matters in which something is asked, at least."""
_NEUTRAL = frozenset(("money",))


def openings(subject: str, paragraphs: Sequence[str]) -> list[int]:
    """Which paragraphs begin the second and each further matter of a subject; none where it names one matter's sides.

    Args:
        subject: the subject without its prefixes.
        paragraphs: the paragraphs of the author's text, in order.
    """
    names = _names(subject)
    least = 2 if any(mark in subject for mark in "；;") else _LEAST
    if len(names) < least or len(paragraphs) < least:
        return []
    texts = [content_words(paragraph) for paragraph in paragraphs]
    places = [_place(content_words(name), texts) for name in names]
    found = [place for place in places if place >= 0]
    if len(found) < least or len(found) + 1 < len(names) or any(one >= other for one, other in pairwise(found)):
        return []
    told = [texts[place] for place in found]
    if any(_share(one, other) > _SHARED for one, other in pairwise(told)):
        return []
    return found[1:] if _lie_apart([paragraphs[place] for place in found]) else []


def _lie_apart(matters: Sequence[str]) -> bool:
    """Whether they lie in different fields and have requests of their own; the parts of one trip do not."""
    fields = [business_fields(matter) - _NEUTRAL for matter in matters]
    known = [one for one in fields if one]
    is_apart = len(known) > 1 and len(frozenset().union(*known)) == sum(map(len, known))
    return is_apart and sum(map(asks, matters)) >= _REQUESTS


def _names(subject: str) -> list[str]:
    """The matters a subject lists; none where a head stands before them (摄影班：课表、器材及学费)."""
    is_list = any(mark in subject for mark in _MARKS) or sum(joint in subject for joint in _JOINTS) > 1
    if not is_list or any(head in subject for head in _HEADS) or _has_one_head(subject):
        return []
    for mark in (*_MARKS[1:], *_JOINTS):
        subject = subject.replace(mark, "；")
    names = [name.strip(" 　的。") for name in subject.split("；")]
    sides = lists_of(_FILE)["sides_han"]
    kept = [name for name in names if name]
    is_of_sides = sum(len(name) == 1 or name.endswith(tuple(sides)) for name in kept)
    return [] if is_of_sides * 2 > len(kept) else kept


def _has_one_head(subject: str) -> bool:
    """关于搬迁、调试与培训的方案: what is listed are parts of the one thing that the last word names."""
    bare = subject.strip(" 　。！!?？")
    heads = lists_of(_FILE)["heads_han"]
    return bare.startswith(("关于", "關於")) or bare.endswith(tuple(heads)) or any(word in bare for word in _ONE)


def _place(name: frozenset[str], texts: Sequence[frozenset[str]]) -> int:
    """The one paragraph that speaks of a named matter; -1 when none does, or several as much."""
    counts = [len(name & text) for text in texts]
    most = max(counts)
    return counts.index(most) if most and counts.count(most) == 1 else -1


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / max(1, min(len(one), len(other)))
