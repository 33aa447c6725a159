"""Whether a rewording says what the original says: every fact survives, in its order, and none is invented.

It errs on one side: a harmless rewording may be refused, a changed fact must not pass.
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

from maillint.language import nicknames
from maillint.rewrite.model import words
from maillint.rewrite.model.facts import NAME, NUMBER, Fact, capitals, facts, plain

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator

NEGATION, MODALITY, QUESTION, CONDITION, ORDER, LENGTH, SHAPE, LANGUAGE = (
    *("negation", "modality", "question", "condition", "order", "length", "shape", "language"),
)
_SHORTEST, _LONGEST, _SLACK = 0.35, 2.2, 60
"""Of the original's length: less has lost something, more has made something up; a few words more are no matter."""
_SHOUTED = 0.5
_LEAST = 3
_NEAR, _FEW = 60, 4
"""Characters and words behind a negation among which is what it negates."""


def faults(before: str, after: str, names: Iterable[str] = ()) -> tuple[str, ...]:
    """What of the original a rewording lost, changed or made up, as stable words; none when it may be shown.

    The words are the kinds of ``facts`` ("name", "number", "link" ...), and "negation", "modality", "question",
    "condition", "order", "length", "shape" and "language".

    Args:
        before: the author's words.
        after: what they are to become.
        names: names of people known from the message, which count however they are written.
    """
    found = dict.fromkeys(_of_shape(before, after))
    if LENGTH in found:
        return tuple(found)
    old, new = plain(before), plain(after)
    known = frozenset(names) | _definite(old) | _definite(new)
    found |= dict.fromkeys(_soft_names(old, new, known))
    found |= dict.fromkeys(_differences(_marked(old, known), _marked(new, known)))
    found |= dict.fromkeys(_counts(old, new))
    if not found and _polarity(old, new):
        found[NEGATION] = None
    return tuple(found)


def _of_shape(before: str, after: str) -> Iterator[str]:
    if not after.strip() or not all(sign.isprintable() or sign in "\n\t" or sign in before for sign in after):
        yield SHAPE
    if _junk().search(after) and not _junk().search(before):
        yield SHAPE
    if not _SHORTEST * len(before) - _SLACK <= len(after) <= _LONGEST * len(before) + _SLACK:
        yield LENGTH
    if _script(before) != _script(after):
        yield LANGUAGE


@cache
def _junk() -> re.Pattern[str]:
    """What a model puts around its answer, or leaves open for somebody to fill in."""
    import re

    return re.compile(
        r"```|</?[a-zA-Z][^>]*>|\[[^\]\n]{1,60}\]|\{[^}\n]{1,60}\}|\*\*|__|【[^】\n]{1,60}】|(?m:^\s*#+\s)|<\|"
        r"|(?i:^\W*(?:here(?:'s| is| are)|sure|certainly|of course|rewritten|revised|as an ai))"
        r"|^\W*(?:以下是|改写后|改寫後|修改后|修改後)"
        r"|(?i:\b(?:rewritten|revised|polished) (?:paragraph|version|text)\b)"
    )


def _script(text: str) -> str:
    """Whether it is Chinese, and in which script as far as its characters tell."""
    han = [sign for sign in text if "\u4e00" <= sign <= "\u9fff"]
    letters = sum(sign.isascii() and sign.isalpha() for sign in text)
    if 2 * len(han) < letters / 3:
        return "latin"
    from maillint.language.script import script_of

    return script_of("".join(han))


def _definite(text: str) -> frozenset[str]:
    """Words that are written large within a sentence; where all is shouted, that says nothing."""
    found = list(capitals(text))
    shouted = sum(len(word) > _LEAST and word.isupper() for word, _ in found)
    if shouted > _LEAST and shouted > _SHOUTED * len(text.split()):
        return frozenset()
    return frozenset(word for word, is_first in found if _is_definite(word, is_first=is_first))


def _is_definite(word: str, *, is_first: bool) -> bool:
    low = word.lower()
    if low in words.OPENERS:
        return False
    if word.isupper() and len(word) > 1:
        return low not in words.EMPHASISED and (len(word) <= _LEAST or _is_unknown(low) or nicknames.is_given(low))
    return not is_first or any(sign.isupper() for sign in word[1:])


def _soft_names(before: str, after: str, known: frozenset[str]) -> Iterator[str]:
    """Names at the head of a sentence, where everything is written large: there as often as before, in any case.

    Nor may a sentence begin with a word that was not there, but for those that begin many: it could be a name.
    """
    old, new = _lower_words(before), _lower_words(after)
    for word in {word.lower() for text in (before, after) for word, _ in capitals(text) if word not in known}:
        if old[word] != new[word] and (_may_name(word) or not (old[word] or _is_plain(word))):
            yield NAME


def _lower_words(text: str) -> Counter[str]:
    return Counter(match[0].removesuffix("'s") for match in _any_word().finditer(text.lower()))


@cache
def _any_word() -> re.Pattern[str]:
    import re

    return re.compile(r"[^\W\d_\u2e80-\ud7ff]++(?:'[a-z]{1,2})?")


def _may_name(word: str) -> bool:
    if word in words.OPENERS:
        return False
    return nicknames.is_given(word) or _is_unknown(word)


def _is_plain(word: str) -> bool:
    return word in words.OPENERS or word in words.PLAIN or word.endswith(("ing", "ly", "ed"))


@cache
def _is_unknown(word: str) -> bool:
    import wordfreq

    return wordfreq.get_frequency_dict("en", "small").get(word, 0) < 1e-5 and not word.endswith(("ing", "ly", "ed"))


def _marked(text: str, names: frozenset[str]) -> list[Fact]:
    """The facts, and among them what negates and what obliges."""
    found = [*facts(text, names), *_negations(text)]
    for value, pattern in _modals().items():
        found += [Fact(MODALITY, value, match.start()) for match in pattern.finditer(text) if not _asks(text, match)]
    return sorted(found, key=lambda fact: (fact.start, fact.kind))


def _negations(text: str) -> Iterator[Fact]:
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
        rf"{neutral}|[{words.HAN_NEGATIONS}]|(?<![A-Za-z])(?:{english})(?![A-Za-z])|(?<=[a-z])n't(?![a-z])",
        re.IGNORECASE,
    )


@cache
def _contrary() -> re.Pattern[str]:
    import re

    return re.compile(rf"(?<![A-Za-z])(?:{'|'.join(words.CONTRARY)})|{'|'.join(words.HAN_CONTRARY)}", re.IGNORECASE)


@cache
def _modals() -> dict[str, re.Pattern[str]]:
    import re

    kinds = {
        "must": (words.MUST, words.HAN_MUST),
        "should": (words.SHOULD, words.HAN_SHOULD),
        "can": (words.CAN, words.HAN_CAN),
    }
    return {
        kind: re.compile(rf"(?<![A-Za-z])(?:{english})(?![A-Za-z])|(?<![A-Za-z])(?:can)(?=not|'t)|{han}", re.IGNORECASE)
        if kind == "can"
        else re.compile(rf"(?<![A-Za-z])(?:{english})(?![A-Za-z])|{han}", re.IGNORECASE)
        for kind, (english, han) in kinds.items()
    }


@cache
def _asking() -> re.Pattern[str]:
    import re

    return re.compile(rf"(?<![A-Za-z])(?:{words.ASKING})(?![A-Za-z])", re.IGNORECASE)


def _asks(text: str, match: re.Match[str]) -> bool:
    """Whether "could you" asks, or "May 4" is a day: neither says what may be."""
    return bool(_asking().match(text, match.start())) or (match[0] == "May" and match.start() != 0)


def _differences(before: list[Fact], after: list[Fact]) -> Iterator[str]:
    old, new = ([fact[:2] for fact in found] for found in (before, after))
    if old == new:
        return
    for kind, _ in (Counter(old) - Counter(new)) + (Counter(new) - Counter(old)):
        yield kind
    if Counter(old) == Counter(new):
        yield ORDER


def _counts(before: str, after: str) -> Iterator[str]:
    for kind, pattern in _counted().items():
        if len(pattern.findall(before)) != len(pattern.findall(after)):
            yield kind


@cache
def _counted() -> dict[str, re.Pattern[str]]:
    import re

    return {
        QUESTION: re.compile(r"[?？]+"),
        CONDITION: re.compile(rf"(?<![A-Za-z])(?:{words.CONDITION})(?![A-Za-z])", re.IGNORECASE),
    }


def _polarity(before: str, after: str) -> bool:
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
        if not match[0].isascii() or _stem(match[0]):
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


__all__ = ["NAME", "NUMBER", "faults"]
