"""Whether a rewording says what the original says: every fact survives, in its order, and none is invented.

It errs on one side: a harmless rewording may be refused, a changed fact must not pass.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from maillint.rewrite.model import naming, negations, ordering, stances, words
from maillint.rewrite.model.facts import NAME, NEGATION, Fact, facts, plain

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator

MODALITY, QUESTION, CONDITION, ORDER, LENGTH, SHAPE, LANGUAGE, SENSE = (
    *("modality", "question", "condition", "order", "length", "shape", "language", "sense"),
)
_SHORTEST, _LONGEST, _SLACK = 0.35, 2.2, 60
"""Of the original's length: less has lost something, more has made something up; a few words more are no matter."""


def faults(before: str, after: str, names: Iterable[str] = ()) -> tuple[str, ...]:
    """What of the original a rewording lost, changed or made up, as stable words; none when it may be shown.

    The words are the kinds of ``facts`` ("name", "number", "link" ...), and "negation", "modality", "question",
    "condition", "order", "length", "shape", "language" and "sense".

    Args:
        before: the author's words.
        after: what they are to become.
        names: names of people known from the message, which count however they are written.
    """
    found = dict.fromkeys(_of_shape(before, after))
    if LENGTH in found:
        return tuple(found)
    old, new = plain(before), plain(after)
    known = frozenset(names) | naming.definite(old) | naming.definite(new)
    if naming.have_changed(old, new, known):
        found[NAME] = None
    old, new = ordering.settled(old), ordering.settled(new)
    said = facts(old, known), facts(new, known)
    found |= dict.fromkeys(_differences(*said))
    if ORDER in found and ordering.calm(old, said[0]) == ordering.calm(new, said[1]):
        del found[ORDER]
    found |= dict.fromkeys(_differences(_bound(old, said[0]), _bound(new, said[1])))
    found |= dict.fromkeys(_counts(old, new))
    if not found and negations.turns(old, new):
        found[NEGATION] = None
    if not found and stances.turned(old, new):
        found[SENSE] = None
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


def _bound(text: str, found: list[Fact]) -> list[Fact]:
    """What negates and what obliges, in order, each with the fact that is nearest to it in its clause."""
    marks = list(negations.negations(text))
    for value, pattern in _modals().items():
        marks += [Fact(MODALITY, value, match.start()) for match in pattern.finditer(text) if not _asks(text, match)]
    ends = [0, *(match.end() for match in _clause().finditer(text)), len(text) + 1]
    return [
        mark._replace(value=f"{mark.value} {_nearest(mark, found, ends)}")
        for mark in sorted(marks, key=lambda mark: (mark.start, mark.kind))
    ]


def _nearest(mark: Fact, found: list[Fact], ends: list[int]) -> str:
    clause = bisect_right(ends, mark.start)
    own = [fact for fact in found if ends[clause - 1] <= fact.start < ends[clause]]
    return min(own, key=lambda fact: abs(fact.start - mark.start)).value if own else ""


@cache
def _clause() -> re.Pattern[str]:
    import re

    return re.compile(r"[,;.!?:](?=\s)|[，。；！？：]|(?<![A-Za-z])but(?![A-Za-z])|但|而")


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
