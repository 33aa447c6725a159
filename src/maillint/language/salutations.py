"""How people are greeted at the head of English and Chinese letters, taken apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.language.text import is_han
from maillint.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection

_MOST = 120
"""Characters within which a salutation ends."""


class Salutation(NamedTuple):
    """What stands in "Dear Ms Reed," or 王经理，您好：, part by part."""

    start: int
    end: int
    """The salutation proper is ``text[start:end]``, its comma or colon included."""
    greeting: str
    """As written: "Dear", "Hi", 您好, 尊敬的; empty when a name stands alone."""
    title: str
    """As written: "Mr.", 经理; empty when there is none."""
    name: str
    """Whom it names, without title and greeting; empty for "Hello," and 您好."""
    is_group: bool
    """It greets several or a kind of people: "all", 各位, "Dear customer"."""
    is_placeholder: bool
    """The name was never filled in: "[Name]", "{{first_name}}"."""
    language: str
    """"en" or "zh"."""
    name_start: int = 0
    """Offset of ``name``; ``start`` when it is empty."""


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
    if line[0] == "@" or any(map(is_han, line[:24])):
        from maillint.language import salutations_zh

        if line[0] == "@":
            return salutations_zh.mention(line, start)
        if found := salutations_zh.parse(line, start, known, sure=sure):
            return found
    from maillint.language import salutations_en

    return salutations_en.parse(line, start, known, sure=sure)
