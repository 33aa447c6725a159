"""Slips that a check lists as phrases: what was meant, unless the neighbours show that it is no slip."""

from __future__ import annotations

from typing import NamedTuple


class Slip(NamedTuple):
    """One entry of a list of slips, written ``meant|before|after`` or ``simplified/traditional|before|after``."""

    meant: str
    meant_traditional: str
    before: str
    """Characters that make it no slip when one of them stands just before: 交 before 付件, as in 交付件."""
    after: str
    """Characters that make it no slip when one of them stands just after: 名 after 按排, as in 按排名."""

    @classmethod
    def parse(cls, value: str) -> Slip:
        """The entry of a phrase list."""
        meant, before, after = (*value.split("|"), "", "")[:3]
        simplified, _, traditional = meant.partition("/")
        return cls(simplified, traditional or simplified, before, after)


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
    slip = Slip.parse(value)
    before, after = text[start - 1 : start], text[end : end + 1]
    if (before and before in slip.before) or (after and after in slip.after):
        return ""
    right = slip.meant_traditional if language == "zh-Hant" else slip.meant
    return right[:1].upper() + right[1:] if text[start].isupper() else right
