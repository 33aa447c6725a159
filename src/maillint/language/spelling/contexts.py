"""Words that exist but are not the ones meant, by what stands around them: "you're roof", "I know were it is".

A slip's patterns stand in the check's list, one a line: what stands before it, what was meant, what stands behind it::

    on/at @adj? [your] car/@noun $

"a/b" is either; "@noun" one of a class; "*ing" an ending; "#" a number; "!a" anything else, also nothing; "a?" may be
missing; "^" is the start of a sentence and "$" the end of a clause. At the head of a line "~if" wants no "if" earlier
in the sentence and "+please/ask_you" wants one. "&past [take]" are the patterns called so in contexts.txt, where the
classes are, too. It costs little where no pattern allows the two words beside the slip, which is nearly always.
"""

from __future__ import annotations

import os
from functools import cache, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re

    Pattern = tuple[str, tuple[str, ...], tuple[str, ...], tuple[str, ...]]
    """What was meant; what the sentence must or must not hold; what stands before, nearest first; what behind."""

_LEFT = 120
"""Characters before the word that are looked at."""
_RIGHT = 70
_MORE = "\u2026"
_STOPS = ".!?;:\n"
_MARKS = frozenset(",.;:?!)")
_KINDS = {"^": _STOPS, "$": ".!?;:\n,)(—–-/", "#": "0123456789"}
"""What a sign stands for: tokens that begin with one of these."""
_SIGNS = "@*^$#"


def told(flat: str, start: int, end: int, entry: str) -> tuple[int, int, str]:
    """What was meant by a word of a phrase, told by its neighbours.

    Args:
        flat: the text in lower case, with straight apostrophes.
        start: where the phrase begins.
        end: where it ends.
        entry: what the check's list has for it: on the first line "~" and the word, if it is not all of the phrase.

    Returns:
        Where the word begins and ends, and the right one; "" when nothing shows that it is wrong.
    """
    wrong, patterns = _parted(entry)
    if wrong:
        start += max(0, f" {flat[start:end]} ".rfind(f" {wrong} "))
        end = start + len(wrong)
    possible = _possible(patterns, _word_before(flat, start), _word_behind(flat, end))
    return start, end, _meant(flat, start, end, possible) if possible else ""


@lru_cache(maxsize=2048)
def _parted(entry: str) -> tuple[str, str]:
    wrong, _, patterns = entry[1:].partition("\n")
    return wrong, patterns


def _meant(flat: str, start: int, end: int, possible: tuple[Pattern, ...]) -> str:
    far = max(0, start - _LEFT)
    before = [*_tokens().findall(flat, far, start)[::-1], _MORE if far else "\n"]
    after = _tokens().findall(flat, end, end + _RIGHT)
    for right, sentence, head, tail in possible:
        if _match(tail, after) and _match(head, before) and all(_holds(want, before) for want in sentence):
            return right
    return ""


def _word_before(flat: str, start: int) -> str:
    """The token before a word; the pattern of tokens is spared where that is a plain word or a mark."""
    if flat[start - 1 : start] == " ":
        word = flat[flat.rfind(" ", max(0, start - 31), start - 1) + 1 : start - 1]
        if word.isalpha() and len(word) < 30 and word.isascii():
            return word
        if word[-1:] in _MARKS:
            return word[-1:]
    if not start or flat[max(0, start - 2) : start] == "\n\n":
        return flat[max(0, start - 2) : start] or "\n"
    far = max(0, start - _LEFT)
    return next(iter(_tokens().findall(flat, far, start)[::-1]), _MORE if far else "\n")


def _word_behind(flat: str, end: int) -> str:
    """The token behind a word, as ``_word_before`` finds the other."""
    sign = flat[end : end + 1]
    if sign == " ":
        word = flat[end + 1 : end + 31].partition(" ")[0]
        if len(word) < 30 and word.isascii() and (word.isalpha() or (word := word.rstrip(".,;:?!)")).isalpha()):
            return word
    elif sign and not sign.isspace() and not sign.isalnum():
        return sign
    if flat[end : end + 2] in ("", "\n\n"):
        return flat[end : end + 2] or "\n"
    found = _tokens().search(flat, end, end + _RIGHT)
    return found.group() if found else "\n"


@cache
def _tokens() -> re.Pattern[str]:
    import re

    # A hyphenated compound is one word, so that "on-time" is no "on"; this cheap pattern compiles in no time.
    return re.compile(r"\w+(?:['-]\w+|[.,:]\d+)*|\n\n|\S")


@lru_cache(maxsize=8192)
def _possible(patterns: str, before: str, behind: str) -> tuple[Pattern, ...]:
    """Those of the patterns that the two tokens beside the word may be part of: mostly none."""
    return tuple(one for one in _read(patterns) if _may_begin(one[3], behind) and _may_begin(one[2], before))


@lru_cache(maxsize=2048)
def _read(patterns: str) -> tuple[Pattern, ...]:
    found: list[Pattern] = []
    for line in patterns.split("\n"):
        head, _, rest = line.partition("[")
        right, _, tail = rest.partition("]")
        if head[0:1] == "&":
            found += (one if one[0] else (right, *one[1:]) for one in _read(_section(head.strip())))
        else:
            items, place = head.split(), 0
            while place < len(items) and items[place][0] in "~+":
                place += 1
            found.append((right, tuple(items[:place]), tuple(items[place:][::-1]), tuple(tail.split())))
    return tuple(found)


def _may_begin(items: tuple[str, ...], token: str) -> bool:
    """Whether a token may be the first of what the items stand for."""
    for item in items:
        if _takes(item, token):
            return True
        if item[-1] != "?" or len(item) == 1:
            return False
    return True


def _match(items: tuple[str, ...], tokens: list[str], item: int = 0, place: int = 0) -> bool:
    """Whether the tokens from ``place`` on are those of the items from ``item`` on."""
    if item == len(items):
        return True
    one = items[item]
    token = tokens[place] if place < len(tokens) else "\n"
    if _takes(one, token) and _match(items, tokens, item + 1, place + 1):
        return True
    return one[-1] == "?" and len(one) > 1 and _match(items, tokens, item + 1, place)


def _holds(want: str, before: list[str]) -> bool:
    """Whether the sentence before the word holds what it must, or certainly lacks what it must not."""
    end = next((i for i, token in enumerate(before) if token[0] in _STOPS), len(before))
    sentence = before[:end]
    pairs = [f"{left}_{right}" for right, left in pairwise(sentence)]
    has_it = any(_takes(want[1:], token) for token in (*sentence, *pairs))
    return has_it if want[0] == "+" else not (has_it or sentence[-1:] == [_MORE])


@lru_cache(maxsize=8192)
def _takes(item: str, token: str) -> bool:
    """Whether a token may stand where the item does."""
    is_barred = item[0] == "!" and len(item) > 1
    choices = item[is_barred : len(item) - (item[-1] == "?" and len(item) > 1)]
    is_one = f"/{token}/" in f"/{choices}/" or (any(map(choices.__contains__, _SIGNS)) and _is_among(choices, token))
    return is_one != is_barred


def _is_among(choices: str, token: str) -> bool:
    """Whether a class, an ending or a sign that stands for several tokens stands for this one."""
    for choice in choices.split("/"):
        sign, name = choice[:1], choice[1:]
        if sign == "@":
            words, endings = _class(name)
            if f" {token} " in words or (len(token) > 4 and token.endswith(endings)):
                return True
        elif sign == "*" and name:
            if len(token) > 4 and token.endswith(name):
                return True
        elif choice in _KINDS and token[0] in _KINDS[choice]:
            return True
    return False


@cache
def _class(name: str) -> tuple[str, tuple[str, ...]]:
    """The words of a class between blanks, and the endings of further ones."""
    words, _, endings = f" {_section(name)} ".replace("\n", " ").partition("*")
    return words, tuple(endings.replace("*", "").split())


@cache
def _section(name: str) -> str:
    """What contexts.txt has under a name, or patterns.txt if it begins with "&&"."""
    text = _text("patterns.txt" if name[:2] == "&&" else "contexts.txt")
    start = text.index(f"\n{name}:\n") + len(name) + 3
    end = text.index("\n", start)
    while text[end + 1 : end + 2] == " ":
        end = text.index("\n", end + 1)
    return text[start:end].strip().replace("\n  ", "\n")


@cache
def _text(name: str) -> str:
    with open(os.path.join(os.path.dirname(__file__), name), encoding="utf-8") as file:
        return file.read()
