"""What negates in a text, and which words it negates."""

from __future__ import annotations

from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

from maillint.rewrite.model import words
from maillint.rewrite.model.facts import NEGATION, Fact

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

_NEAR, _FEW = 60, 4
"""Characters and words behind a negation among which is what it negates."""
_LEAST = 3


def negations(text: str) -> Iterator[Fact]:
    for match in _negation().finditer(text):
        if match[0] not in words.HAN_NEUTRAL:
            yield Fact(NEGATION, "not", match.start())
    for match in _contrary().finditer(text):
        yield Fact(NEGATION, match[0].lower(), match.start())


@cache
def _negation() -> re.Pattern[str]:
    import re

    neutral = "|".join(sorted(words.HAN_NEUTRAL, key=len, reverse=True))
    english = "|".join(sorted(words.NEGATIONS, key=len, reverse=True))
    return re.compile(
        rf"{neutral}|[{words.HAN_NEGATIONS}]|(?<![A-Za-z])(?:{english}|{words.LACKING})(?![A-Za-z])|(?<=[a-z])n't(?![a-z])",
        re.IGNORECASE,
    )


@cache
def _contrary() -> re.Pattern[str]:
    import re

    return re.compile(rf"(?<![A-Za-z])(?:{'|'.join(words.CONTRARY)})|{'|'.join(words.HAN_CONTRARY)}", re.IGNORECASE)


def turns(before: str, after: str) -> bool:
    """Whether a word that both have is negated in one of them only."""
    old, new = _words_by_polarity(before), _words_by_polarity(after)
    return any(word in new and old[word] != new[word] for word in old if True in old[word] or True in new.get(word, ()))


def _words_by_polarity(text: str) -> dict[str, frozenset[bool]]:
    """Each word, or pair of Han characters, and whether it stands right behind a negation: yes, no, or both."""
    low = text.lower()
    ends = [match.end() for match in _negation().finditer(low) if match[0] not in words.HAN_NEUTRAL]
    negated = {_close_behind(low, end) for end in ends}
    found: dict[str, set[bool]] = {}
    for match in _word().finditer(low):
        word = _stem(match[0]) if match[0].isascii() else low[match.start() : match.start() + 2]
        if word and not _negation().match(word):
            found.setdefault(word, set()).add(match.start() in negated)
    return {word: frozenset(kinds) for word, kinds in found.items()}


def _close_behind(text: str, end: int) -> int:
    """Where the next word begins that says something, within the clause; -1 where none does."""
    for match in islice(_word().finditer(text, end, end + _NEAR), _FEW):
        if any(sign in ".!?;,:。！？；，、：" for sign in text[end : match.start()]):
            break
        if not match[0].isascii():
            return match.start() if match.start() == end else -1
        if _stem(match[0]):
            return match.start()
    return -1


@cache
def _word() -> re.Pattern[str]:
    import re

    return re.compile(r"[a-z]++(?:'[a-z]++)?|[\u4e00-\u9fff](?=[\u4e00-\u9fff])")


def _stem(word: str) -> str:
    """A word without its ending; empty for one that says nothing by itself."""
    if word in words.UNITLESS or word in words.OPENERS or len(word) <= _LEAST:
        return ""
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST:
            return word.removesuffix(ending).rstrip("e")
    return word.rstrip("e")
