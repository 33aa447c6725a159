"""Word lists in text files: a name and a colon, then the words, on as many indented lines as they need."""

from __future__ import annotations

import os
from functools import cache


@cache
def read(name: str) -> dict[str, frozenset[str]]:
    """The lists of the file ``name`` in this folder; lines that begin with "#" are for people."""
    lists: dict[str, list[str]] = {}
    words: list[str] = []
    with open(os.path.join(os.path.dirname(__file__), name), encoding="utf-8") as file:
        for line in file:
            if line.startswith((" ", "\t")):
                words += line.split()
            elif not line.startswith("#") and line.strip():
                words = lists.setdefault(line.strip().rstrip(":"), [])
    return {title: frozenset(found) for title, found in lists.items()}
