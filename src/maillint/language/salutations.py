"""How people are greeted at the head of English and Chinese letters, taken apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.language.text import holds_han

if TYPE_CHECKING:
    from collections.abc import Collection

    from maillint.language.salutation_parts import Salutation

_MOST = 120
"""Characters within which a salutation ends."""


def parse(text: str, start: int, end: int, known: Collection[str] = (), *, sure: bool = False) -> Salutation | None:
    """The salutation at the head of ``text[start:end]``; None when nobody is greeted there.

    Args:
        text: the message's text.
        start: offset of the first character of the line to look at, not a blank.
        end: offset where the author's words end.
        known: lower-case names of the readers, which may stand without a greeting.
        sure: somebody is greeted here, it is only to be taken apart.
    """
    line = text[start : min(end, start + _MOST)].partition("\n")[0].rstrip()
    if not line:
        return None
    if line[0] == "@" or holds_han(line[:24]):
        from maillint.language.salutations_zh import mention
        from maillint.language.salutations_zh import parse as parse_chinese

        if line[0] == "@":
            return mention(line, start)
        if found := parse_chinese(line, start, known, sure=sure):
            return found
    from maillint.language.salutations_en import parse as parse_english

    return parse_english(line, start, known, sure=sure)
