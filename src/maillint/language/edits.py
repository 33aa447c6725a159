"""Whether one word is another with a slip of the pen."""

from __future__ import annotations


def is_near(first: str, second: str, least: int = 4) -> bool:
    """Whether the words differ by one letter added, dropped or changed, or by two neighbours that changed places.

    Args:
        first: a word in lower case.
        second: another.
        least: words shorter than this are never near: too many are one letter apart.
    """
    if first == second or min(len(first), len(second)) < least or abs(len(first) - len(second)) > 1:
        return False
    same = 0
    while same < min(len(first), len(second)) and first[same] == second[same]:
        same += 1
    one, other = first[same:], second[same:]
    if len(one) == len(other):
        return one[1:] == other[1:] or (len(one) > 1 and one[:2] == other[1::-1] and one[2:] == other[2:])
    return one[1:] == other if len(one) > len(other) else one == other[1:]
