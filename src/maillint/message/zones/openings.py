"""Finds the salutation among the first lines of a message."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.language import closings, names, nicknames, salutations

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maillint.language.salutation_parts import Salutation
    from maillint.message.zones.lines import Lines
    from maillint.message.zones.signatures import Signer

_REACH = 4
"""Full lines among which a salutation may begin: a heading, a link or a bracketed note may stand above it."""
_MOST_READERS = 40
_AROUND_NAMES = " -–—~*."


def known_names(readers: Sequence[tuple[str, str]]) -> frozenset[str]:
    """The lower-case names by which the readers may be greeted; of long lists the first ones."""
    known: set[str] = set()
    for name, email in readers[:_MOST_READERS]:
        person = names.person(name, email)
        known.update(word for word in person.all_words if len(word) > 1)
        if person.han:
            known.update({person.han, person.given} - {""})
        if not name.isascii():
            known.add("".join(name.lower().split()))
    return frozenset(known)


def find(lines: Lines, first: int, last: int, known: frozenset[str], signer: Signer) -> tuple[int, int] | None:
    """Where the salutation in the own lines ``first`` to ``last`` begins and ends; None when nobody is greeted."""
    number = first - 1
    for turn in range(_REACH):
        number = lines.next_full(number + 1, last)
        if number >= last or (turn and lines.bare[number][0] in "—–-"):
            return None  # ——马会计 signs
        start = _past_pictures(lines.text, lines.indent(number))
        found = salutations.parse(lines.text, start, lines.start(last), known)
        is_last = turn > 0 or lines.next_full(number + 1, last) >= last
        if found and is_last and _signs(lines.bare[number], found, signer, known):
            return None
        if found and (turn == 0 or _is_sure(found, known)):
            return min(start, found.start), found.end
        if not _may_stand_above(lines.bare[number]):
            return None
    return None


def _signs(line: str, found: Salutation, signer: Signer, known: frozenset[str]) -> bool:
    """Whether a name alone in its line is the sender's own and no reader's: "FYI", and "Carla" below it."""
    if found.greeting or found.title or line.strip(_AROUND_NAMES) != found.name or not signer.in_line(line):
        return False
    words = found.name.lower().split()
    return not any(word == name or nicknames.are_one(word, name) for word in words for name in known)


def _is_sure(found: Salutation, known: frozenset[str]) -> bool:
    """Below a heading only what can be nothing else counts."""
    name = found.name.lower()
    is_form = bool(found.greeting or found.title or found.is_group or found.is_placeholder)
    return is_form or name in known or nicknames.is_given(name)


def _may_stand_above(line: str) -> bool:
    """Whether a salutation may follow a line: a heading, a link, a note in brackets, a picture."""
    if line[0] in "[(【<（" and len(line) < 160:
        return True
    if line.startswith(("http", "www.", "Please respond to")):
        return True
    if closings.is_valediction(line):
        return False  # the name below it signs
    return len(line) <= 60 and line[-1] not in ".。,，;；?？!！:："


def _past_pictures(text: str, start: int) -> int:
    """Offset behind what stands for pictures at the head of a line: ``[IMAGE]``, ``[cid:logo]``."""
    while text.startswith(("[IMAGE]", "[image", "[cid:"), start):
        end = text.find("]", start, start + 200) + 1
        if not end:
            break
        start = end
        while text[start : start + 1] in (" ", "\t", "\xa0"):
            start += 1
    return start
