"""Chinese homophone slips, found with a language model of words and a lattice over words of the same sound.

Nothing of it is loaded before a slip is looked for, since most machines have no model and most drafts no Chinese.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from maillint.language.spelling.lattice.correct import Slip

__all__ = ["find", "is_ready"]


@cache
def is_ready() -> bool:
    """Whether this machine has the language model, and its words sorted by sound."""
    from maillint.language.spelling.lattice import vocabulary

    return vocabulary.is_ready()


def find(text: str, known: Iterable[str] = ()) -> list[Slip]:
    """Words that the ear took for others; see ``correct.find``. None where the model is missing."""
    if not is_ready():
        return []
    from maillint.language.spelling.lattice import correct

    return correct.find(text, known)
