"""Ordinary words in capitals: what is shouted, told from acronyms, names, codes and headings."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from maillint.language.lists import read as lists_of
from maillint.language.text import may_shout
from maillint.language.verbatim import is_code, is_quoted, line_around
from maillint.records import NamedTuple

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

_LEGAL = (
    *("LIABILIT", "LIABLE", "COPYRIGHT HOLDER", "NOT LIMITED TO", "SUBSTITUTE GOODS", "WARRANT", "INDEMN", "HEREBY"),
    *("DISCLAIM", "CONFIDENTIAL", "THE COMPANY", "LICENSOR"),
)
_SAFE = ("READ ONLY", "READ-ONLY")
"""What a setting is called."""
_NAMING = ("the", "a", "an", "this", "that", "each", "every", "our", "your")
_GOES_ON = ("on ", "of ", "for ", "in ", "at ", "to ", "from ", "with ", "and ", "we ", "you ", ".", "!", ",")
_SHORT = 4
_CODE = 2
"""Letters that beside Han are an acronym, whatever they spell in English: SO號, IT部, DO换单."""


class Shout(NamedTuple):
    """Shouted words: ``text[start:end]``, and the same said calmly."""

    start: int
    end: int
    calm: str
    is_plain: bool
    """Every word is an ordinary one: lower case cannot hit a name."""


@cache
def _lists() -> dict[str, frozenset[str]]:
    lists = dict(lists_of("shouting.txt"))
    lists["strong"] |= lists["sharp"]
    lists["alone"] = (lists["alone"] | lists["strong"]) - lists["never"]
    lists["plain"] |= lists["alone"] | lists["strong"] | lists["days"]
    return lists


@cache
def _word() -> re.Pattern[str]:
    import re

    word = r"[A-ZÀ-ÖØ-Þ]+(?:['’-][A-ZÀ-ÖØ-Þ]+)*"
    return re.compile(rf"(?<![A-Za-z0-9À-ɏ_@.#/\\$%&+*=-]){word}(?![A-Za-z0-9_@/\\À-ɏ=])")


@cache
def _gap() -> re.Pattern[str]:
    import re

    return re.compile(r"[ \t]*[,;:&–—-]?[ \t]*\n?[ \t]*(?:\d[\d:.,%]*[ \t]+)?")


@cache
def _stretched() -> re.Pattern[str]:
    import re

    return re.compile(r"(?=[A-Z]{4})(?![AEOU]+$)[A-Z]*([AEOU])\1\1")


def shouts(text: str) -> Iterator[Shout]:
    """The shouted words of a paragraph, in order; words that follow one another are one shout."""
    if not may_shout(text):
        return
    words: list[tuple[int, int]] = []
    for match in _word().finditer(text):
        if words and not _goes_on(text, words[-1][1], match.start()):
            yield from _judge(text, words)
            words = []
        words.append(match.span())
    yield from _judge(text, words)


def _goes_on(text: str, end: int, start: int) -> bool:
    return 0 < start - end <= 16 and _gap().fullmatch(text, end, start) is not None


def _judge(text: str, words: list[tuple[int, int]]) -> Iterator[Shout]:
    words = _trimmed(text, words)
    if not words:
        return
    start, end = words[0][0], words[-1][1]
    line = line_around(text, start).strip()
    if is_code(line) or "\t" in line or line.count("   ") > 1 or is_quoted(text, start, end):
        return
    is_shouted = _is_shouted_word(text, start, end, line) if len(words) == 1 else _is_shouted_run(text, words, line)
    if is_shouted:
        yield _shout(text, words)


def _trimmed(text: str, words: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Without the acronyms and single letters at the edges of a run."""
    kept = [index for index, (start, end) in enumerate(words) if _counts(text[start:end])]
    return words[kept[0] : kept[-1] + 1] if kept else []


def _counts(word: str) -> bool:
    return len(word) > 1 and (len(word) > _SHORT or _is_ordinary(word))


def _is_ordinary(word: str) -> bool:
    known, low = _lists()["plain"], _lower(word)
    stems = [low.removesuffix(ending) for ending in ("s", "d", "ed", "ing", "ly")]
    return low in known or any(len(stem) > 2 and stem in known for stem in stems) or bool(_stretched().match(word))


def _lower(word: str) -> str:
    return word.lower().replace("’", "'")


def _is_shouted_word(text: str, start: int, end: int, line: str) -> bool:
    word = _lower(text[start:end])
    if _stretched().match(text[start:end]):
        return True
    if word not in _lists()["alone"] or _names_thing(text, start, end):
        return False
    before, after = text[max(0, start - 30) : start], text[end : end + 30]
    rest = after.lstrip(" ")
    if line.startswith(text[start:end]) and (rest[:1] in ":-–—" or len(line) - (end - start) < 3):
        return word in _lists()["labels"]
    if rest[:1] in (":", "："):
        return word in _lists()["labels"]
    is_number = word == "no" and rest.lstrip(". ")[:1].isdigit()
    if is_number or (len(word) <= _CODE and not (before[-1:] + rest[:1]).isascii()):
        return False
    is_beside_prose = _ends_in_prose(before) or rest[:1].islower() or rest[:1] > "⺀"
    return is_beside_prose and not _is_button(before, after)


def _ends_in_prose(before: str) -> bool:
    last = before.rstrip(" \n\"'(,;:–—-")[-1:]
    return last.islower() or last > "⺀"


def _is_button(before: str, after: str) -> bool:
    if after.lstrip().startswith("in the subject"):
        return True
    left, right = before.lower().split()[-1:], after.lower().split()[:1]
    return any(word.strip(".,:;!?()") in _lists()["buttons"] for word in left + right)


def _names_thing(text: str, start: int, end: int) -> bool:
    """Whether the capitals are what stands on a thing: the READ ME file, a DO NOT BEND sticker."""
    before = text[max(0, start - 30) : start].lower().split()[-1:]
    after = (word.strip(".,:;!?()\"'”’") for word in text[end : end + 30].split() if not word.isupper())
    return bool(before) and before[0] in _NAMING and next(after, "").lower() in _lists()["things"]


def _is_shouted_run(text: str, words: list[tuple[int, int]], line: str) -> bool:
    said = {_lower(text[start:end]) for start, end in words}
    start, end = words[0][0], words[-1][1]
    if len(words) >= 12 and any(mark in text[start:end] for mark in _LEGAL):
        return False
    if text[start:end] in _SAFE or text[end : end + 4].startswith(("(TM)", "™", "®", "(R)")):
        return False
    if _names_thing(text, start, end):
        return False
    if said & _lists()["sharp"]:
        return True
    if said & _lists()["alone"] and _is_plain_run(text, words):
        return True
    is_run_in = line.startswith(text[start:end]) and text[end : end + 2].lstrip()[:1] == ":"
    is_heading = line.upper() == line or is_run_in
    return bool(said & _lists()["strong"]) and (not is_heading or line.endswith(("!", "！")))


def _is_plain_run(text: str, words: list[tuple[int, int]]) -> bool:
    """A gate left WIDE OPEN, for the THIRD TIME: ordinary words amid lower case."""
    start, end = words[0][0], words[-1][1]
    before, after = text[max(0, start - 30) : start], text[end : end + 30]
    is_named = before.lower().split()[-1:] in (["a"], ["an"]) and not after.lstrip().startswith(_GOES_ON)
    is_amid = (
        not is_named
        and _ends_in_prose(before)
        and (after.lstrip(" ")[:1].isalnum() or after[:1] in (".", ",", "!", "?"))
    )
    return is_amid and all(_is_ordinary(text[first:last]) for first, last in words) and not _is_button(before, after)


def _shout(text: str, words: list[tuple[int, int]]) -> Shout:
    start, end = words[0][0], words[-1][1]
    calm, is_plain, place = [], True, start
    for first, last in words:
        word = text[first:last]
        low = _lower(word)
        if _is_ordinary(word):
            quiet = _quiet(low, opens=first == start and _opens_sentence(text, first))
        else:
            quiet = word if len(word) <= _SHORT else low
            is_plain = False
        calm += [text[place:first], quiet]
        place = last
    return Shout(start, end, "".join(calm), is_plain)


def _quiet(word: str, *, opens: bool) -> str:
    if opens or word in _lists()["days"] or word == "i" or word.startswith("i'"):
        return word[:1].upper() + word[1:]
    return word


def _opens_sentence(text: str, start: int) -> bool:
    before = text[:start].rstrip(" \t\"'“(")
    return not before or before[-1] in ".!?。！？\n:："
