"""The order of a sentence where it says nothing: a clause or a day that may stand first or last all the same."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from maillint.rewrite.model.facts import LIMIT, NUMBER, TIME, limit_names, time_words

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Sequence

    from maillint.rewrite.model.facts import Fact

_WHEN = (TIME, LIMIT)
_NEAR = 4
"""Characters from a day's number to its month."""


def settled(text: str) -> str:
    """The text, its subordinate clauses behind what they go with: "we pay if it works" for "if it works, we pay"."""
    return " ".join(_settled(sentence) for sentence in _gap().split(text))


def _settled(sentence: str) -> str:
    match = _fronted().fullmatch(sentence)
    if not match or _joint().search(match["rest"]):
        return _comma().sub(r" \1", sentence)
    return f"{match['rest']} {match['word'].lower()} {match['clause']}{match['end']}"


def calm(text: str, facts: Sequence[Fact]) -> list[tuple[str, str]]:
    """Kind and value of each fact in order, the one day of a plain sentence last, wherever it stands there."""
    found: list[tuple[str, str]] = []
    for start, end in _sentences(text):
        own = [fact for fact in facts if start <= fact.start < end]
        when = [fact for at, fact in enumerate(own) if _is_when(fact, own[at + 1 : at + 2])]
        if when and _is_plain(text[start:end], start, own, when):
            own = [fact for fact in own if fact not in when] + when
        found += [fact[:2] for fact in own]
    return found


def _is_when(fact: Fact, following: Sequence[Fact]) -> bool:
    """Whether a fact tells when: Friday, by, and the 4 of 4 May."""
    is_day = fact.kind == NUMBER and any(one.kind == TIME and one.start - fact.start < _NEAR for one in following)
    return fact.kind in _WHEN or is_day


def _is_plain(sentence: str, start: int, own: Sequence[Fact], when: Sequence[Fact]) -> bool:
    """Whether a sentence tells one thing, and one day without a break, which no comma parts but from the rest of it."""
    first = own.index(when[0])
    is_one = list(own[first : first + len(when)]) == list(when) and not _many().search(sentence)
    commas = [match.start() for match in _pause().finditer(sentence)]
    if not commas or not is_one:
        return is_one
    said = sentence[when[-1].start - start : commas[0]].strip()
    is_set_off = (said.isascii() and said.isalpha()) or time_words().fullmatch(said) or said in limit_names()
    return len(commas) == 1 and first == 0 and bool(is_set_off)


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _stop().finditer(text):
        yield start, match.end()
        start = match.end()
    yield start, len(text) + 1


@cache
def _gap() -> re.Pattern[str]:
    import re

    return re.compile(r"(?<=[.!?]) ")


@cache
def _stop() -> re.Pattern[str]:
    import re

    return re.compile(r"[.!?](?=\s|$)|[。！？]")


@cache
def _fronted() -> re.Pattern[str]:
    import re

    return re.compile(
        r"(?i)(?P<word>because|if|when|once|although|unless|until|before|after) (?P<clause>[^,;:.!?]+), "
        r"(?P<rest>[^,;:!?]+?)(?P<end>[.!?]?)"
    )


@cache
def _joint() -> re.Pattern[str]:
    """What makes a clause of more than one: what was put behind it would go with its last part only."""
    import re

    return re.compile(
        r"(?i)(?<![a-z])(?:and|or|but|so|because|if|when|once|although|unless|until|while|which|that)(?![a-z])"
    )


@cache
def _comma() -> re.Pattern[str]:
    import re

    return re.compile(r"(?i), (because|if|when|once|although|unless|until|before|after)(?![a-z])")


@cache
def _pause() -> re.Pattern[str]:
    import re

    return re.compile(r",(?!\d)|，")


@cache
def _many() -> re.Pattern[str]:
    """More than one thing that happens, or several things, of which a day might go with one only."""
    import re

    return re.compile(
        r"(?i)(?<![a-z])(?:and|or|but|so|because|if|when|once|although|unless|while|which|that|who|then)(?![a-z])"
        r"|[;；:：、]|[和与與及或而并並且但再]|然后|然後|因为|因為|如果|所以"
    )
