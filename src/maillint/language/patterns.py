"""Patterns in text files: a name and a colon, then one alternative a line, indented.

``<other>`` stands for the alternatives of another name of the same file; lines that begin with ``#`` are for people.
"""

from __future__ import annotations

import os
import re
from functools import cache


@cache
def pattern(file: str, name: str) -> re.Pattern[str]:
    """The alternatives under ``name`` in the file of this folder, compiled as one pattern; case counts."""
    return re.compile(source(file, name))


def source(file: str, name: str) -> str:
    """The same as text, for a pattern that they are a part of."""
    alternatives = read(file)
    return _filled("|".join(alternatives[name]), alternatives)


@cache
def read(file: str) -> dict[str, tuple[str, ...]]:
    """Name -> alternatives, in order, of a file of this folder."""
    found: dict[str, list[str]] = {}
    lines: list[str] = []
    with open(os.path.join(os.path.dirname(__file__), file), encoding="utf-8") as source:
        for line in source:
            if line.startswith((" ", "\t")):
                lines.append(line.strip())
            elif line.strip() and not line.startswith("#"):
                lines = found.setdefault(line.strip().rstrip(":"), [])
    return {name: tuple(lines) for name, lines in found.items()}


def _filled(text: str, alternatives: dict[str, tuple[str, ...]]) -> str:
    return re.sub(r"<([a-z-]+)>", lambda match: f"(?:{_filled('|'.join(alternatives[match[1]]), alternatives)})", text)
