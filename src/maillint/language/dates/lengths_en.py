"""English lengths that count from today or leave a time open: in two weeks, within three days, in a few days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.language.dates import cues_en as cues
from maillint.language.dates import english, tense_en
from maillint.language.dates.sentences import Sentence, Sentences, words

if TYPE_CHECKING:
    from maillint.language.dates.found import Found

_ABOUT = (
    " about", " approximately", " around", " roughly", " another", " a", " the next", " the", " just", " under",
    " less than", " no more than", " not more than", " at most", " as little as", " at least", " only",
)  # fmt: skip
_OWN = frozenset(
    ("please", "will", "shall", "would", "let", "let's", "i", "we", "you", "your", "i'll", "we'll", "you'll")
)
_OF_READER = ("please", "kindly", "could you", "can you", "you must", "you should")


def settle(item: Found, flat: str, sentences: Sentences) -> None:
    """In two weeks, within three days: counted from today unless another event is named."""
    start = _offset_start(item, flat)
    if start is None:
        if item.form in ("offset", "some") and _may_be_spare(item, flat):
            from maillint.language.dates import openings  # loaded when a message needs it

            sentence = sentences.around(item.start)
            openings.spare(item, flat, sentence, commits=english.commits(sentence))
        return
    sentence = sentences.around(item.start)
    item.asks = english.asks(item, flat, sentence)
    is_event = flat[item.end : item.end + 24].lstrip().startswith(cues.EVENTS) or _counts_from_event(
        flat, sentence.start, start, item.end
    )
    found = sentence.words
    is_rule = not cues.CONDITIONS.isdisjoint(found) and not flat.endswith("time", 0, item.end)
    if (
        is_event
        or is_rule
        or _is_feat(flat, sentence, start)
        or not english.commits(sentence)
        or tense_en.is_past(item, flat, sentence)
    ):
        return
    if item.form == "some" or (item.form == "between" and item.grain == "day" and not flat.startswith("within", start)):
        item.kind, item.form = "indefinite", "strong"  # in a few days, in 2-3 weeks
    else:
        item.kind = "relative"
    item.start, item.lead = start, "in"


def _may_be_spare(item: Found, flat: str) -> bool:
    """A length behind "when" (you have five minutes), or before "before" (the course)."""
    before = flat[max(0, item.start - 40) : item.start]
    return (
        "when" in before
        or "once" in before
        or "as soon as" in before
        or (before.endswith(("after ", "after a ")) or flat.startswith(" before ", item.end))
    )


def _is_feat(flat: str, sentence: Sentence, start: int) -> bool:
    """The flat was let within a week; he can ice forty cakes in a day."""
    found = sentence.words
    if not _OWN.isdisjoint(found):
        return False
    return "?" not in sentence.text and not {"was", "were", "can", "could"}.isdisjoint(
        words(flat[sentence.start : start])
    )


def _counts_from_event(flat: str, begin: int, start: int, end: int) -> bool:
    """Within two days of merging; issued on 24 November and should arrive within five days."""
    if not flat.startswith("within", start):
        return False
    before, after = flat[begin:start], flat[end : end + 12]
    if after.startswith(" of ") and not after.startswith((" of today", " of now")):
        return True
    told, _, day = before.rpartition(" on ")
    is_dated = any(character.isdecimal() for character in day) and tense_en.nearest(told, "") is False
    is_next_step = " first, " in before or is_dated
    return is_next_step and not any(word in before for word in _OF_READER)


def _offset_start(item: Found, flat: str) -> int | None:
    """Where "in" or "within" before a length begins; None when neither stands there."""
    before = flat[max(0, item.start - 24) : item.start].rstrip()
    for filler in _ABOUT:
        if before.endswith(filler):
            before = before[: -len(filler)]
            break
    for lead in ("in", "within"):
        if before == lead or before.endswith((" " + lead, "(" + lead)):
            return max(0, item.start - 24) + len(before) - len(lead)
    return None
