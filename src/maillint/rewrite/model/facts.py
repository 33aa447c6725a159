"""What a rewording must keep, in its order: names, numbers, dates, amounts, limits, links, addresses."""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from maillint.language.counterparts import strays
from maillint.records import NamedTuple
from maillint.rewrite.model import words

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator

LINK, MAIL, FILE, NUMBER, NAME, TIME, LIMIT, SIGN, QUOTE, NEGATION = (
    *("link", "e-mail", "file", "number", "name", "time", "limit", "sign", "quote", "negation"),
)


class Fact(NamedTuple):
    """One thing that must stay, and where it stands in the text as ``plain`` gives it."""

    kind: str
    value: str
    start: int


def plain(text: str) -> str:
    """A text in which the same is written the same: full-width digits, curly apostrophes, white space."""
    text = unicodedata.normalize("NFKC", text).replace("’", "'").replace("‘", "'").replace("\u2011", "-")
    return " ".join(text.split())


def facts(text: str, names: Iterable[str] = ()) -> list[Fact]:
    """The facts of a text in their order.

    Args:
        text: as ``plain`` gives it.
        names: words that are names wherever they stand, as written.
    """
    found: list[Fact] = []
    taken = [False] * len(text)
    for kind, match in _first(text):
        _take(found, taken, Fact(kind, match[0].rstrip(".,;:!?)'\"").rstrip("/"), match.start()), match.end())
    for pattern, reader in ((_number(), _numbers), (time_words(), _times), (_numeral(), _numerals)):
        for match in pattern.finditer(text):
            if not taken[match.start()]:
                for fact in reader(text, match):
                    _take(found, taken, fact, match.end())
    found += _named(text, taken, frozenset(names))
    found += _limits(text)
    return sorted(found, key=lambda fact: (fact.start, fact.kind))


def _take(found: list[Fact], taken: list[bool], fact: Fact, end: int) -> None:
    found.append(fact)
    taken[fact.start : end] = [True] * (end - fact.start)


def _first(text: str) -> Iterator[tuple[str, re.Match[str]]]:
    for kind, pattern in _exact().items():
        yield from ((kind, match) for match in pattern.finditer(text))


@cache
def _exact() -> dict[str, re.Pattern[str]]:
    """What stays to the letter."""
    import re

    end = r"[^\s<>\"'，。；！？、()（）\u3000-\u303f\u4e00-\u9fff]"
    return {
        LINK: re.compile(rf"(?:[a-z][a-z0-9+.-]{{1,12}}://|www\.|mailto:|tel:){end}+", re.IGNORECASE),
        MAIL: re.compile(r"(?<![\w.+%-])[A-Za-z0-9_.+%-]++@[\w-]+(?:\.[\w-]+)+"),
        FILE: re.compile(
            r"(?<![A-Za-z0-9_-])[A-Za-z0-9_-]++(?:\.[A-Za-z0-9_-]++)*?\.[A-Za-z][A-Za-z0-9]{1,9}(?:/[\w./?=&%#-]*)?|[/\\]\w[\w./\\-]*"
        ),
        QUOTE: re.compile(r"《[^《》]{1,60}》|“[^“”]{1,60}”|「[^「」]{1,60}」|\"[^\"]{1,60}\""),
        SIGN: re.compile(
            r"[€$£¥₩₹%‰°#№]|(?<![A-Za-z])(?:USD|EUR|GBP|CNY|RMB|JPY|HKD|TWD|NTD|CHF|SEK)(?![A-Za-z])"
            r"|(?<![A-Za-z])(?i:dollars?|euros?|pounds?|yen|yuan|renminbi|kron(?:or|er|a)|francs?|rupees?)(?![A-Za-z])"
            r"|[美欧歐日港韩韓澳加][元币幣]|人民[币幣]|[新台臺]{1,2}[币幣]|英[镑鎊]|日[圆圓]"
        ),
    }


@cache
def _number() -> re.Pattern[str]:
    import re

    return re.compile(r"(?<![A-Za-z])[A-Za-z]*+[-_/+]?\d(?:[\d.,:/_'–-]*\d)?(?:[-_/]?[A-Za-z][A-Za-z0-9]*(?:-\d+)*)?")


def _numbers(text: str, match: re.Match[str]) -> Iterator[Fact]:
    """The number, and what it counts."""
    word = match[0]
    digits = word.rstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
    bare = text[: match.start()].rstrip(" #:№").rpartition(" ")[2].lower().strip(".,()")
    is_name = bare in words.NUMBERED or (len(digits) >= _LONG and digits.isdecimal())
    following = _unit(text, match.end())
    if is_name and following.isascii():
        following = bare if bare.isascii() and bare.isalpha() else ""
    unit = word[len(digits) :] or following
    yield Fact(NUMBER, f"{digits.rstrip('-_/')} {_singular(unit)}", match.start())


_LONG = 4
"""Digits of a number that counts nothing, unless a word or mark says so: an order's, an invoice's."""


def _unit(text: str, at: int) -> str:
    match = _next_word().match(text, at)
    if match is None:
        return ""
    word = match[1]
    return "" if word.lower() in words.UNITLESS else word


def _singular(word: str) -> str:
    low = word.lower()
    return low[:-1] if len(low) > 3 and low.endswith("s") and not low.endswith("ss") else low


@cache
def _next_word() -> re.Pattern[str]:
    import re

    return re.compile(r"[ -]?([A-Za-z]+|[\u4e00-\u9fff])")


@cache
def time_words() -> re.Pattern[str]:
    """Days, months and the like, in both languages."""
    import re

    forms = "|".join(" ".join((*words.MONTHS, *words.WEEKDAYS, words.DAYS, words.SPANS)).split())
    return re.compile(rf"(?<![A-Za-z])(?:{forms})(?![A-Za-z])\.?|{words.HAN_DAYS}", re.IGNORECASE)


def _times(text: str, match: re.Match[str]) -> Iterator[Fact]:
    word = match[0].lower().rstrip(".")
    if word in ("may", "march", "mar", "sun", "sat", "mon", "wed") and not match[0][0].isupper():
        return
    if word == "may" and not _is_dated(text, match):
        return
    yield Fact(TIME, _time_names().get(word, _singular(word)), match.start())


def _is_dated(text: str, match: re.Match[str]) -> bool:
    """Whether a number, or a word such as "in", makes May a month."""
    before = text[: match.start()].rstrip().rpartition(" ")[2].lower()
    after = text[match.end() :].lstrip()
    return (
        before[-1:].isdigit() or after[:1].isdigit() or before in ("in", "of", "until", "by", "from", "since", "next")
    )


@cache
def _time_names() -> dict[str, str]:
    forms = (*words.MONTHS, *words.WEEKDAYS)
    return {form: group.split()[0] for group in forms for form in group.split()}


@cache
def _numeral() -> re.Pattern[str]:
    """Numbers in words; first what only looks like one."""
    import re

    none = "|".join(sorted(words.HAN_NO_NUMBERS, key=len, reverse=True))
    english = "|".join(words.NUMBERS.split())
    return re.compile(rf"{none}|[{words.HAN_NUMERALS}]+|(?<![A-Za-z'])(?:{english})(?![A-Za-z'])", re.IGNORECASE)


def _numerals(text: str, match: re.Match[str]) -> Iterator[Fact]:
    word = match[0].lower()
    if word in words.HAN_NO_NUMBERS:
        return
    before = text[: match.start()].rstrip().rpartition(" ")[2].lower()
    if word == "one" and (before in words.NO_NUMBER_AFTER or text[match.end() :].lower().startswith(" another")):
        return
    if word in ("first", "second", "third") and text[match.end() : match.end() + 1] == ",":
        return
    unit = _unit(text, match.end())
    yield Fact(NUMBER, f"{word} {_singular(unit)}", match.start())


def _named(text: str, taken: list[bool], names: frozenset[str]) -> Iterator[Fact]:
    for match in _capital().finditer(text):
        if not taken[match.start()] and (match[0] in names or match[0].removesuffix("'s") in names):
            is_owner = match[0].endswith("'s") and text[match.end() : match.end() + 1] == " "
            yield Fact(NAME, match[0] if is_owner else match[0].removesuffix("'s"), match.start())
    for start, name in _han_names(text):
        if not taken[start]:
            yield Fact(NAME, name, start)


def capitals(text: str) -> Iterator[tuple[str, bool]]:
    """Each word that is written large or has a capital or digit within, and whether it begins a sentence."""
    for match in _capital().finditer(text):
        before = text[: match.start()].rstrip(" \"'“‘「『（(*-–—•")
        yield match[0].removesuffix("'s"), not before or before[-1] in ".!?:;。！？：；…\n"


@cache
def _capital() -> re.Pattern[str]:
    import re

    return re.compile(
        r"(?<![A-Za-z0-9@./'])(?:[^\W\d_a-z]|[a-z]+(?=[A-Z]))(?<![\u2e80-\ud7ff])[^\W\d_\u2e80-\ud7ff]*(?:'[a-z]{1,2})?"
    )


def _han_names(text: str) -> Iterator[tuple[int, str]]:
    for match in _han_named().finditer(text):
        if match["place"] or match["titled"] or (match["house"] and match[0][:-1] not in ("我们", "你们")):
            yield match.start(), match[0]
    for place, sign in enumerate(text):
        if sign in words.HAN_SURNAMES and _is_name(text, place):
            yield place, text[place : place + 2]


@cache
def _han_named() -> re.Pattern[str]:
    import re

    places = "|".join(sorted(words.HAN_PLACES, key=len, reverse=True))
    surnames = "".join(sorted(words.HAN_SURNAMES))
    return re.compile(
        rf"(?P<place>{places})|(?P<titled>[{surnames}](?:{words.HAN_TITLES}))"
        rf"|(?P<house>[\u4e00-\u9fff](?:{words.HAN_HOUSES})(?![\u4e00-\u9fff]?[场場政委民道径徑]))"
    )


_COMMON = 3.5
"""Zipf frequency from which two characters are a word, whatever the first one is besides."""


def _is_name(text: str, place: int) -> bool:
    """Whether a surname and the character behind it are no common word, nor the one before it and the surname."""
    pair, before = text[place : place + 2], text[max(0, place - 1) : place + 1]
    if len(pair) < 2 or not "\u4e00" <= pair[1] <= "\u9fff":
        return False
    return _zipf(pair) < _COMMON and (len(before) < 2 or _zipf(before) < _COMMON)


def _zipf(pair: str) -> float:
    from math import log10

    return log10(max(_frequencies().get(_simplified(pair), 0), 1e-9) * 1e9)


def _simplified(pair: str) -> str:
    for at, sign in strays(pair, "zh-Hans"):
        pair = pair[:at] + sign + pair[at + 1 :]
    return pair


@cache
def _frequencies() -> dict[str, float]:
    import wordfreq

    return dict(wordfreq.get_frequency_dict("zh", "small"))


def _limits(text: str) -> Iterator[Fact]:
    for match in _limit().finditer(text):
        yield Fact(LIMIT, limit_names()[match[0].strip().lower()], match.start())


@cache
def _limit() -> re.Pattern[str]:
    """Words that bound a number or a date, where one follows or stands before."""
    import re

    forms = sorted((form for group in words.LIMITS.values() for form in group.split("|")), key=len, reverse=True)
    months = "|".join(" ".join((*words.MONTHS, *words.WEEKDAYS, words.DAYS, words.SPANS)).split())
    numbers = "|".join(words.NUMBERS.split())
    counted = rf"(?:[€$£¥#]|[A-Z]{{3}}\s?\d|\d|(?:{months}|{numbers})\b)"
    following = rf"(?=\s+(?:the\s+|a\s+|end\s+of\s+)*{counted})"
    before = "|".join(form for group in words.HAN_BEFORE.values() for form in group.split("|"))
    after = "|".join(sorted("|".join(words.HAN_AFTER.values()).split("|"), key=len, reverse=True))
    number = rf"[\d{words.HAN_NUMERALS}]"
    return re.compile(
        rf"(?<![A-Za-z])(?:{'|'.join(forms)}){following}|(?:{before})(?=[^\d。，；！？]{{0,3}}?{number})"
        rf"|(?<=[\d日號号時时点點分年月周週天底初末季期午晚节節假{words.HAN_NUMERALS}])\s?(?:{after})(?!台|端|[续續]|勤|果|[悔院])",
        re.IGNORECASE,
    )


@cache
def limit_names() -> dict[str, str]:
    """Words that bound a day or a number -> how they do."""
    groups = (words.LIMITS, words.HAN_BEFORE, words.HAN_AFTER)
    return {form: name for group in groups for name, forms in group.items() for form in forms.split("|")}
