"""Whether an English sentence tells of a day ahead or of one gone by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.language.dates import cues_en as cues
from maillint.language.dates.sentences import Sentence, words

if TYPE_CHECKING:
    from maillint.language.dates.found import Found

_OF_NOW = ("please have ", "please get ", "please keep ", "could you have ", "can you have ", "can you get ")
_STILL = (" is still", " is all right", " is ok", " is fine", " suits", " works", " would ")
_ASKED_BACK = ("how did ", "did ", "what did ", "why did ", "who did ", "when did ", "had ", "why was ", "how was ",
               "were you ", "was it ", "what happened ")  # fmt: skip
_WAS_DUE = (
    " was due ", " were due ", "was supposed", "were supposed", " was meant ", " were meant ", " was to ", " were to ",
    " should have been ", " would have been ",
)  # fmt: skip
_PUNCTUATION = '.,;:!?()"“”—'


def is_past(item: Found, flat: str, sentence: Sentence) -> bool:
    """Whether a day is told of as gone by.

    Args:
        item: the expression; its offsets count in ``flat``.
        flat: the text in lower case.
        sentence: the sentence the expression stands in.
    """
    before = flat[sentence.start : item.start].lstrip()
    if before.startswith(_OF_NOW) or flat.startswith(_STILL, item.end):
        return False
    if before.startswith(_ASKED_BACK) or any(due in before for due in _WAS_DUE):
        return True
    if item.lead in cues.DEADLINE:
        return _had(before.split()[-4:]) or _had(flat[item.end : item.end + 48].partition(",")[0].split())
    if item.lead in ("since", "last") or (item.lead == "from" and item.form == "period"):
        return True
    is_tale = before.startswith(cues.TALES) and "," not in before and cues.COMMANDING.isdisjoint(before.split())
    return is_tale or _is_told(item, flat, sentence, before)


def _had(found: list[str]) -> bool:
    """By Friday the milk had turned."""
    return "had" in found


def _is_told(item: Found, flat: str, sentence: Sentence, before: str) -> bool:
    verdict = nearest(before, item.lead)
    if verdict is None:
        verdict = _first(words(flat[item.end : sentence.end]))
    return verdict is False


def nearest(before: str, lead: str) -> bool | None:
    """Whether the verb nearest before an expression looks ahead (True) or back (False)."""
    written = before.split()
    is_moved = lead in ("for", "to", "from")
    for index in range(len(written) - 1, -1, -1):
        word = written[index].strip(_PUNCTUATION)
        previous = written[index - 1].strip(_PUNCTUATION) if index else ""
        if word in cues.FUTURE or (is_moved and previous == "been" and word in cues.MOVED):
            return True
        if looks_back(word, previous) and not (is_moved and word.endswith("ed")):
            return False
        if written[index][-1] in ";—":
            return None
    return None


def _first(after: list[str]) -> bool | None:
    for index, word in enumerate(after):
        if word in (";", "—"):
            return None
        if word in cues.FUTURE:
            return True
        if looks_back(word, after[index - 1] if index else ""):
            return False
    return None


def looks_back(word: str, previous: str) -> bool:
    if word in cues.PAST:
        return previous not in cues.PASSIVE
    if word.endswith("ed") and len(word) > 3 and word not in cues.NEUTRAL:
        return previous not in cues.PASSIVE and previous not in cues.ADJECTIVAL
    return False
