"""Word tables written as running text, which is easier to read and to add to than a list of quoted words."""

from __future__ import annotations


def words(text: str) -> tuple[str, ...]:
    """The words of a table, parted by blanks and line ends."""
    return tuple(text.split())


def phrases(text: str) -> tuple[str, ...]:
    """The phrases of a table, parted by ``|`` and line ends; blanks at a phrase's edges count only if written ``_``."""
    parts = (part.strip() for line in text.split("\n") for part in line.split("|"))
    return tuple(part.replace("_", " ") for part in parts if part)
