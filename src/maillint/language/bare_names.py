"""Tells names that greet without "Dear" or "Hi" from first words of sentences and from headings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.language import nicknames
from maillint.language import salutation_words as lexicon
from maillint.language.edits import is_near
from maillint.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

JOINERS = frozenset(("and", "&", "/", "or", "und", "et", "y", "+"))
DASHES = "-–—"
_ALONE = frozenset(
    ("gentlemen", "all", "team", "colleagues", "friends", "everyone", "folks", "guys", "ladies", "everybody")
)
"""Groups that may stand alone in their line without a mark."""
_FILLER = frozenset(("dear", "my", "the", "of", "you", "and", "&", "fellow", "both", "our", "valued", "to"))
_SENTENCE_STARTS = frozenset(("attached", "please", "here", "thanks", "per", "fyi", "i", "as"))
_THANKS = frozenset(("thanks", "thank", "thx", "congratulations", "congrats", "sorry", "great", "perfect", "welcome"))
_SENTENCE_WORDS = ("ly", "ing", "ed", "tion", "ment", "ness")


class Called(NamedTuple):
    """The words before the first mark of a line."""

    words: Sequence[str]
    mark: str
    """The mark behind them; empty at the line's end."""
    behind: str
    """What follows the mark in the line."""
    ends_line: bool
    """Whether nothing but marks follows in the line."""


def are_names(found: Sequence[str], known: Collection[str]) -> bool:
    """Whether one of the words is a reader's name, a form of it, or a common given name."""
    return any(_is_name(word.lower().strip(".,'"), known) for word in found)


def _is_name(word: str, known: Collection[str]) -> bool:
    return word in known or nicknames.is_given(word) or any(nicknames.are_one(word, name) for name in known)


def is_group(called: Called) -> bool:
    """Whether the line greets a group: "All,"  "Gentlemen"  "Dear colleagues:"."""
    lower = [word.lower() for word in called.words]
    if not called.words[0][0].isupper() and lower[0] not in lexicon.GROUPS:
        return False
    if not all(word in lexicon.GROUPS or word in _FILLER for word in lower) or lexicon.GROUPS.isdisjoint(lower):
        return False
    if not called.mark:
        return lower[-1] in _ALONE
    return called.mark != "." and (called.ends_line or called.mark in ",!" + DASHES)


def is_name(called: Called, known: Collection[str]) -> bool:
    """Whether the line begins with names: a reader's, a common one, or an unknown one that fits the layout."""
    plain = [word.strip("'\"()") for word in called.words if word.lower() not in JOINERS]
    if (
        not 0 < len(plain) <= 4
        or not all(map(_can_be_name, plain))
        or plain[0].lower().rstrip(".") in lexicon.NOT_NAMES
    ):
        return False
    is_reader = any(word.lower() in known for word in plain)
    if is_reader or ((len(plain) == 1 or called.ends_line) and are_names(plain, known)):
        return bool(called.mark) or called.ends_line
    return _fits_layout(plain, called)


def _can_be_name(word: str) -> bool:
    bare = word.replace("-", "").replace("'", "").replace("’", "").replace(".", "")
    return bare.isalpha() and word[0].isupper()


def _fits_layout(plain: Sequence[str], called: Called) -> bool:
    """An unknown name: alone in its line before a mark, or one word before a comma and a sentence."""
    if called.mark in (".", "") or len(plain) > 2:
        return False
    if called.ends_line:
        return called.mark in ",-–—;" or (called.mark == ":" and len(plain) == 1 and len(plain[0]) > 2)
    word = plain[0]
    is_sentence_word = word.lower().endswith(_SENTENCE_WORDS) or (word.isupper() and len(word) < 4)
    is_before_sentence = called.behind.startswith(" ") and called.behind.strip()[:1].isalpha()
    return called.mark == "," and len(plain) == 1 and not is_sentence_word and is_before_sentence


def runs_on(found: Sequence[str], known: Collection[str]) -> bool:
    """Whether a name is followed by a new sentence without a mark: "Tom Attached is the plan"."""
    if len(found) < 3 or not (found[0][0].isupper() and found[1][0].isupper()):
        return False
    first, second = found[0].lower(), found[1].lower()
    if first not in known:
        return second in _SENTENCE_STARTS and nicknames.is_given(first)
    return second not in known and second not in JOINERS and (second in lexicon.NOT_NAMES or second == "i")


def at_sentence_end(line: str, known: Collection[str], *, sure: bool) -> tuple[int, str]:
    """Where a reader is called by name at the end of a first short sentence: "Thanks for this, Tom"  "Great, Tom!"."""
    stop = min((place for mark in ".!?" if (place := line.find(mark)) > 0), default=len(line) if sure else 0)
    said = line[:stop].rstrip()
    before, comma, name = said.rpartition(",")
    if not comma:
        before, _, name = said.rpartition(" ")
        if len(said.split()) > 3 or before.split(" ")[0].lower() not in _THANKS:
            return -1, ""
    name = name.strip()
    if not 0 < len(before) < 80 or not 0 < len(name) < 24 or not name[0].isupper() or len(name.split()) > 2:
        return -1, ""
    low = name.lower()
    is_reader = sure or any(low == own or nicknames.are_one(low, own) or is_near(low, own) for own in known)
    return (line.find(name, len(before)), name) if is_reader else (-1, "")
