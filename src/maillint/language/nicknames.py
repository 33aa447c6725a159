"""Short and pet forms of given names, and which forms are one name."""

from __future__ import annotations

import os
from functools import cache

# nicknames.txt: one name and its forms a line; a form may stand on several (Alex, Sam, Chris).
# given_names.txt: further given names, so that one that runs into its sentence is known for a name.


def _read(name: str) -> str:
    with open(os.path.join(os.path.dirname(__file__), name), encoding="utf-8") as file:
        return file.read()


@cache
def _groups() -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, line in enumerate(_read("nicknames.txt").split("\n")):
        for form in line.split():
            found.setdefault(form, set()).add(number)
    return {form: frozenset(numbers) for form, numbers in found.items()}


@cache
def _given() -> frozenset[str]:
    return frozenset(_groups()) | frozenset(_read("given_names.txt").split())


def are_one(first: str, second: str) -> bool:
    """Whether two lower-case given names can be the same person's: Bob and Robert, Liz and Elizabeth."""
    if first == second:
        return True
    groups = _groups()
    return first in groups and second in groups and not groups[first].isdisjoint(groups[second])


def is_given(word: str) -> bool:
    """Whether a lower-case word is a common given name."""
    return word in _given()
