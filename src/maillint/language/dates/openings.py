"""English words that leave a time open where others stand before them: when you have a minute, after the rush."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.language.dates import tense_en
from maillint.language.dates.found import Found, Parts
from maillint.language.dates.sentences import words

if TYPE_CHECKING:
    from datetime import date

    from maillint.language.dates.sentences import Sentence

_split = str.split

_WHEN = ("as soon as ", "when ", "whenever ", "once ", "next time ")
_UNTIL = ("until ", "till ", "by the time ", "after ", "before ")
_REACH = 56
_MOST_WORDS = 8
_MOST_BEFORE_TIME = 5
_STOPS = ".,;:!?()\n–—"
_FINDING = frozenset(_split("have has get gets find finds got is are there's spare can grab snatch"))
_FOUND = ("'ve", "’ve", "'s", "’s")
_PERFECT = frozenset(_split("have has is are")) | {"'ve"}
_OVER = ("ed", "had", "came", "caught")
# What follows a word that only describes it: a window seat, a moment of doubt.
_DESCRIBED = frozenset(
    _split(
        "of seat seats year years opinion hand half look round attempt option source phase job home car cost arm rate"
    )
)
# What may follow a season: not the spring collection, not a summer school.
_FOLLOWING = frozenset(
    _split(
        """
        a about again an and as at back because before between but by can coming could do during for from give he
        her him his i i'd i'll i'm if in is it it'll it's just later let let's maybe my next of on or our perhaps
        please pls rather ring send she shall should since so some spare starts that the their then there these
        they this to today together tomorrow tonight until unless via was we we'd we'll we're were when which while
        who will with would you you'd you'll you're your and/or
        """
    )
)
_SEASON_LEADS = frozenset(
    _split("in by before after over until till around about come near into towards toward past post")
)
# Before "when": somebody is asked, or does not know, which time it is.
_ASKED = frozenset(
    _split(
        "sure know of about tell see wonder say decide clear certain exactly remember matter only time day moment point"
    )
)
_DATED = (" next ", " on ", " tomorrow", " this ", " from ", " in ", " (")
_SIDES = ("this side of", "other side of", "far side of", "run-up to", "run up to", "ahead of", "in time for", "end of")
_NEXT = frozenset(_split("are am meet speak talk come visit pass in over up down here around passing at near on back"))
_WHENEVER = (" suits", " works", " is ", "'s ", "’s ", " you're ready", " you are ready", " you're passing", " and ")
_COMING = frozenset(
    _split(
        """
        will i'll we'll you'll they'll it'll he'll she'll shall plan planning plans hope hoping aim expect due let let's
        """
    )
)
_HOLIDAYS = (" season", "holiday", "holidays", " break")
_INVERTED = frozenset(_split("do does did can could will would shall it the"))
_BEFORE_EVENT = (" before the ", " before your ", " before our ")
_OWN = frozenset(_split("i we i'll we'll let's"))
_PEOPLE = frozenset(_split("i we you your our i'll we'll you'll i'd we'd let let's me us"))
_WISHES = frozenset(_split("wish wishes wishing joy joyful enjoy happy merry lovely wonderful"))
_DONE = (" is over", " are over", " has passed", " have passed", " ends", " is behind us", " has ended",
         " finishes", " is finished", " is done", " starts", " begins", " has started", " have finished")  # fmt: skip


def opening(parts: Parts, _: date) -> Found | None:
    """A moment, calmed down, by spring: what "when", "once" or "after" makes a time of."""
    if (parts("rel") or 0) < 0:
        return Found("past", "period")
    return Found("indefinite", f"open-{parts('open')}")


def season(parts: Parts, _: date) -> Found | None:
    """The Christmas rush, next harvest, half-term."""
    if (parts("rel") or 0) < 0 or parts("edge") == "past":
        return Found("past", "period")
    is_named = "rel" in parts or "edge" in parts
    return Found("indefinite", "open-event" if parts("season") == 2 else "open-named" if is_named else "open-holiday")


def settle(item: Found, flat: str, sentence: Sentence, last: Found | None) -> bool:
    """Whether the words around it make it a time; its start is moved to the head of its clause."""
    match item.form:
        case "open-time":
            kept = with_time(item, flat)
        case "open-state":
            kept = _clause(item, flat, _WHEN + _UNTIL) is not None
        case "open-event":
            kept = _clause(item, flat, _WHEN + _UNTIL) is not None
        case "open-back":
            kept = not _is_dated(item, flat, last) and _is_back(item, flat)
        case "open-next":
            kept = bool(_NEXT.intersection(words(flat[item.end : item.end + 16])[:1]))
        case "open-whenever":
            after = flat[item.end : item.end + 16]
            kept = not after.strip() or after[0] in ".,;!)\n" or after.startswith(_WHENEVER)
        case _:
            kept = _is_season(item, flat, sentence)
    if kept and item.form != "strong":
        item.form, item.is_open = "weak", True
    return kept


def _is_dated(item: Found, flat: str, last: Found | None) -> bool:
    """Whether the day was said before, or follows: when I'm back in the office next Wednesday."""
    is_told = last is not None and last.kind in ("exact", "relative", "range", "ambiguous", "past")
    return is_told or flat.startswith(_DATED, item.end)


def _is_back(item: Found, flat: str) -> bool:
    """Upon my return, when I'm back in the office; but not: when do you get back."""
    if flat.endswith("my return", item.start, item.end):
        return True
    middle = _clause(item, flat, _WHEN + _UNTIL)
    return middle is not None and _INVERTED.isdisjoint(middle.split()[:1])


def spare(item: Found, flat: str, sentence: Sentence, *, commits: bool) -> None:
    """When you have five minutes; a few days before the course: a length that leaves a time open."""
    is_promised = not _OWN.isdisjoint(sentence.words) and not _COMING.isdisjoint(sentence.words)
    is_after = is_promised and flat.endswith(("after ", "after a "), 0, item.start)
    is_ahead = item.form == "some" and (is_after or flat.startswith(_BEFORE_EVENT, item.end))
    if " each " in sentence.text or " every " in sentence.text or not (is_ahead or with_time(item, flat)):
        return
    is_readers = item.form == "strong"
    if (is_readers or commits) and not tense_en.is_past(item, flat, sentence):
        item.kind, item.form, item.asks = "indefinite", "strong", True


def with_time(item: Found, flat: str) -> bool:
    """When you have five minutes: a length that somebody finds."""
    after = flat[item.end : item.end + 16].split()
    is_described = flat[item.end : item.end + 1] == " " and bool(after) and after[0].strip(".,;:!?") in _DESCRIBED
    return not is_described and _has_time(item, flat)


def _has_time(item: Found, flat: str) -> bool:
    middle = _clause(item, flat, _WHEN)
    if middle is None:
        return False
    if not (found := middle.split()) or found[0] in _INVERTED:
        return False
    verbs = {*found, *flat[item.start : item.end].split()}
    if len(found) > _MOST_BEFORE_TIME or not verbs.isdisjoint(("not", "for")):
        return False
    if not (_FINDING & verbs or any(word.endswith(_FOUND) for word in found)):
        return False
    if "you" in found or found[0].startswith("you"):
        item.form = "strong"
    return True


def _clause(item: Found, flat: str, openers: tuple[str, ...]) -> str | None:
    """What stands between "when" and the words found, which then begin there; None when no such word opens it."""
    begin = max(0, item.start - _REACH)
    before = flat[begin : item.start]
    cut = max(before.rfind(mark) for mark in _STOPS) + 1
    best, width = -1, 0
    for opener in openers:
        at = before.rfind(opener, cut)
        if at > best and not before[at - 1 : at].isalnum():
            best, width = at, len(opener)
    if best < 0:
        return None
    middle, asked = before[best + width :], before[:best].split()
    if asked and asked[-1] in _ASKED and "me" not in asked and "us" not in asked:
        return None
    if len(middle.split()) > _MOST_WORDS or _is_told(middle, flat[item.start : item.end]):
        return None
    if not item.form.startswith("open") or item.form != "strong":
        item.start = begin + best
    return middle


def _is_told(middle: str, own: str) -> bool:
    """Once things settled down; when I had a moment: over and done with."""
    found = middle.replace("’", "'").replace("'ve", " have").replace("'s", " is").replace("'re", " are").split()
    if not _PERFECT.isdisjoint(found):
        return False
    return bool({"had", "was", "were", "did"} & {*found, *own.split()}) or own.partition(" ")[0].endswith(_OVER)


def _follows(item: Found, flat: str) -> bool:
    after = flat[item.end : item.end + 24]
    if not after[:1].strip():
        following = after.split()
        word = following[0].strip(".,;:!?)(-–—") if following else ""
        return not after.startswith(" of ") and (not word or not word.isalpha() or word in _FOLLOWING)
    return after[0] in _STOPS or after[0] in "-\"'"


def _is_season(item: Found, flat: str, sentence: Sentence) -> bool:
    """After the rush, by spring, early next summer; but not the spring collection, and not: closed in summer."""
    if flat.startswith(_DONE, item.end) and _clause(item, flat, _WHEN) is not None:
        return True
    if not _follows(item, flat):
        return False
    written, has_article = _before(item, flat)
    lead = written[-1].strip("(\"'") if written else ""
    if flat[item.end - 4 : item.end].isdecimal():
        return lead in ("by", "before", "until", "till")  # in spring 2027: a season of its year, as a month is
    if item.form == "open-named" and lead not in ("of", "last", "a", "every", "each"):
        return _is_meant(item, flat, lead, sentence)
    is_general = lead in ("in", "over") and not has_article
    is_placed = lead in _SEASON_LEADS and not (is_general and _COMING.isdisjoint(sentence.words))
    if is_placed and item.form == "open-holiday":
        item.start = flat.rindex(lead, 0, item.start)
    return is_placed or " ".join(written[-3:]).endswith(_SIDES)


def _before(item: Found, flat: str) -> tuple[list[str], bool]:
    """The words before a season, and whether an article stands between."""
    has_lead = item.form == "open-season"  # by spring, in the summer: the first of its own words
    written = flat[max(0, item.start - 32) : item.end if has_lead else item.start].split()
    if has_lead:
        written.pop()
    has_article = bool(written) and written[-1] in ("the", "our", "your", "this")
    while written and written[-1] in ("the", "our", "your"):
        written.pop()
    return written, has_article


def _is_meant(item: Found, flat: str, lead: str, sentence: Sentence) -> bool:
    """Of this summer only where somebody plans for it; next holiday season only behind after, before, by."""
    if flat[item.start : item.end].endswith(_HOLIDAYS) and lead not in _SEASON_LEADS - {"in", "during"}:
        return False
    if not flat.startswith(("this ", "next ", "coming ", "the coming"), item.start):
        return True
    found = {*sentence.words}
    return not _COMING.isdisjoint(found) and not _PEOPLE.isdisjoint(found) and _WISHES.isdisjoint(found)
