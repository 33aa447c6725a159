"""Takes English salutations apart: "Dear Ms Reed,"  "Hi all"  "Tom, could you ..."  "Thanks for this, Tom"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from maillint.language import bare_names, nicknames, titles
from maillint.language import salutation_words as lexicon
from maillint.language.bare_names import DASHES, JOINERS, Called
from maillint.language.salutation_parts import Salutation
from maillint.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

_MARKS = ",:;!?，：！"
_BEHIND_BLANK = (*DASHES, "!")
"""Marks that go on with the salutation behind a blank."""
_MOST_WORDS = 6
_HOLES = frozenset("[{<(%$*_xX")
"""Characters without which there is no placeholder."""


@cache
def _placeholder() -> re.Pattern[str]:
    return re.compile(
        r"[\[{<(]{1,2}[^\]}>)\n]{1,40}[\]}>)]{1,2}|%\w{1,40}%|\$\{?\w{1,40}\}?|\*\|\w{1,40}\|\*|[Xx]{3,9}\b|_{3,}"
    )


class Head(NamedTuple):
    """What a salutation says before it is taken apart."""

    greeting: str
    called: str
    at: int
    """Where ``called`` begins in the line, or a place before it."""
    is_placeholder: bool = False


def parse(line: str, start: int, known: Collection[str], *, sure: bool) -> Salutation | None:
    """The salutation a line of English begins with; ``start`` is the line's offset in the text."""
    if line.lower().startswith("to whom it may concern"):
        return _made(line, start, 22, Head(line[:22], "", 0))
    greeting, at = _greeting(line)
    if greeting:
        return _greeted(line, start, greeting, at, known)
    if (
        line[0] in _HOLES
        and (match := _placeholder().match(line))
        and line[match.end() : match.end() + 1] in (",", ":")
    ):
        return _made(line, start, match.end(), Head("", match[0], 0, is_placeholder=True))
    return _named(line, start, known, sure=sure)


def _made(line: str, start: int, stop: int, head: Head, *, begin: int = 0) -> Salutation:
    """The record, with the mark behind it and a title split off its name."""
    end = stop
    while end < len(line) and (
        line[end] in _MARKS + DASHES or (line[end] == " " and line[end + 1 : end + 2] in _BEHIND_BLANK)
    ):
        end += 1
    first, _, rest = head.called.partition(" ")
    is_couple = rest.split(" ", 1)[0].lower() in JOINERS
    has_title = titles.english(first) is not None and rest.strip() != "" and not (head.is_placeholder or is_couple)
    title, name = (first, rest.strip()) if has_title else ("", head.called)
    is_group = (
        _is_group(name.replace("/", " / ").split()) or ", " in name or head.greeting.lower().startswith("to whom")
    )
    name_start = max(line.find(name, head.at), 0) if name else begin
    return Salutation(
        start=start + begin,
        end=start + end,
        greeting=head.greeting,
        title=title,
        name=name,
        is_group=is_group,
        is_placeholder=head.is_placeholder,
        language="en",
        name_start=start + name_start,
    )


def _greeting(line: str) -> tuple[str, int]:
    """The greeting at the head of a line and where the name begins; ("", 0) for none."""
    first = line.split(None, 1)[0].rstrip(",!:.;-–—，！：") if line else ""
    word = first.lower().replace("’", "'")
    if len(word) > 2 and word not in lexicon.GREETINGS:
        word = word.rstrip(word[-1]) + word[-1]
    at = len(first)
    if word == "good" and (parts := line.split(None, 2)) and len(parts) > 1:
        second = parts[1].rstrip(",!:.;-–—")
        if second.lower() in lexicon.DAY_TIMES:
            at = line.find(second, at) + len(second)
            return line[:at], _past_blanks(line, at)
    is_plain = word in lexicon.GREETINGS and word not in (
        "welcome",
        "congratulations",
        "congrats",
        "guten",
        "sehr",
        "attention",
    )
    if word in lexicon.DAY_TIMES and not line[at : at + 1].strip() and len(line.split()) > 4:
        is_plain = False
    return (line[:at], _past_blanks(line, at)) if is_plain else ("", 0)


def _past_blanks(line: str, at: int) -> int:
    while at < len(line) and line[at] in " \t\u00a0":
        at += 1
    return at


def _stop(line: str, at: int) -> int:
    """Where the words addressed end: at a mark, a dash, a wide gap, an emoji, the line's end."""
    for place in range(at, len(line)):
        sign = line[place]
        if sign in _MARKS or (sign >= "\u2600" and not sign.isalnum()) or sign in "\t~～":
            return place
        if sign in DASHES and (place + 1 == len(line) or line[place + 1] in " \t" or line[place + 1] in DASHES):
            return place
        if sign == " " and line[place + 1 : place + 2] == " ":
            return place
        if sign == "." and _ends_sentence(line, at, place):
            return place
    return len(line)


def _ends_sentence(line: str, at: int, place: int) -> bool:
    word = line[at:place].rpartition(" ")[2]
    is_last = place + 1 >= len(line) or line[place + 1] == " "
    return is_last and len(word) > 1 and titles.english(word) is None


def _greeted(line: str, start: int, greeting: str, at: int, known: Collection[str]) -> Salutation | None:
    """What follows "Dear" or "Hi": a placeholder, a group, a title and name, or nothing."""
    if line[at : at + 1] in (",", "，") and (ahead := _past_blanks(line, at + 1)) < len(line):
        stop = _stop(line, ahead)
        called = line[ahead:stop].split()
        if 0 < len(called) <= 3 and stop < len(line) and (_is_group(called) or bare_names.are_names(called, known)):
            return _made(line, start, stop, Head(greeting, line[ahead:stop], ahead))
        return _made(line, start, at, Head(greeting, "", at))
    if line[at : at + 1] in _HOLES and (hole := _placeholder().match(line, at)):
        return _made(line, start, hole.end(), Head(greeting, hole[0], at, is_placeholder=True))
    stop = _list_end(line, _stop(line, at))
    addressed = line[at:stop].strip()
    if not _HOLES.isdisjoint(addressed) and _placeholder().search(addressed):
        return _made(line, start, stop, Head(greeting, addressed, at, is_placeholder=True))
    found = addressed.split()
    if len(found) > _MOST_WORDS or (stop == len(line) and len(found) > 3):
        kept = _leading_names(found, known)
        if not kept and greeting.lower() == "dear" and len(found) > _MOST_WORDS:
            return None
        addressed = " ".join(kept)
        stop = at + len(addressed) if kept else len(greeting)
    return _made(line, start, stop, Head(greeting, addressed, at))


def _leading_names(found: Sequence[str], known: Collection[str]) -> list[str]:
    """The capitalised words or the group with which a run-in salutation begins: "Hi Tom please find"."""
    kept: list[str] = []
    for word in found[:4]:
        low = word.lower().rstrip(".")
        is_more = (
            not kept
            or low in known
            or low in JOINERS
            or titles.english(kept[-1]) is not None
            or nicknames.is_given(low)
        )
        if not is_more or not (
            word[0].isupper() or low in known or low in lexicon.GROUPS or low in JOINERS or low == "there"
        ):
            break
        if low in ("i", "we", "i'm", "just", "please", "this", "the", "thanks", "thank"):
            break
        kept.append(word)
    return kept


def _list_end(line: str, stop: int) -> int:
    """The end of "Tom, Anna and Peter" or "Tom, Anna," when such a list stands at the head."""
    place = stop
    while line[place : place + 1] == ",":
        ahead = _past_blanks(line, place + 1)
        behind = _stop(line, ahead)
        found = line[ahead:behind].split()
        is_names = 0 < len(found) <= 4 and all(word[0].isupper() or word.lower() in JOINERS for word in found)
        if not is_names or behind == len(line):
            return stop
        if any(word.lower() in JOINERS for word in found) or (len(found) == 1 and not line[behind + 1 :].strip()):
            return behind
        place = behind
    return stop


def _is_group(found: Sequence[str]) -> bool:
    lower = [word.lower().strip(".,'") for word in found]
    if any(word in JOINERS for word in lower[1:]) and len(lower) > 2:
        return True
    return any(word in lexicon.GROUPS or word in lexicon.STANDING for word in lower)


def _named(line: str, start: int, known: Collection[str], *, sure: bool) -> Salutation | None:
    """A salutation without a greeting: a title, a group, bare names, or a name at the end of the first sentence."""
    stop = _stop(line, 0)
    found = line[:stop].replace("/", " / ").split()
    if not found:
        return None
    ends_line = not line[stop:].strip(_MARKS + DASHES + " .")
    called = Called(found, line[stop : stop + 1], line[stop + 1 :], ends_line)
    if len(found) <= _MOST_WORDS and called.mark != "?":
        if _is_titled(found) or bare_names.is_group(called):
            return _made(line, start, stop, Head("", line[:stop].strip(), 0))
        if bare_names.is_name(called, known) or (sure and len(found) < 4 and found[0].lower() not in lexicon.NOT_NAMES):
            stop = _list_end(line, stop)
            return _made(line, start, stop, Head("", line[:stop].strip(), 0))
    if bare_names.runs_on(found, known):
        return _made(line, start, len(found[0]), Head("", found[0], 0))
    at, name = bare_names.at_sentence_end(line, known, sure=sure)
    return _made(line, start, at + len(name), Head("", name, at), begin=at) if name else None


def _is_titled(found: Sequence[str]) -> bool:
    is_title = titles.english(found[0]) is not None and found[0][0].isupper()
    return is_title and 1 < len(found) <= 4 and found[1][0].isupper()
