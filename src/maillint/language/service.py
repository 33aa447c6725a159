"""What customers complain of and what is said in answer to them, in both languages (service.txt)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.language.patterns import pattern

if TYPE_CHECKING:
    import re

_LEAST_FAULTS = 2
_EDGES = " \t\n.,;:，。；：、"


def says(kind: str, text: str) -> re.Match[str] | None:
    """The first words of a kind ("apology", "plan", "refusal", ...) in a text.

    Args:
        kind: a name in service.txt.
        text: flattened text: lower case, apostrophes straight.
    """
    return pattern("service.txt", kind).search(text)


def is_complaint(text: str) -> bool:
    """Whether a customer's words are a complaint: one of anger, or two things that went wrong."""
    if says("anger", text):
        return True
    faults = {match[0] for match in pattern("service.txt", "fault").finditer(text)}
    return len(faults) >= _LEAST_FAULTS


def points(text: str) -> list[str]:
    """The numbered points of a text ("1. ...", "First, ...", 第一，……), each without its number and its full stop."""
    marks = list(pattern("service.txt", "item").finditer(text))
    ends = (*(mark.start() for mark in marks[1:]), len(text))
    return [text[mark.end() : end].strip(_EDGES) for mark, end in zip(marks, ends, strict=False)]
