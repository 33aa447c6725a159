"""English weekdays that say which of several things is meant, not when it is: Monday rehearsals, a Friday record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.language.dates import cues_en as cues
from maillint.language.dates.sentences import words

if TYPE_CHECKING:
    from maillint.language.dates.found import Found

_split = str.split

_BEFORE_NAMES = frozenset(_split("called named word words titled entitled labelled labeled tagged term"))
_RECORDS = frozenset(
    _split(
        """
        minutes notes recording recordings slides photos pictures results recap summary feedback outcome transcript
        takeaways write-up proceedings
        """
    )
)
_ADVERBS = frozenset(
    _split(
        """
        about again already also along alone altogether anyway around away back downtown early either else first
        forward here home instead just late later latest maybe midday myself next nonetheless off only ourselves out
        over perhaps preferably provided rather really right sharp still straight this today together tomorrow tonight
        too twice up week weeks whatever whenever whether why within without yet am pm est et pt ct cet gmt bst utc
        eod cob noon midnight lunchtime morning afternoon evening night onwards onward ideally hopefully weather
        subject assuming except first last per via my our your his her their he she they we i you it that these those
        a an the my who what which how all both each every no or but nor per plus minus against behind beyond despite
        down during inside into like near onto outside past since than throughout till toward towards under upon
        """
    )
)
_VERBS = frozenset(
    _split(
        """
        works suits looks sounds seems has does gives means makes would will should could can may might must is isn't
        won't wouldn't can't doesn't remains stays becomes leaves brings comes was were had did
        """
    )
)
_LONGEST_DAY = len("wednesday")


def is_record(item: Found, flat: str) -> bool:
    """The minutes of Monday's meeting; how was your Monday."""
    before = words(flat[max(0, item.start - 30) : item.start])
    if flat.startswith(("'s ", "’s "), item.end):
        return not _RECORDS.isdisjoint(before[-3:])
    return before[-1:] == ["your"] and flat.startswith((" was ", " went "), item.end)


def is_named(item: Found, flat: str) -> bool:
    """Her cat is called Sunday; the word Wednesday."""
    before = words(flat[max(0, item.start - 14) : item.start])
    return bool(before) and before[-1] in _BEFORE_NAMES


def is_weekend_modifier(item: Found, flat: str) -> bool:
    """On weekend work among porters; weekday and weekend mortality."""
    if flat[item.start : item.end] != "weekend" or flat[item.end : item.end + 1] != " ":
        return False
    following = words(flat[item.end : item.end + 24])
    word = following[0] if following else ""
    return (
        bool(word)
        and word not in cues.AFTER_DAY
        and word not in _ADVERBS
        and word not in _VERBS
        and (item.lead != "the" and not flat.endswith("the ", 0, item.start))
    )


def is_modifier(item: Found, flat: str, *, asks: bool) -> bool:
    """Monday rehearsals, Sunday work, a Tuesday group: the weekday says which one, not when it is."""
    if item.time is not None or item.end - item.start > _LONGEST_DAY or flat[item.end : item.end + 1] != " ":
        return False
    following = words(flat[item.end : item.end + 24])
    if not following or not flat.startswith(following[0], item.end + 1):
        return False
    word = following[0]
    if word in cues.AFTER_DAY or word in _ADVERBS or word in _VERBS or word.endswith(("ly", "'s")):
        return False
    if word.endswith("s") and not word.endswith("ss") and item.lead not in cues.PREPOSITIONS:
        return True
    is_first = not flat[max(0, item.start - 8) : item.start].rstrip()[-1:].strip(".!?,;:")
    return (is_first or not asks) and item.lead not in cues.PREPOSITIONS - {"is", "of", "and", "or", "as"}
