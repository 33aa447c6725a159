"""Slips that a check lists as phrases: what was meant, unless the neighbours show that it is no slip.

An entry of such a list reads ``meant|before|after``, or ``simplified/traditional|before|after``. ``before`` and
``after`` are characters that make it no slip when one of them stands right there: 付件 is none behind 交, as in 交付件;
按排 is none ahead of 名, as in 按排名.
"""

from __future__ import annotations


def meant(text: str, start: int, end: int, value: str, language: str) -> str:
    """What was meant by the listed slip ``text[start:end]``.

    Args:
        text: the text it stands in.
        start: where it begins.
        end: where it ends.
        value: its entry in the list.
        language: the draft's; "zh-Hant" chooses the traditional form where the entry has two.

    Returns:
        The right words, capitalised as the slip is; "" when a neighbour shows that it is none.
    """
    right, before, after = (*value.split("|"), "", "")[:3]
    left_neighbour, right_neighbour = text[start - 1 : start], text[end : end + 1]
    if (left_neighbour and left_neighbour in before) or (right_neighbour and right_neighbour in after):
        return ""
    simplified, _, traditional = right.partition("/")
    right = traditional if traditional and language == "zh-Hant" else simplified
    return _in_case_of(text[start:end], right)


def _in_case_of(wrong: str, right: str) -> str:
    if wrong == "I":
        return right
    if wrong.isupper() and len(wrong) > 1:
        return right.upper()
    return right[:1].upper() + right[1:] if wrong[0].isupper() else right


def narrow(wrong: str, right: str) -> tuple[int, int]:
    """Where the two differ, so that only that is marked: (characters at the head, at the tail) that they share.

    Whole words are left out in Latin letters; of Chinese, which has none in writing, two characters are kept, and
    up to four are never cut.
    """
    if wrong.isascii():
        return _shared_words(wrong, right)
    if len(wrong) < 5 or len(wrong) != len(right):
        return 0, 0
    differing = [i for i, (a, b) in enumerate(zip(wrong, right, strict=True)) if a != b]
    first, last = differing[0], differing[-1] + 1
    if last - first < 2:
        first, last = _word_around(wrong, first)
    return first, len(wrong) - last


def _word_around(wrong: str, place: int) -> tuple[int, int]:
    """The word of one wrong character: 的 and 应 belong to what stands before, other characters sooner to what follows.

    The verb behind 在 ends with the entry, or where an object or a number follows it: 在讨论 of 在讨论一下.
    """
    if place + 1 == len(wrong) or wrong[place] in "的应應":
        return place - 1, place + 1
    if wrong[place] != "在":
        return place, place + 2
    return place, next((i for i in range(place + 2, len(wrong)) if wrong[i] in "一您你贵貴各大"), len(wrong))


def _shared_words(wrong: str, right: str) -> tuple[int, int]:
    ours, theirs = wrong.split(), right.split()
    most = min(len(ours), len(theirs)) - 1
    head = next((i for i in range(most) if ours[i].lower() != theirs[i].lower()), max(most, 0))
    tail = next((i for i in range(most - head) if ours[-1 - i] != theirs[-1 - i]), max(most - head, 0))
    rest = wrong.split(maxsplit=head)[head] if head else wrong
    kept = rest.rsplit(maxsplit=tail)[0] if tail else rest
    return len(wrong) - len(rest), len(rest) - len(kept)
