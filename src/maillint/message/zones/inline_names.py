"""Finds a name that signs at the end of the last sentence: "Thanks. Lynn", "regards, Tom", 谢谢，王芳."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.language import closings
from maillint.message.zones import signers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maillint.message.zones.signatures import Signer

_BOUNDS = " \n\t,，。.！!-\u3000"
_MOST_WORDS = 4
_LONGEST_CLAUSE = 60


def find(tail: str, signer: Signer) -> int:
    """Offset of a signing name at the end of a stretch of text; -1 when there is none."""
    for at in _starts_of_last_words(tail):
        name, before = tail[at:].strip(" -–—*.!\n"), tail[:at].rstrip()
        if not before.strip(" -–—*"):
            return -1
        clause = _last_clause(before)
        takes_leave = closings.is_valediction(clause) or closings.takes_leave(clause)
        if not name or not (before[-1] in ".!?,，。！~～-–—" or closings.is_valediction(clause)):
            continue
        if signer.in_line(name) and (takes_leave or before[-1] not in ",，"):
            return at
        if takes_leave and len(clause) < _LONGEST_CLAUSE and signers.is_lone_name(name.replace(",", "")):
            return at
    return -1


def _starts_of_last_words(tail: str) -> Iterator[int]:
    """Where each of the last words begins, the last first; a Han clause is one word."""
    at = len(tail)
    for _ in range(_MOST_WORDS):
        behind = len(tail[:at].rstrip(_BOUNDS + "*xX"))
        if not behind:
            return
        at = max(tail.rfind(mark, 0, behind) for mark in _BOUNDS) + 1
        first = tail[at]
        if not (
            first.isupper() or not first.isascii() or tail[max(at - 1, 0)] in "-,\n" or tail[max(at - 2, 0)] in ",."
        ):
            return
        yield at


def _last_clause(before: str) -> str:
    bare = before.rstrip(" .!?,，。！~～-–—\n\t")
    return bare[max(bare.rfind(mark) for mark in ".!?。！？\n") + 1 :].strip()
