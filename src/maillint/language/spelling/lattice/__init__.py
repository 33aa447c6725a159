"""Chinese homophone slips, found with a language model of words and a lattice over words of the same sound.

Nothing of it is loaded before a slip is looked for, since most machines have no model and most drafts no Chinese;
without the model a list of characters that never meet tells some.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from maillint.language.spelling.lattice.correct import Slip

__all__ = ["find", "is_ready", "may_find"]


@cache
def is_ready() -> bool:
    """Whether this machine has the language model, and its words sorted by sound."""
    from maillint.language.spelling.lattice import vocabulary

    return vocabulary.is_ready()


def may_find(text: str, *, is_traditional: bool = False) -> bool:
    """Whether a slip is worth looking for: the model is there, or two characters that never meet stand together."""
    from maillint.language.spelling.lattice import strangers

    return is_ready() or strangers.may_stand_in(text, is_traditional=is_traditional)


def find(text: str, known: Iterable[str] = ()) -> list[Slip]:
    """Words that the ear took for others, where the model is (``correct.find``), and ``strangers``."""
    from maillint.language.spelling.lattice import strangers

    known = [*known]
    found: list[Slip] = []
    if is_ready():
        from maillint.language.spelling.lattice import correct

        found = correct.find(text, known)
    taken = [(slip.start, slip.end) for slip in found if slip.is_believed]
    found += [
        slip
        for slip in strangers.find(text, known)
        if not any(start < slip.end and slip.start < end for start, end in taken)
    ]
    return found
